"""Hostile pages, and what becomes of each: `python -m tests.ingest.hostile` prints a line of JSON for every one.

They are read in a process of their own, so that one that ends it or eats its memory is seen and harms nothing else.
"""

import gzip
import io
import json
import random
import resource
import sys
import time
import zipfile
from collections.abc import Callable

from kg.ingest.listing import Source
from kg.ingest.singles import read_single

PROSE = (
    "The lake council voted on Tuesday to let an automated system decide when the sluices open, the first body in "
    "the region to hand such a decision to a machine without a person on duty at night. "
)
BODY = "".join(f"<p>{PROSE} This is the paragraph that has the number {number}.</p>" for number in range(6))


def page(body: str = BODY, head: str = "", opening: str = "<body>") -> bytes:
    """A page in UTF-8, whole but for what is hostile in it."""
    return f"<!doctype html><html lang=en><head><title>A</title>{head}</head>{opening}{body}</body></html>".encode(
        "utf-8", "surrogatepass"
    )


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", page())
    return held.getvalue()


def _linked(data: str) -> bytes:
    return page(head=f'<script type="application/ld+json">{data}</script>')


ATTRIBUTES = " ".join(f'a{number}="x"' for number in range(20_000))
ENTITIES = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12))
SURROGATES = page(f"<p>{PROSE} \ud800 and \udfff and &#xD800; and &#55296;.</p>{BODY}")
CDATA = f"<p><![CDATA[ {PROSE} <script>x</script> ]]></p>{BODY}"
ROUND = '{"@graph": [{"@id": "#a", "@type": "Article", "author": {"@id": "#a"}}]}'
WRONG = '{"@type": ["Article", 7], "headline": {"a": [null]}, "author": [[[1]]], "datePublished": {}}'
FRAMES = '<iframe src="page.html"></iframe><frameset><frame src="page.html">'
ORDER = random.Random(5)

