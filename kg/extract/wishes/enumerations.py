"""Enumerations in a sentence: "names four risks: A; B; and C", "has three demands: A, B and C", "risks such as A"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.stance import Stance
from kg.extract.tokens import TokenSpan
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words

MAX_ITEM = 14  # tokens; a longer one is an account, not a name
_REFERRING = frozenset({"them", "these", "those", "they", "examples", "among", "ones", "such"})
_LEAD = re.compile(
    r"(:|\b(?:Examples|These|They|Among them) (?:are|include|range from)"
    r"|\b(?:risks|dangers|threats|harms|hazards),? (?:such as|including|among them|like)"
    r"|^(?:Among|Chief among|First among|Foremost among)\b[^.;:]{4,60}?\s(?:are|is))\s"
)
_ADVICE = re.compile(
    r"\b(?:advice|message|plea|demand|request|recommendation|appeal|proposal)\b[^.;:]{0,40}:\s", re.IGNORECASE
)


def find_enumerated(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """The risks and proposals that each sentence of the block enumerates, in order."""
    before = frozenset[str]()
    for sentence in block.doc.sents:
        words = frozenset(token.lower_ for token in sentence)
        start = _start_of_list(sentence)
        lead = frozenset(token.lower_ for token in block.doc[sentence.start : start]) if start else frozenset()
        kind = _kind_of(lead, before) if start and not _is_named_before(sentence, start) else ""
        if kind:
            items = _to_items(sentence, start)
            speech = _speech(speakers, block, sentence, start)
            fits = not speech.unknown and (kind == "risk" or speech.agents)
            if (len(items) > 1 or (kind == "proposal" and block.doc[start - 1].text == ":")) and fits:
                yield from (
                    Found(kind, block, item, f"{kind}/enumeration", Stance(), speech, (), 0.75) for item in items
                )
        before = words


def _is_named_before(sentence: TokenSpan, start: int) -> bool:
    """Whether the one thing is named before the colon, and what follows only tells more: "What she fears is X: …"."""
    lead = sentence.doc[sentence.start : start]
    plain = len(lead) > 2 and lead[-1].text == ":" and lead[-2].pos_ == "NOUN"
    return plain and lead[0].lower_ == "what" and not any(t.pos_ == "NUM" for t in lead)


def _kind_of(lead: frozenset[str], before: frozenset[str]) -> str:
    """What an enumeration is of, by the words that lead to it; "" where it is of neither."""
    if lead & {"no", "not", "never"}:
        return ""
    cues = load_wish_words("risk")["enumerated"]
    if lead & cues or (lead & _REFERRING and before & (cues | load_wish_words("risk")["harms"])):
        return "risk"
    words = load_wish_words("proposal")
    wants = bool(lead & words["wanting"]) and bool(lead & words["generic"])
    listed = "among" in lead and bool(lead & words["series"]) and bool(lead & words["wanting"])
    return "proposal" if lead & words["enumerated"] or wants or listed else ""


def find_advised(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """What stands behind the colon of "X's advice to parents: keep them away"."""
    for sentence in block.doc.sents:
        match = _ADVICE.search(sentence.text)
        after = [t.i for t in sentence if match and t.idx - sentence.start_char >= match.end()]
        lead = block.doc[sentence.start : after[0]] if after else block.doc[0:0]
        nouns = [t for t in lead if t.lower_ in _ADVICE_NOUNS]
        plain = {t.lower_ for t in lead} & {"simple", "clear", "straightforward", "blunt", "this"}
        if nouns and (plain or not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in lead)):
            owners = [c for c in nouns[-1].children if c.dep_ == "poss"]
            owners += [t for c in nouns[-1].children if c.lower_ in {"of", "from", "by"} for t in c.children]
            told = [t for c in nouns[-1].children if c.lower_ in {"to", "for"} for t in c.children]
            speech = Speech(find_agents(speakers.resolved, block, owners))
            closing = next((t.i for t in sentence if t.i > after[0] and t.text in {'"', "”"}), sentence.end)
            passage = trim(block.doc, after[0], closing)
            if not speech.agents and closing < sentence.end:
                speech = Speech(find_agents(speakers.resolved, block, find_said_by(block.doc[after[0]])))
            if speech.agents and passage is not None and len(passage) <= MAX_ITEM:
                of = find_agents(speakers.resolved, block, told)
                yield Found("proposal", block, passage, "proposal/advice", Stance(), speech, of, 0.7)


_ADVICE_NOUNS = frozenset({"advice", "message", "plea", "demand", "request", "recommendation", "appeal", "proposal"})


def _start_of_list(sentence: TokenSpan) -> int:
    """The index of the token that the enumeration begins with; 0 where there is none."""
    match = _LEAD.search(sentence.text)
    after = [t.i for t in sentence if match and t.idx - sentence.start_char >= match.end()]
    return after[0] if after else 0


def _to_items(sentence: TokenSpan, start: int) -> list[TokenSpan]:
    """What stands between semicolons, or else between commas and the last "and"; empty where one is no name."""
    doc = sentence.doc
    parts = [i for i in range(start, sentence.end) if doc[i].text == ";"]
    if not parts:
        parts = [i for i in range(start, sentence.end) if doc[i].text == "," or _joins(sentence, i, start)]
    bounds = [start, *parts, sentence.end]
    items = [trim(doc, a, b) for a, b in pairwise(bounds)]
    found = [item for item in items if item is not None]
    return found if all(len(item) <= MAX_ITEM and _names(item) for item in found) else []


def _names(item: TokenSpan) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "VERB"} for token in item)


def _joins(sentence: TokenSpan, index: int, start: int) -> bool:
    """Whether it is the "and" that closes the list: the last one, with a comma or nothing like it before."""
    joins = [t.i for t in sentence if t.i > start and t.lower_ in {"and", "or"}]
    return bool(joins) and index == joins[-1]


def _speech(speakers: Speakers, block: ParsedBlock, sentence: TokenSpan, start: int) -> Speech:
    subjects = [
        t for t in sentence if t.i < start and t.dep_ == "nsubj" and t.lower_ not in _REFERRING and t.tag_ != "WDT"
    ]
    if not subjects:  # "Among the dangers listed by X are A and B"
        subjects = [t for t in sentence if t.i < start and t.dep_ == "pobj" and t.head.dep_ == "agent"]
        subjects += [t for t in sentence if t.i < start and t.dep_ == "poss"]  # "chief among X's concerns are"
    cues = load_wish_words("proposal")["enumerated"] | load_wish_words("risk")["enumerated"]
    if subjects and subjects[0].lower_ in cues:  # "our demands are modest, said X: A, B"
        subjects = [c for c in subjects[0].children if c.dep_ == "poss" and c.pos_ != "PRON"]
        subjects = subjects or find_said_by(sentence.root)
    found = speakers.of_word(block, subjects[:1]) if subjects else Speech()
    return Speech(found.agents)
