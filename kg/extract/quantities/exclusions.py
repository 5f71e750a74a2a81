"""Numbers that are no quantities: dates, years, times of day, labels, versions, ages, telephone numbers, names."""

import re
from collections.abc import Iterator
from functools import cache
from re import Match, Pattern

from kg.extract.quantities.numerals import Numeral
from kg.extract.quantities.tables import alternatives, load_table, words
from kg.model import Span

FIRST_YEAR, LAST_YEAR = 1700, 2100  # a bare whole number in this range is a year unless it counts a noun


def find_excluded(text: str) -> tuple[Span, ...]:
    """The stretches of a text whose numbers count nothing, found by form alone; they may overlap."""
    return tuple(Span(*match.span()) for pattern in _patterns() for match in pattern.finditer(text))


@cache
def _patterns() -> tuple[Pattern[str], ...]:
    month = rf"(?:{alternatives(load_table('exclusions')['months'])})\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:,?\s(?:1[789]|20)\d\d)?"
    zone = r"\s?(?:a\.?m\.?|p\.?m\.?|GMT|UTC|BST|ET|EST|EDT|CET|CEST|PT|PST|o['’]clock)(?!\w)"
    return tuple(
        re.compile(pattern, re.IGNORECASE if insensitive else 0)
        for pattern, insensitive in (
            (rf"(?<!\w){day}(?:[\u2013-]{day}|\s(?:to|and)\s{day})?\s(?:of\s)?{month}(?!\w){year}", True),
            (rf"(?<!\w){month}\s{day}(?:[\u2013-]{day}|\s(?:to|and|or)\s{day}(?!\s?[%\w]))?(?!\w|[.,]\d\d\d?){year}", True),
            (rf"(?<!\w){month},?\s(?:of\s)?(?:1[789]|20)\d\d(?!\w)", True),
            (r"(?<!\w)\d{4}-\d\d-\d\d(?!\w)|(?<!\w)\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\w)", False),
            (r"(?<!\w)(?:19|20)\d\d[\u2013/-]\d\d(?:\d\d)?(?!\w)", False),
            (rf"(?<!\w)\d{{1,2}}(?:[:.]\d\d)?{zone}|(?<!\w)\d{{1,2}}:\d\d(?::\d\d)?(?!\w)", True),
            (r"(?<!\w)(?:\+\d{1,3}[\s-]?)?\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]\d{3,4}(?!\w)", False),
            (r"\S+@\S+|https?://\S+|www\.\S+", False),
            (r"(?<!\w)(?:mid-|early-|late-)?(?:(?:1[789]|20)?\d0)s(?!\w)|['’]\d\d(?:s)?(?!\w)", False),
            (r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)", False),
            (r"(?<!\w)v?\d+\.\d+\.\d+(?:\.\d+)*(?!\w)", False),
            (r"^\s*\(?\d{1,2}[.)]\s", False),
            (r"(?<!\w)(?:aged?|ages)\sof\s\d{1,2}(?!\w)", True),
            (r"[$€£¥]1\s?=\s?[\d,.]+(?:\s\w+)?", False),
            (rf"(?<!\w)(?:{alternatives(load_table('exclusions')['names'])})(?!\w)", True),
            (rf"(?<!\w)(?:{alternatives(load_table('exclusions')['before_age'])})\s\d{{1,3}}(?:\s(?:to|and|or)\s\d{{1,3}}|[\u2013-]\d{{1,3}})?(?![\w%])", True),
            (rf"(?<!\w)[\w\u2013-]+[\s-](?:{alternatives(load_table('exclusions')['after_age'])})(?!\w)", True),
            (r"(?<!\w)[\w-]+(?:thirds|quarters|fifths)[\s-](?:super)?majority", True),
            (r"(?<!\w)(?:under|over)-\d{1,2}s?(?!\w)", True),
        )
    )  # fmt: skip


def is_label(text: str, numeral: Numeral) -> bool:
    """Whether the number is part of a name: after a word that takes labels, or glued to letters ("GPT-4", "No. 5")."""
    before = text[: numeral.span.start]
    if numeral.form != "digits" or numeral.scaled:
        return bool(_NUMBERED.search(before)) and not numeral.scaled
    if re.match(r"[A-Za-z]|-[A-Z]", text[numeral.span.end :]):
        return not re.match(r"[a-z]{1,2}\b|[A-Z]{1,3}\b", text[numeral.span.end :]) or _glued(before)
    if _glued(before):
        return True
    match = re.search(r"([A-Za-z][\w./]*)\.?[\s\u00a0](?:\d+[-–])?$", before)
    if match and match[1].lower().rstrip(".") in words("exclusions", "labels"):
        return bool(match[1][0].isupper()) or match[1].lower().rstrip(".") in _SMALL_LABELS
    return False


_NUMBERED = re.compile(r"(?:^|\s)(?:Article|Section|Chapter|Part|Phase|Level|Tier|Title|Schedule|Annex|Day|Number)\s$")
_SMALL_LABELS = frozenset(("page", "pages", "section", "sections", "article", "articles", "chapter", "tier", "level", "paragraph", "version",
                           "phase", "step", "number", "no", "pp", "p", "vol", "annex", "figure", "table", "recital", "clause", "top"))  # fmt: skip


def _glued(before: str) -> bool:
    """Whether letters run into the number: "GPT-", "H", "A/C."; a currency's letters do not count."""
    return bool(re.search(r"(?:^|[\s(\"“'‘/])[\w./]*[A-Za-z][-_/.]$", before))


def is_year(text: str, span: Span, counts_next: bool) -> bool:
    """Whether a plain whole number is a year; `counts_next` says that it counts the very next word."""
    written = span.cut(text)
    if not re.fullmatch(r"\d{4}", written) or not FIRST_YEAR <= int(written) <= LAST_YEAR:
        return False
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
