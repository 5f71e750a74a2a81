"""Quantities as NewsQuant's annotation writes them: its names of units, its words for what is counted."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.parsed import ParsedBlock
from kg.extract.quantities import Kind, Quantity
from kg.extract.quantities.tables import alternatives, currency_parts, load_table, units
from kg.extract.quantities.units import PLAIN
from kg.extract.tokens import Token
from kg.model import Span

# The annotation's names of units, where they are not the table's own.
NAMES = {
    "unit:PERCENT": "percentage",
    "aig:Times": "count",
    "unit:SEC": "second",
    "unit:MilliSEC": "millisecond",
    "unit:MIN": "minute",
    "unit:HR": "hour",
    "unit:DAY": "day",
    "unit:WK": "week",
    "unit:MO": "month",
    "unit:YR": "year",
    "unit:MI": "mile",
    "unit:KiloM": "kilometre",
    "unit:M": "metre",
    "unit:CentiM": "centimetre",
    "unit:MilliM": "millimetre",
    "unit:NanoM": "nanometre",
    "unit:FT": "foot",
    "unit:IN": "inch",
    "unit:FT2": "square foot",
    "unit:M2": "square metre",
    "unit:KiloM2": "square kilometre",
    "unit:MI2": "square mile",
    "unit:AC": "acre",
    "unit:HA": "hectare",
    "unit:MI-PER-HR": "mile per hour",
    "unit:KiloGM": "kilogram",
    "unit:KiloM-PER-HR": "kilometre per hour",
    "unit:GM": "gram",
    "unit:LB": "pound-mass",
    "unit:L": "litre",
    "unit:GAL_US": "gallon",
    "unit:BBL": "barrel",
    "unit:DEG_C": "celsius",
    "unit:DEG_F": "fahrenheit",
    "unit:W": "watt",
    "unit:KiloW": "kilowatt",
    "unit:MegaW": "megawatt",
    "unit:GigaW": "gigawatt",
    "unit:KiloW-HR": "kilowatt hour",
    "unit:MegaW-HR": "megawatt hour",
    "unit:HP": "horsepower",
    "unit:YD": "yard",
    "unit:HZ": "hertz",
    "unit:KiloHZ": "kilohertz",
    "unit:MegaHZ": "megahertz",
    "unit:GigaHZ": "gigahertz",
    "unit:REV-PER-MIN": "revolutions per minute",
    "unit:MicroM": "micrometre",
    "unit:MilliL": "millilitre",
    "unit:MegaBYTE": "megabyte",
    "unit:GigaBYTE": "gigabyte",
    "unit:TeraBYTE": "terabyte",
    "unit:TON_Metric": "ton",
    "unit:MilliGM": "milligram",
    "unit:MegaPA": "megapascal",
    "unit:KiloPA": "kilopascal",
    "unit:FT3": "cubic foot",
    "unit:M3": "cubic metre",
    "unit:BasisPoint": "basis point",
    "unit:DEG": "degree",
    "unit:MI-PER-GAL_US": "mile per gallon",
    "unit:N-M": "newton metre",
    "unit:LB_F-FT": "pound-foot",
    "unit:PPB": "parts-per-billion",
    "unit:KN": "knot",
    "unit:M-PER-SEC": "metre per second",
    "unit:KSI": "kilopound per square inch",
    "unit:DeciB": "decibel",
    "currency:USD": "dollar",
    "currency:EUR": "euro",
    "currency:GBP": "pound sterling",
    "currency:JPY": "japanese yen",
    "currency:CNY": "chinese yuan",
    "unit:TONNE": "tonne",
    "unit:PPM": "part per million",
    "unit:KiloCAL": "calorie",
    "unit:MegaBIT-PER-SEC": "megabit per second",
    "unit:V": "volt",
    "unit:GigaPA": "gigapascal",
    "unit:MilliA-HR": "milliampere-hour",
    "currency:DKK": "danish krone",
    "currency:SGD": "singaporean dollar",
    "currency:KRW": "south korean won",
    "currency:ILS": "shekel",
}


# Where the annotation's name goes by how the unit is written, and what it spells out; the p of pence is a point there.
WORDINGS = {"p": "point", "bhp": "brake horsepower", "G": "generation wireless"}
SPELT_OUT = {
    "apg": "assist per game",
    "bpg": "block per game",
    "gigatonne": "gigaton",
    "ppg": "point per game",
    "ps": "horsepower",
    "rpg": "rebound per game",
    "spg": "steal per game",
    "td": "touch down",
    "war": "win above replacement",
}


def read_units() -> dict[str, str]:
    """The annotation's name of every unit, by IRI: where it has none of its own, the table's first or longest name."""
    rows = load_table("currencies")["currency"]
    longest = {row["code"]: max(row.get("names", [row["code"]]), key=len) for row in rows}
    money = {f"currency:{code}": singular(name.lower()) for code, name in longest.items()}
    measured = {row["iri"]: singular(row["words"][0].lower().replace("-", " ")) for row in load_table("units")["unit"]}
    return money | measured | NAMES


def is_number(quantity: Quantity, text: str) -> bool:
    """Whether a number is written: the annotation has none for "doubled", "twice" and "double"."""
    return quantity.kind is not Kind.TIMES or quantity.span.cut(text).lower() not in _RATIOS


_RATIOS = frozenset(("double", "doubled", "doubles", "doubling", "twice", "triple", "tripled", "tripling", "halved"))


def to_number(quantity: Quantity) -> float:
    """The value as the annotation has it: fractions are parts of one, cents are counted as cents."""
    if quantity.kind is Kind.FRACTION:
        return float(quantity.value) / 100
    return float(quantity.value / currency_parts().get(quantity.wording, 1))


def to_unit(block: ParsedBlock, ends: Sequence[Quantity], names: dict[str, str]) -> str:
    """The unit's name as the annotation has it; with "per hour" and the like where the text says for what."""
    bare = _bare_unit(block, ends[-1] if ends[0].unit == PLAIN else ends[0], names)
    rate = None if ends[0].kind is Kind.FRACTION else _RATE.match(block.doc.text, _end(block, ends))
    if rate is None:
        return bare
    measured = _UNIT.match(rate["unit"])
    return f"{bare} per {names[units()[measured.group()].iri] if measured else singular(rate['unit'].split()[0])}"


