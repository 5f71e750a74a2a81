"""Cuts from a name what is not part of it: articles, titles, "ex-", possessive endings, quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.shapes import either, words
from kg.model import EntityClass

_EDGE_BEFORE = re.compile(r"[\s\"“”‘’'(\[,;:–—-]*(?:(?:the|a|an)\s+(?=\S))?(?:ex[-‑](?=(?-i:[A-Z])))?", re.IGNORECASE)
_EDGE_AFTER = re.compile(r"(?:['’]s|['’](?=$)|[\s\"“”‘,;:!?)\]–—-]|\s(?:and|or|of|for)$)*$")
_KEEPS_STOP = re.compile(r"(?:\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|[A-Z])|\.\w+)\.$")


@cache
def _titles() -> re.Pattern[str]:
    post = rf"(?:{either('person', 'titles')}|(?i:{either('person', 'roles')}))"
    return re.compile(rf"(?:{either('place', 'demonyms')}\s+)?(?:{post}\s+)+(?=\S)")


@cache
def _described() -> re.Pattern[str]:
    """ "Californian lab X": what a name is said to be, where a recogniser has read it as the name's beginning."""
    nouns = (
        r"(?:company|firm|start-?up|lab|maker|developer|charity|publisher|regulator|agency|giant|group|insurer|bank"
        r"|NGO)"
    )
    seat = r"[^\W\d_][\w]*-(?:registered|headquartered|listed|based|born|owned|backed) "
    return re.compile(rf"{seat}|(?:{either('place', 'demonyms')} |[A-Z]\w+ )?(?:[a-z-]+ ){{0,2}}{nouns} (?=[A-Z])")


_SUM = re.compile(r" (?P<sign>[A-Z]{0,3}[$€£¥₹])?\d[\d.,]*$")
_MAGNITUDE = re.compile(r" ?(?:million|billion|trillion|thousand|percent|per cent|%|bn\b|m\b|times\b|years?\b|days?\b)")
_CHAMBER = r"(?:House|Senate|Assembly|Commons|Council|Chamber|Knesset|Commission|Parliament)"
_TALLY = re.compile(rf"{_CHAMBER}(?P<votes> \d{{1,3}}[-–]\d{{1,3}})$")  # "passed the House 71-62"
_DAY = re.compile(
    r" (?:on|in|by|until) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)$"
)
_POSTNOMINAL = re.compile(r",? (?:KC|QC|MP|MEP|MD|PhD|Ph\.D\.|CBE|OBE|Esq\.?)$")


