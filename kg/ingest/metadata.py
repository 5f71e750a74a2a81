"""What a page says about its article, and which part of the page says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit, urlunsplit

from kg.ingest.authors import MAX_NAME_CHARACTERS, find_marked, is_weak, read_byline, read_shown
from kg.ingest.dates import parse_date
from kg.ingest.dating import Dated, find_published, is_better, read_lines
from kg.ingest.linked_data import Node, find_article_node, to_names, to_text
from kg.ingest.pieces import to_line
from kg.ingest.tree import Tree

MAX_HEADLINE_CHARACTERS = 300
_SITE_PART = re.compile(r"\s+(?:[|·•»«–—:-]|::)\s+")
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


Found = Iterator[tuple[str, str]]  # a text, and where it was found


def read_metadata(tree: Tree, address: str | None = None) -> Metadata:
    """The metadata of the page; `address` is where it was fetched from, if it was."""
    node = find_article_node(tree)
    metas = _read_metas(tree)
    url = _first(_urls(tree, metas, node, address))
    publisher = _first(_publishers(metas, node))
    dated = find_published(tree, metas, node, url[0])
    published = (dated.iso, dated.origin) if dated else (None, "")
    language = _first(_languages(tree, metas, node))
    authors, author_origin = _authors(tree, metas, node, publisher[0], url[0])
    names = list(_names(tree, metas, node, publisher[0]))
    headline = names[0] if names else (None, "")
    fields = {"url": url, "headline": headline, "publisher": publisher, "published": published, "language": language}
    origins = [(name, origin) for name, (value, origin) in fields.items() if value]
    return Metadata(
        url[0], headline[0], authors, publisher[0], published[0], language[0] or "en",
        tuple(dict.fromkeys(name for name, _ in names)),
        tuple(sorted(origins + [("authors", author_origin)] * bool(authors))),
    )  # fmt: skip


def complete(metadata: Metadata, html: str, lines: Sequence[str] = ()) -> Metadata:
    """The same with what the page does not mark: authors and date as `lines` show them, or as trafilatura tells."""
    is_known = metadata.authors and not is_weak(metadata.authors, metadata.publisher, metadata.url)
    if not is_known and (shown := next(filter(None, map(read_byline, lines)), ())):
        others = [entry for entry in metadata.origins if entry[0] != "authors"]
        metadata = replace(metadata, authors=shown, origins=tuple(sorted([*others, ("authors", "shown by-line")])))
    metadata = _with_day(metadata, read_lines(lines))
    if metadata.authors and metadata.published:
        return metadata
    from trafilatura import extract_metadata

    guessed = extract_metadata(html)
    authors, published = read_shown(guessed.author or ""), parse_date(guessed.date or "")
    origins = [("authors", "trafilatura")] * bool(authors) + [("published", "trafilatura")] * bool(published)
    return fill(metadata, Metadata(authors=authors, published=published, origins=tuple(origins)))


def _with_day(metadata: Metadata, shown: Dated | None) -> Metadata:
    """The same with the day that readers see, where there is none or that is the better one."""
    known, origins = metadata.published, dict(metadata.origins)
    if not shown or (known and not is_better(shown, Dated(known, origins["published"]))):
        return metadata
    origins["published"] = shown.origin
    return replace(metadata, published=shown.iso, origins=tuple(sorted(origins.items())))


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


def _languages(tree: Tree, metas: dict[str, list[str]], node: Node) -> Found:
    found = [(str(root.get("lang", "")), "html lang") for root in tree.all("html")[:1]]
    found += _from_metas(metas, "og:locale", "content-language", "dc.language", "language")
    found += [(to_text(node.get("inLanguage")), "json-ld inLanguage")]
    for text, origin in found:
        if _LANGUAGE.match(text):
            first, *rest = re.split("[-_]", text)
            yield "-".join((first.lower(), *rest)), origin


def _authors(
    tree: Tree, metas: dict[str, list[str]], node: Node, publisher: str | None, url: str | None
) -> tuple[tuple[str, ...], str]:
    """The first authors that are people, else the first; without the site among them."""
    found = list(find_marked(tree, metas, node))
    people = ((names, origin) for names, origin in found if not is_weak(names, publisher, url))
    authors, origin = next(people, found[0] if found else ((), ""))
    return tuple(name for name in authors if not is_weak([name], publisher, url)) or authors, origin
