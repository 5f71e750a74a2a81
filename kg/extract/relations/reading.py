"""The claims of each trigger: its arguments, resolved to chains, with stance and source."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANY, LEAD, NAMED, VIEW, WORK, Readings, Referent, find_referents
from kg.extract.relations.focus import FOCUS, FOCUS_MOVE, find_focus, find_party
from kg.extract.relations.lexicon import Entry
from kg.extract.relations.refusals import to_refusal
from kg.extract.relations.tense import Tense, find_tense
from kg.extract.relations.tenure import Ending
from kg.extract.relations.topics import (
    ACTED_ON,
    RAISING,
    SPOKEN_OF,
    THERE,
    find_raising,
    find_spoken_of,
    find_topic,
)
from kg.extract.relations.triggers import Trigger
from kg.extract.relations.verdicts import SPEAKER, find_speaker, find_verdict_stance, is_verdict
from kg.extract.relations.wording import find_role, is_excluded
from kg.extract.stance.modality import find_stance
from kg.extract.stance.source import find_source
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import to_antecedent
from kg.extract.syntax.coordination import is_excepted
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.model import Claim, EntityClass, Modality, Polarity, Span

# "A and B collaborate": only mutual predicates hold between members of one enumeration.
BROUGHT = "bringer"  # the argument path whose cases are presupposed: "agreed to settle a case brought by X"
HOLDER = "holder"  # the argument path: whose the verb's object is
LAPSING = frozenset({"partOf", "basedIn"})  # what is over is not so: "once part of X", "formerly based in Y"
# Whoever has left to start something, or paid to buy it, has done so.
DONE = frozenset({"leave", "quit", "depart", "resign", "pay", "spend"})
DUES = frozenset({"fine", "penalty", "settlement", "bill", "tax", "verdict", "debt", "damage", "damages"})
MUTUAL = frozenset({"collaboratesWith", "competesWith"})


def read_triggers(resolved: Resolved, triggers: Iterable[Trigger]) -> Iterator[Claim]:
    """The claims that the lexicon's words make, in order of the text; the same statement may come twice."""
    for trigger in triggers:
        yield from read_trigger(resolved, trigger)


