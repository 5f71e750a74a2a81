"""Who wrote an article: names as metadata, by-lines and links to authors write them."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from bs4.element import Tag

from kg.ingest.credits import load_credits
from kg.ingest.furniture import is_aside
from kg.ingest.linked_data import Node, to_names
from kg.ingest.pieces import to_line
from kg.ingest.tree import Tree

MAX_NAME_CHARACTERS = 100  # an author's name; what is longer is a biography
MAX_SHOWN_CHARACTERS = 50  # the same where only a class or a lead-in says that it is one
MAX_SHOWN_WORDS = 5
MAX_BYLINE_CHARACTERS = 150  # of an element around several authors; what is longer holds more than a by-line
MAX_BESIDE_SITE = 4  # letters beside a site's name in an author's that is the site: "The", ".com", "News"
MAX_LEVELS = 5  # around an author's element that can still be the by-line's
MAX_MARKS = 40  # elements marked as authors that are looked at; pages of many articles have hundreds
METAS = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
    *("citation_author", "cxenseparse:author", "article:author_name", "article.author", "og:article:author"),
    *("shareaholic:article_author_name", "author_name", "authors", "og:author"),
)
_PARTS = re.compile(r"\s*(?:;|\||,(?!\s*(?:Jr|Sr|III?)\b)|\band\b|&)\s*")
_NO_AUTHOR = re.compile(r"https?:|www\.|@|^(?:admin|editor|staff|unknown|none|null|guest)$", re.IGNORECASE)
_BY = re.compile(r"^(?:written\s+)?by:?\s+", re.IGNORECASE)
_MAIL = re.compile(r"[(<]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[)>]?")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w+);", re.IGNORECASE)
_PLACE = re.compile(r"(?<=\w)\s+in\s+[A-Z].*$")  # "Ana Reed in Brussels"
_LOGIN = re.compile(r"^[a-z0-9]+(?:[._-][a-z0-9]+)+$")  # what an account is called, not a person: "ana-reed"
_BREAK = re.compile(r"\s*(?:[|·•→»\n]|\s[-–—]\s|\s\d|\s(?:on|am|le|el|vor|um)\s).*$", re.DOTALL)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+)*", re.DOTALL)
_LABEL = re.compile(r"twitter:label(\d)")
_WROTE = re.compile(r"written by|verfasst von|écrit par|escrito por|geschrieben von|author", re.IGNORECASE)


def clean_authors(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in the texts, each once, in order: "By A. Author, PhD, and B. Writer, reporter" -> two."""
    found = (_clean(part) for text in texts for part in _PARTS.split(_clean_line(text)))
    names = tuple(dict.fromkeys(name for name in found if name))
    return tuple(name for name in names if not _is_post(name)) or names


def _clean_line(text: str) -> str:
    text = html.unescape(text) if _ENTITY.search(text) else text
    return load_credits().degree.sub("", _BY.sub("", _MAIL.sub("", to_line(text))))


def _clean(part: str) -> str:
    """A name without what leads to it or follows; empty where it is none."""
    name = _PLACE.sub("", to_line(_BY.sub("", part))).strip(" ,/-–—→")
    return "" if len(name) > MAX_NAME_CHARACTERS or _NO_AUTHOR.search(name) else name


def _is_post(name: str) -> bool:
    return bool(load_credits().post.search(name))


def is_weak(authors: Sequence[str], publisher: str | None, url: str | None) -> bool:
    """Whether all that is called the author is the site itself, or an account: some page element may name a person."""
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    sites = {to_key(name) for name in (publisher or "", host, host.partition(".")[0])} - {""}
    return all(any(_names_site(to_key(name), site) for site in sites) or bool(_LOGIN.match(name)) for name in authors)


def _names_site(name: str, site: str) -> bool:
    return site in name and len(name) - len(site) <= MAX_BESIDE_SITE


def to_key(name: str) -> str:
    """A name by its letters and digits alone."""
    return "".join(filter(str.isalnum, name.casefold()))


def find_marked(tree: Tree, metas: dict[str, list[str]], node: Node) -> Iterator[tuple[tuple[str, ...], str]]:
    """All that the page marks as its authors, the surest first, and where it does."""
    found = [(to_names(node.get("author")) + to_names(node.get("creator")), "json-ld author")]
    found += [(metas.get(name, []), f"meta {name}") for name in METAS]
    labels = [name for name in metas if _LABEL.fullmatch(name) and _WROTE.search(metas[name][0])]
    found += [(metas.get(label.replace("label", "data"), []), "meta twitter:data") for label in labels]
    for texts, origin in found:
        if authors := clean_authors(texts):
            yield authors, origin
    for origin, name in (("rel author", "author"), ("by-line", "byline")):
        if authors := _find_shown(tree.all(name)[:MAX_MARKS]):
            yield authors, origin


def _find_shown(tags: Sequence[Tag]) -> tuple[str, ...]:
    """The names in the first of the elements that holds any, and in those of its kind beside it."""
    outer = {id(up) for tag in tags for up in islice(tag.parents, MAX_LEVELS)}
    shown = [tag for tag in tags if id(tag) not in outer and not is_aside(tag)]
    for tag in shown:
        if names := read_shown(_text_of(tag)):
            around = _climb(tag)
            beside = [other for other in shown if other is not tag and any(up is around for up in other.parents)]
            found = [names, *(read_shown(_text_of(other)) for other in beside)]
            return tuple(dict.fromkeys(name for part in found for name in part))
    return ()


def _text_of(tag: Tag) -> str:
    return tag.get_text(" ", strip=True)


def _climb(tag: Tag) -> Tag | None:
    """The outermost element around a name that is still no more than a by-line."""
    around = None
    for parent in islice(tag.parents, MAX_LEVELS):
        if len(parent.get_text(strip=True)) > MAX_BYLINE_CHARACTERS:
            break
        around = parent
    return around


def read_shown(text: str) -> tuple[str, ...]:
    """The names that a by-line, or a link to an author, shows; none where it shows something else."""
    words = load_credits()
    text = words.collection.sub("", to_line(text), count=1) if words.collection.match(to_line(text)) else to_line(text)
    if lead := words.lead.match(text):
        text = text[lead.end() :]
    if words.other.match(text):
        return ()
    names = clean_authors([_BREAK.sub("", text)])
    return names if all(map(is_name, names)) else ()


def read_byline(line: str) -> tuple[str, ...]:
    """The names in a line that says "by", whatever stands before it; none where it does not."""
    found = load_credits().byline.search(line)
    names = read_shown(line[found.end() :]) if found and line[found.end() :][:1].isupper() else ()
    is_sure = bool(found) and len(line) <= MAX_BYLINE_CHARACTERS
    return names if is_sure and all(" " in name for name in names) else ()


def is_name(text: str) -> bool:
    """Whether a text can be a name, by its length and signs."""
    words = text.split()
    if len(text) > MAX_SHOWN_CHARACTERS or len(words) > MAX_SHOWN_WORDS or (len(words) > 1 and words[-1].islower()):
        return False
    return bool(_NAME.fullmatch(text)) and not load_credits().other.match(text)
