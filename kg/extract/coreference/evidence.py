"""What speaks for and against each thing that an anaphor may stand for, as named observations.

Each observation has a weight in `ontology/coreference/weights.toml`; `choosing.py` adds them up.
"""

from collections.abc import Iterator, Sequence

from kg.extract.coreference.continuity import carry_on
from kg.extract.coreference.deeds import is_known_maker
from kg.extract.coreference.fitting import Fit, fit_noun, is_like, name_nouns
from kg.extract.coreference.grounding import affiliations
from kg.extract.coreference.referents import FEW, SUBJECTS, Anaphor, Place, Referent
from kg.extract.coreference.salience import (
    Focus,
    Scene,
    is_accusing,
    is_coargument,
    is_introduced,
    is_parallel,
)
from kg.extract.coreference.suiting import suit
from kg.model import EntityClass
from kg.names import fold

MOST_PRESENT = 0.8  # for a description: what is more present would rather be a pronoun
NESTED = 8  # mentions that may hold each other: more than nest in any text
FAR = 3  # sentences after which how far off a mention is no longer matters

_FOR_ALL = frozenset({"once", "pronoun last 0", "pronoun last 1", "same pronoun", "main here", "main before"})  # groups
Evidence = dict[str, float]


def observe(focus: Focus, referent: Referent, scene: Scene, present: float) -> Evidence:
    """What speaks for a thing: names of observations with how much there is of each, mostly 1.

    `present` is its `salience.presence` there.
    """
    of = _of_pronoun if focus.anaphor.kind == "pronoun" else _of_noun
    found = of(focus, referent, scene, present)
    group = group_of(focus.anaphor)
    if referent.is_named:
        found[f"{group}.prominence"] = scene.prominence(referent)
    for trace in _traces(focus.anaphor, referent):
        found[trace if trace in _FOR_ALL else f"{group}.{trace}"] = 1.0
        if group == "it":
            found[f"it.{_kind_of(referent)}.{trace}"] = 1.0
    for trace in carry_on(focus.anaphor.place, referent):
        found[f"{group}.{trace}"] = 1.0
    return found


def compare(anaphor: Anaphor, candidates: list[tuple[Evidence, Referent]], scene: Scene) -> None:
    """Adds what each candidate is among the others: named last, named most, the only one with a name."""
    named = [(evidence, referent) for evidence, referent in candidates if referent.is_named]
    if not named:
        return
    group, start = group_of(anaphor), anaphor.place.span.start
    if len(named) == 1:
        named[0][0][f"{group}.alone"] = 1.0
    most = max(named, key=lambda pair: scene.prominence(pair[1]))
    most[0][f"{group}.most named"] = 1.0
    latest = max(named, key=lambda pair: _end_before(pair[1], start))
    latest[0][f"{group}.latest"] = 1.0


def _end_before(referent: Referent, start: int) -> int:
    """Where the last mention ends that begins before a place of the text; -1 where there is none."""
    return max((p.span.end for p in referent.before(start)[-NESTED:]), default=-1)


def observe_nothing(anaphor: Anaphor) -> Evidence:
    """What speaks for an anaphor's standing for nothing that is known."""
    group = group_of(anaphor)
    found = {f"none.{group}": 1.0, f"none.{group}.{anaphor.place.role}": 1.0}
    if anaphor.place.quoted:
        found[f"none.{group}.quoted"] = 1.0
    if anaphor.weak:
        found["none.weak"] = 1.0
    if anaphor.modifiers:
        found["none.modified"] = 1.0
    return found


def group_of(anaphor: Anaphor) -> str:
    """The sort of anaphor that observations are weighed for: "he", "it", "they", "the", "role" or "owned"."""
    if anaphor.kind == "pronoun":
        return "he" if anaphor.gender else "they" if anaphor.number == "plural" else "it"
    if anaphor.kind == "owned":
        return "owned"
    return "role" if anaphor.classes == {EntityClass.PERSON} else "the"


def _kind_of(referent: Referent) -> str:
    if referent.cls is not None:
        return referent.cls.name.lower()
    if is_introduced(referent):
        return "introduced"
    first = referent.places[0]
    if first.end - first.first == 1 and first.head.tag_ == "NN":
        return "bare"
    return "unnamed"


def _of_pronoun(focus: Focus, referent: Referent, scene: Scene, present: float) -> Evidence:
    anaphor, place = focus.anaphor, focus.anaphor.place
    group, kind = group_of(anaphor), _kind_of(referent)
    found: Evidence = {f"{group}.{kind}": 1.0, "presence": present}
    if group == "it":
        found[f"it.{place.role}.{kind}"] = 1.0
        found |= suit(place, referent, scene.words)
    if group == "they":
        found |= {f"they.{name}": value for name, value in suit(place, referent, scene.words).items()}
    is_spoken = scene.is_spoken(place)
    lone_they = group == "they" and referent.number == "singular"
    governs = not lone_they and focus.governing is referent
    flags = {
        "parallel": is_parallel(place, referent),
        "governing": governs,
        f"governing {place.clause.dep_}": governs,
        f"governing.{kind}": governs,
        "coargument": is_coargument(place, referent),
        "accused": is_coargument(place, referent) and is_accusing(place, scene.words),
        "fronted": focus.forward is referent and not place.quoted,
        "commented": focus.forward is referent and place.quoted,
        "reflexive": _is_reflexive(focus, referent, scene),
        "apposed": _is_apposed(place, referent, scene),
        "lone they": lone_they,
        "lone they spoken": lone_they and is_spoken,
        "lone them": lone_they and place.head.lower_ not in {"they", "their"},
        "within": kind == "organization" and is_within(anaphor, scene),
    }
    return found | {name: 1.0 for name, flag in flags.items() if flag}


