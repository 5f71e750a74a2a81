"""What a sentence leaves out because the text is speaking of it: "Google signed.", "Critics include X."."""

from collections.abc import Iterator, Sequence

from kg.extract.parsed import Resolved
from kg.extract.referents import Referent
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.triggers import Trigger
from kg.extract.syntax.nominals import find_possessors
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Chain, Claim, EntityClass, Span

SIGNABLE = load_words("signable")
FOCUS = "focus"  # the argument path: the law or letter that the text is speaking of
FOCUS_MOVE = "focus move"  # the same for a verb whose object is what was done to the law: "welcomed the vote"
PARTY = "party"  # the argument path: whom the article says others act against
CONFIDENCE = 0.75  # that a law left out is the one named last
WINDOW = 700  # characters back to the last mention: about four sentences of news prose
MOVE_WINDOW = 200  # the same where a "move" is spoken of, which more than a law can be: the sentence before
_CONTENT = frozenset({"dobj", "ccomp", "xcomp", "oprd", "dative", "prt", "pcomp"})
_CASES = frozenset({"case", "suit", "lawsuit", "complaint", "claim", "action", "up", "on", "back"})


def find_focus(resolved: Resolved, trigger: Trigger) -> Iterator[Referent]:
    """The law, code or letter that was named last, where the trigger says nothing of what it is about; else nothing."""
    if not (_is_of_move(trigger) if FOCUS_MOVE in trigger.entry.object else is_bare(resolved, trigger)):
        return
    start = trigger.block.span_of(trigger.token).start
    window = MOVE_WINDOW if FOCUS_MOVE in trigger.entry.object else WINDOW
    chain = _named_last(resolved, trigger.entry, start, window)
    if chain is not None:
        yield Referent(chain, CONFIDENCE)


def _is_of_move(trigger: Trigger) -> bool:
    """Whether nothing is said of the move but that it is known: "the vote", "the decision", not "X's decision to"."""
    moves = [child for child in trigger.token.children if child.dep_ == "dobj"]
    return all(child.dep_ in {"det", "amod"} for move in moves for child in move.children)


def find_party(resolved: Resolved, trigger: Trigger, claims: Sequence[Claim]) -> list[Referent]:
    """Whom the claim nearest by acts against, where the trigger does not say; nothing where none is near."""
    if PARTY not in trigger.entry.object or not is_bare(resolved, trigger):
        return []
    start = trigger.block.span_of(trigger.token).start
    acts = [c for c in claims if c.predicate == "actsAgainst" and c.is_fact and _is_near(c, start)]
    nearest = min(acts, key=lambda c: (abs(c.evidence.start - start), c.evidence.start, c.object), default=None)
    return [Referent(chain, CONFIDENCE) for chain in resolved.chains if nearest and chain.id == nearest.object]


def _is_near(claim: Claim, place: int) -> bool:
    return abs(claim.evidence.start - place) <= WINDOW


def find_party_triggers(lexicon: Lexicon) -> frozenset[str]:
    """The ids of the entries whose object may be left out as the party of a case."""
    return frozenset(entry.id for entry in lexicon.entries if PARTY in entry.object)


def is_bare(resolved: Resolved, trigger: Trigger) -> bool:
    """Whether nothing that the trigger governs is what it is about."""
    token = trigger.token
    if is_verb(token):
        held = [child for child in token.children if child.dep_ in _CONTENT and child.lemma_.lower() not in _CASES]
        cased = any(c.dep_ == "nsubjpass" and c.lemma_.lower() in _CASES for c in token.children)
        undergone = is_passive(token) and not cased and "object" not in trigger.entry.subject
        if undergone or held:  # "X was opposed" tells of X, "the case was brought by X" says no more than "X sued"
            return False
    elif token.pos_ == "ADP":
        return not any(True for _ in token.children)
    elif find_possessors(token):
        return False
    done_by = "by" if is_verb(token) and is_passive(token) else None
    about = [inner for name, inner in governed(token) if name != done_by]
    return not any(
        _is_named(resolved, trigger, inner) or (inner.pos_ == "NOUN" and not is_verb(token)) for inner in about
    )


def _is_named(resolved: Resolved, trigger: Trigger, token: Token) -> bool:
    chain = resolved.chain_at(trigger.block, token)
    return chain is not None and chain.cls is not EntityClass.PLACE


def _named_last(resolved: Resolved, entry: Entry, start: int, window: int) -> Chain | None:
    """The chain of the wanted class named last before a place; of several in that sentence the one named most."""
    near = [
        (mention.span, chain)
        for chain in resolved.chains
        if chain.cls in entry.object_types
        for mention in chain.mentions
        if start - window <= mention.span.start and mention.span.end <= start
    ]
    if entry.predicate == "signs":  # nobody but a governor signs an act while a code or letter is being spoken of
        near = [row for row in near if SIGNABLE & set(row[1].name.lower().split())] or near
    if not near:
        return None
    last = max(near, key=lambda row: row[0])[0]
    sentence = _sentence_at(resolved, last)
    return max((chain for span, chain in near if sentence.contains(span)), key=lambda chain: len(chain.mentions))


def _sentence_at(resolved: Resolved, span: Span) -> Span:
    block = resolved.parsed.block_at(span)
    tokens = block.tokens_in(span) if block is not None else None
    return block.span_of(tokens[0].sent) if block is not None and tokens else span
