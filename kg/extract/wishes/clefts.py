"""Proposals and risks put as "What … is …": "What troubles her most is delayed trauma", "What it wants is a vote"."""

from collections.abc import Iterator, Sequence

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.stance import Stance
from kg.extract.tokens import Token
from kg.extract.wishes.asides import find_asides, without_asides
from kg.extract.wishes.dangers import PROSPECTS
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words

MAX_CLAUSE = 12  # words between "what" and its "is"; more is another sentence
_AWAKE = frozenset({"up", "awake", "night", "sleepless"})
_DENYING = frozenset({"neither", "not", "n't", "n’t", "none"})
_QUOTES = frozenset({'"', "“", "”", "''", "``"})


def find_clefts(speakers: Speakers, block: ParsedBlock, what: Token) -> Iterator[Found]:
    """What stands behind the "is" of a clause that "what" opens, if the clause speaks of a fear or a wish."""
    if what.lower_ != "what" or not _opens(what):
        return
    copula = _copula_of(what)
    if copula is None:
        return
    clause = [t for t in without_asides(what.sent) if what.i < t.i < copula.i]
    copula = _turned_to(copula)
    kind = _kind_of(clause)
    passage = trim(what.doc, _start_of(copula), _end_of(copula))
    if kind and passage is not None and not any(t.dep_ == "neg" for t in what.doc[copula.i : copula.i + 2]):
        yield Found(kind, block, passage, f"{kind}/cleft", Stance(), _speech(speakers, block, clause), (), 0.75)


def _opens(what: Token) -> bool:
    before = what.nbor(-1) if what.i else what
    return what.i == what.sent.start or before.text in _QUOTES or before.text in {",", ";", ":"} or before.tag_ == "CC"


def _copula_of(what: Token) -> Token | None:
    for token in what.doc[what.i + 2 : min(what.i + MAX_CLAUSE, what.sent.end)]:
        if token.lower_ in {"is", "are", "was", "were"} and token.nbor(-1).lower_ not in {"it", "they", "he", "she"}:
            return token
    return None


def _turned_to(copula: Token) -> Token:
    """The "is" that says what it is, where the first one only says what it is not: "is neither. It is X"."""
    rest = copula.doc[copula.i + 1 : copula.sent.end]
    if not any(t.lower_ in _DENYING for t in rest[:2]):
        return copula
    following = copula.doc[copula.sent.end : copula.sent.end + 2]
    turned = len(following) > 1 and following[0].lower_ in {"it", "they"} and following[1].lemma_ == "be"
    return following[1] if turned else copula


def _start_of(copula: Token) -> int:
    """Where the content begins: behind "is", "the prospect of" and the like left out."""
    after = [t for t in copula.doc[copula.i + 1 : copula.i + 5] if t.pos_ != "DET"]
    if len(after) > 2 and after[0].lower_ == "what" and after[2].lemma_ == "call":
        return after[2].i + 1  # "what she calls the second tide"
    prospect = len(after) > 1 and after[0].lemma_ in PROSPECTS and after[1].lower_ == "of"
    return after[1].i + 1 if prospect else copula.i + 1


def _kind_of(clause: Sequence[Token]) -> str:
    lemmas = {token.lemma_.lower() for token in clause} | {token.lower_ for token in clause}
    risk, proposal = load_wish_words("risk"), load_wish_words("proposal")
    if {"see", "coming"} <= lemmas:
        return "risk"  # "what she sees coming is"
    if lemmas & (risk["worry"] | risk["adjectives"] | risk["object"]) or ("keep" in lemmas and lemmas & _AWAKE):
        return "risk"
    wanting = [t for t in clause if t.lemma_.lower() in proposal["cleft"] and t.pos_ == "VERB"]
    if wanting:
        return "risk" if any(c.dep_ == "neg" for t in wanting for c in t.children) else "proposal"
    return ""


def _end_of(copula: Token) -> int:
    """Where the content ends: at a closing quotation mark, else with the sentence."""
    rest = copula.doc[copula.i + 1 : copula.sent.end]
    closing = (t.i for t in rest if t.text in {"”", "''", ":"} or t.tag_ == "''" or _opens_aside(t))
    return next(closing, copula.sent.end)


def _opens_aside(comma: Token) -> bool:
    """Whether what follows a comma only says more of what was named: ", the ones that", ", which"."""
    after = comma.doc[comma.i + 1 : comma.i + 3]
    one = len(after) > 1 and after[0].lower_ in {"the", "those"} and after[1].lower_ in {"one", "ones", "kind", "sort"}
    return comma.text == "," and (one or (len(after) > 0 and after[0].lower_ == "which"))


def _speech(speakers: Speakers, block: ParsedBlock, clause: Sequence[Token]) -> Speech:
    """Who fears or wants it: the clause's subject or, of what troubles somebody, its object."""
    people = [t for t in clause if t.pos_ in {"PROPN", "PRON"} and t.dep_ not in {"compound", "poss"}]
    people = people or [aside.speaker for aside in find_asides(clause[0].sent)] if clause else people
    return speakers.of_word(block, people[:1]) if people else Speech()
