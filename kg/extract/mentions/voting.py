"""Which class every name of an article has: all its places and its longer and shorter forms have a say."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.cues import find_cues
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.persons import given_names, is_surname
from kg.extract.mentions.shapes import words
from kg.model import EntityClass

Judge = Callable[[int, Candidate], dict[EntityClass, float]]  # of a block, by its number, and a name in it
Names = dict[str, EntityClass]
Votes = dict[str, dict[EntityClass, float]]

_LAYER_WEIGHT = {"gazetteer": 2.0, "grammar": 1.0, "ner": 1.0}
CUE_WEIGHT = 1.0  # a cue beside a name, against 0.8 for the recogniser's reading of the place
SURNAME_WEIGHT = 0.6  # a frequent surname as last word; not enough against the recogniser alone, but with a cue
# Of the learnt model's opinion of a place. Lines of hands it had not seen gained 1.0 (1), 1.6 (2) and 2.0 (3) points of
# F1; articles that were not learnt from most at 2, for there each place of a name says the same again.
JUDGE_WEIGHT = 2.0
OWNER_WEIGHT = 0.9  # "Halden's Orbel": more than the recogniser's reading, less than a cue
HEAD_WEIGHT = 1.2  # "… Association", "… Act": more than the recogniser's reading of two places
PART_WEIGHT = 1.5  # a full name's class against that of a surname or short name standing alone
ACRONYM_WEIGHT = 3.0  # "(GSF)" right behind a name is of that name's class


def decide_classes(texts: Sequence[str], found: Sequence[list[Candidate]], judge: Judge | None = None) -> Names:
    """The class of every name in the article: the one that most speaks for."""
    votes = count_votes(texts, found, judge)
    share_votes(votes)
    return {name: _most(by_class) for name, by_class in votes.items()}


def _most(by_class: dict[EntityClass, float]) -> EntityClass:
    return max(sorted(by_class), key=lambda cls: by_class[cls])


def count_votes(texts: Sequence[str], found: Sequence[list[Candidate]], judge: Judge | None = None) -> Votes:
    """For every name the weight of what speaks for each class at its own places."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for block, (text, candidates) in enumerate(zip(texts, found, strict=True)):
        for candidate in candidates:
            name = candidate.cut(text)
            votes[name][candidate.cls] += _LAYER_WEIGHT[candidate.layer] * candidate.confidence
            if candidate.layer == "ner":
                for cls, weight in _weigh(text, candidate, candidates):
                    votes[name][cls] += weight
                for cls, share in (judge(block, candidate) if judge else {}).items():
                    votes[name][cls] += JUDGE_WEIGHT * share
            elif candidate.layer == "grammar" and candidate.cls is EntityClass.SYSTEM:
                for cls, strength in find_cues(text, candidate.start, candidate.end):
                    votes[name][cls] += strength if strength > CUE_WEIGHT else 0.0  # "MAR-7, a voluntary standard"
            if acronym := find_acronym(text, candidate):
                votes[acronym][candidate.cls] += ACRONYM_WEIGHT
    return votes


def _weigh(text: str, candidate: Candidate, others: list[Candidate]) -> Iterator[tuple[EntityClass, float]]:
    """What speaks for the class of a name that was read from context, at one place, with its weight."""
    name = candidate.cut(text)
    if headed := _headed(name):
        yield headed, HEAD_WEIGHT
    if " " in name and is_surname(name.split()[-1]):
        yield EntityClass.PERSON, SURNAME_WEIGHT
    for cls, strength in find_cues(text, candidate.start, candidate.end):
        yield cls, CUE_WEIGHT * strength
    if owned := _owned(text, candidate, others):
        yield owned, OWNER_WEIGHT
    if candidate.cls is EntityClass.PERSON and _is_placed(text, candidate, others):
        yield EntityClass.PLACE, CUE_WEIGHT


def share_votes(votes: Votes) -> None:
    """Lets full names speak for their surnames and short forms, and a family's surname for its members."""
    people = [name for name, by_class in votes.items() if _most(by_class) is EntityClass.PERSON]
    families = {name.split()[-1] for name in people}
    for name, by_class in votes.items():
        if name not in people and name.count(" ") == 1 and name.split()[1] in families and not known_as(name):
            by_class[EntityClass.PERSON] += PART_WEIGHT
    for name, cls in [(name, _most(by_class)) for name, by_class in votes.items()]:
        weight = PART_WEIGHT + votes[name][cls]
        for part in {*parts(name, cls), *_first(name, cls)} & votes.keys():
            if not known_as(part):
                votes[part][cls] += weight


_TAIL = re.compile(r" (?:of|on|for) ")


