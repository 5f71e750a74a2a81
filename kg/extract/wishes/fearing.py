"""Risks by a verb or noun of fearing: "warned that", "fears X", "the danger is that", "arguing that it would"."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.modality import find_stance
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_members, to_repeated
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.dangers import PROSPECTS, find_danger_tellers, find_dangers, find_raisers, find_worried
from kg.extract.wishes.found import Found
from kg.extract.wishes.harms import find_harms, is_gerund, is_harm, is_harmful
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import to_clause, to_passage, trim
from kg.extract.wishes.words import load_wish_words


def find_feared(speakers: Speakers, block: ParsedBlock, token: Token) -> Iterator[Found]:
    """What the word says is feared, if it is one of fearing; one finding for each thing feared."""
    words, lemma = load_wish_words("risk"), token.lemma_.lower()
    if token.lower_ in words["adjectives"] and token.dep_ in {"acomp", "acl", "oprd", "amod"} | {"ROOT", "conj"}:
        passages = list(_of_adjective(token))
        tellers = find_subjects(token.head) if is_verb(token.head) else [token.head]
        tellers = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}] or tellers  # "X is troubled by it"
    elif is_verb(token) or _is_risking(token):
        for passage, speaking in find_harms(token):
            if passage is not None:
                speech = speakers.of_word(block, speaking)
                yield Found("risk", block, passage, "risk/word", _stance_of(speaking), speech)
        passages = [*_of_verb(token, lemma), *_argued(token, lemma), *_harmful(token, lemma)]
        tellers = find_subjects(token) or _behind_it(token)
        if lemma in words["pose"]:
            passages, tellers = list(_posed(token)), find_said_by(token)
    elif token.pos_ == "NOUN" and lemma in words["chances"]:
        tellers = find_said_by(token) or find_subjects(token.head)
        harms = [t for name in ("of", "for") for t in find_complements(token, name) if is_harm(t)]
        passages = [to_passage(t) for t in harms if speakers.of_word(block, tellers).agents]
    elif token.pos_ == "NOUN" and lemma in words["nouns"] and token.doc[max(0, token.i - 1)].text != "-":  # "high-risk"
        passages = list(find_dangers(token))
        ways = (
            find_raisers(token),
            find_worried(token),
            find_argument(token, "subject"),
            find_danger_tellers(token),
            find_said_by(token),
        )
        known = (way for way in ways if way and speakers.of_word(block, way).agents)
        tellers = next(known, next((way for way in ways if way), []))
    else:
        return
    if all(passage is None for passage in passages):
        return
    others = (tellers, find_said_by(token), _for_whom(token))
    speeches = [speakers.of_word(block, way) for way in others if way]
    speech = next((s for s in speeches if s.agents), speeches[0] if speeches else Speech())
    yield from _make(token, passages, speech, block)


def _for_whom(word: Token) -> list[Token]:
    """In whose eyes: "for X, the real peril is"."""
    opening = word.sent[0]
    return [c for c in opening.children if c.dep_ == "pobj"] if opening.lower_ == "for" else []


def _behind_it(verb: Token) -> list[Token]:
    """The subject that the parser took for an object behind the verb: "…, warned X"."""
    before = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    return [c for c in verb.children if before and c.dep_ in {"dobj", "npadvmod"} and c.i > verb.i]


def _is_risking(token: Token) -> bool:
    """ "patients risk being denied care": a verb that the tagger took for a noun."""
    if token.lower_ == "risks" and token.dep_ == "nsubj":
        return token.head.tag_ == "VBG" and token.head.i == token.i + 1
    return token.lower_ == "risk" and any(c.dep_ == "xcomp" and is_gerund(c) for c in token.children)


def _stance_of(tellers: list[Token]) -> Stance:
    """How the harm is said: by the verb that says it; that it is only possible makes nobody's warning so."""
    said = next((teller.head for teller in tellers if is_verb(teller.head)), None)
    would = said is not None and any(c.dep_ == "aux" and c.lower_ == "would" for c in said.children)
    open_ = said is not None and any(c.dep_ == "advcl" for c in said.children)
    return find_stance(said) if said is not None and (open_ or not would) else Stance()  # "she would add that"


