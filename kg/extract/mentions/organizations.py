"""Organizations by their form: "Minnesota Department of Labor", "Harlan Oak Partners", "Veritone AI, Inc."."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.glances import words_in
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.shapes import CAPITAL, either, may_hold, skip_opening, words
from kg.model import EntityClass

_PREPOSITION = r"(?:of|for|on(?! \w+day\b)|against|de|des|du|für)"


@cache
def _headed() -> re.Pattern[str]:
    legal = either("organization", "legal")
    head = rf"{either('organization', 'heads')}(?![\w-])"
    word = rf"(?:{CAPITAL}|&|and(?=(?: {CAPITAL}){{1,2}} {either('organization', 'joint')}(?![\w-])))"
    run = rf"(?<![\w-])(?P<run>{CAPITAL}(?: {word})*?)"
    tail = rf"(?P<tail> and(?: {CAPITAL}){{1,2}} {either('organization', 'joint')}(?![\w-]))"
    return re.compile(rf"{run} (?P<head>{head})(?: {head})*(?:{tail}|(?P<legal>,? {legal}(?!\w)))?")


@cache
def _first() -> re.Pattern[str]:
    words_ = rf"{CAPITAL}(?: {CAPITAL})*"
    listed = rf"(?:, {words_}(?=,? and ))*(?:,? (?:and|&) {words_})?"
    tail = rf"(?:the )?{words_}(?: (?:of|for) (?:the )?{words_})*{listed}"
    head = either("organization", "first")
    return re.compile(rf"(?<![\w-])(?:{CAPITAL} )*(?P<head>{head}) {_PREPOSITION} (?P<tail>{tail})")


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<run>{CAPITAL}(?: (?:& )?{CAPITAL})*),? {either('organization', 'legal')}(?![\w-])"
    )


@cache
def _official() -> re.Pattern[str]:
    bodies = either("organization", "bodies")
    return re.compile(
        r"(?<![\w-])(?:"
        + "|".join(
            (
                rf"{CAPITAL}['’]s (?P<office>[a-z]+ ministry)",
                rf"[Tt]he (?P<plain>{either('organization', 'ministries')} ministry)",
                rf"(?P<nation>(?:{CAPITAL} ){{1,3}}{bodies})",
                rf"(?P<term>{CAPITAL} administration)",
                rf"(?P<local>(?:(?!The ){CAPITAL} ){{1,3}}"
                r"(?:school board|school district|city council|county council))",
            )
        )
        + r")(?!\w)"
    )


@cache
def _kept_short() -> re.Pattern[str]:
    """ "The teachers' union AOb": a body known by its letters, behind the word for what it is."""
    nouns = r"(?:unions?|charity|lender|insurer|broadcaster|retailer|think[ -]?tank|watchdog|nonprofit|carmaker)"
    return re.compile(rf"\b{nouns} (?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?![\w-]| [A-Z])")


@cache
def _of_saint() -> re.Pattern[str]:
    """ "St. Orla's Hospital", "Children's Hospital", "Annotators' Assembly": an owner that belongs to the name."""
    house = (
        r"(?:Hospital|Infirmary|School|College|University|Church|Cathedral|Academy|Hospice)(?: (?:Group|Trust|Board))?"
    )
    body = r"(?:Union|League|Association|Assembly|Guild|Federation|Alliance|Council|Coalition|Congress|Forum|Society)"
    saint = rf"(?:St\.?|Saint) {CAPITAL}['’]s(?: {CAPITAL})? {house}"
    people = rf"(?:{CAPITAL} ){{0,3}}(?:[A-Z][a-z]+(?:ors|ers|ists|ents|yees|ians)['’]|(?:Child|Wom)[re]*en['’]s)"
    return re.compile(rf"(?<![\w-])(?:{saint}|{people} (?:{body}|Hospital))(?![\w-])")


@cache
def _of_people() -> re.Pattern[str]:
    """ "Parents with Purpose": people who have come together for or against something."""
    people = (
        r"(?:Friends|Mothers|Fathers|Parents|Citizens|Writers|Artists|Doctors|Nurses|Teachers|Workers|Students|Tenants"
    )
    rest = r"|Scientists|Engineers|Neighbours|Neighbors|Farmers|Veterans|Families|Voices|Women|Musicians|Actors)"
    return re.compile(rf"(?<![\w-]){people}{rest} (?:with|without|against|over) (?:{CAPITAL} ?)+(?<! )(?![\w-])")


def find_organizations(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form of an organization's name; they may overlap."""
    for found in _first().finditer(text) if may_hold(text, "organization", "first") else ():
        start = skip_opening(text, *found.span())
        end = _before_other_names(text, found.start("tail"), found.end(), found["head"])
        yield Candidate(start, end, EntityClass.ORGANIZATION, "grammar", 0.85)
    for found in _legal().finditer(text) if may_hold(text, "organization", "legal") else ():
        if (start := skip_opening(text, *found.span())) < found.end("run"):
            yield Candidate(start, found.end(), EntityClass.ORGANIZATION, "grammar", 0.95)
    yield from _find_owned(text)
    for found in _kept_short().finditer(text):
        yield Candidate(*found.span("name"), EntityClass.ORGANIZATION, "grammar", 0.85)
    for found in _official().finditer(text) if _may_be_official(text) else ():
        group = found.lastgroup or "office"
        if group != "nation" or _is_nation(found["nation"].rsplit(" ", 1)[0]):
            yield Candidate(*found.span(group), EntityClass.ORGANIZATION, "grammar", 0.75)
    for found in _headed().finditer(text) if may_hold(text, "organization", "heads") else ():
        start = skip_opening(text, *found.span("run"))
        before = text[start : found.end("run")].split()
        weak = found["head"] in words("organization", "weak")  # "Health and Youth Care Inspectorate" is one body
        end = found.start("tail") if found["tail"] and not weak else found.end()
        heads = text[found.start("head") : end].split()
        enough = 2 if len(heads) == 1 and heads[0] in words("organization", "weak") else 1
        if len(before) >= enough and start < found.end("run"):
            yield Candidate(start, end, EntityClass.ORGANIZATION, "grammar", 0.85)


