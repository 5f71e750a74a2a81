"""How names are written: takes them apart so that two writings of one name can be seen to be the same.

Used by coreference (within an article) and by linking (across articles). The words are data: `ontology/names/`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.model import EntityClass
from kg.resources import ontology_path, read_table

CACHED_NAMES = 1 << 17  # foldings kept in memory: names repeat across articles, and folding is most of linking's cost


@dataclass(frozen=True)
class NameWords:
    """The word lists of `ontology/names/`, all folded; `genders` maps an honorific to "male", "female" or ""."""

    genders: dict[str, str]
    person_suffixes: frozenset[str]
    particles: frozenset[str]
    nicknames: dict[str, frozenset[str]]
    legal: frozenset[str]
    droppable: frozenset[str]
    unit: frozenset[str]
    heads: frozenset[str]
    stop_acronyms: frozenset[str]


@cache
def load_name_words() -> NameWords:
    """The word lists, read once per process.

    Raises:
        ResourceError: a list is missing from the installation.
    """
    people, organizations, acronyms = (_read(name) for name in ("people.toml", "organizations.toml", "acronyms.toml"))
    honorifics = people["honorifics"]
    genders = {fold(w): {"neutral": ""}.get(gender, gender) for gender, words in honorifics.items() for w in words}
    return NameWords(
        genders=genders,
        person_suffixes=frozenset(people["suffixes"]["words"]),
        particles=frozenset(people["particles"]["words"]),
        nicknames={short: frozenset(full) for short, full in people["nicknames"].items()},
        legal=frozenset(organizations["legal"]["words"]),
        droppable=frozenset(organizations["droppable"]["words"]),
        unit=frozenset(organizations["unit"]["words"]),
        heads=frozenset(organizations["heads"]["words"]),
        stop_acronyms=frozenset(acronyms["stop"]["words"]),
    )


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    return read_table(ontology_path("names", name))


_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
                        "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "’": "'", "‘": "'",
                        "‐": "-", "‑": "-", "–": "-"})  # fmt: skip
_DOTTED = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?")
_NOT_WORD = re.compile(r"[^\w.+&#/-]+")
_LOOSE_DOT = re.compile(r"\.(?!\d)")


@lru_cache(CACHED_NAMES)
def fold(name: str) -> str:
    """The name in lower case, without accents, possessive, leading article and punctuation.

    >>> fold("The U.S. Department’s")
    'us department'
    """
    plain = name.translate(_PLAIN)
    if not plain.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = folded or plain
    plain = re.sub(r"'s?(?=\s|$)", "", plain.casefold())
    plain = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), plain.replace("'", ""))
    plain = _LOOSE_DOT.sub(" ", _NOT_WORD.sub(" ", plain))
    return re.sub(r"^(?:the|an?) (?=.)", "", " ".join(plain.split())) or name.casefold().strip()


@lru_cache(CACHED_NAMES)
def organization_key(name: str) -> str:
    """The folded name of an organization without its legal form: "Anthropic PBC" -> "anthropic"."""
    words = fold(name).replace("&", " & ").split()
    legal = load_name_words().legal
    while len(words) > 1 and (words[-1] in legal or words[-1] == "&"):
        words.pop()
    return " ".join(words)


@lru_cache(CACHED_NAMES)
def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without honorifics and degrees; never empty: "Dr. Ann Lee" -> ann, lee."""
    table = load_name_words()
    words = [w for w in fold(name).split() if w]
    while len(words) > 1 and words[0] in table.genders:
        words = words[1:]
    while len(words) > 1 and words[-1] in table.person_suffixes:
        words = words[:-1]
    return tuple(words)


def honorific_gender(name: str) -> str:
    """The gender that the honorifics before a name tell: "male", "female" or "" where they tell none."""
    genders = load_name_words().genders
    for word in fold(name).split():
        if word not in genders:
            break
        if genders[word]:
            return genders[word]
    return ""


def is_full_person_name(name: str) -> bool:
    """Whether a name has more than a family name: "Ann Lee", but neither "Lee", "Dr Lee" nor "van Hasselaar"."""
    words, table = person_words(name), load_name_words()
    is_particle = words[0] in table.particles and words[0] not in table.nicknames
    return len(words) > 1 and not is_particle


def is_same_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one: equal, an initial, or a short form ("bill" for "william")."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    nicknames = load_name_words().nicknames
    return other in nicknames.get(one, ()) or one in nicknames.get(other, ())


def is_acronym(text: str) -> bool:
    """Whether a name looks like an acronym of one thing: two to eight capitals, not on the stop-list."""
    letters = text.replace(".", "").replace("&", "").replace("-", "")
    short = 2 <= len(letters) <= 8 and letters.isalnum() and letters[0].isupper()
    capitals = sum(c.isupper() for c in letters)
    return (
        short
        and capitals >= max(2, len(letters) - 2)
        and text.replace(".", "").upper() not in load_name_words().stop_acronyms
    )


_SMALL = {
    "of",
    "the",
    "and",
    "for",
    "on",
    "in",
    "to",
    "a",
    "an",
    "de",
    "der",
    "des",
    "du",
    "la",
    "le",
    "für",
    "und",
    "et",
    "&",
}


@lru_cache(CACHED_NAMES)
def abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are the initials of a name, small words counted or not, in order.

    >>> abbreviates("ECB", "European Central Bank")
    True
    """
    letters = fold(acronym).replace(" ", "").replace("-", "").replace("&", "")
    words = [w for w in re.split(r"[\s\-/(),]+", name.translate(_PLAIN)) if w]
    every = "".join(fold(w)[0] for w in words)
    large = "".join(fold(w)[0] for w in words if w.lower() not in _SMALL)
    capitals = "".join(c for c in name if c.isupper()).casefold()
    if letters in re.split(r"[\s-]+", fold(name)):
        return False  # "GPT" is a part of "GPT-4", not short for it
    return len(letters) > 1 and letters in {every, large, capitals}


def key_of(cls: EntityClass, name: str) -> str:
    """What identifies a name within its class, as far as writing alone goes."""
    if cls is EntityClass.ORGANIZATION:
        return organization_key(name)
    if cls is EntityClass.PERSON:
        return " ".join(person_words(name))
    return fold(name)
