"""Groups the named mentions of an article: full name, short name, surname, acronym; one referent for each thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.coreference.aliases import are_said_to_be_one
from kg.extract.coreference.outline import Outline, named_places
from kg.extract.coreference.referents import Place, Referent
from kg.extract.coreference.words import Words
from kg.model import EntityClass, Mention
from kg.names import (
    abbreviates,
    fold,
    honorific_gender,
    is_acronym,
    is_same_given,
    key_of,
    load_name_words,
    person_words,
)

_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
_SYSTEM_NOUNS = frozenset({"ai", "app", "chatbot", "assistant", "model", "models", "family"})


def gather_names(outline: Outline, mentions: tuple[Mention, ...], words: Words) -> list[Referent]:
    """One referent for each named thing, in order of first appearance, its mentions and places in text order."""
    referents: dict[tuple[EntityClass, str], Referent] = {}
    for mention, place in named_places(outline, mentions):
        name = to_name(mention, outline)
        key = (mention.cls, key_of(mention.cls, name))
        referent = referents.setdefault(key, Referent(mention.cls, number=_number(mention, place, name)))
        add_mention(referent, mention, place, name)
    _merge_acronyms(outline, referents)
    _merge_aliases(outline, referents)
    _merge_people(referents)
    _merge_short_names(referents)
    for referent in referents.values():
        referent.names[:] = dict.fromkeys(to_name(mention, outline) for mention in referent.mentions)
        referent.gender = _gender(referent, words)
    return sorted(referents.values(), key=Referent.first)


def add_mention(referent: Referent, mention: Mention, place: Place, name: str = "") -> None:
    """Adds one mention to a referent, and its name where it is a proper one."""
    referent.mentions.append(mention)
    referent.places.append(place)
    if name and name not in referent.names:
        referent.names.append(name)


def to_name(mention: Mention, outline: Outline) -> str:
    """The name as a label: without leading article, possessive and line breaks."""
    name = " ".join(mention.span.cut(outline.parsed.article.text).split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    for article in _ARTICLES:
        if name.startswith(article) and len(name) > len(article):
            return name[len(article) :]
    return name


def _number(mention: Mention, place: Place, name: str) -> str:
    plural_head = place.head.tag_ in {"NNS", "NNPS"} and mention.cls is EntityClass.SYSTEM
    if mention.cls is EntityClass.POLICY and name.endswith("s"):
        return ""  # "the Media Regulations": the rules, and the law
    return "plural" if plural_head or mention.cls is EntityClass.GROUP else "singular"


def _gender(referent: Referent, words: Words) -> str:
    if referent.cls is not EntityClass.PERSON:
        return ""
    told = {gender for name in referent.names if (gender := honorific_gender(name))}
    before = {gender for place in referent.places if (gender := _gender_before(place))}
    given = {words.given.get(person_words(name)[0], "") for name in referent.names if len(person_words(name)) > 1}
    for evidence in (told, before, given - {""}):
        if len(evidence) == 1:
            return evidence.pop()
    return ""


def _gender_before(place: Place) -> str:
    """What the word right before a name tells: "Ms. Okafor"."""
    before = place.block.doc[place.first - 1] if place.first else None
    return honorific_gender(before.text) if before is not None and before.is_title else ""


def _absorb(into: Referent, other: Referent) -> None:
    for mention, place in zip(other.mentions, other.places, strict=True):
        add_mention(into, mention, place)
    into.names.extend(name for name in other.names if name not in into.names)
    order = sorted(range(len(into.places)), key=lambda i: into.places[i].span)
    into.mentions[:], into.places[:] = [into.mentions[i] for i in order], [into.places[i] for i in order]


Referents = dict[tuple[EntityClass, str], Referent]


def _merge_acronyms(outline: Outline, referents: Referents) -> None:
    """ "European Central Bank (ECB)" and the reverse; else an acronym that is the initials of one name alone."""
    for key, short in list(referents.items()):
        if not is_acronym(short.names[0]):
            continue
        full = _bracketed(outline, short, referents.values()) or _initials(short, referents.values())
        if full is not None:
            take_class(short, full.cls)
            _absorb(full, referents.pop(key))


def _merge_aliases(outline: Outline, referents: Referents) -> None:
    """ "SB 9, the Model Act", "the Model Act, known as Model"."""
    first = {key: referent.first() for key, referent in referents.items()}  # what is absorbed came later
    there: dict[int, set[tuple[EntityClass, str]]] = defaultdict(set)  # by sentence: elsewhere it is not said
    order = {key: rank for rank, key in enumerate(referents)}
    for key, referent in referents.items():
        for place in referent.places:
            there[place.sentence].add(key)
    for key, later in sorted(referents.items(), key=lambda item: first[item[0]], reverse=True):
        beside = {other for place in later.places for other in there[place.sentence] if first[other] < first[key]}
        for other in sorted(beside & referents.keys(), key=order.__getitem__):
            if are_said_to_be_one(outline, referents[other], later):
                _absorb(referents[other], referents.pop(key))
                for place in later.places:
                    there[place.sentence].add(other)
                break


def _bracketed(outline: Outline, short: Referent, referents: Iterable[Referent]) -> Referent | None:
    """The name that an acronym stands in brackets behind, or the other way round."""
    acronym, text = short.names[0], outline.parsed.article.text
    for other in referents:
        foreign = other.cls is short.cls is EntityClass.ORGANIZATION  # "Dutch Data Protection Authority (AP)"
        alike = foreign or any(abbreviates(acronym, n) or _loosely(acronym, n) for n in other.names)
        fits = other is not short and alike
        if fits and any(_brackets(text, a, b) for a in other.places for b in short.places):
            return other
    return None


def _brackets(text: str, one: Place, other: Place) -> bool:
    first, second = sorted((one.span, other.span))
    return text[first.end : second.start].strip() == "(" and text[second.end : second.end + 1] == ")"


def _loosely(acronym: str, name: str) -> bool:
    """Whether the acronym's letters occur in the name in order, the first one first."""
    letters, rest = fold(acronym).replace(" ", ""), iter(fold(name))
    return fold(name)[:1] == letters[:1] and all(letter in rest for letter in letters)


