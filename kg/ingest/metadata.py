"""What a page says about its article, and which part of the page says it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit, urlunsplit

from kg.ingest.dates import parse_date
from kg.ingest.linked_data import Node, find_article_node, to_names, to_text
from kg.ingest.pieces import to_line
from kg.ingest.tree import Tree

MAX_NAME_CHARACTERS = 100  # an author's name; what is longer is a biography
MAX_HEADLINE_CHARACTERS = 300
_SITE_PART = re.compile(r"\s+(?:[|·•»«–—:-]|::)\s+")
_AUTHOR_PARTS = re.compile(r"\s*(?:;|\||,(?!\s*(?:Jr|Sr|PhD|MD|III?)\b)|\band\b|&)\s*")
_NO_AUTHOR = re.compile(r"https?:|www\.|@|^(?:admin|editor|staff|unknown|none|null|guest)$", re.IGNORECASE)
PUBLISHED = "datePublished"
_BY = re.compile(r"^(?:written\s+)?by:?\s+", re.IGNORECASE)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|cmpid)=", re.IGNORECASE)
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """An article's metadata; `names` are all that the page calls it, `origins` as in `Article`."""

    url: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    names: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()


_DATE_METAS = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "citation_publication_date"),
)

Found = Iterator[tuple[str, str]]  # a text, and where it was found


def read_metadata(tree: Tree, address: str | None = None) -> Metadata:
    """The metadata of the page; `address` is where it was fetched from, if it was."""
    node = find_article_node(tree)
    metas = _read_metas(tree)
    url = _first(_urls(tree, metas, node, address))
    publisher = _first(_publishers(metas, node))
    published = _first(_dates(tree, metas, node))
    language = _first(_languages(tree, metas, node))
    authors, author_origin = _authors(tree, metas, node)
    names = list(_names(tree, metas, node, publisher[0]))
    headline = names[0] if names else (None, "")
    fields = {"url": url, "headline": headline, "publisher": publisher, "published": published, "language": language}
    origins = [(name, origin) for name, (value, origin) in fields.items() if value]
    return Metadata(
        url[0], headline[0], authors, publisher[0], published[0], language[0] or "en",
        tuple(dict.fromkeys(name for name, _ in names)),
        tuple(sorted(origins + [("authors", author_origin)] * bool(authors))),
    )  # fmt: skip


def complete(metadata: Metadata, html: str) -> Metadata:
    """The same with what the page does not mark but trafilatura can tell: authors and date, the site's name."""
    if metadata.authors and metadata.published:
        return metadata
    from trafilatura import extract_metadata

    guessed = extract_metadata(html)
    authors, published = clean_authors([guessed.author or ""]), parse_date(guessed.date or "")
    origins = [("authors", "trafilatura")] * bool(authors) + [("published", "trafilatura")] * bool(published)
    return fill(metadata, Metadata(authors=authors, published=published, origins=tuple(origins)))


def fill(metadata: Metadata, other: Metadata) -> Metadata:
    """The first with the authors and date that it lacks from the other."""
    known = {name for name, _ in metadata.origins}
    return replace(
        metadata,
        authors=metadata.authors or other.authors,
        published=metadata.published or other.published,
        origins=tuple(sorted((*metadata.origins, *((name, at) for name, at in other.origins if name not in known)))),
    )


def clean_url(text: str, base: str | None = None) -> str | None:
    """An http(s) address, absolute, without fragment and tracking parameters; None where it is none."""
    try:
        text.encode()  # JSON can hold halves of characters, which nothing can keep
        parts = urlsplit(urljoin(base, text.strip()) if base else text.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
        return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))
    except ValueError:
        return None