def _is_reflexive(focus: Focus, referent: Referent, scene: Scene) -> bool:
    """Whether a thing is the subject of the clause in which "itself" stands."""
    place = focus.anaphor.place
    if not place.head.lower_.endswith(("self", "selves")):
        return False
    subject = next((c for c in place.doing.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and scene.owners.get((place.block.index, subject.i)) is referent


def _is_apposed(place: Place, referent: Referent, scene: Scene) -> bool:
    """Whether a possessive's noun says what a thing is: "sells Vigia, its camera", not "Ann, her sister Bea"."""
    noun = place.head.head
    if place.role != "possessive" or noun.dep_ != "appos" or (place.block.index, noun.i + 1) in scene.owners:
        return False
    return any(p.block.index == place.block.index and p.head.i == noun.head.i for p in referent.places)


def is_within(anaphor: Anaphor, scene: Scene) -> bool:
    """Whether an "it" stands behind a preposition that says where or about what: hardly an organization."""
    head = anaphor.place.head
    return head.dep_ == "pobj" and head.head.lower_ in scene.words.pleonastic["within"]


def _of_noun(focus: Focus, referent: Referent, scene: Scene, present: float) -> Evidence:
    anaphor, group = focus.anaphor, group_of(focus.anaphor)
    found: Evidence = {f"{group}.{_kind_of(referent)}": 1.0, f"{group}.present": min(present, MOST_PRESENT)}
    if not (referent.is_named or is_introduced(referent)):
        return found
    fit = fit_noun(anaphor, referent, scene.words)
    name = fit.name.lower()
    found[f"{group}.fit.{name}"] = 1.0
    if present <= 0:
        found[f"{group}.absent.{name}"] = 1.0
        found[f"{group}.absent prominence"] = scene.prominence(referent) if referent.is_named else 0.0
    if anaphor.weak:
        found[f"{group}.weak.{name}"] = 1.0
    if fit in {Fit.UNKNOWN, Fit.UNUSUAL} and scene.is_main(referent):
        found[f"{group}.main {name}"] = 1.0
    if scene.lately.get(anaphor.noun) is referent:
        found[f"{group}.again"] = 1.0
    if anaphor.noun in scene.words.makers and (referent.makes or is_known_maker(referent)):
        found["the.makes"] = 1.0
    if anaphor.kind == "owned":
        found |= _of_owner(anaphor, referent, scene)
    return found | {f"{group}.{told}": 1.0 for told in _told(anaphor, referent, scene)}


def _told(anaphor: Anaphor, referent: Referent, scene: Scene) -> Iterator[str]:
    """What the words before a description's noun say of a thing: the same as is known, something new, its product."""
    told = set(anaphor.modifiers) - scene.words.free_modifiers
    if not told:
        return
    if told - referent.modifiers - name_nouns(referent):
        yield "new"
    known = referent.modifiers | name_nouns(referent)
    if told <= known:
        yield "told"
    elif any(is_like(word, referent) for word in told):
        yield "half told"
    made = {word for system in referent.makes for name in system.names for word in fold(name).split()}
    if made & told:
        yield "its maker"


def _of_owner(anaphor: Anaphor, referent: Referent, scene: Scene) -> Evidence:
    """Whether who owns a description is whom a person belongs to: "its director"."""
    if referent.cls is not EntityClass.PERSON:
        return {}
    place = anaphor.place
    poss = next((c for c in place.head.children if c.dep_ == "poss"), None)
    owner = scene.owners.get((place.block.index, poss.i)) if poss is not None else None
    employers = affiliations(referent, scene.owners)
    if owner is None or not employers:
        return {}
    return {"owned.employer" if owner in employers else "owned.other": 1.0}


def _traces(anaphor: Anaphor, referent: Referent) -> Iterator[str]:
    """Where a thing came up before an anaphor, and as what last."""
    place = anaphor.place
    before = referent.before(place.span.start)
    if not before:
        yield "later"
        return
    last = before[-1]
    distance = place.sentence - last.sentence
    yield f"off {min(distance, FAR)}" if distance >= 0 else "off 3"
    if last.block.index != place.block.index:
        yield "other paragraph"
    if referent.stands_over(place):
        yield "in heading"
    if len(before) == 1:
        yield "once"
    if last.head.pos_ == "PRON":
        yield f"pronoun last {min(distance, 1)}"
        if last.head.lower_ == place.head.lower_ and distance < 2:
            yield "same pronoun"
    lately = referent.near(place.sentence - 1, place.sentence) if len(before) > FEW else before
    near = [p for p in lately if p.role in SUBJECTS and place.sentence - 1 <= p.sentence <= place.sentence]
    near = [p for p in near if p.span.start < place.span.start]
    yield from _as_subject(place, near)


def _as_subject(place: Place, near: Sequence[Place]) -> Iterator[str]:
    """Where a thing was a subject in a place's sentence or the one before it, at the places `near`."""
    if any(p.sentence == place.sentence and p.is_main for p in near):
        yield "main here"
    subject = [p for p in near if p.sentence == place.sentence - 1]
    if subject:
        yield "subject before"
        if any(p.head.pos_ == "PRON" for p in subject):
            yield "pronoun before"
        if any(p.is_main for p in subject):
            yield "main before"