def _make(word: Token, passages: list[TokenSpan | None], speech: Speech, block: ParsedBlock) -> Iterator[Found]:
    stance = find_stance(word, modified=False)
    for passage in passages:
        if passage is not None:
            yield Found("risk", block, passage, "risk/word", stance, speech)


def _of_verb(verb: Token, lemma: str) -> Iterator[TokenSpan | None]:
    duty = any(c.dep_ == "aux" and c.lower_ in {"would", "should", "must", "to"} for c in verb.children)
    if duty and verb.dep_ in {"relcl", "acl", "advcl", "xcomp"}:
        return  # "a code under which labs would warn each other of thefts"
    words = load_wish_words("risk")
    clauses = [child for child in verb.children if child.dep_ == "ccomp"] if lemma in words["state"] else []
    clauses = [c for c in clauses if c.i > verb.i or not {":", ";"} & {t.text for t in verb.doc[c.i : verb.i]}]
    clauses = [
        c for c in clauses if c.i > verb.i
    ] or clauses  # "while it hails what X brings, it warns that": the latter
    clauses = [c for c in clauses if not _is_caveat(verb, c)]
    yield from (to_clause(clause) for clause in clauses)
    if not clauses and lemma in words["of"]:
        for thing in (t for name in sorted(words["prepositions"]) for t in find_argument(verb, name)):
            if not _is_person_warned(thing) and (not is_verb(thing) or _is_of_doing(thing)):
                yield _with_next(to_passage(thing, without=to_members(thing)[1:]), verb)
    if not clauses and lemma in words["object"]:
        for thing in find_objects(verb):
            if thing.pos_ in {"NOUN", "VERB"} and thing.i > verb.i:
                yield to_passage(thing, without=to_members(thing)[1:])
        yield from (to_passage(c) for c in verb.children if c.dep_ == "xcomp" and is_gerund(c))  # "dread being sued"


def _is_caveat(verb: Token, clause: Token) -> bool:
    """ "cautions that its sessions were shorter", "that it can only be guessed": how far to trust, not what to fear."""
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    ahead = bool(auxiliaries & (load_wish_words("risk")["modals"] - {"can"}))
    only = any(child.lower_ == "only" for child in clause.children)
    past = clause.tag_ == "VBD" and verb.tag_ in {"VBZ", "VBP"}
    return verb.lemma_ == "caution" and not ahead and (past or only) and not is_harmful(clause)


def _is_of_doing(thing: Token) -> bool:
    """ "complained of being copied"; "warned against doing" is advice."""
    return is_gerund(thing) and thing.head.lower_ in {"of", "about"}


def _with_next(passage: TokenSpan | None, verb: Token) -> TokenSpan | None:
    """The passage with the phrase right behind it that the parser hung on the verb: "over-reliance on one supplier"."""
    if passage is None or passage.end >= len(verb.doc):
        return passage
    following = verb.doc[passage.end]
    if following.tag_ == "VBG" and following.head == verb and following.dep_ in {"advcl", "xcomp", "acl"}:
        return trim(verb.doc, passage.start, following.right_edge.i + 1)  # "deepfakes spreading unchecked"
    own = (
        following.dep_ == "prep"
        and following.head == verb
        and following.lower_ in {"on", "of", "by", "for", "to", "among"}
    )
    dated = any(t.pos_ in {"NUM", "PROPN"} and t.dep_ == "pobj" for t in following.children)
    return trim(verb.doc, passage.start, following.right_edge.i + 1) if own and not dated else passage