def clean_authors(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in the texts, each once, in order: "By A. Author and B. Writer" -> two."""
    parts = (to_line(_BY.sub("", part)) for text in texts for part in _AUTHOR_PARTS.split(_BY.sub("", to_line(text))))
    return tuple(dict.fromkeys(p for p in parts if p and len(p) <= MAX_NAME_CHARACTERS and not _NO_AUTHOR.search(p)))


def _first(found: Found) -> tuple[str, str] | tuple[None, str]:
    return next(found, (None, ""))


def _read_metas(tree: Tree) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and (content := to_line(str(meta.get("content") or ""))):
            metas.setdefault(name, []).append(content)
    return metas


def _from_metas(metas: dict[str, list[str]], *names: str) -> Found:
    for name in names:
        for content in metas.get(name, []):
            yield content, f"meta {name}"


def _urls(tree: Tree, metas: dict[str, list[str]], node: Node, address: str | None) -> Found:
    links = [link for link in tree.all("link") if "canonical" in str(link.get("rel", "")).lower().split()]
    found = [(str(link.get("href", "")), "link canonical") for link in links]
    found += _from_metas(metas, "og:url")
    found += [(to_text(node.get(key)), f"json-ld {key}") for key in ("url", "mainEntityOfPage", "@id")]
    found += [(address, "address")] if address else []
    cleaned = [(url, origin) for text, origin in found if text and (url := clean_url(text, address))]
    # a canonical address that is the site's front page is a mistake of the template
    yield from (entry for entry in cleaned if urlsplit(entry[0]).path != "/" or urlsplit(entry[0]).query)
    yield from cleaned


def _names(tree: Tree, metas: dict[str, list[str]], node: Node, publisher: str | None) -> Found:
    found = [(name, "json-ld headline") for name in to_names(node.get("headline"))]
    found += _from_metas(metas, "og:title", "twitter:title", "title", "headline", "dc.title")
    found += [(page_title, "title") for title in tree.all("title")[:1] if (page_title := to_line(title.get_text()))]
    for text, origin in found:
        if name := _without_site(to_line(text), publisher):
            yield name[:MAX_HEADLINE_CHARACTERS], origin


def _without_site(name: str, publisher: str | None) -> str:
    """A page's title without the name of the site at its end or beginning."""
    parts = _SITE_PART.split(name)
    if len(parts) < 2:
        return name
    site = (publisher or "").casefold()
    if site and site in parts[-1].casefold():
        return name[: name.rindex(parts[-1])].rstrip(" |·•»«–—:-")
    if site and site in parts[0].casefold():
        return name[len(parts[0]) :].lstrip(" |·•»«–—:-")
    return name


def _publishers(metas: dict[str, list[str]], node: Node) -> Found:
    yield from ((to_line(name), "json-ld publisher") for name in to_names(node.get("publisher")))
    yield from _from_metas(metas, "og:site_name", "application-name", "dc.publisher", "citation_publisher")


def find_site(tree: Tree, title: str) -> str | None:
    """The site's name where the page's title is the article's with one part more: "Headline | Site" -> "Site"."""
    for element in tree.all("title")[:1]:
        before, found, after = to_line(element.get_text()).partition(title)
        site = (before + after).strip(" |·•»«–—:-")
        if found and site and not (before.strip() and after.strip()) and len(_SITE_PART.split(site)) == 1:
            return site if len(site) <= MAX_NAME_CHARACTERS else None
    return None


def _dates(tree: Tree, metas: dict[str, list[str]], node: Node) -> Found:
    found = [(to_text(node.get(key)), f"json-ld {key}") for key in ("datePublished", "dateCreated")]
    found += _from_metas(metas, *_DATE_METAS)
    times = sorted(
        tree.all("time"), key=lambda time: not time.has_attr("pubdate") and time.get("itemprop") != PUBLISHED
    )
    found += [(str(time.get("datetime") or time.get_text()), "time") for time in times]
    for text, origin in found:
        if published := parse_date(text):
            yield published, origin


def _languages(tree: Tree, metas: dict[str, list[str]], node: Node) -> Found:
    found = [(str(root.get("lang", "")), "html lang") for root in tree.all("html")[:1]]
    found += _from_metas(metas, "og:locale", "content-language", "dc.language", "language")
    found += [(to_text(node.get("inLanguage")), "json-ld inLanguage")]
    for text, origin in found:
        if _LANGUAGE.match(text):
            first, *rest = re.split("[-_]", text)
            yield "-".join((first.lower(), *rest)), origin


def _authors(tree: Tree, metas: dict[str, list[str]], node: Node) -> tuple[tuple[str, ...], str]:
    found = [(to_names(node.get("author")) + to_names(node.get("creator")), "json-ld author")]
    names = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "citation_author")
    found += [(metas.get(name, []), f"meta {name}") for name in names]
    found.append(([tag.get_text(" ") for tag in tree.all("author")[:5]], "rel author"))
    for texts, origin in found:
        if authors := clean_authors(texts):
            return authors, origin
    return (), ""
