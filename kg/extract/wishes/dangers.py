"""Risks by a noun of fear or danger: "fears of X", "a worry that X", "the danger is X"; and who raises them."""

from collections.abc import Iterator

from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.wording import to_clause, to_passage
from kg.extract.wishes.words import load_wish_words

PROSPECTS = frozenset({"prospect", "possibility", "likelihood", "thought", "idea", "sight"})
_WAVING_OFF = frozenset({"dismiss", "deny", "downplay", "reject", "allay", "shrug", "ridicule"})
_MOUNTING = frozenset({"mount", "grow", "rise", "linger", "persist", "arise", "spread"})
_RAISING = frozenset({"raise", "voice", "express", "air", "cite", "share"})


def find_dangers(noun: Token) -> Iterator[TokenSpan | None]:
    """What a noun of fear or danger says is feared: "fears of X", "the danger is X", "a worry that X"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _WAVING_OFF and not find_raisers(noun):
        return
    yield from _beyond(noun)
    for preposition in ("of", "about", "over"):
        hung = [thing for name, thing in governed(noun.head) if name == preposition and noun.dep_ == "dobj"]
        for thing in find_complements(noun, preposition) or (hung if preposition != "of" else []):
            if not _bears(thing, preposition):
                yield to_passage(thing, without=[*to_members(thing)[1:], *_raising(thing)])
    carried = noun.dep_ == "dobj" or (
        noun.dep_ == "nsubj" and noun.head.lemma_ in _MOUNTING
    )  # "concern is mounting that"
    beside = [c for c in noun.head.children if carried and c.dep_ == "ccomp" and c.i > noun.i]
    for clause in [*noun.children, *beside]:  # "has a worry, that X will fail": the parser hangs it on "has"
        marked = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
        if clause.dep_ in {"acl", "ccomp", "relcl"} and marked:
            yield to_clause(clause)
    if noun.lemma_.lower() in load_wish_words("risk")["harms"] and noun.dep_ in {"pobj", "dobj"}:
        held = any(find_complements(noun, name) for name in ("for", "to"))
        if _is_told(noun) and (held or any(child.dep_ == "relcl" for child in noun.children)):
            yield to_passage(noun)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from _predicated(noun.head)


def _bears(thing: Token, preposition: str) -> bool:
    """Whether it warns or bears the risk itself: "warnings of experts", "the gravest hazard of this generation"."""
    pointed = any(c.dep_ == "det" and c.lower_ in {"this", "these", "those"} for c in thing.children)
    return pointed or (thing.lemma_.lower() in load_wish_words("risk")["bearers"] and preposition == "of")


def _beyond(noun: Token) -> Iterator[TokenSpan | None]:
    """What is feared where the parser or the wording puts more between: a prospect, a verb, who warns of it."""
    prospects = [t for name, t in governed(noun) if name == "at" and t.lemma_ in PROSPECTS]
    yield from (
        to_passage(thing) for t in prospects for thing in find_complements(t, "of")
    )  # "unease at the prospect of X"
    if noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children):  # "there is a danger, wrote X, of Y"
        above = [noun.head, noun.head.head] if noun.head.dep_ == "ccomp" else [noun.head]
        yield from (to_passage(t) for verb in above for name, t in governed(verb) if name == "of")
    if _is_told(noun) and noun.head.lemma_ == "see":  # "sees a hazard in it"
        yield from (to_passage(thing) for name, thing in governed(noun) if name in {"in", "from"})
    for by in (c for c in noun.children if c.lower_ == "by"):  # "warnings by the union X of job cuts"
        inner = [p for t in by.subtree for p in t.children if p.lower_ == "of" and p.dep_ == "prep" and t != by]
        yield from (to_passage(thing) for p in inner for thing in p.children if thing.dep_ == "pobj")


def _raising(thing: Token) -> list[Token]:
    """The "raised by X" after what is feared."""
    return [c for c in thing.subtree if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in _RAISING]


def find_worried(noun: Token) -> list[Token]:
    """Whom the noun's verb worries: "the threat of theft worries X"."""
    worries = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in load_wish_words("risk")["worry"]
    at = [t for name, t in governed(noun.head) if name in {"at", "among", "in"} and noun.dep_ == "nsubj"]
    mounting = noun.head.lemma_ in _MOUNTING
    return [c for c in noun.head.children if worries and c.dep_ in {"dobj", "npadvmod"}] or (at if mounting else [])


def find_raisers(noun: Token) -> list[Token]:
    """Who raises it where a participle or a "by" says so: "fears of X raised by Y", "warnings by Y"."""
    things = [noun, *find_complements(noun, "of"), *find_complements(noun, "about"), *find_complements(noun, "over")]
    raised = [t for thing in things for clause in _raising(thing) for name, t in governed(clause) if name == "by"]
    return raised or [t for name, t in governed(noun) if name == "by"]


def _is_told(noun: Token) -> bool:
    """ "spoke of a risk for patients": the danger is what somebody speaks of."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above.lemma_.lower() in load_wish_words("risk")["tell_of"]


def find_danger_tellers(noun: Token) -> list[Token]:
    """Who tells of the danger that a noun names: "X spoke of a risk"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return (
        find_subjects(above) if noun.dep_ in {"pobj", "dobj", "nsubjpass"} and is_verb(above) and _is_told(noun) else []
    )


def _predicated(copula: Token) -> Iterator[TokenSpan | None]:
    """ "The danger is that …", "The concern is job losses", and "… It is that …" after "The danger is not that …"."""
    denied = any(child.dep_ == "neg" for child in copula.children)
    if not denied:
        yield from _content(copula)
        return
    following = [t for t in copula.doc[copula.sent.end : copula.sent.end + 3] if not t.is_punct]
    if following and following[0].lower_ in {"it", "the"}:
        yield from _content(following[0].sent.root)


def _content(copula: Token) -> Iterator[TokenSpan | None]:
    """What stands behind the "is"; what follows a colon there only says it again."""
    yield from (to_passage(thing) for name, thing in governed(copula) if name in {"about", "over"})
    behind = [c for c in copula.children if c.dep_ in {"ccomp", "attr"} and c.i > copula.i]
    for child in behind:
        if child != behind[0] and ":" in {t.text for t in copula.doc[behind[0].i : child.i]}:
            continue
        if child.lemma_ not in {"one", "low", "high"}:
            yield to_clause(child) if is_verb(child) else to_passage(child)
