"""The tables under `ontology/quantities`, read once: how numbers, units, money and bounds are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kg.model import Comparator
from kg.resources import ontology_path, read_table


@cache
def load_table(name: str) -> dict[str, Any]:
    """One table of `ontology/quantities`, as TOML reads it.

    Raises:
        ResourceError: the file is missing or is not TOML.
    """
    return read_table(ontology_path("quantities", f"{name}.toml"))


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression that matches any of the phrases, longest first, blanks and hyphens alike."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"[\s\u00a0-]+") for phrase in ordered)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's compact IRI, the kind of quantity it makes, and what one of it is worth in that unit."""

    iri: str
    kind: str


@cache
def units() -> dict[str, Unit]:
    """Every unit by each way of writing it."""
    return {word: Unit(row["iri"], row["kind"]) for row in load_table("units")["unit"] for word in row["words"]}


@cache
def currency_signs() -> dict[str, str]:
    """The code of a currency by each sign that may stand before a number; the codes themselves are signs too."""
    rows = load_table("currencies")["currency"]
    signs = {sign: row["code"] for row in rows for sign in row.get("signs", ())}
    return signs | {row["code"]: row["code"] for row in rows}


@cache
def currency_names() -> dict[str, str]:
    """The code of a currency by each name or code that may stand after a number; shared names have their default."""
    table = load_table("currencies")
    names = {name: row["code"] for row in table["currency"] for name in (*row.get("names", ()), row["code"])}
    parts = {name: row["code"] for row in table["part"] for name in row["names"]}
    return names | parts | dict(table["shared"])


@cache
def currency_parts() -> dict[str, Decimal]:
    """What part of its currency each name such as "cents" stands for."""
    return {name: Decimal(row["worth"]) for row in load_table("currencies")["part"] for name in row["names"]}


@cache
def shared_currency_names() -> frozenset[str]:
    """Names of money that more than one currency has."""
    return frozenset(load_table("currencies")["shared"])


@cache
def currencies_of_countries() -> dict[str, dict[str, str]]:
    """The code of a currency by a name that several share, then by a word of the name of the country that has it."""
    return {name: dict(codes) for name, codes in load_table("currencies")["countries"].items()}


@cache
def comparators(side: str) -> dict[str, Comparator]:
    """What each phrase that stands "before" or "after" a number, or each of the "symbols", says about it."""
    return {phrase: _COMPARATORS[name] for name, row in load_table("comparators")[side].items() for phrase in row}


_COMPARATORS = {c.value: c for c in Comparator}


@cache
def magnitudes() -> dict[str, Decimal]:
    """The factor of each word such as "million"."""
    return {word: Decimal(value) for word, value in load_table("numerals")["magnitudes"].items()}


@cache
def suffixes() -> dict[str, Decimal]:
    """The factor of each letter such as the "m" of "€35m"."""
    return {word: Decimal(value) for word, value in load_table("numerals")["suffixes"].items()}


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of words of a table, as a set."""
    return frozenset(load_table(table)[key])