PAGES: dict[str, Callable[[], bytes]] = {
    # those that were found to hurt some library
    "20,000 attributes on one tag": lambda: page(opening=f"<body {ATTRIBUTES}>"),
    "20,000 attributes on a tag never closed": lambda: page(BODY + f"<div {ATTRIBUTES}"),
    "lists 3,000 deep": lambda: page(BODY + "<ul><li>item" * 3_000),
    "lists 3,000 deep and closed": lambda: page(BODY + "<ul><li>item" * 3_000 + "</li></ul>" * 3_000),
    "100,000 nested divs": lambda: page("<div>" * 100_000 + BODY + "</div>" * 100_000),
    "100,000 nested spans": lambda: page(f"<p>{'<span>' * 100_000}{PROSE}{'</span>' * 100_000}</p>{BODY}"),
    "20,000 tables within tables": lambda: page(BODY + "<table><tr><td>cell" * 20_000),
    "3,000 nested quotations": lambda: page("<blockquote>says" * 3_000 + BODY),
    "lone surrogates": lambda: SURROGATES,
    "surrogates in linked data": lambda: _linked('{"@type": "Article", "headline": "\\ud800 x", "url": "http://a/\\udfff"}'),
    "NUL bytes": lambda: page().replace(b"the ", b"th\x00e "),
    "nothing but NUL": lambda: b"\x00" * 100_000,
    "a wrong charset": lambda: page(f"<p>caf\u00e9 {PROSE}</p>{BODY}", '<meta charset="utf-16">'),
    "a charset that is none": lambda: page(head='<meta charset="x-none-such">').replace(b"lake", b"l\xe4ke"),
    "UTF-7": lambda: page(head='<meta charset="utf-7">').replace(b"<p>", b"+ADw-p+AD4-"),
    "UTF-16 without a mark": lambda: page().decode().encode("utf-16-le"),
    "UTF-16 cut in half a character": lambda: page().decode().encode("utf-16")[:-1],
    "an archive that is called a page": _zip,
    "a compressed page": lambda: gzip.compress(page()),
    "a bomb of entities": lambda: f"<!DOCTYPE h [{ENTITIES}]>".encode() + page(f"<p>&e11;</p>{BODY}")[15:],
    # our own
    "one line of 5 MB": lambda: page(f"<p>{PROSE * 25_000}</p>"),
    "one word of 5 MB": lambda: page(f"<p>{'x' * 5_000_000}</p>{BODY}"),
    "5 MB of blanks": lambda: page(f"<p>{' ' * 5_000_000}</p>{BODY}"),
    "a million paragraphs": lambda: page("<p>x" * 1_000_000),
    "100,000 paragraphs of prose": lambda: page(f"<p>{PROSE}</p>" * 100_000),
    "200,000 line breaks": lambda: page(f"<p>{PROSE}{'<br>' * 200_000}{PROSE}</p>{BODY}"),
    "a table of 500,000 cells": lambda: page(BODY + f"<table>{('<tr>' + '<td>1</td>' * 500) * 1_000}</table>"),
    "one row of 200,000 cells": lambda: page(BODY + f"<table><tr>{'<td>1' * 200_000}<tr><td>a<td>b</table>"),
    "a list of 50,000 items": lambda: page(BODY + f"<p>They are:</p><ul>{'<li>one of them' * 50_000}</ul>"),
    "50,000 pairs of a definition list": lambda: page(BODY + f"<dl>{'<dt>cost<dd>high' * 50_000}</dl>"),
    "a picture of 8 MB in a tag": lambda: page(f'<img src="data:image/png;base64,{"A" * 8_000_000}">{BODY}'),
    "linked data 100,000 deep": lambda: _linked('{"a":' * 100_000 + "1" + "}" * 100_000),
    "linked data of 5 MB": lambda: _linked('{"@type": "Article", "headline": "' + "x" * 5_000_000 + '"}'),
    "linked data that goes round": lambda: _linked(ROUND),
    "linked data of wrong kinds": lambda: _linked(WRONG),
    "20,000 metas of one name": lambda: page(head='<meta name="author" content="A. B. Reed">' * 20_000),
    "a meta of 5 MB": lambda: page(head=f'<meta property="og:title" content="{"word " * 1_000_000}">'),
    "a comment never closed": lambda: page(BODY + "<!-- " + BODY * 50),
    "10,000 comments of two kinds": lambda: page("<!--a--><!-b->" * 10_000 + BODY),
    "a script never closed": lambda: page(BODY + "<script>" + "if (a < b) " * 50_000),
    "sections of character data": lambda: page(CDATA),
    "frames that hold themselves": lambda: page(BODY + FRAMES * 500),
    "10,000 forms and buttons": lambda: page("<form><button>" * 10_000 + BODY),
    "closing tags only": lambda: page("</p></div></ul></li></table>" * 50_000 + BODY),
    "tags in each other's way": lambda: page("<b><i><p></b></i><a><table></a>" * 5_000 + BODY),
    "100,000 unknown tags": lambda: page("".join(f"<x{number}>" for number in range(100_000)) + BODY),
    "50,000 links": lambda: page("<a href='/'>here </a>" * 50_000 + BODY),
    "50,000 raised marks": lambda: page(f"<p>{'10<sup>2</sup>' * 50_000}</p>{BODY}"),
    "100,000 marks of direction": lambda: page(f"<p>{'&rlm;&zwj;&#8238;' * 100_000}</p>{BODY}"),
    "2 MB of less-than signs": lambda: page("<" * 2_000_000 + BODY),
    "2 MB of ampersands": lambda: page("&" * 2_000_000 + BODY),
    "1 MB of noise": lambda: b"<html><body><p>" + ORDER.randbytes(1_000_000),
    "a style that hides all": lambda: page(f'<div style="{"x:y;" * 200_000}display:none">{BODY}</div>'),
    "a class of 2 MB": lambda: page(f'<div class="{"nav-ad " * 300_000}">{BODY}</div>'),
}  # fmt: skip


def main(names: list[str]) -> int:
    """0; prints what became of each page."""
    read_single(page(), "first.html", None, Source("first.html"))  # what is loaded late is loaded now
    for name in names or list(PAGES):
        content = PAGES[name]()
        started = time.process_time()
        result = read_single(content, "page.html", None, Source("page.html"))
        told = {"name": name, "seconds": time.process_time() - started, "kind": type(result).__name__}
        told["reason"] = str(getattr(result, "reason", ""))
        told["characters"] = len(getattr(result, "text", ""))
        told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
