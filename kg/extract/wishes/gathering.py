"""The article's proposals and risks, each once, with the claims about them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import TokenSpan
from kg.extract.wishes.asides import find_asides
from kg.extract.wishes.asking import find_asked
from kg.extract.wishes.bills import find_billed
from kg.extract.wishes.clefts import find_clefts
from kg.extract.wishes.domains import find_domain
from kg.extract.wishes.enumerations import find_advised, find_enumerated
from kg.extract.wishes.equations import find_equations
from kg.extract.wishes.fearing import find_feared
from kg.extract.wishes.found import Found
from kg.extract.wishes.guarding import find_guarded
from kg.extract.wishes.lists import find_listed
from kg.extract.wishes.norms import find_answers, find_lacks, find_norms, find_pleas, find_verdicts
from kg.extract.wishes.series import find_series
from kg.extract.wishes.speakers import Speakers
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words, to_word
from kg.model import BlockKind, Claim, Modality, Proposal, Risk, Span

_EMPTY = frozenset({"that", "so", "further", "more", "better", "harder", "go", "act", "stop", "look", "ahead", "on"})
_NOTHING = frozenset({"neither", "none", "nothing", "nobody"})  # what is feared is said elsewhere
MAX_REPEATED = 5  # words of a proposal that may be a short name for an earlier one
MIN_LETTERS = 4  # less than that names nothing
# What only says that a wish follows: "do three things", "go one step further"
_ANNOUNCING = re.compile(r"(do|take|go) ((the|these|those|\w+) )?\w+ (things|steps?|further|measures)", re.IGNORECASE)


@dataclass
class Wishes:
    """The proposals, risks and claims of one article, in order of the text."""

    proposals: list[Proposal] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def read_wishes(resolved: Resolved, relations: Sequence[Claim] = ()) -> Wishes:
    """The article's proposals and risks with who puts them, and of whom they are asked.

    `relations` are the claims that relate the article's named things: they tell whose report it speaks of.
    """
    wishes = Wishes()
    nodes: dict[tuple[str, str], str] = {}
    everything = list(_distinct(_find_all(Speakers(resolved, relations))))
    for found in everything:
        named = _fullest(found, everything)
        key = (named.kind, named.passage.text.lower())
        if key not in nodes:
            nodes[key] = _add_node(wishes, named, named.passage.text)
        wishes.claims.extend(_to_claims(found, nodes[key]))
    return wishes


def _fullest(found: Found, everything: Sequence[Found]) -> Found:
    """The finding that names in full the proposal that this one names in short, "a two-year freeze"; else itself."""
    if found.kind != "proposal" or len(found.passage) > MAX_REPEATED:
        return found
    own, root = _words_of(found.passage), to_word(found.passage.root)
    fuller = (one for one in everything if one.kind == "proposal" and len(one.passage) > MAX_REPEATED)
    fits = (one for one in fuller if root == to_word(one.passage.root) and own < _words_of(one.passage))
    return next(fits, found)


def _words_of(passage: TokenSpan) -> set[str]:
    return {to_word(t) for t in passage if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"}}


def _find_all(speakers: Speakers) -> Iterator[Found]:
    for block in speakers.resolved.parsed.blocks:
        if block.block.kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.ROW}:
            continue
        yield from find_listed(speakers, block)
        yield from find_answers(speakers, block)
        yield from find_enumerated(speakers, block)
        yield from find_advised(speakers, block)
        yield from find_series(speakers, block)
        yield from find_equations(speakers, block)
        for token in block.doc[: _list_lead(speakers.resolved, block)]:
            yield from find_asked(speakers, block, token)
            yield from find_feared(speakers, block, token)
            yield from find_clefts(speakers, block, token)
            if is_verb(token):
                yield from find_norms(speakers, block, token)
                yield from find_pleas(speakers, block, token)
                yield from find_verdicts(speakers, block, token)
                yield from find_lacks(speakers, block, token)
                yield from find_billed(speakers, block, token)
                yield from find_guarded(speakers, block, token)


def _list_lead(resolved: Resolved, block: ParsedBlock) -> int:
    """Where a list's lead-in begins: "We recommend the following steps:" asks for its items; else the block's end."""
    last = list(block.doc.sents)[-1] if len(block.doc) else None
    if last is None or not last.text.rstrip().endswith(":"):
        return len(block.doc)
    has_items = any(b.block.lead == block.index and b.block.kind is BlockKind.ITEM for b in resolved.parsed.blocks)
    return last.start if has_items else len(block.doc)


def _distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Findings that name something, without those that lie inside an earlier one of the same kind; first come stays."""
    taken: list[tuple[str, Span]] = []
    listed: set[tuple[str, int]] = set()  # "Loss of control: as systems grow, it may …" is one item and one risk
    for one in map(_without_aside, found):
        span = one.block.span_of(one.passage)
        inside = any(kind == one.kind and other.overlaps(span) for kind, other in taken)
        item = (one.kind, one.block.index)
        told = item in listed and not one.rule.endswith("/list")
        if one.speech.unknown or inside or told or _names_nothing(one):
            continue
        taken.append((one.kind, span))
        if one.rule.endswith("/list") and one.block.block.kind is BlockKind.ITEM:
            listed.add(item)
        yield one


