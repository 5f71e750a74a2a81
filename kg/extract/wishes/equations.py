"""What a noun of fear or wish is said to be: "the deeper danger, she went on, is X", "his plea: X", "it is time to X".

Read from the text, asides left out: the parser loses the frame of such a sentence at its first aside.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.stance import Stance
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.asides import find_asides, find_said_by, without_asides
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words

MAX_FRAME = 20  # words before the "is" or colon; more is a sentence about something else
CONFIDENCE = 0.75
_COPULAS = frozenset({"is", "are", "was", "were", "remains", "remain"})
_DENYING = frozenset({"not", "n't", "no", "never", "nothing", "neither", "hardly", "n’t", "little"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_THERE = frozenset({"of", "that"})


def find_equations(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """What each sentence of the block says the danger, fear, answer or demand to be, at most one thing a sentence."""
    for sentence in block.doc.sents:
        if not sentence.text.rstrip().endswith("?"):
            words = [t for t in without_asides(sentence) if t.text not in {'"', "“", "”"}]
            for part in _to_clauses(words):
                yield from _find_in(speakers, block, part)


def _to_clauses(words: list[Token]) -> Iterator[list[Token]]:
    """The parts of a sentence that a semicolon, or a comma with "and" or "but", sets apart where each has a verb."""
    start = 0
    for place, (token, following) in enumerate(pairwise(words)):
        joined = token.text == "," and following.lower_ in {"and", "but"}
        rest = words[place + 1 : place + 2 + MAX_FRAME]
        if (token.text == ";" or joined) and place > start and any(t.lower_ in _COPULAS for t in rest):
            yield words[start:place]
            start = place + (2 if joined else 1)
    yield words[start:]


def _find_in(speakers: Speakers, block: ParsedBlock, words: list[Token]) -> Iterator[Found]:
    """What a clause without its asides says the danger or the wish to be."""
    better, cut = _after_verdict(words), _frame(words)
    if better:
        yield from _wished(speakers, block, better)
    if cut is None or better:
        return
    words = _corrected(words, cut)
    if _DENYING & {t.lower_ for t in words[: cut + 2]}:
        return
    noun = _noun_of(words[:cut])
    kind = _kind_of(noun, words[:cut]) if noun is not None else ""
    if noun is not None and kind:
        yield from _read(speakers, block, kind, (noun, words[cut + 1 :]))


def _after_verdict(words: Sequence[Token]) -> list[Token]:
    """What follows "it is high time to", "better to": what ought to be done; nothing in other sentences."""
    verdicts = load_wish_words("proposal")["verdicts"]
    opening = [t.lower_ for t in words[:7]]
    place = next((k for k, t in enumerate(words[:7]) if t.lower_ == "to" and t.tag_ == "TO"), 0)
    said = words and words[0].lower_ in verdicts and place in {1, 2}
    framed = opening[:1] == ["it"] and bool({"is", "'s", "’s", "be"} & set(opening[1:4]))
    fits = place and words[place - 1].lower_ in verdicts and not _DENYING & set(opening[:place])
    return list(words[place:]) if fits and (said or framed) else []


def _wished(speakers: Speakers, block: ParsedBlock, content: Sequence[Token]) -> Iterator[Found]:
    """What somebody says is better, or high time, to do; the article's own verdicts are left alone."""
    asides = [aside.speaker for aside in find_asides(content[0].sent)]
    speech = speakers.of_word(block, asides[:1]) if asides else Speech()
    passage = _to_passage(content, "proposal")
    if speech.agents and passage is not None:
        yield Found("proposal", block, passage, "proposal/equation", Stance(), speech, (), CONFIDENCE)


def _corrected(words: list[Token], cut: int) -> list[Token]:
    """Without what the sentence says it is not: "is not so much A as B", "is not A but B" leave B."""
    rest = [t.lower_ for t in words[cut + 1 :]]
    if not _DENYING & set(rest[:1]):
        return words
    turn = "as" if rest[1:3] == ["so", "much"] else "but"
    place = next((k for k, t in enumerate(rest) if t == turn and k > 1), None)
    return [*words[: cut + 1], *words[cut + 2 + place :]] if place is not None else words


def _frame(words: Sequence[Token]) -> int | None:
    """The place of the "is" or colon that what the noun is said to be stands behind."""
    for place, token in enumerate(words[:MAX_FRAME]):
        if token.text == ":" and place:
            return place
        if token.lower_ in {"namely"}:
            return place
        if words[0].lower_ == "there" and token.lower_ in _THERE and words[place - 1].pos_ == "NOUN":
            return place
        if token.lower_ in _COPULAS and place and words[0].lower_ not in {"there", "it", "what"}:
            following = next((t.i for t in words[place:] if t.text == ":"), None)
            one = words[place + 1 : place + 6]
            if following is not None and any(t.lower_ in {"one", "this"} or t.pos_ == "ADJ" for t in one):
                return next(k for k, t in enumerate(words) if t.text == ":")
            return place
    return None


def _noun_of(frame: Sequence[Token]) -> Token | None:
    """The noun that the frame is about: the head of what stands before the first "is", or of a verb's object."""
    finite = [t for t in frame if _is_finite(t) and t.lower_ not in _COPULAS]
    subject = [t for t in frame if t.pos_ in {"NOUN", "PROPN"} and not any(v.i < t.i for v in finite)]
    heads = [t for t in subject if not _hangs(t, frame)]
    if finite:  # "sees a different peril: X"
        objects = [t for t in frame if t.pos_ == "NOUN" and t.i > finite[-1].i]
        if objects:
            return None if _hangs(objects[-1], frame) else objects[-1]
    return heads[0] if heads else None


