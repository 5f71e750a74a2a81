"""What stands beside a number and says what it is a number of: money, percent, times, durations, measures."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from re import Pattern

from kg.extract.quantities.numerals import Numeral
from kg.extract.quantities.quantity import Kind
from kg.extract.quantities.tables import (
    alternatives,
    currency_names,
    currency_parts,
    currency_signs,
    load_table,
    units,
)
from kg.extract.tokens import Doc, Token
from kg.model import Span

PLAIN = "unit:UNITLESS"
PERCENT = "unit:PERCENT"
TIMES = "aig:Times"
LETTERS = {"R": 1000, "N": 1_000_000}  # "R38 million" is money, "R2" a name: these signs need a magnitude or so much


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit: `span` covers both, relative to the text; `wording` is the unit as written."""

    numeral: Numeral
    span: Span
    value: Decimal
    unit: str
    kind: Kind
    wording: str = ""
    hyphened: bool = False


def measure(text: str, numeral: Numeral) -> Measured:
    """The number with the unit that stands beside it; a count without unit where none does."""
    if numeral.form == "fraction":
        return Measured(numeral, numeral.span, numeral.value, PERCENT, Kind.FRACTION)
    return _signed_money(text, numeral) or _following(text, numeral) or _factor(text, numeral) or _plain(text, numeral)


def _factor(text: str, numeral: Numeral) -> Measured | None:
    """ "by a factor of 33" multiplies."""
    if not re.search(r"\bfactor\sof\s(?:\w+\s){0,2}$", text[: numeral.span.start]):
        return None
    return Measured(numeral, numeral.span, numeral.value, TIMES, Kind.TIMES)


def _plain(text: str, numeral: Numeral) -> Measured:
    compound = re.match(r"-([A-Za-z]+)", text[numeral.span.end :])
    return Measured(
        numeral, numeral.span, numeral.value, PLAIN, Kind.COUNT, compound[1] if compound else "", bool(compound)
    )


@cache
def _sign_pattern() -> Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<sign>{alternatives(currency_signs())})[\s\u00a0]?$")


_LONGEST_SIGN = 20  # characters, with the space behind it


def _signed_money(text: str, numeral: Numeral) -> Measured | None:
    match = _sign_pattern().search(text, max(0, numeral.span.start - _LONGEST_SIGN), numeral.span.start)
    if not match or (match["sign"] in LETTERS and not numeral.scaled and numeral.value < LETTERS[match["sign"]]):
        return None
    span = Span(match.start(), numeral.span.end)
    unit = f"currency:{currency_signs()[match['sign']]}"
    hyphened = bool(re.match(r"-a-", text[span.end :]))
    return Measured(numeral, span, numeral.value, unit, Kind.MONEY, match["sign"], hyphened)


@cache
def _unit_pattern() -> Pattern[str]:
    letters = [word for word in units() if word[-1].isalnum()]
    signs = [word for word in units() if not word[-1].isalnum()]
    return re.compile(
        rf"(?P<gap>[\s\u00a0\u202f]?-?|-to-)(?:(?P<money>{alternatives(currency_names())})(?!\w|['’]t|[\s-](?:feet|foot|force)\b)"
        rf"|(?P<sign>{alternatives(signs)})|(?P<unit>{alternatives(letters)})(?!\w))"
    )


def _following(text: str, numeral: Numeral) -> Measured | None:
    match = _unit_pattern().match(text, numeral.span.end)
    if not match:
        return None
    span = Span(numeral.span.start, match.end())
    hyphened = match["gap"].endswith("-") or bool(re.match(r"-[a-z]", text[span.end :]))
    if match["money"]:
        name = re.sub(r"[\s\u00a0-]+", " ", match["money"])
        unit = f"currency:{currency_names()[name]}"
        value = numeral.value * currency_parts().get(name, 1)
        return Measured(numeral, span, value, unit, Kind.MONEY, name, hyphened)
    written = re.sub(r"[\s\u00a0-]+", " ", match["unit"] or match["sign"])
    found = units()[written]
    if _is_cut_short(numeral, written, match["gap"]):
        return None
    if found.kind == "times" and not _multiplies(text, numeral, span, written):
        return None
    return Measured(numeral, span, numeral.value, found.iri, Kind(found.kind), written, hyphened)


def _is_cut_short(numeral: Numeral, written: str, gap: str) -> bool:
    """Whether a short unit is none: a single letter after a number in words, or "5 C"."""
    return (
        len(written) <= 2
        and written.isalpha()
        and (numeral.form == "words" or bool(written.isupper() and len(written) == 1 and gap and written not in "WV"))
    )


def _multiplies(text: str, numeral: Numeral, span: Span, written: str) -> bool:
    """Whether "x", "fold" or "times" multiplies: "eight times more", not "downloaded 50 million times"."""
    if written != "times":
        return not re.match(r"\s?\d", text[span.end :])  # "5 x 10" is no multiple
    if numeral.scaled:
        return False
    table = load_table("multipliers")["times"]["followers"]
    following = re.match(r"\s([\w-]+)(\s\w+['’]s)?", text[span.end :])
    occasions = following is not None and following[1] == "last" and not following[2]  # "used it 40 times last year"
    return bool(following and following[1].lower() in table and not occasions)


@cache
def _multiplier_pattern() -> Pattern[str]:
    table = load_table("multipliers")
    followers = alternatives(table["before"]["followers"])
    return re.compile(
        rf"(?<![\w-])(?:(?P<word>{alternatives(table['words'])})(?!\w)|(?P<before>{alternatives(table['before']['words'])})"
        rf"(?=\s(?:{followers})\s))",
        re.IGNORECASE,
    )


def find_multipliers(doc: Doc, text: str) -> tuple[Measured, ...]:
    """Ratios that are one word: "tripled", "twofold", "twice as many", "double the"; never "half the"."""
    table, lowered = load_table("multipliers"), text.lower()
    tokens = doc if any(verb[:-2] in lowered for verb in table["verbs"]) else ()  # most texts are spared the walk
    found = [
        _multiple(Span(t.idx, t.idx + len(t.text)), table["verbs"][t.lemma_.lower()], "")
        for t in tokens
        if _is_multiplying(t)
    ]
    for match in _multiplier_pattern().finditer(text):
        value = (table["words"] | table["before"]["words"])[match.group().lower()]
        if match.group().lower() == "half" and not re.match(r"\sas\s", text[match.end() :]):
            continue
        if not any(match.start() == other.span.start for other in found):
            found.append(_multiple(Span(*match.span()), value, match.group().lower()))
    return tuple(found)


def _multiple(span: Span, value: str, wording: str) -> Measured:
    return Measured(Numeral(span, Decimal(value), "words"), span, Decimal(value), TIMES, Kind.TIMES, wording)


def _is_multiplying(token: Token) -> bool:
    """Whether a verb such as "tripled" multiplies; nobody doubles by doubling down."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in load_table("multipliers")["verbs"]:
        return False
    return not any(
        child.lower_ in ("down", "back", "over") and child.dep_ in ("prt", "advmod") for child in token.children
    )