def _initials(short: Referent, referents: Iterable[Referent]) -> Referent | None:
    fits = [r for r in referents if r is not short and any(abbreviates(short.names[0], n) for n in r.names)]
    same = [r for r in fits if r.cls is short.cls]
    return same[0] if len(same) == 1 and len(fold(short.names[0])) > 2 else None


def _merge_short_names(referents: Referents) -> None:
    ends: dict[str, list[tuple[EntityClass, str]]] = defaultdict(list)
    for key, referent in referents.items():
        words = fold(referent.names[0]).split()
        for word in {words[0], words[-1]}:
            ends[word].append(key)
    for key, short in list(referents.items()):
        words = fold(short.names[0]).split()
        close = dict.fromkeys(other for word in (words[0], words[-1]) for other in ends[word] if other in referents)
        longer = [
            referents[other]
            for other in close
            if other != key
            and _may_share(key[0], other[0], short)
            and _is_short_for(short, referents[other], referents)
        ]
        if len(longer) == 1:
            take_class(short, longer[0].cls)
            _absorb(longer[0], referents.pop(key))


def take_class(referent: Referent, cls: EntityClass | None) -> None:
    """Makes a thing and its mentions one of another class."""
    if referent.cls is not cls and cls is not None:
        referent.cls = cls
        referent.mentions[:] = [Mention(m.span, cls, m.layer, m.confidence) for m in referent.mentions]


def _may_share(short: EntityClass, full: EntityClass, referent: Referent) -> bool:
    """Whether a name of one class can be short for a thing of another: a firm's short name looks like a person's."""
    if short is full:
        return True
    unsure = all(mention.layer != "gazetteer" for mention in referent.mentions)
    return unsure and (short, full) == (EntityClass.PERSON, EntityClass.ORGANIZATION)