def _is_finite(token: Token) -> bool:
    return token.tag_ in _FINITE or (token.pos_ == "VERB" and token.dep_ == "ROOT")


def _hangs(noun: Token, frame: Sequence[Token]) -> bool:
    """Whether it is part of another noun's name or phrase: "job losses", "of patients"."""
    if noun.dep_ in {"compound", "poss", "nmod"}:
        return True
    if noun.dep_ == "pobj" and noun.head.head in frame and _is_finite(noun.head.head):
        return False  # "points to a subtler hazard: X"
    return noun.dep_ == "pobj" and noun.head in frame and noun.head.lower_ in {"of", "in", "for", "to", "with", "from"}


def _kind_of(noun: Token, frame: Sequence[Token]) -> str:
    lemma = noun.lemma_.lower()
    before = noun.doc[max(noun.i - 1, 0)].text
    if before == "-":
        return ""
    if lemma in load_wish_words("risk")["equated"]:
        return "risk"
    return "proposal" if lemma in load_wish_words("proposal")["equated"] and _is_owned(noun, frame) else ""


def _is_owned(noun: Token, frame: Sequence[Token]) -> bool:
    """Whether it is the one wish or course that is meant: "the answer", "her first demand"."""
    return any(t.i < noun.i and (t.lower_ in {"the", "one"} or t.dep_ == "poss") for t in frame)


def _read(speakers: Speakers, block: ParsedBlock, kind: str, parts: tuple[Token, Sequence[Token]]) -> Iterator[Found]:
    noun, content = parts
    passage = _to_passage(content, kind)
    speech = _speech_of(speakers, block, noun)
    if passage is not None and (speech.agents or kind == "risk"):
        yield Found(kind, block, passage, f"{kind}/equation", Stance(), speech, (), CONFIDENCE)


def _to_passage(content: Sequence[Token], kind: str) -> TokenSpan | None:
    """The words that name it, up to a colon, semicolon or aside."""
    if not content:
        return None
    doc, start, end = content[0].doc, content[0].i, content[-1].i + 1
    stops = [t.i for t in content if t.text in {":", ";", "—", "–"} or (t.text == "," and _opens_comment(t))]
    gaps = [one.i + 1 for one, following in pairwise(content) if following.i > one.i + 2]
    end = min([end, *(i for i in (*stops, *gaps) if i > start + 1)])
    start = start + 1 if content[0].lower_ in _OVER and len(content) > 1 else start
    passage = trim(doc, start, end)
    if passage is None or not any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in passage):
        return None
    if kind == "proposal" and content[0].lower_ == "that" and not _is_norm(passage):
        return None  # "my answer is that we throw most of it away"
    clause = content[0].lower_ in {"that", "to"} or (content[0].i and content[0].nbor(-1).text == ":")
    first = passage[0]
    if first.pos_ == "ADP":
        return None  # "the concern: of seven cases, five were over 55"
    noun = first.pos_ in {"NOUN", "PROPN", "DET"} or (first.pos_ in {"ADJ", "ADV", "NUM"} and not _is_alone(first))
    return passage if clause or ((noun or (kind == "risk" and _is_gerund(first))) and first.lower_ != "one") else None


def _is_norm(clause: TokenSpan) -> bool:
    """Whether a clause says what ought to be: "that labs should pay", "that labs pay" of a single lab aside."""
    return any(t.lower_ in load_wish_words("proposal")["modals"] for t in clause)


_OVER = frozenset({"about", "over"})


def _is_alone(adjective: Token) -> bool:
    """Whether an adjective is all that is said: "the risk is low", "is enough"."""
    return adjective.dep_ in {"acomp", "attr", "ROOT", "advmod", "conj"}


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ not in {"ROOT", "aux"}


def _opens_comment(comma: Token) -> bool:
    after = comma.doc[comma.i + 1 : comma.i + 2]
    return bool(after) and after[0].lower_ in {"which", "who", "where", "because", "but", "although", "while", "and"}


def _speech_of(speakers: Speakers, block: ParsedBlock, noun: Token) -> Speech:
    """Who fears or wants it: the noun's owner, who an aside says to speak, or the subject of its verb."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [t for c in noun.children if c.lower_ in {"of", "from", "for", "by"} for t in c.children]
    asides = [aside.speaker for aside in find_asides(noun.sent)]
    above = {"dobj": noun.head, "pobj": noun.head.head}.get(noun.dep_)
    doers = [c for c in above.children if c.dep_ == "nsubj" and c.i < noun.i] if above is not None else []
    doers += [s for c in noun.children if c.dep_ == "relcl" for s in c.children if s.dep_ == "nsubj"]
    first = noun.sent[0]
    eyes = [c for c in first.children if c.dep_ == "pobj"] if first.lower_ == "for" else []  # "for X, the remedy is"
    for way in (owners, asides, doers, eyes, find_said_by(noun)):
        speech = speakers.of_word(block, way[:1]) if way else Speech()
        if speech.agents:
            return speech
    return Speech()