_OFFICIAL = frozenset({"ministry", "administration", "board", "district", "council"})


def _may_be_official(text: str) -> bool:
    return may_hold(text, "organization", "bodies") or not words_in(text).isdisjoint(_OFFICIAL)


def _find_owned(text: str) -> Iterator[Candidate]:
    """Bodies whose name has an owner or a "with" in it; a glance tells that most texts can hold none."""
    owned = _of_saint().finditer(text) if "'" in text or "’" in text else ()
    met = _of_people().finditer(text) if " with" in text or " against " in text or " over " in text else ()
    for found in (*owned, *met):
        yield Candidate(skip_opening(text, *found.span()), found.end(), EntityClass.ORGANIZATION, "grammar", 0.9)


def _is_nation(name: str) -> bool:
    """Whether a body may be named after this: a people, a country, a state."""
    return name in words("place", "demonyms") or any(known.cls is EntityClass.PLACE for known in known_as(name))


_SPLIT = re.compile(r",? (?:and|&) |, ")
_SINGLE = frozenset({"University", "Bank", "School", "College", "Academy", "Court", "Parliament"})


def _before_other_names(text: str, start: int, end: int, head: str) -> int:
    """Where the name ends if what follows an "and" is a name of its own: "University of Turin and Ofcom"."""
    for found in _SPLIT.finditer(text, start, end):
        rest = text[found.end() : end]
        if head in _SINGLE or known_as(rest) or known_as(rest.split(" ")[0]) or _is_body(rest):
            return found.start()
    return end


def _is_body(rest: str) -> bool:
    """Whether it is a body's name by itself: "State Department", not "Digital Technologies"."""
    found = _headed().fullmatch(rest)
    return found is not None and found["head"] not in words("organization", "weak")
