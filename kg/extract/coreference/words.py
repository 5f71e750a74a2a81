"""The words of coreference, read from `ontology/coreference/`: what a pronoun or a common noun can stand for."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from kg.model import EntityClass
from kg.names import fold
from kg.resources import ontology_path, read_table


@dataclass(frozen=True)
class Pronoun:
    """What a pronoun can stand for; `number` is "singular" or "plural", `gender` "male", "female" or ""."""

    classes: frozenset[EntityClass]
    number: str
    gender: str = ""
    speaker: bool = False


@dataclass(frozen=True)
class Noun:
    """One thing that a common noun can stand for.

    `kind` is what sort of thing of its class; `any_kind` fits every sort; `weak` needs more than salience.
    """

    cls: EntityClass
    kind: str
    number: str
    gender: str = ""
    any_kind: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Words:
    """All tables; keys are lower-case forms, plurals included, verbs are lemmas.

    `makers` are the nouns of those who make systems, `offices` the bodies that titles belong to ("commissioner"). What
    `roles` gives are the nouns that being the "subject" of a verb earns, or its "object", active or passive. `suits`
    says of each word around a pronoun ("does", "undergoes", "has") which sorts of thing it speaks for, `kinds` of each
    word in or around an organization's name ("names", "does", "has") of which kinds it is.
    """

    pronouns: dict[str, Pronoun]
    relatives: frozenset[str]
    nouns: dict[str, tuple[Noun, ...]]
    free_modifiers: frozenset[str]
    other_modifiers: frozenset[str]
    generic: frozenset[str] = frozenset()
    verbs: dict[str, frozenset[str]] = field(default_factory=dict)
    pleonastic: dict[str, frozenset[str]] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    offices: dict[str, str] = field(default_factory=dict)
    roles: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    suits: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    kinds: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    @cached_property
    def siblings(self) -> dict[str, frozenset[str]]:
        """The nouns that are earned by the same things as each that is earned: "founder" and "co-founder"."""
        return {noun: nouns for nouns in self.roles.values() for noun in nouns}

    @cached_property
    def earned(self) -> frozenset[str]:
        """The nouns that are earned by what is done."""
        return frozenset(noun for nouns in self.roles.values() for noun in nouns)


@cache
def load_words() -> Words:
    """The tables, read once per process.

    Raises:
        ResourceError: a table is missing from the installation.
    """
    pronouns, nouns, speech, given = (_read(f"{name}.toml") for name in ("pronouns", "nouns", "speech", "given"))
    suits, kinds = (
        {table: _turn(lists) for table, lists in _read(f"{name}.toml").items()} for name in ("suiting", "kinds")
    )
    return Words(
        pronouns={form: _pronoun(entry) for entry in pronouns["pronoun"] for form in entry["forms"]},
        relatives=frozenset(pronouns["relative"]["forms"]),
        nouns=_nouns(nouns["noun"]),
        free_modifiers=frozenset(nouns["modifiers"]["free"]),
        other_modifiers=frozenset(nouns["modifiers"]["other"]),
        generic=frozenset(nouns["generic"]["words"]),
        verbs={name: frozenset(table["verbs"]) for name, table in speech.items()},
        pleonastic={name: frozenset(words) for name, words in pronouns["pleonastic"].items()},
        shared=frozenset(pronouns["shared"]["nouns"]),
        measures=frozenset(pronouns["measures"]["nouns"]),
        suits=suits,
        kinds=kinds,
        makers=frozenset(nouns["makers"]["words"]),
        offices=nouns["offices"],
        roles={
            (place, verb): frozenset(entry["nouns"])
            for entry in nouns["role"]
            for place in ("subject", "object")
            for verb in entry.get(place, ())
        },
        given={fold(name): gender for gender, table in given.items() for name in table["names"].split()},
    )


def _turn(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Which sorts of thing each word speaks for, from the words of each sort."""
    return {word: frozenset(s for s, words in lists.items() if word in words) for ws in lists.values() for word in ws}


def _read(name: str) -> dict[str, Any]:
    return read_table(ontology_path("coreference", name))


def _pronoun(entry: dict[str, Any]) -> Pronoun:
    classes = frozenset(EntityClass(name) for name in entry["classes"])
    return Pronoun(classes, entry["number"], entry.get("gender", ""), entry.get("speaker", False))


def _nouns(entries: list[dict[str, Any]]) -> dict[str, tuple[Noun, ...]]:
    table: dict[str, list[Noun]] = defaultdict(list)
    for entry in entries:
        cls = EntityClass(entry["class"])
        for word in entry["words"]:
            kind = entry["kind"] or word
            for number, form in (("singular", word), ("plural", to_plural(word))):
                flags = (entry.get("gender", ""), entry.get("any", False), entry.get("weak", False))
                table[form].append(Noun(cls, kind, number, *flags))
    return {form: tuple(nouns) for form, nouns in table.items()}


def to_plural(word: str) -> str:
    """The plural of an English noun: "company" -> "companies", "spokeswoman" -> "spokeswomen"."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word}s"