def _names_nothing(found: Found) -> bool:
    """Whether the passage says nothing that could be asked for or feared."""
    passage = found.passage
    if sum(character.isalpha() for character in passage.text) < MIN_LETTERS or _ANNOUNCING.fullmatch(passage.text):
        return True
    if passage[0].tag_ in {"WP", "WDT"} or (len(passage) == 1 and passage[0].lower_ in _NOTHING):
        return True  # "what they are used for", "neither"
    if found.kind == "risk":
        return _is_topic(passage)
    if passage.root.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in passage.root.children):
        return True  # "we should have caught this": nobody can do that any more
    if passage[-1].dep_ == "prep":
        return True  # "what we should be afraid of"
    if len(passage) == 1 and passage.root.pos_ in {"PRON", "NOUN", "PROPN"}:
        return True  # "the bill", "it"
    return len(passage) < 4 and _says_nothing(passage)  # "plan for that", "go further"


def _is_topic(passage: TokenSpan) -> bool:
    """Whether it is only what a warning is about: "Bolt's capabilities"."""
    plain = all(t.pos_ in {"NOUN", "PROPN", "PART", "DET", "PRON"} for t in passage)
    return plain and passage.root.lemma_.lower() in load_wish_words("risk")["topics"]


def _says_nothing(passage: TokenSpan) -> bool:
    """Whether the words name nothing that could be done: "plan for that", "go further", "full stop"."""
    return all(t.pos_ not in {"NOUN", "PROPN"} for t in passage) and passage[-1].lower_ in _EMPTY


def _without_aside(found: Found) -> Found:
    """The finding without the aside that its passage ends on: "…, Ana Roe told the hearing"."""
    passage = found.passage
    for aside in find_asides(passage.sent):
        if passage.start < aside.start < passage.end <= aside.end + 1:
            cut = trim(passage.doc, passage.start, aside.start)
            return replace(found, passage=cut) if cut is not None else found
    return found


def _add_node(wishes: Wishes, found: Found, label: str) -> str:
    span = found.block.span_of(found.passage)
    sentence = found.passage.sent.text
    if found.kind == "proposal":
        node = f"p{len(wishes.proposals) + 1}"
        wishes.proposals.append(Proposal(node, label, span, sentence))
    else:
        node = f"r{len(wishes.risks) + 1}"
        wishes.risks.append(Risk(node, label, span, sentence, find_domain(label, sentence)))
    return node


def _to_claims(found: Found, node: str) -> Iterator[Claim]:
    evidence = found.block.span_of(found.passage.sent)
    modality = found.stance.modality
    if found.rule == "proposal/that" and modality is Modality.POSSIBLE:
        modality = Modality.ACTUAL
    for agent in found.speech.agents:
        yield Claim(
            subject=agent.chain.id,
            predicate="proposes" if found.kind == "proposal" else "warnsOf",
            object=node,
            evidence=evidence,
            polarity=found.stance.polarity,
            modality=modality,
            attributed_to=agent.chain.id,
            confidence=round(found.confidence * agent.confidence, 3),
            rule=found.rule,
        )
    for asked in found.addressees:
        yield Claim(
            subject=node,
            predicate="addressedTo",
            object=asked.chain.id,
            evidence=evidence,
            polarity=found.stance.polarity,
            modality=modality,
            attributed_to=found.speech.agents[0].chain.id if found.speech.agents else None,
            confidence=round(found.confidence * asked.confidence, 3),
            rule=found.rule,
        )
