"""Numbers that are no quantities: dates, years, times of day, labels, versions, ages, telephone numbers, names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from re import Match, Pattern

from kg.extract.glances import first_words, lower_words_in
from kg.extract.quantities.numerals import Numeral
from kg.extract.quantities.tables import alternatives, currency_signs, load_table, units, words
from kg.model import Span

FIRST_RECENT, LAST_RECENT = 1990, 2039  # without a comma, a year whatever follows ("its 2018 sales")
FIRST_YEAR, LAST_YEAR = 1700, 2100  # a bare whole number in this range is a year unless it counts a noun


def find_excluded(text: str) -> tuple[Span, ...]:
    """The stretches of a text whose numbers count nothing, found by form alone; they may overlap."""
    held = lower_words_in(text) | _SIGNS.intersection(text)
    patterns = (pattern for needed, pattern in _patterns() if not needed or not held.isdisjoint(needed))
    return tuple(Span(*match.span()) for pattern in patterns for match in pattern.finditer(text))


_SIGNS = frozenset("@")


@cache
def _patterns() -> tuple[tuple[frozenset[str], Pattern[str]], ...]:
    """Every form, with words in small letters and signs of which a text that holds it has one; none where any may."""
    loose = ((needed, f"(?<!\\w)(?:{pattern})") for needed, pattern in (*_dates(), *_ages(), *_names()))
    return (
        *((frozenset(needed), re.compile(pattern, re.IGNORECASE)) for needed, pattern in loose),
        (frozenset(street.lower() for street in load_table("exclusions")["streets"]), _addresses()),
        (frozenset(), GENERATION),
        *((frozenset(needed), re.compile(pattern)) for needed, pattern in _FORMS),
    )


Form = tuple[Iterable[str], str]  # words of which a text must have one, or none; the expression


def _dates() -> tuple[Form, ...]:
    months = load_table("exclusions")["months"]
    month = rf"(?:{alternatives(months)})\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:,?\s(?:1[789]|20)\d\d)?"
    zone = r"\s?(?:a\.?m\.?|p\.?m\.?|GMT|UTC|BST|ET|EST|EDT|CET|CEST|PT|PST|o['’]clock)(?!\w)"
    return (
        (months, rf"{day}(?:[\u2013-]{day}|\s(?:to|and)\s{day})?\s(?:of\s)?{month}(?!\w){year}"),
        (months, rf"{month}\s{day}(?:[\u2013-]{day}|\s(?:to|and|or)\s{day}(?!\s?[%\w]))?(?!\w|[.,]\d\d\d?){year}"),
        (months, rf"{month},?\s(?:of\s)?(?:1[789]|20)\d\d(?!\w)"),
        ((), rf"\d{{1,2}}(?:[:.]?\d\d)?{zone}|\d{{1,2}}:\d\d(?::\d\d)?(?!\w)"),
    )


def _ages() -> tuple[Form, ...]:
    before, after = (load_table("exclusions")[key] for key in ("before_age", "after_age"))
    numbers = r"\s\d{1,3}(?:\s(?:to|and|or)\s\d{1,3}|[\u2013-]\d{1,3})?(?![\w%])"
    return (
        (before, rf"(?:{alternatives(before)}){numbers}"),
        (
            first_words(after),
            rf"(?:\d{{1,3}}-?\s(?:to|and|or)\s)?[\w\u2013-]+[\s-](?:{alternatives(after)})(?!\w)",
        ),
        (("age", "aged", "ages"), r"(?:aged?|ages)\sof\s\d{1,2}(?!\w)"),
        (("under", "over"), r"(?:under|over)-\d{1,2}s?(?!\w)"),
    )


def _names() -> tuple[Form, ...]:
    names = load_table("exclusions")["names"]
    return (
        (first_words(names), rf"(?:{alternatives(names)})(?!\w)"),
        (("majority", "supermajority"), r"[\w-]+(?:thirds|quarters|fifths)[\s-](?:super)?majority"),
    )


def _addresses() -> Pattern[str]:
    streets = "|".join(load_table("exclusions")["streets"])
    return re.compile(
        rf"(?<![\w$€£])\d{{1,5}}(?:[-–]\d{{1,5}}|[A-Za-z])?\s(?:(?:[A-Z][\w'’.]*|\d{{1,3}}(?:st|nd|rd|th))\s){{1,3}}(?:{streets})(?!\w)"
    )


GENERATION = re.compile(r"(?<!\w)[2-6]G(?!\w)")  # of mobile networks: "5G"

_FORMS: tuple[Form, ...] = (
    ((), r"(?<!\w)\d{4}-\d\d-\d\d(?!\w)|(?<!\w)\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\w)"),  # 2025-03-03, 3/3/2025
    ((), r"(?<!\w)(?:19|20)\d\d[\u2013/-]\d\d(?:\d\d)?(?!\w)"),  # 2024-25
    ((), r"(?<!\w)(?:\+\d{1,3}[\s-]?)?\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]\d{3,4}(?!\w)"),  # telephone numbers
    (("@",), r"[\w.+-]{1,64}@\S+"),
    (("http", "https", "www"), r"https?://\S+|www\.\S+"),
    ((), r"(?<!\w)(?:mid-|early-|late-)?(?:(?:1[789]|20)?\d0)s(?!\w)|['’]\d\ds?(?!\w)"),  # 1990s, '98
    ((), r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)"),
    ((), r"(?<!\w)v?\d+\.\d+\.\d+(?:\.\d+)*(?!\w)"),  # versions
    ((), r"^\s*\(?\d{1,2}[.)]\s"),  # the number of a heading or item
    ((), r"[$€£¥]1\s?=\s?[\d,.]+(?:\s\w+)?"),  # rates of exchange
    ((), r"(?<=[a-z],\s)[1-9]\d(?=,\s(?!\d))"),  # ages beside names: "Maddon, 66, has"
    ((), r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}(?!\w)"),  # post codes: "NW1 6XE"
)


def is_label(text: str, numeral: Numeral) -> bool:
    """Whether the number is part of a name: after a word that takes labels, or glued to letters ("GPT-4", "No. 5")."""
    before = text[max(0, numeral.span.start - _REACH) : numeral.span.start]
    if _priced().search(before):
        return False
    if numeral.form == "digits" and _SEATED.search(before):
        return True
    if _MEASURED.match(text, numeral.span.end) or _is_tally(text, numeral):
        return False
    if numeral.form != "digits" or numeral.scaled:
        return bool(_NUMBERED.search(before)) and not numeral.scaled
    if re.match(r"[A-Za-z]|-[A-Z]", text[numeral.span.end :]):
        return not _glued_unit().match(text, numeral.span.end) or _glued(before)
    if _glued(before):
        return True
    match = re.search(r"([A-Za-z][\w./]*)\.?[\s\u00a0](?:\d+(?:[-–]|,\s|,?\s(?:to|and|or)\s))*$", before)
    label = match[1].lower().rstrip(".") if match else ""
    if match and (label in words("exclusions", "labels") or label.rpartition("/")[2] in words("exclusions", "labels")):
        return not match[1].islower() or label in words("exclusions", "small_labels")
    return False


_REACH = 200  # characters looked at before a number; whole blocks would make long ones cost their square
_NUMBERED = re.compile(r"(?:^|\s)(?:Article|Section|Chapter|Part|Phase|Level|Tier|Title|Schedule|Annex|Day|Number)\s$")


# What follows a label never is: "It takes Docket 40 seconds".
_MEASURED = re.compile(r"\s?%|\s(?:seconds|minutes|hours|days|weeks|months|years|percent|per\scent|votes)(?!\w)")


def _is_tally(text: str, numeral: Numeral) -> bool:
    """Whether a smaller number follows "to": "backed the Amendment 61 to 24" votes, "Sections 12 to 14" does not."""
    following = _TO.match(text, numeral.span.end)
    before = _FROM.search(text, max(0, numeral.span.start - _LONGEST_TALLY), numeral.span.start)
    smaller = following is not None and int(following[1]) < numeral.value
    return numeral.form == "digits" and (smaller or (before is not None and int(before[1]) > numeral.value))


_TO, _FROM, _LONGEST_TALLY = re.compile(r"\sto\s(\d+)(?![\w,.]*\d)"), re.compile(r"(?<![\d.,])(\d+)\sto\s$"), 10


_SEATED = re.compile(r"\b(?:[Ss]eat|[Rr]oom|[Gg]ate|[Ff]lat|[Ss]uite|[Aa]partment|[Bb]ooth)\s$")  # "seat 21D"


@cache
def _priced() -> Pattern[str]:
    """A sign of money right before the number: "Rs.48" is no label."""
    return re.compile(rf"(?<!\w)(?:{alternatives(currency_signs())})[\s\u00a0]?$")


@cache
def _glued_unit() -> Pattern[str]:
    """Units that may stand right after digits: "50mph", "10kW", "1.5mm"; short letters may be one as well."""
    return re.compile(rf"(?:{alternatives(units())}|[a-z]{{1,2}}|[A-Z]{{1,3}})(?!\w)")


def _glued(before: str) -> bool:
    """Whether letters run into the number: "GPT-", "H", "A/C."; a currency's letters do not count."""
    return bool(re.search(r"(?:^|[\s(\"“'‘/])[\w./]*[A-Za-z][-_/.]$", before)) and not before.endswith(("sub-", "Sub-"))


