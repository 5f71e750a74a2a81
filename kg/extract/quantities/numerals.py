"""Numbers as text has them: in digits, in words, mixed, as fractions and as powers of ten."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from re import Match, Pattern

from kg.extract.glances import lower_words_in
from kg.extract.quantities.tables import alternatives, currency_signs, load_table, magnitudes, suffixes
from kg.model import Span

FRACTION_PLACES = Decimal("0.000001")  # thirds and sixths as percent: 33.333333, 16.666667
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number in a text: `span` is relative to the text, `value` exact.

    `form` is "digits", "words", "power", "fraction" (then `value` is in percent) or "article" ("a" meaning one).
    `scaled` says that a magnitude was written ("5 million", "2bn").
    """

    span: Span
    value: Decimal
    form: str
    scaled: bool = False


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of the text, in order, none overlapping; forms that say more win over plain digits."""
    taken: list[Numeral] = []
    is_taken = bytearray(len(text))
    for find in _forms_in(text):
        for numeral in find(text):
            if not any(is_taken[numeral.span.start : numeral.span.end]):
                taken.append(numeral)
                is_taken[numeral.span.start : numeral.span.end] = b"\1" * numeral.span.length
    plain = (replace(numeral, value=to_plain(numeral.value)) for numeral in taken)
    return tuple(sorted(plain, key=lambda numeral: numeral.span))


def _forms_in(text: str) -> Iterator[Callable[[str], Iterator[Numeral]]]:
    """The ways of writing numbers of which the text has a sign or word, those that say more first."""
    held, has_digit = lower_words_in(text), _DIGIT.search(text) is not None
    if has_digit:
        yield _powers
    if not held.isdisjoint(_SCALES):
        yield _parts
    if not held.isdisjoint(_fraction_words()) or (has_digit and not held.isdisjoint(_OUT_OF)):
        yield _fractions
    if has_digit:
        yield _digits
    if not held.isdisjoint(_number_words()):
        yield _words
    if not held.isdisjoint(_TIMES):
        yield _articles


_DIGIT = re.compile(r"\d")
_SCALES = frozenset({"million", "billion", "trillion"})
_OUT_OF = frozenset({"in", "out"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


@cache
def _number_words() -> frozenset[str]:
    return frozenset((*load_table("numerals")["ones"], *magnitudes()))


@cache
def _fraction_words() -> frozenset[str]:
    parts = load_table("numerals")["denominators"]
    return frozenset((*load_table("numerals")["ones"], *parts, *(f"{part}s" for part in parts), "half", "every"))


def to_plain(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind the point: 8.90E+6 is 8900000."""
    return Decimal(format(value.normalize(), "f"))


_POWER = re.compile(
    r"(?<![\w.])(?:(?P<coefficient>\d+(?:\.\d+)?)\s*[×x*·⋅]\s*)?10(?:\s?\^\s?[({]?\s?(?P<caret>\d{1,3})[)}]?|\*\*(?P<stars>\d{1,3})"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\s(?:raised\s)?to\sthe\s(?:power\s(?:of\s)?)?(?P<ordinal>\d{1,3})(?:st|nd|rd|th)?(?:\spower)?)(?!\w)"
)
# A superscript that lost its place: "5 × 10 25 FLOP", "1026 operations".
_FLAT_POWER = re.compile(
    r"(?<![\w.])(?:(?P<coefficient>\d+(?:\.\d+)?)\s*[×x*·⋅]\s*10\s?(?P<caret>\d{2})"
    r"|10\s?(?P<flat>[12]\d)(?=\s(?:floating[\s-]point|integer\sor|integer|FLOPs?\b|operations)))(?![\w.,]\d|\w)"
)
_SCIENTIFIC = re.compile(r"(?<![\w.])(?P<coefficient>\d+(?:\.\d+)?)[eE]\+?(?P<caret>\d{1,3})(?!\w)")


def _powers(text: str) -> Iterator[Numeral]:
    for pattern in (_POWER, _FLAT_POWER, _SCIENTIFIC):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            exponent = next(v for k, v in groups.items() if k != "coefficient" and v)
            scale = Decimal(10) ** int(exponent.translate(_SUPERSCRIPTS))
            yield Numeral(Span(*match.span()), Decimal(groups["coefficient"] or 1) * scale, "power", scaled=True)


_ARTICLE = re.compile(
    r"(?:at\sleast|at\smost|up\sto|less\sthan|more\sthan|within|nearly|almost|about|under|over|for\sonly|no\smore\sthan)\s"
    r"(?P<one>an?)(?=[\s-](?:full\s)?(?:second|minute|hour|day|week|month|year)(?!\w|[\s-](?:old|ago|earlier|later|or\stwo)))",
    re.IGNORECASE,
)


