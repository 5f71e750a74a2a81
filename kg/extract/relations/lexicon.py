"""Reads the lexicon: which words express which predicate, with which arguments and types.

The tables are `ontology/lexicon/*.toml`; their format is described in `ontology/lexicon/README.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import ResourceError
from kg.extract.words import load_words
from kg.model import EntityClass, Modality, Polarity
from kg.resources import ontology_path, read_table

AGENT = ("Organization", "Person", "StakeholderGroup")
PARTS_OF_SPEECH = frozenset({"verb", "noun", "adposition", "adjective", "adverb", "pair", "column"})


KEYS = frozenset(
    {
        "predicate",
        "words",
        "pos",
        "subject",
        "object",
        "from",
        "to",
        "needs",
        "past",
        "former",
        "purpose",
        "direct",
        "workers",
    }
    | {"without", "within", "voices", "duty", "yields", "ends", "polarity", "modality", "confidence", "yes", "no"}
)


@dataclass(frozen=True)
class Entry:
    """One line of the lexicon: some words, one predicate, and where its arguments stand.

    `subject` and `object` are argument paths, tried together. `needs` maps a path to the lemmas one of whose heads
    must fill it. `past` and `former` name the predicate that takes over when the state is over; `purpose` says that
    an infinitive of purpose counts as done ("copied images to train X": X is trained); `direct` that the arguments
    must be names themselves, not words in apposition to them; `workers` that what an organization's people do, it
    does; `without` that no word of the subject's name is one of these, `within` that one is; `voices` that its
    lobbyists, letters and lawyers speak for it; `duty` that what must be done holds ("must obey X"); `yields` that
    it gives way to who is said to have made it. `ends` says
    what the event does to posts that the person is elsewhere said to hold: "others" ends those with other
    organizations, "all" every one.
    """

    id: str
    predicate: str
    words: tuple[str, ...]
    pos: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_types: frozenset[EntityClass]
    object_types: frozenset[EntityClass]
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    past: str = ""
    former: str = ""
    purpose: bool = False
    direct: bool = False
    workers: bool = False
    voices: bool = False
    duty: bool = False
    yields: bool = False
    ends: str = ""
    without: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    confidence: float = 0.9
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """All entries, and the entries of each (part of speech, lemma)."""

    entries: tuple[Entry, ...]
    by_word: Mapping[tuple[str, str], tuple[Entry, ...]]

    def find(self, pos: str, lemma: str) -> tuple[Entry, ...]:
        """The entries that a word of this part of speech triggers, in the order of the tables; empty where none."""
        return self.by_word.get((pos, lemma), ())


@cache
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon in `folder`, by default the shipped one.

    Raises:
        ResourceError: a table is missing or an entry is malformed; the message names file and entry.
    """
    folder = folder or ontology_path("lexicon")
    predicates = read_table(folder / "predicates.toml")
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.toml")):
        if path.name != "predicates.toml":
            entries.extend(_read_entries(path, predicates))
    return Lexicon(tuple(entries), _index(entries))


def _index(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    index: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in entry.words:
            index[entry.pos, word].append(entry)
    return {key: tuple(found) for key, found in index.items()}


def _read_entries(path: Path, predicates: Mapping[str, Any]) -> Iterable[Entry]:
    for number, row in enumerate(read_table(path).get("entry", []), start=1):
        try:
            yield _to_entry(f"{path.stem}/{number}", {"predicate": path.stem, **row}, predicates)
        except (KeyError, ValueError, TypeError) as error:
            raise ResourceError(f"{path.name}, entry {number}: {error!r}", "see ontology/lexicon/README.md") from error


def _to_entry(id_: str, row: dict[str, Any], predicates: Mapping[str, Any]) -> Entry:
    kind = predicates[row["predicate"]]
    if row["pos"] not in PARTS_OF_SPEECH:
        raise ValueError(f"no part of speech {row['pos']!r}")
    if unknown := set(row) - KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    return Entry(
        id=row.get("id", f"{id_}"),
        predicate=row["predicate"],
        words=tuple(row.get("words", ("",))),
        pos=row["pos"],
        subject=_to_tuple(row["subject"]),
        object=_to_tuple(row["object"]),
        subject_types=_to_types(row.get("from", kind["from"])),
        object_types=_to_types(row.get("to", kind["to"])),
        needs={path: frozenset(lemmas) for path, lemmas in row.get("needs", {}).items()},
        past=row.get("past", ""),
        former=row.get("former", ""),
        purpose=row.get("purpose", False),
        direct=row.get("direct", False),
        workers=row.get("workers", False),
        voices=row.get("voices", False),
        duty=row.get("duty", False),
        yields=row.get("yields", False),
        ends=row.get("ends", ""),
        without=load_words(row["without"]) if "without" in row else frozenset(),
        within=load_words(row["within"]) if "within" in row else frozenset(),
        polarity=Polarity(row.get("polarity", "Affirmed")),
        modality=Modality(row.get("modality", "Actual")),
        confidence=row.get("confidence", 0.9),
        yes=_to_tuple(row.get("yes", ())),
        no=_to_tuple(row.get("no", ())),
    )


def _to_tuple(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _to_types(names: Iterable[str]) -> frozenset[EntityClass]:
    wide = [AGENT if name == "Agent" else (name,) for name in names]
    return frozenset(EntityClass(name) for group in wide for name in group)