def _of_adjective(word: Token) -> Iterator[TokenSpan | None]:
    """ "is worried that it bakes in bias", "frightened of being undersold"."""
    yield from (to_clause(clause) for clause in word.children if clause.dep_ == "ccomp" and clause.i > word.i)
    for child in [m for c in word.children if c.dep_ in {"prep", "agent"} for m in to_repeated(c)]:
        if child.lower_ in load_wish_words("risk")["prepositions"] | {"at", "by"}:
            for thing in child.children:
                called = [c for c in thing.children if thing.lemma_ == "call" and c.dep_ == "oprd"]
                thing = called[0] if called else thing  # "by what he calls AI psychosis"
                if called or (thing.dep_ in {"pobj", "pcomp"} and thing.pos_ != "PRON"):
                    prospects = find_complements(thing, "of") if thing.lemma_ in PROSPECTS else []
                    thing = prospects[0] if prospects else thing
                    yield to_passage(thing, without=to_members(thing)[1:])


def _is_person_warned(thing: Token) -> bool:
    return thing.pos_ == "PRON"


def _argued(verb: Token, lemma: str) -> Iterator[TokenSpan | None]:
    """ "rejects it, arguing that age checks would drive teenagers away": an opponent's prediction is a fear."""
    words = load_wish_words("risk")
    if lemma in words["argue"] and _opposes(verb):
        for clause in verb.children:
            auxiliaries = {child.lower_ for child in clause.children if child.dep_ == "aux"}
            if clause.dep_ == "ccomp" and auxiliaries & words["modals"]:
                yield to_clause(clause)
    if lemma in words["oppose"] and not any(t.lemma_.lower() in words["nouns"] for t in find_objects(verb)):
        yield from (
            to_passage(thing)
            for thing in find_argument(verb, "as")
            if thing.pos_ == "NOUN" and thing.doc[thing.i - 1].text != "-" and is_harm(thing)
        )
        for name, thing in governed(verb):
            if name in {"on", "over"} and thing.lemma_.lower() in words["grounds"]:
                yield from (to_clause(clause) for clause in thing.children if clause.dep_ in {"acl", "ccomp"})


def _harmful(verb: Token, lemma: str) -> Iterator[TokenSpan | None]:
    """ "said a single test would freeze mistakes into law": what somebody says may do harm."""
    words = load_wish_words("risk")
    if lemma not in words["argue"] | words["opine"]:
        return
    for clause in verb.children:
        suffered = lemma == "complain" and clause.tag_ == "VBG"  # "complained that it was harming them"
        may = suffered or _may(clause, lemma in words["opine"])
        if clause.dep_ == "ccomp" and clause.lemma_.lower() in words["harm"] and may:
            yield to_clause(clause)


def _may(clause: Token, opinion: bool) -> bool:
    """Whether the clause looks ahead: by a modal, or, as somebody's opinion, by the present tense."""
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    denied = any(child.dep_ == "neg" for child in clause.children)
    modal = bool(auxiliaries & load_wish_words("risk")["modals"])
    return not denied and (modal or (opinion and clause.tag_ in {"VBP", "VBZ"}))


def _opposes(verb: Token) -> bool:
    words = load_wish_words("risk")
    around = [verb.head, *verb.head.children] if verb.dep_ in {"advcl", "conj"} else list(verb.children)
    return any(token.lemma_.lower() in words["oppose"] for token in around)


def _posed(verb: Token) -> Iterator[TokenSpan | None]:
    """ "could pose existential risks": the risk, where it has a name of its own."""
    for thing in find_objects(verb):
        named = any(child.dep_ in {"amod", "compound"} for child in thing.children) or _is_of(thing)
        harmful = thing.lemma_.lower() in load_wish_words("risk")["harms"]
        denied = any(child.dep_ == "det" and child.lower_ == "no" for child in thing.children)
        if harmful and named and not denied and thing.i > verb.i:
            yield to_passage(thing)


def _is_of(noun: Token) -> bool:
    return any(find_complements(noun, name) for name in ("of", "to", "for"))
