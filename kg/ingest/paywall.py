"""Whether a page gives an article or just a taste of it, followed by a demand for money or an account."""

import re

from kg.ingest.pieces import to_line
from kg.model import Article, BlockKind, Failure

# A taste is two or three sentences, 200 to 600 characters; some papers give three paragraphs. Short news has 500 to
# 1,500, so that what is longer than a taste needs a demand right behind it.
MAX_TASTE_CHARACTERS = 600
MAX_STUB_CHARACTERS = 1_500
BEHIND_CHARACTERS = 500  # of what is seen on the page after the article, in which the demand stands
TAIL_CHARACTERS = 40  # of the article's end, by which its place on the page is found

DEMAND_CHARACTERS = 30  # from the start of a sentence: a demand begins with itself, a report of one with who makes it

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLOSED = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_DEMAND = re.compile(
    r"""\b(?: (?:subscribe|sign\ (?:up|in)|log\ ?in|register|join|pay|upgrade|become\ a\ (?:member|subscriber)
              |create\ (?:a|an|your)\ (?:free\ )?account|start\ (?:a|your)\ (?:free\ )?(?:trial|subscription))
              \b[^.!?]{0,40}?\b(?:to|and)\ (?:continue|keep|read|view|access|unlock|see|finish|get\ full\ access)\b
        | (?:to|and)\ (?:continue|keep|finish)\ reading\b | continue\ reading\ (?:with|by|for|this\ article)\b
        | to\ (?:read|access|view|unlock|see)\ (?:the\ (?:full|whole|entire|rest\ of\ th\w+|complete)
              |this\ (?:full\ )?(?:article|story|post|content)|more\ of\ this)\b
        | already\ (?:a|an|have\ an?)\ (?:\w+\ )?(?:subscriber|member|account|subscription)\b
        | (?:for|to)\ (?:paying\ |paid\ )?(?:subscribers|members)\ only\b
        | (?:subscriber|member)s?[- ](?:only|exclusive)\b
        | exclusive(?:ly)?\ (?:to|for)\ (?:our\ )?(?:subscrib|memb)ers\b
        | (?:article|story|post|content|page)\ is\ (?:only\ |reserved\ )?(?:available\ )?(?:only\ )?(?:for|to)
              \ (?:\w+\ )?(?:subscribers|members|registered)\b
        | reached\ your\ (?:\w+\ )?(?:article\ )?limit\b | free\ articles?\ (?:left|remaining|this\ month)\b
        | unlock\ (?:this|the)\ (?:\w+\ )?(?:article|story|post)\b | subscription\ (?:is\ )?required\b
        | this\ is\ a\ (?:premium|subscriber|members?)\b
        | the\ (?:rest|remainder)\ of\ this\ (?:article|story|post)\b )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNSEEN = re.compile(r"<(script|style|noscript|template|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]{0,2000}>")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")


def find_wall(result: Article | Failure, content: bytes) -> str:
    """What says that the page holds a stub only, empty where it holds an article; `content` is the page's, if any.

    A page that demands something has a whole article nevertheless where that is long. A short one is a stub if a demand
    follows it, or if its page says that it is not free and there is no more of it than a taste.
    """
    if isinstance(result, Failure):
        is_empty = "no article text" in result.reason
        return "its page says that it is not free" if is_empty and _CLOSED.search(content) else ""
    body = [result.cut(block) for block in result.blocks if block.kind is not BlockKind.TITLE]
    length = sum(map(len, body))
    if length > MAX_STUB_CHARACTERS:
        return ""
    behind = _find_behind(body, content)
    told = (sentence[: DEMAND_CHARACTERS + 60] for block in body[-2:] for sentence in _SENTENCE.split(block))
    found = [demand for sentence in told if (demand := _DEMAND.search(sentence)) and demand.start() < DEMAND_CHARACTERS]
    if demand := next(iter(found), None) or _DEMAND.search(behind):
        return f'"{to_line(demand.group())}"'
    is_closed = bool(_CLOSED.search(content))
    if is_closed and (length <= MAX_TASTE_CHARACTERS or _CUT_OFF.search(body[-1])):
        return "its page says that it is not free"
    return ""


def _find_behind(body: list[str], content: bytes) -> str:
    """What is seen on the page right after the article's end; empty where that is not found."""
    if not content or not body:
        return ""
    from html import unescape

    seen = to_line(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", content.decode("utf-8", "replace")))))
    tail = body[-1][-TAIL_CHARACTERS:]
    before, _, behind = seen.rpartition(tail)
    return behind[:BEHIND_CHARACTERS] if before or behind != seen else ""