def _is_short_for(short: Referent, full: Referent, referents: Referents) -> bool:
    few, many = fold(short.names[0]).split(), fold(full.names[0]).split()
    if not 0 < len(few) < len(many):
        return False
    if full.cls is EntityClass.ORGANIZATION:
        return _is_short_organization(short, full, (few, many))
    if short.cls is EntityClass.SYSTEM:
        return _is_short_system((few, many), referents)
    if short.cls in {EntityClass.POLICY, EntityClass.DOCUMENT, EntityClass.EVENT}:
        return many[-len(few) :] == few
    return False


def _is_short_organization(short: Referent, full: Referent, names: tuple[list[str], list[str]]) -> bool:
    table, (few, many) = load_name_words(), names
    if few[-1] in table.heads and many[-len(few) :] == few:
        return _first_in_prose(full) < _first_in_prose(short)
    rest = many[len(few) :]
    if many[: len(few)] != few:
        return False
    if all(word in table.legal or word in table.droppable for word in rest):
        return True
    known = any(mention.layer == "gazetteer" for mention in short.mentions)
    return not known and _first_in_prose(full) < _first_in_prose(short)


def _first_in_prose(referent: Referent) -> int:
    """Where it comes up first outside headlines, which use short names before the full one is given."""
    prose = [place.span.start for place in referent.places if place.role != "heading"]
    return min(prose, default=1 << 40)


def _is_short_system(names: tuple[list[str], list[str]], referents: Referents) -> bool:
    """ "Claude" of "Claude AI", "GPT-5" of "OpenAI GPT-5"; versions and sizes are other things."""
    few, many = names
    if many[: len(few)] == few and all(word in _SYSTEM_NOUNS for word in many[len(few) :]):
        return True
    maker = " ".join(many[: -len(few)])
    return many[-len(few) :] == few and (EntityClass.ORGANIZATION, maker) in referents


def _merge_people(referents: Referents) -> None:
    """Surnames and given names to the one full name that they fit; of several, to the one named last before."""
    full: dict[str, list[tuple[EntityClass, str]]] = defaultdict(list)  # by first and last words: one is shared
    for key, referent in referents.items():
        if key[0] is EntityClass.PERSON and len(key[1].split()) > 1:
            for word in _ends(referent):
                full[word].append(key)
    order = {key: rank for rank, key in enumerate(referents)}
    for key, short in list(referents.items()):
        if key[0] is not EntityClass.PERSON:
            continue
        close = {other for word in _ends(short) for other in full[word] if other in referents and other != key}
        fits = [o for o in sorted(close, key=order.__getitem__) if is_short_person(short, referents[o])]
        if len(fits) == 1 or (len(fits) > 1 and len({key_of(key[0], referents[o].names[0]) for o in fits}) == 1):
            _absorb(referents[fits[0]], referents.pop(key))
            for word in _ends(short):
                full[word].append(fits[0])


def _ends(person: Referent) -> set[str]:
    """The first and the last words of a person's names."""
    return {words[at] for name in person.names if (words := person_words(name)) for at in (0, -1)}


def is_short_person(short: Referent, full: Referent) -> bool:
    """Whether the one's name is a shorter writing of the other's: surname, given name, initials or fewer names."""
    return any(_is_shorter(person_words(a), person_words(b)) for a in short.names for b in full.names)


def _is_shorter(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    if few == many or len(few) > len(many):
        return False
    if len(few) == 1:
        surnames = set(many[1:]) if len(many) > 1 else set()
        return few[0] in (many[0], many[-1]) or (few[0] in surnames and few[0] == many[-1])
    if many[-len(few) :] == few:
        return True
    return few[-1] == many[-1] and is_same_given(few[0], many[0]) and _skips(few[1:-1], many[1:-1])


def _skips(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest: Iterator[str] = iter(many)
    return all(any(is_same_given(name, other) for other in rest) for name in few)
