"""The words that change the stance of what they govern, from `ontology/stance.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.errors import ResourceError
from kg.resources import ontology_path, read_table

EFFECTS = frozenset({"deny", "plan", "possible", "conditional", "report", "actual"})

PHRASES = frozenset({"particles", "fates", "states", "frames"})  # sections of one phrase or expression a line


@dataclass(frozen=True)
class StanceTable:
    """`verbs`, `nouns` and `adjectives` map a lemma to its effect on the clause it governs, `modifiers` on its noun,
    `verdicts` on what is reported; `particles`, `fates` and `states` map phrases: verbs with their particle, verbs and
    states of what happens to an event. `frames` maps expressions to their effect on a whole sentence.

    The rest are word lists.
    """

    verbs: Mapping[str, str]
    objects: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    verdicts: Mapping[str, str]
    prepositions: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    markers: Mapping[str, str]
    adverbs: Mapping[str, str]
    modifiers: Mapping[str, str]
    particles: Mapping[str, str]
    fates: Mapping[str, str]
    states: Mapping[str, str]
    frames: Mapping[str, str]
    negative_words: frozenset[str]


@cache
def load_stance() -> StanceTable:
    """The shipped table.

    Raises:
        ResourceError: a word has an effect that does not exist.
    """
    raw = read_table(ontology_path("stance.toml"))

    def turned(section: str) -> dict[str, str]:
        if unknown := set(raw[section]) - EFFECTS:
            raise ResourceError(f"stance.toml [{section}] has no effect {sorted(unknown)[0]!r}", "see its head comment")
        split = str.splitlines if section in PHRASES else str.split
        found = ((word.strip(), effect) for effect, words in raw[section].items() for word in split(words))
        return {word: effect for word, effect in found if word}

    effects = {name: turned(name) for name, section in raw.items() if isinstance(section, dict)}
    return StanceTable(negative_words=frozenset(raw["negative_words"].split()), **effects)