@cache
def _party() -> re.Pattern[str]:
    return re.compile(r"(?<=\w) (?:Republican|Democrat|Democratic|Conservative|Labour)s?$")


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('person', 'honorifics')} )+(?:[A-Z]\.? ?)?[^\W\d_][\w'’-]+$")


def _of_person(text: str, candidate: Candidate) -> Candidate:
    """The candidate as a person's name where it begins with what only people are addressed by: "Mr Justice Orla"."""
    name = candidate.cut(text)
    body = name.rsplit(" ", 1)[-1] in words("organization", "heads")
    if candidate.layer == "ner" and not body and _addressed().match(name):
        return replace(candidate, cls=EntityClass.PERSON)
    return candidate


def trim(text: str, candidate: Candidate) -> Candidate | None:
    """The candidate without what surrounds its name; None if nothing is left."""
    candidate = _of_person(text, candidate)
    start, end = candidate.start, candidate.end
    if party := _party().search(text, start, end):
        end = party.start()
    start = _EDGE_BEFORE.match(text, start, end).end()  # type: ignore[union-attr]
    start, end = _trim_class(text, start, end, candidate.cls)
    if day := _DAY.search(text, start, end):
        end = day.start()
    if tally := _TALLY.search(text, start, end):
        end = tally.start("votes")
    if (sum_ := _SUM.search(text[start:end])) and (sum_["sign"] or _MAGNITUDE.match(text, end)):
        end = start + sum_.start()
    end = start + len(_EDGE_AFTER.sub("", text[start:end]))
    if text[start:end].count("(") > text[start:end].count(")"):
        end = start + len(text[start:end].split("(")[0].rstrip())
    if text[start:end].endswith(".") and not _KEEPS_STOP.search(text[start:end]):
        end -= 1
    if end <= start:
        return None
    return Candidate(start, end, candidate.cls, candidate.layer, candidate.confidence)


def _trim_class(text: str, start: int, end: int, cls: EntityClass) -> tuple[int, int]:
    """Where a name starts and ends without what only names of its class are read with: titles, descriptions."""
    if cls is EntityClass.PERSON and (title := _titles().match(text, start, end)):
        start = title.end()
    if cls is EntityClass.PERSON and (letters := _POSTNOMINAL.search(text, start, end)):
        end = letters.start()
    if cls is EntityClass.POLICY:
        end = _before_its_people(text, start, end)
    if cls is EntityClass.ORGANIZATION and (noun := _described().match(text, start, end)):
        start = noun.end()
    return start, end


_BY = re.compile(r" by (?:the )?(?=[A-Z])")
_FOR = re.compile(r" (?:for|at|from) (?:the )?(?P<rest>[A-Z].*)")


def _before_its_people(text: str, start: int, end: int) -> int:
    """Where a law's name ends if whoever made it, fights for it or has signed it follows without a comma."""
    if by := _BY.search(text, start, end):
        end = by.start()
    if (by := _FOR.search(text, start, end)) and _is_body(by["rest"]):
        end = by.start()
    pieces = text[start:end].split(" ")
    for size in (1, 2):
        last = " ".join(pieces[-size:])
        apart = len(pieces) > size + 2 and pieces[-size - 1][:1].isupper()
        if apart and any(known.cls is EntityClass.PLACE for known in known_as(last)):
            return end - len(last) - 1
    return end


def _is_body(name: str) -> bool:
    known = any(known.cls is EntityClass.ORGANIZATION for known in known_as(name))
    return known or name.split()[-1] in words("organization", "heads")


_AND = re.compile(r",? (?:and|or|as well as) (?=[^\W_])|,? the (?=[^\W_])")
_OWNER = re.compile(r"['’]s (?=\w)")
_OWNERS = re.compile(r"(?<=s)['’] (?=[A-Z])")
_OF_PLACE = re.compile(r" (?:of|in) (?=[^\W_])")
_LOWER_TAIL = re.compile(r"(?: (?!(?:of|for|and|on|in|de|van|von)\b)[a-z][\w-]*)+$")


def split(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The names that a recogniser has read as one: "Apple and Google", "Georgetown's Center", "SB 12 safety bill"."""
    name = candidate.cut(text)
    titled = candidate.cls in (EntityClass.DOCUMENT, EntityClass.EVENT)
    joint = _AND.search(name)
    owner = _OWNER.search(name) or _OWNERS.search(name)
    if not titled and joint and _are_two(name[: joint.start()], name[joint.end() :]):
        yield replace(candidate, end=candidate.start + joint.start())
        yield from split(text, replace(candidate, start=candidate.start + joint.end()))
    elif not titled and owner and known_as(name[: owner.start()]):
        yield replace(candidate, end=candidate.start + owner.start(), cls=known_as(name[: owner.start()])[0].cls)
        yield from split(text, replace(candidate, start=candidate.start + owner.end()))
    elif not titled and (place := _OF_PLACE.search(name)) and known_as(name[: place.start()]):
        yield replace(candidate, end=candidate.start + place.start())
        yield from split(text, replace(candidate, start=candidate.start + place.end()))
    elif not titled and (tail := _LOWER_TAIL.search(name)):
        yield replace(candidate, end=candidate.start + tail.start())
    else:
        yield candidate


def _are_two(left: str, right: str) -> bool:
    if known_as(left) or known_as(right):
        return True
    prepositions = (" of ", " for ", " on ", " against ", " in ", " by ")
    return not any(word in f" {left} " for word in prepositions) and right.split()[-1] not in words(
        "organization", "joint"
    )