def _articles(text: str) -> Iterator[Numeral]:
    """ "at least a year": an article is a number only under a bound and before a unit of time."""
    for match in _ARTICLE.finditer(text):
        yield Numeral(Span(*match.span("one")), Decimal(1), "article")


@cache
def _fraction_pattern() -> Pattern[str]:
    lower = alternatives(load_table("numerals")["denominators"])
    ones = alternatives(load_table("numerals")["ones"])
    return re.compile(
        rf"(?<![\w-])(?:(?P<article>an?|one|nearly\sa)[\s-](?P<single>{lower})(?!\w|-)"
        rf"|(?P<upper>{ones})[\s-](?P<plural>{lower})s(?!\w|[\s-](?:super)?majority)"
        rf"|(?:(?<=\bby\s)|(?<=\bby\salmost\s)|(?<=\bby\snearly\s)|(?<=\bby\sabout\s)|(?<=\bby\smore\sthan\s))(?P<by>half)(?!\w|[\s-]an?\s)"
        rf"|every\s(?P<every>{lower}|other)(?=\s(?!year|month|week|day|hour|minute|time|quarter|decade|birthday)[a-z]+)"
        rf"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|our|all|those|these)\s)"
        rf"|(?P<part>{ones}|\d+)\s(?:(?:(?<=\bone\s)[a-zA-Z-]+\s)?in|out\sof)\s(?:every\s)?(?P<whole>{ones}|\d+)(?!\w|[.,]\d|\s(?:hundred|thousand|million|billion|years?|months?|weeks?|days?|hours?|minutes?)))",
        re.IGNORECASE,
    )


def _fractions(text: str) -> Iterator[Numeral]:
    for match in _fraction_pattern().finditer(text):
        if _SCORED.search(text, max(0, match.start() - _LONGEST_SCORED), match.start()):
            continue
        parts = _ratio(match)
        # "one in 1905" and "2 in 1" are no shares; "6 out of 187 cases" are counts
        whole = match["whole"] is None or (
            parts and (parts[0] == 1 or parts[1] <= _LARGEST_SAMPLE or parts[1] in _ROUND)
        )
        if parts and whole and 0 < parts[0] < parts[1] <= _LARGEST_WHOLE:
            percent = (Decimal(100) * parts[0] / parts[1]).quantize(FRACTION_PLACES)
            yield Numeral(Span(*match.span()), percent, "fraction")


_SCORED = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|ing)|grad(?:e|ed)|marks?)\s(?:\w+\s){0,3}$"
)  # "a score of 19 out of 100"
_LONGEST_SCORED = 40  # characters that "a score of about" may take


@cache
def _part_pattern() -> Pattern[str]:
    lower = alternatives(load_table("numerals")["denominators"])
    ones = alternatives(load_table("numerals")["ones"])
    return re.compile(
        rf"(?<![\w-])(?:(?:an?|one)\s(?P<single>{lower})|(?P<upper>{ones})[\s-](?P<plural>{lower})s)\sof\s(?:an?|one)\s"
        r"(?P<scale>million|billion|trillion)(?!\w)",
        re.IGNORECASE,
    )


def _parts(text: str) -> Iterator[Numeral]:
    """ "a quarter of a billion", "three-quarters of a million"."""
    for match in _part_pattern().finditer(text):
        parts = _ratio(match)
        if parts:
            value = (magnitudes()[match["scale"].lower()] * parts[0] / parts[1]).quantize(Decimal(1))
            yield Numeral(Span(*match.span()), value, "words", scaled=True)


_LARGEST_WHOLE, _LARGEST_SAMPLE, _ROUND = 1000, 20, (100, 1000)


def _ratio(match: Match[str]) -> tuple[int, int] | None:
    groups = {key: value.lower() for key, value in match.groupdict().items() if value}
    lower: dict[str, int] = load_table("numerals")["denominators"]
    if "half" in groups or "by" in groups:
        return 1, 2
    if "every" in groups:
        return 1, lower.get(groups["every"], 2)
    if "single" in groups:
        return 1, lower[groups["single"]]
    if "plural" in groups:
        return _small(groups["upper"]), lower[groups["plural"]]
    return _small(groups["part"]), _small(groups["whole"])


def _small(word: str) -> int:
    return int(word) if word.isdigit() else int(load_table("numerals")["ones"][word])


