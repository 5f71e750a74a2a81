"""What a source is, told from its first bytes: its name and what its server calls it are not believed."""

import re
from enum import StrEnum

SNIFFED_BYTES = 65_536


class Kind(StrEnum):
    """What a source holds."""

    PAGE = "page"
    TEXT = "text"
    FEED = "feed"
    JSON_FEED = "json feed"
    SITEMAP = "sitemap"
    ADDRESSES = "addresses"
    LIST = "list of sources"
    WARC = "warc"
    MBOX = "mbox"
    MAIL = "mail"
    PDF = "pdf"


SINGLE = frozenset((Kind.PAGE, Kind.TEXT, Kind.MAIL, Kind.PDF))
"""The kinds that hold one article."""

LISTS = frozenset((Kind.FEED, Kind.JSON_FEED, Kind.SITEMAP, Kind.ADDRESSES))
"""The kinds that list articles and lead to them."""

_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?(rss|feed|rdf|channel|urlset|sitemapindex|html|body)\b", re.IGNORECASE)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_MBOX = re.compile(rb"From \S+ .*\d{4}")  # "From ana@shore.example Fri May  2 08:00:00 2025" (RFC 4155)
_HEADER = re.compile(rb"[!-9;-~]+:")
_MAIL_HEADERS = re.compile(
    rb"^(from|date|message-id|mime-version|received|return-path|delivered-to|subject)\s*:", re.IGNORECASE | re.MULTILINE
)
MIN_MAIL_HEADERS = 3  # different ones of those above; a text's own "From:" and "Date:" make no mail
_LISTED = re.compile(rb"^\s*\[\[\s*source\s*\]\]", re.MULTILINE)
_ADDRESS_LINE = re.compile(rb"https?://\S+$", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


def find_kind(head: bytes) -> Kind:
    """What the source is whose first bytes, some `SNIFFED_BYTES` of them, these are."""
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    head = _to_narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if _MBOX.match(head):
        return Kind.MBOX
    if _is_mail(head):
        return Kind.MAIL
    if head.startswith(b"{"):
        return Kind.JSON_FEED if _JSON_FEED.search(head) else Kind.TEXT
    if head.startswith(b"<"):
        return _find_markup(head)
    if _LISTED.search(head):
        return Kind.LIST
    return Kind.ADDRESSES if _is_address_list(head) else Kind.TEXT


def _to_narrow(head: bytes) -> bytes:
    """UTF-16 as ASCII, which all that is looked for is."""
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return head.decode(encoding, "replace").encode("ascii", "replace").lstrip(b"?")
    return head


def _find_markup(head: bytes) -> Kind:
    found = _ROOT.search(head)
    if found is None:
        return Kind.PAGE if _MARKUP.match(head) else Kind.TEXT
    match found[1].lower():
        case b"rss" | b"feed" | b"rdf" | b"channel":
            return Kind.FEED
        case b"urlset" | b"sitemapindex":
            return Kind.SITEMAP
    return Kind.PAGE


def _is_mail(head: bytes) -> bool:
    """Whether it begins with the headers of a message (RFC 5322)."""
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = headers.splitlines()
    if not lines or not all(_HEADER.match(line) or line[:1] in (b" ", b"\t", b"") for line in lines[:-1]):
        return False
    return len({name.lower() for name in _MAIL_HEADERS.findall(headers)}) >= MIN_MAIL_HEADERS


def _is_address_list(head: bytes) -> bool:
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    if len(head) >= SNIFFED_BYTES and len(lines) > 1:
        lines.pop()  # cut short
    return bool(lines) and all(_ADDRESS_LINE.match(line) for line in lines)
