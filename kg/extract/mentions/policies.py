"""Laws, bills, orders and standards by their form: "SB 24-205", "the Fair Lending Act", "Regulation (EU) 2024/1689"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, UPPER, either, may_hold, skip_opening, words
from kg.model import EntityClass

_JOIN = r"(?:of|for|and|in|on|to|against|from|by|with|&)"
_NO_DATE = (  # "passed the Fair Hiring Act on May 6"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_NUMBERS = (
    r"(?:S\.?B\.?|H\.?B\.?|A\.?B\.?|H\.\s?R\.|HR|H\.F\.|HF|SF|LD|LB|S\.|L\.?D\.?) ?-?\d[\d-]*\d?",
    r"(?:Senate|House|Assembly) (?:Bill|File|Resolution) \d[\d-]*",
    r"(?:Implementing |Delegated )?(?:Regulation|Directive|Decision) (?:\((?:EU|EC)\) )?(?:No\.? )?"
    r"\d{2,4}/\d{2,4}(?:/E[UC])?",
    r"Executive Order (?:No\. )?\d{5}",
    r"(?:ISO/IEC|ISO|IEC|IEEE|EN|ETSI EN) (?:TR |TS |DIS |P)?\d{3,6}(?:-\d+)?(?::\d{4})?",
    r"NIST (?:SP|AI) \d{3}(?:-\d+)*",
    r"Local Law (?:No\. )?\d+(?: of \d{4})?",
    r"(?:Bill|Law|Decree|Order|Ordinance|Resolution) (?:No\.? ?)?(?:[A-Z]-?)?\d[\d.,/-]*\d(?: of \d{4})?",
    r"Bill [A-Z]-\d+",
    r"Proposition \d+",
    r"Section 230",
    r"(?:Rule|Part) \d{3,4}",
    r"Title (?:VI|VII|IX)\b",
)


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])(?:" + "|".join(_NUMBERS) + r")(?![\w/])")


@cache
def _headed() -> re.Pattern[str]:
    word = rf"(?!{either('policy', 'heads')}\b){CAPITAL}"
    inside = rf"(?:{word}|\((?:{CAPITAL})(?: (?:{_JOIN} )?{CAPITAL})*\))"
    head = rf"{either('policy', 'heads')}(?![\w-])"
    year = r"(?: (?:19|20)\d\d(?!\d)| of (?:19|20)\d\d(?!\d))?"
    return re.compile(rf"(?<![\w-])(?P<run>{word}(?:,? (?:{_JOIN} )?{inside})*?) (?P<head>{head}){year}")


@cache
def _first() -> re.Pattern[str]:
    head = either("policy", "first")
    tail = rf"{CAPITAL}(?: (?:(?:{_JOIN}) )?(?:the )?{CAPITAL}|, {CAPITAL}(?=,? (?:and )?(?:the )?{CAPITAL}))*"
    return re.compile(
        rf"(?<![\w-])(?:{CAPITAL} (?:of (?={CAPITAL}))?)*{head} (?:of|on|for) (?:the )?{_NO_DATE}{tail}(?!\w)"
    )


@cache
def _foreign() -> re.Pattern[str]:
    """Laws by their names in other languages: "Ley de Datos", "Decreto 418/2026", "Datengesetz"."""
    small = r"(?:de la |de los |de las |de|del|da|do|dos|das|du|des|sur|sobre|para|o|gegen|zur|zum|über|om|la|y|e|et|a)"
    head = either("policy", "foreign")
    numbered = rf"{head} (?:(?:nr|n°|No|núm)\.? ?)?\d[\d./-]*\d"
    titled = rf"{head}(?: {small})* {CAPITAL}(?: (?:{small} )*{CAPITAL})*"
    compound = rf"[{UPPER}][\w-]*{either('policy', 'endings')}"
    return re.compile(rf"(?<![\w-])(?:{numbered}|{titled}|{compound})(?![\w-])")


@cache
def _before_body() -> re.Pattern[str]:
    return re.compile(rf" {either('organization', 'heads')}(?![\w-])")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:{CAPITAL} )*{either('organization', 'first')} (?:for|of|on) ")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{either('person', 'titles')} ")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf" {CAPITAL}")


def find_policies(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form of a policy's name; they may overlap."""
    for found in _numbered().finditer(text):
        yield Candidate(found.start(), found.end(), EntityClass.POLICY, "grammar", 0.95)
    for found in _headed().finditer(text) if may_hold(text, "policy", "heads") else ():
        start = skip_opening(text, found.start("run"), found.end("run"))
        if start == found.end("run") or (
            found["head"] in words("policy", "weak") and " " not in text[start : found.end("run")]
        ):
            continue
        if _titled().match(text, start) and _named().match(text, found.end()):
            continue  # "Mayor Pro Tem Bill Sorenson"
        if not _body().match(text, start, found.end()) and not _before_body().match(text, found.end()):
            yield Candidate(start, found.end(), EntityClass.POLICY, "grammar", 0.9)
    for found in _foreign().finditer(text) if _may_be_foreign(text) else ():
        yield Candidate(found.start(), found.end(), EntityClass.POLICY, "grammar", 0.85)
    for found in _first().finditer(text) if may_hold(text, "policy", "first") else ():
        yield Candidate(skip_opening(text, *found.span()), found.end(), EntityClass.POLICY, "grammar", 0.7)


def _may_be_foreign(text: str) -> bool:
    return may_hold(text, "policy", "foreign") or any(ending in text for ending in words("policy", "endings"))