def _end(block: ParsedBlock, ends: Sequence[Quantity]) -> int:
    """Where a quantity ends in its block, with the noun that it counts where that stands right behind it."""
    end = max(q.span.end for q in ends) - block.block.span.start
    head = ends[-1].head
    if head is None or block.doc[head].idx < end:
        return end
    return block.doc[head].idx + len(block.doc[head].text)


_RATE = re.compile(
    r"(?:[\s-]per\s|\s?/\s?|[\s-]an?[\s-](?=(?:hour|day|week|month|year|minute|second|barrel|share|gallon|ton|tonne|pound|ounce)\b(?!\s(?:earlier|ago|later|before))))"
    r"(?P<unit>[A-Za-z]+(?:\s[a-z]+)?)"
)
_UNIT = re.compile(rf"(?:{alternatives(word for word in units() if len(word) > 1)})(?!\w)")


def singular(noun: str) -> str:
    """The noun without the ending of the plural."""
    return noun.removesuffix("s") if len(noun) > len("gas") and not noun.endswith("ss") else noun


def _bare_unit(block: ParsedBlock, quantity: Quantity, names: dict[str, str]) -> str:
    """The unit; of a count or a share the noun that is counted, with what stands before it."""
    if quantity.kind is Kind.FRACTION:
        after = _FRACTION_OF.match(block.doc.text, quantity.span.end)
        tokens = block.tokens_in(Span(after.start("first"), after.end("first"))) if after else None
        noun = tokens[0] if tokens else None
        while noun is not None and noun.head != noun and noun.head.i > noun.i and noun.dep_ in _BEFORE:
            noun = noun.head
        return f"% {_counted(noun)}" if noun is not None and noun.pos_ in ("NOUN", "PROPN") else "% -"
    if quantity.kind is Kind.AGE:
        return f"{names[quantity.unit]} of age"
    if quantity.wording in WORDINGS:
        return WORDINGS[quantity.wording]
    if quantity.wording in currency_parts():
        return "cent"
    if quantity.unit in names:
        return names[quantity.unit]
    if quantity.unit != PLAIN:
        return quantity.wording.lower()
    if quantity.hyphened and quantity.wording:
        return singular(quantity.wording.lower())
    if quantity.head is None:
        return "-"
    noun = block.doc[quantity.head]
    between = block.doc.text[quantity.span.end - block.block.span.start : noun.idx]
    words = " ".join(_whole(noun)) if between.startswith(" of ") else _counted(noun)
    return SPELT_OUT.get(words, words)


_FRACTION_OF = re.compile(r"\s(?:of\s)?(?:(?:the|its|their|his|her|our|all|those|these|a)\s)*(?P<first>[A-Za-z]+)")
_BEFORE = ("compound", "amod", "nmod", "poss")
_NO_KIND = frozenset(("total", "more"))  # adjectives that tell nothing apart


def _whole(noun: Token, steps: int = 3) -> Iterator[str]:
    """What one or some are taken of: the noun with its owner, and with what it is of or in."""
    yield _counted(noun)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and steps:
            yield from (word for t in child.children if t.dep_ == "pobj" for word in _whole(t, steps - 1))


def _counted(head: Token) -> str:
    """What is counted: the noun by its lemma, behind what it is told apart by, and what it is of: "test per day"."""
    if head.lower_ in ("times", "time"):
        return "count"
    before = sorted((t for t in _telling(head)), key=lambda t: t.i)
    written = [t.lemma_.lower() if t.pos_ == "ADJ" else t.lower_ for t in before]
    return " ".join(
        [_joined(before, written), *([head.lower_ if head.lower_ == "people" else head.lemma_.lower()])]
    ).strip()


def _telling(noun: Token) -> Iterator[Token]:
    """The words before a noun that say of which kind it is; participles, which say what became of it, are none."""
    for child in noun.lefts:
        hyphened = any(c.tag_ == "HYPH" for c in child.subtree)
        if child.dep_ not in _BEFORE or child.pos_ in ("DET", "PRON", "NUM") or child.lower_ in _NO_KIND:
            continue
        if child.tag_ in ("VBG", "VBN") and not hyphened:
            continue
        kept = [
            t
            for t in child.subtree
            if (t.dep_ not in _LOOSE or t.text == "-") and t.pos_ not in ("NUM", "DET", "PRON", "CCONJ")
        ]
        yield from (t for t in kept if t.text == "-" or t.text.replace("-", "").isalpha())


_NO_WORDS = ("NUM", "DET", "PRON", "CCONJ")
_LOOSE = ("case", "advmod", "punct", "cc")


def _joined(tokens: Sequence[Token], written: Sequence[str]) -> str:
    """The words as one line, hyphened as in the text: "first-team"."""
    text = ""
    for token, word in zip(tokens, written, strict=True):
        follows = any(t.i == token.i + 1 for t in tokens)
        text += word + ("" if follows and not token.whitespace_ else " ")
    return text.strip(" -")