def is_year(text: str, span: Span, counts_next: bool) -> bool:
    """Whether a plain whole number is a year; `counts_next` says that it counts the very next word."""
    written = span.cut(text)
    if not re.fullmatch(r"\d{4}", written) or not FIRST_YEAR <= int(written) <= LAST_YEAR:
        return False
    if FIRST_RECENT <= int(written) <= LAST_RECENT and int(written) % 1000:
        return True
    match = re.search(r"([A-Za-z]+)[\s\u00a0]\(?$", text[: span.start])
    return not counts_next or bool(match and match[1].lower() in words("exclusions", "only_before_year"))


def ages(text: str) -> Iterator[Match[str]]:
    """Every bound of age: "users under 13", "anyone aged over 18", "applicants over 55"."""
    return _age_pattern().finditer(text)


@cache
def _age_pattern() -> Pattern[str]:
    people = alternatives(f"{word}" for word in words("exclusions", "ageable"))
    bounds = alternatives(words("exclusions", "bounds_of_age"))
    return re.compile(
        rf"(?<!\w)(?:(?:{people})(?:s|ren|en|es)?\s(?:(?:who\s)?(?:are|were|is|was)\s)?(?:aged\s)?|were\s|are\s|was\s|is\s|be\s)(?:(?:younger|older)\s)?(?:{bounds})"
        r"\s(?:the\sage\sof\s)?(?P<age>\d{1,2}|eighteen|sixteen|thirteen|fourteen|fifteen)(?![\w%]|[.,]\d|\s(?:per\s?cent|percent|million|billion|trillion|[a-z]+s\b))",
        re.IGNORECASE,
    )