@cache
def _digit_pattern() -> Pattern[str]:
    after = alternatives(magnitudes())
    glued = alternatives(suffixes())
    written = [sign for sign in currency_signs() if sign.rstrip(".")[-1].isalpha()]  # "R38 million", "Rs.48", "$A5"
    letters = "|".join(rf"(?<={'' if sign[0] == '$' else chr(92) + 'b'}{re.escape(sign)})" for sign in written)
    signs = rf"|(?<=[A-Za-z.])(?:{letters})"
    return re.compile(
        rf"(?=[\d.])(?:(?<![\w.,#@/:]){signs})"
        r"(?P<digits>(?!0\d)\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[\u202f\u00a0\u2009]\d{3})+|\d+(?:\.\d+)?|(?<!\w)\.\d+)"
        rf"(?P<scale>(?:[\s\u00a0-]?(?i:{after})(?!\w))+|\s?(?:{glued})(?!\w))?",
    )


def _digits(text: str) -> Iterator[Numeral]:
    for match in _digit_pattern().finditer(text):
        value = Decimal(re.sub(r"[,\s]", "", match["digits"]))
        scale, end = _scale(match)
        minus = _MINUS.search(text, max(0, match.start() - _LONGEST_MINUS), match.start())
        start, sign = (minus.start(), -1) if minus else (match.start(), 1)
        yield Numeral(Span(start, end), sign * value * scale, "digits", scaled=scale != 1)


_MINUS = re.compile(
    r"(?<=[\w,:;(]\s)(?:[-−–]|minus[\s-])$|(?<=[$€£¥])[-−]$"
)  # "growth of -0.3%", no dash between two numbers
_LONGEST_MINUS = len("x minus ")


def _scale(match: Match[str]) -> tuple[Decimal, int]:
    """The factor that is written after the digits, and where the number ends."""
    written = (match["scale"] or "").strip(" \u00a0-")
    if not written or _is_unit(match, written):
        return Decimal(1), match.end("digits")
    scale = Decimal(1)
    for word in re.split(r"[\s\u00a0-]+", written):
        scale *= magnitudes().get(word.lower()) or suffixes()[word]
    return scale, match.end()


def _is_unit(match: Match[str], written: str) -> bool:
    """Whether letters after digits are no magnitude: "14 mm" and "80 m.p.h.", but "€35 m" and "4.3m users"."""
    if not written.isalpha() or len(written) > len("mm") or written.lower() in ("bn", "tn", "mn", "cr"):
        return False
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :]
    is_money = bool(before) and (unicodedata.category(before[-1]) == "Sc" or before.endswith(tuple(currency_signs())))
    return not is_money and (
        written == "mm" or match["scale"] != written or (after.startswith(".") and after[1:2].isalpha())
    )


@cache
def _word_pattern() -> Pattern[str]:
    ones = alternatives(load_table("numerals")["ones"])
    many = alternatives(magnitudes())
    return re.compile(
        rf"(?<![\w-])(?:(?:(?:half\s)?an?\s|half-a-|near-|multi-)(?={many})(?:{many})(?!\w)(?:\sand\s(?:{ones})(?!\w))?|(?:{ones})(?!\w))"
        rf"(?:[\s-](?:half|{ones})(?!\w)|[\s-](?:{many})(?!\w)(?:\sand\s(?:{ones})(?!\w))?|\sand\sa\shalf(?!\w))*",
        re.IGNORECASE,
    )


def _words(text: str) -> Iterator[Numeral]:
    for match in _word_pattern().finditer(text):
        lead = match.group().split("-")[0].lower()
        if lead == "multi":
            continue
        value = parse_words(match.group())
        if value is not None:
            start = match.start() + (len("near-") if lead == "near" else 0)
            scaled = any(word in magnitudes() for word in re.split(r"[\s-]+", match.group().lower()))
            yield Numeral(Span(start, match.end()), value, "words", scaled=scaled)


def parse_words(phrase: str) -> Decimal | None:
    """The number that words spell, or None: "two hundred and five" is 205, "half a million" 500000."""
    ones: dict[str, int] = load_table("numerals")["ones"]
    total = current = Decimal(0)
    seen = False
    for word in re.split(r"[\s-]+", phrase.lower()):
        if word in ones:
            current, seen = current + ones[word], True
        elif word == "half":
            current += Decimal("0.5")
        elif word == "hundred" or word == "dozen":
            current, seen = (current or Decimal(1)) * magnitudes()[word], True
        elif word in magnitudes():
            total, current, seen = total + (current or Decimal(1)) * magnitudes()[word], Decimal(0), True
        elif word not in ("a", "an", "and", "near"):
            return None
    return total + current if seen else None
