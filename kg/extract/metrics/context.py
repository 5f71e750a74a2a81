"""When a quantity held and what it is compared with, as passages of its sentence."""

import re

from kg.extract.metrics.frame import Frame
from kg.extract.quantities import Kind, Quantity, Role
from kg.model import Span

_SEASON = r"(?:summer|autumn|winter|spring|fall)"
_SPAN = rf"(?:quarter|half|year|month|week|decade|{_SEASON})"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_PART = (
    rf"(?:the\s)?(?:(?:first|second|third|fourth|last|final|next|previous|same)\s)?(?:fiscal\s|financial\s)?{_SPAN}"
    rf"(?:\s(?:of|to|before|earlier|ended|ending)(?:\s(?:{_MONTH}\s)?\d{{4}})?)?"
)
_DATE = (
    rf"(?:the\send\sof\s|early\s|late\s|mid-)?(?:(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?(?:19|20)\d\d|{_MONTH}(?:\s\d{{4}})?)"
)
_MOMENT = rf"(?:{_PART}|{_DATE})"
_RATE = r"(?:a|per|each|every)\s(?:year|month|week|day|quarter|hour)\b(?!\s(?:ago|earlier|before|later))"
_PERIOD = re.compile(
    rf"""^[^.;:!?]{{0,60}}?\b(?P<period>{_RATE}|an\shour\b|annually|monthly|yearly|daily|weekly
    |(?:over|within|for)\s(?:the\s(?:next|past|last|coming)\s)?\w+\s(?:years|months|weeks|days)\b
    |(?:last|this|next)\s(?:{_SPAN}|{_MONTH})
    |(?:in|by|during|since|at|for|until|through)\s{_MOMENT}
    |(?:the|a)\s(?:year|month|quarter)\s(?:before|earlier|ago)
    |\w+\s(?:years|months|weeks)\s(?:ago|earlier))""",
    re.VERBOSE,
)
_OPENING = re.compile(rf"(?P<period>(?:In|By|During|Since|At|For|Until|Last|This|As\sof)\s(?:{_MOMENT}|{_SPAN}))\b")
_COMPARED = re.compile(
    r"\b(?:compared\s(?:with|to)|against|versus|relative\sto|as\sopposed\sto)\s(?P<baseline>[^.;:()]+)"
)
_THAN = re.compile(r"\b(?:than|as\soften\sas|as\smany\sas|as\slikely\sas|as\sfast\sas)\s(?P<baseline>[^.;:()]+)")
_RATE_OF = re.compile(r"^\s(?:the|its|their|that)?\s?\w*\s?(?:of|for)\s(?P<baseline>[^.;:(),]+)")
_SINCE = re.compile(r"\bsince\s(?P<baseline>[^.;:(),]+)")
MAX_BASELINE_WORDS = 10


def find_period(frame: Frame) -> str:
    """When the quantity held or how often, as the text has it; empty where it does not say."""
    text = _after(frame)
    match = _PERIOD.search(text) or _OPENING.match(frame.sentence.text)
    return match["period"] if match else ""


def find_baseline(frame: Frame, partner: Quantity | None) -> str:
    """What the quantity is compared with; empty where the text compares it with nothing."""
    if frame.kind is Kind.VOTES:
        return ""
    text = _after(frame, past_others=True)
    role = frame.quantity.role
    if partner is not None and role is Role.TO:
        return _at_partner(frame, partner)
    patterns = (_COMPARED, _THAN, _RATE_OF, _SINCE) if frame.kind is Kind.TIMES else (_COMPARED,)
    for pattern in patterns:
        if match := pattern.search(text):
            return _short(match["baseline"])
    return ""


def _at_partner(frame: Frame, partner: Quantity) -> str:
    """When or of what the figure compared with was: "a year earlier", else the figure itself."""
    text = frame.text
    after = text[partner.whole.end - frame.block.block.span.start :]
    match = re.match(r"\s(?:in\s|at\s|for\s)?(?P<when>[^.;:,()]{3,60})", after)
    written = partner.span.cut(text) if frame.block.block.span.start == 0 else _cut(frame, partner.span)
    return (
        _short(match["when"])
        if match and not match["when"].startswith(("to ", "and ", "or ", "as ", "after ", "because "))
        else written
    )


def _cut(frame: Frame, span: Span) -> str:
    start = frame.block.block.span.start
    return frame.text[span.start - start : span.end - start]


def _short(passage: str) -> str:
    words = re.split(r",\s|\s(?:which|who|but|while|although|largely)\s", passage.strip())[0].split()
    return " ".join(words[:MAX_BASELINE_WORDS])


def _after(frame: Frame, past_others: bool = False) -> str:
    """The sentence after the quantity, up to the next one unless `past_others`."""
    start = frame.block.block.span.start
    end = frame.sentence.end_char
    nexts = [
        q.whole.start - start
        for q in frame.others
        if q.whole.start - start > frame.quantity.whole.end - start and q.kind is not Kind.DURATION
    ]
    if nexts and not past_others:
        end = min(end, *nexts)
    return frame.text[frame.quantity.whole.end - start : end]