def _headed(name: str) -> EntityClass | None:
    """The class that a name's last word says, where that word says one class alone; of single words, only bodies."""
    if name in words("organization", "bare"):
        return EntityClass.ORGANIZATION
    core = _TAIL.split(name)[0]  # "Select Committee on Audits" is headed by its committee
    last = core.split()[-1] if " " in name else ""
    if last in words("organization", "heads") - words("organization", "weak") - words("policy", "heads"):
        return EntityClass.ORGANIZATION
    if last in words("policy", "heads") - words("policy", "weak"):
        return EntityClass.POLICY
    if " ".join(core.split()[-2:]) in words("document", "heads") and core.count(" ") > 1:
        return EntityClass.DOCUMENT
    return None


def _owned(text: str, candidate: Candidate, others: list[Candidate]) -> EntityClass | None:
    """What a name is likely to be for its owner's sake: a firm's system, a country's body; None if nothing says so."""
    if candidate.cls is EntityClass.PERSON or text[max(0, candidate.start - 3) : candidate.start] not in ("'s ", "’s "):
        return None
    owner = next((other.cls for other in others if other.end == candidate.start - 3), None)
    return {EntityClass.ORGANIZATION: EntityClass.SYSTEM, EntityClass.PLACE: EntityClass.ORGANIZATION}.get(owner)  # type: ignore[arg-type]


_WHERE = re.compile(r"\b(?:in|near|outside|across) $")


def _is_placed(text: str, candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether something stands in it, or a known place follows it: "in Wagga Wagga", "Eugene, Oregon"."""
    if _WHERE.search(text, max(0, candidate.start - 9), candidate.start):
        return True
    return text.startswith(", ", candidate.end) and any(
        other.start == candidate.end + 2 and other.cls is EntityClass.PLACE and other.layer == "gazetteer"
        for other in others
    )


_ACRONYM = re.compile(r" \((?:the )?[“\"‘]?(?P<short>[A-Z][A-Za-z&.-]{1,9})[”\"’]?(?:\)|,| or )")


def find_acronym(text: str, candidate: Candidate) -> str | None:
    """The acronym that stands in brackets right behind a name and is made of its initials, or None."""
    found = _ACRONYM.match(text, candidate.end)
    if not found or sum(c.isupper() for c in found["short"]) < 2:
        return None
    letters = iter(c.lower() for c in re.sub(r"[^\w]", "", candidate.cut(text)))
    return found["short"] if all(c in letters for c in found["short"].lower() if c.isalpha()) else None


_PARTICLE = re.compile(r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|bin|ter|ten|af|av|zu)", re.IGNORECASE)
_VERSION = re.compile(r"[- ]v?\d[\w.]*(?:[- ]\w+)?$")


def parts(name: str, cls: EntityClass) -> Iterator[str]:
    """The shorter forms of one name that stand for it alone: surnames, firms without "Labs", model families."""
    pieces = name.split()
    if cls is EntityClass.PERSON and len(pieces) > 1:
        yield pieces[-1]
        first = next((i for i, piece in enumerate(pieces) if i and _PARTICLE.fullmatch(piece)), None)
        if first is not None:
            surname = " ".join(pieces[first:])
            yield surname
            yield surname[0].upper() + surname[1:]
    if cls is EntityClass.ORGANIZATION and len(pieces) > 1 and not known_as(name):
        yield from (short for short in _without_head(pieces) if not _is_common(short.split()))
    if cls is EntityClass.SYSTEM and (version := _VERSION.search(name)):
        yield name[: version.start()]


def _without_head(pieces: list[str]) -> Iterator[str]:
    """A firm's name without "Labs, Inc.", a body's without "Centre for Public Policy"."""
    heads = words("organization", "heads")
    rest = list(pieces)
    while len(rest) > 1 and rest[-1] in heads | words("organization", "legal"):
        rest.pop()
        rest[-1] = rest[-1].rstrip(",")
    if len(rest) < len(pieces):
        yield " ".join(rest)
    for i, piece in enumerate(pieces[:-1]):
        if i and piece in heads and pieces[i + 1] in ("for", "of", "on"):
            yield " ".join(pieces[:i])


def _first(name: str, cls: EntityClass) -> Iterator[str]:
    """The first word of a name, where it may stand for it: a given name, the coined word of "Halden Automation"."""
    first, *rest = name.split()
    given = cls is EntityClass.PERSON and (len(rest) == 1 or first in given_names())
    if rest and (cls is EntityClass.ORGANIZATION or given):
        yield first


def _is_common(rest: list[str]) -> bool:
    """Whether what is left without the last word is no name: "Safety" of "Safety Committee", a country, a state."""
    if any(known.cls is EntityClass.PLACE for known in known_as(" ".join(rest))):
        return True
    return any(word in rest for word in ("of", "for", "on")) or any(
        word.lower() in words("organization", "ordinary") for word in rest
    )