def read_parties(resolved: Resolved, triggers: Iterable[Trigger], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of those who sue without it being said whom: the party that the other claims of the article name."""
    for trigger in triggers:
        if needs_met(trigger.token, trigger.entry):
            for party in find_party(resolved, trigger, claims):
                for subject in fill_role(resolved, trigger, trigger.entry.subject):
                    if subject.chain is not party.chain:
                        yield to_claim(resolved, trigger.block, trigger, (subject, party))


def find_endings(resolved: Resolved, triggers: Iterable[Trigger]) -> list[Ending]:
    """The events of the article that end a person's posts, in order of the text."""
    found = []
    for trigger in triggers:
        if trigger.entry.ends and needs_met(trigger.token, trigger.entry) and find_stance(trigger.token).is_actual:
            kept = fill_role(resolved, trigger, trigger.entry.object) if trigger.entry.ends == "others" else []
            if kept or trigger.entry.ends == "all":
                people = fill_role(resolved, trigger, trigger.entry.subject)
                found += [_to_ending(resolved, trigger, person, kept) for person in people]
    return found


def _to_ending(resolved: Resolved, trigger: Trigger, person: Referent, kept: list[Referent]) -> Ending:
    passage, verb = trigger.block.span_of(trigger.token.sent), trigger.block.span_of(trigger.token)
    opening, rest = Span(passage.start, verb.start), Span(verb.end, passage.end)
    before = {c.id for c in resolved.chains if any(opening.contains(mention.span) for mention in c.mentions)}
    after = {c.id for c in resolved.chains if any(rest.contains(mention.span) for mention in c.mentions)} - before
    done_to_them = "object" in trigger.entry.subject
    stayed = kept[0].chain.id if kept else None
    return Ending(person.chain.id, passage, stayed, done_to_them, frozenset(after))


def read_trigger(resolved: Resolved, trigger: Trigger) -> Iterator[Claim]:
    """The claims that one trigger makes by one entry: every subject with every object that fits."""
    entry, block = trigger.entry, trigger.block
    if not needs_met(trigger.token, entry) or (SPEAKER in entry.subject and not is_verdict(trigger.token)):
        return
    subjects, objects = _find_ends(resolved, trigger)
    for subject in subjects:
        for object_ in objects:
            apart = entry.predicate in MUTUAL or not resolved.are_listed(block, subject.chain, object_.chain)
            if subject.chain is not object_.chain and apart and not is_excluded(entry, subject.chain):
                claim = to_claim(resolved, block, trigger, (subject, object_))
                yield from (claim, *to_refusal(trigger.token, claim))


def _find_ends(resolved: Resolved, trigger: Trigger) -> tuple[list[Referent], list[Referent]]:
    """The subjects and objects of a trigger; what is said to be whose it is, is not its own doer's.

    "X led its round, joined by Y": "its" stands for a third, whom the text is speaking of.
    """
    entry = trigger.entry
    objects = fill_role(resolved, trigger, entry.object) or find_topic(resolved, trigger)
    subjects = fill_role(resolved, trigger, entry.subject) if objects else []
    if objects and not subjects and entry.predicate == "foundedBy":
        subjects = find_topic(resolved, trigger)
    doers = {id(subject.chain) for subject in subjects}
    if entry.predicate in MUTUAL or not is_verb(trigger.token) or (len(doers) == 1 and HOLDER not in entry.object):
        return subjects, objects
    others = [object_ for object_ in objects if id(object_.chain) not in doers]
    if not others and HOLDER in entry.object:
        beyond = fill_role(resolved, trigger, entry.object[entry.object.index(HOLDER) + 1 :])
        others = [object_ for object_ in beyond if id(object_.chain) not in doers]
    return subjects, others


def needs_met(token: Token, entry: Entry) -> bool:
    """Whether the arguments that an entry needs are there, each with one of the words wanted."""
    for path, lemmas in entry.needs.items():
        heads = [word for head in find_argument(token, path) for word in (head, to_antecedent(head))]
        if not lemmas and not heads:
            continue
        if not any(_is_one_of(head, lemmas) for head in heads):
            return False
    return True


def _is_one_of(head: Token, lemmas: Collection[str]) -> bool:
    """Whether it is one of the words; of a number the word before it ("SB 12") or that it is money."""
    numbered = head.lower_[:1].isdigit() and any(c.lower_ in lemmas for c in head.children if c.dep_ == "compound")
    return head.lemma_.lower() in lemmas or head.lower_ in lemmas or numbered or _is_sum(head, lemmas)


def _is_sum(head: Token, lemmas: Collection[str]) -> bool:
    """Whether it is a sum of money ("$350,000", "950 million reais"), and money is wanted."""
    figures = {child.lower_ for child in head.children if child.dep_ in {"nummod", "compound", "quantmod"}}
    if head.lemma_.lower() in DUES:
        return False  # "paid a $2 million fine"
    in_dollars = head.pos_ == "NUM" and any(child.tag_ == "$" for child in head.children)
    return "money" in lemmas and (in_dollars or bool(figures & {"million", "billion", "trillion"}))


def fill_role(resolved: Resolved, trigger: Trigger, paths: tuple[str, ...]) -> list[Referent]:
    """The referents of the first path that has any."""
    entry = trigger.entry
    types = entry.subject_types if paths is entry.subject else entry.object_types
    for path in paths:
        found = {referent.chain.id: referent for referent in _beyond(resolved, trigger, path)}
        for token in find_argument(trigger.token, path):
            if (token.i == trigger.token.i and path != "self") or is_excepted(token):
                continue
            referents = find_referents(resolved, trigger.block, token, types, _readings(entry, path))
            for referent in _one_person(resolved, trigger, token, referents) if path == "self" else referents:
                found.setdefault(referent.chain.id, referent)
            if path == "self" and found:
                break  # what a noun stands for is one thing, or one coordination
        if found:
            return list(found.values())
    return []


def _one_person(resolved: Resolved, trigger: Trigger, token: Token, referents: list[Referent]) -> list[Referent]:
    """Of those listed together, the one that a noun in the singular is about: "A and B, a lawyer at Y": B."""
    if trigger.token.tag_ == "NNS":
        return referents
    own = resolved.chain_at(trigger.block, token)
    if len(referents) > 1 and _is_set_off(trigger.token):
        place = trigger.block.span_of(trigger.token).start
        before = [r for r in referents if _last_before(r, place) >= 0]
        return [max(before, key=lambda r: _last_before(r, place))] if before else referents
    alone = [r for r in referents if r.chain is own and _is_person(r)]
    return alone or referents


def _is_set_off(noun: Token) -> bool:
    """Whether it stands behind a comma as one that says more of a name: "A and B, a lawyer at Y"."""
    edge = noun.left_edge
    behind = edge.i > noun.sent.start and edge.nbor(-1).text == ","
    return noun.dep_ == "appos" or (behind and edge.lower_ in {"a", "an"})


def _is_person(referent: Referent) -> bool:
    return referent.chain.cls is EntityClass.PERSON


def _last_before(referent: Referent, place: int) -> int:
    """Where the last mention before a place of the article begins; -1 where there is none."""
    return max((m.span.start for m in referent.chain.mentions if m.span.end <= place), default=-1)


def _beyond(resolved: Resolved, trigger: Trigger, path: str) -> Iterator[Referent]:
    """What the paths that look beyond the clause give: who says so, the law or organization that the text speaks of."""
    if path == SPEAKER:
        yield from find_speaker(resolved, trigger)
    elif path in {FOCUS, FOCUS_MOVE}:
        yield from find_focus(resolved, trigger)
    elif path in {SPOKEN_OF, THERE, ACTED_ON}:
        yield from find_spoken_of(resolved, trigger, path)
    elif path == RAISING:
        yield from find_raising(resolved, trigger)


def _readings(entry: Entry, path: str) -> Readings:
    if entry.direct and path == "lead":
        return NAMED
    if path == "lead":
        return LEAD
    return VIEW if entry.voices else WORK if entry.workers else ANY


def to_claim(resolved: Resolved, block: ParsedBlock, trigger: Trigger, pair: tuple[Referent, Referent]) -> Claim:
    """The claim that a trigger makes of a subject and an object, with its stance and source."""
    entry, token = trigger.entry, trigger.token
    stance = _find_stance(trigger)
    tense = find_tense(token)
    predicate = entry.predicate
    if (tense.former or tense.over) and entry.former:
        predicate = entry.former
    elif (tense.past or tense.over) and entry.past:
        predicate = entry.past
    subject, object_ = pair
    return Claim(
        subject=subject.chain.id,
        predicate=predicate,
        object=object_.chain.id,
        evidence=block.span_of(token.sent),
        polarity=Polarity.DENIED if _is_lapsed(predicate, tense) else _to_polarity(stance, entry),
        modality=_to_modality(stance, trigger),
        attributed_to=find_source(resolved, block, token),
        confidence=round(entry.confidence * subject.confidence * object_.confidence, 3),
        role=find_role(resolved, block, token) if predicate in {"worksFor", "formerlyAt"} else "",
        rule=entry.id,
    )


def _is_lapsed(predicate: str, tense: Tense) -> bool:
    """Whether a state is over that has no predicate of its own for that."""
    return (tense.former and predicate in LAPSING) or (tense.over and predicate in LAPSING | {"worksFor"})


def _find_stance(trigger: Trigger) -> Stance:
    """How the claim is meant: a verdict as its saying is, a case that was brought as brought, else as the word is."""
    if SPEAKER in trigger.entry.subject:
        return find_verdict_stance(trigger.token)
    return Stance() if BROUGHT in trigger.entry.subject else find_stance(trigger.token)


def _to_polarity(stance: Stance, entry: Entry) -> Polarity:
    return Polarity.DENIED if Polarity.DENIED in {stance.polarity, entry.polarity} else Polarity.AFFIRMED


def _is_done(verb: Token) -> bool:
    """Whether a purpose is known to have been met: "left X to start Y", "paid $2 million to buy Y"."""
    above = verb.head
    aimed = verb.dep_ in {"xcomp", "advcl"} and above.lemma_.lower() in DONE and above.tag_ in {"VBD", "VBN"}
    return aimed and find_stance(above).is_actual


def _to_modality(stance: Stance, trigger: Trigger) -> Modality:
    entry = trigger.entry
    if entry.modality is not Modality.ACTUAL:
        return entry.modality
    if (stance.modality is not Modality.ACTUAL or stance.purpose) and _is_done(trigger.token):
        return Modality.ACTUAL
    if stance.purpose and not entry.purpose and stance.modality is Modality.ACTUAL:
        return Modality.PLANNED
    return Modality.ACTUAL if entry.duty else stance.modality
