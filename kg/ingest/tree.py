"""A page's markup to its tree: what can hold no article text is left out while parsing, which halves the time."""

import warnings

from bs4 import BeautifulSoup
from bs4.builder import XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder

DROPPED_TAGS = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video")
    + ("button", "input", "select", "textarea", "datalist", "map", "rt", "rp")
)
KEPT_ATTRIBUTES = frozenset(
    ("class", "id", "role", "hidden", "style", "lang", "type", "itemprop", "aria-label", "href", "rel", "hreflang")
    + ("name", "property", "content", "datetime", "pubdate", "title", "start")
)
LINKED_DATA = "application/ld+json"
# A parser's stack: real pages stay below 100 levels; 100,000 nested tags must end in text, not in exhausted memory.
MAX_DEPTH = 2000


class _LeanBuilder(LXMLTreeBuilder):
    """Builds the tree without the elements and attributes that nothing here reads."""

    _depth = 0
    _dropping = 0

    def start(self, tag: object, attrib: dict[object, object], nsmap: object = None) -> None:  # type: ignore[override]
        """Opens an element, unless it stands in one that is left out."""
        name = str(tag)
        self._depth += 1
        if self._dropping or self._depth > MAX_DEPTH or (name in DROPPED_TAGS and not _is_linked_data(name, attrib)):
            self._dropping += 1
            return
        assert self.soup is not None
        kept = {str(key): str(value) for key, value in attrib.items() if key in KEPT_ATTRIBUTES}
        self.soup.handle_starttag(name, None, None, kept)

    def end(self, tag: object) -> None:
        """Closes it again."""
        self._depth -= 1
        if self._dropping:
            self._dropping -= 1
            return
        assert self.soup is not None
        self.soup.endData()
        self.soup.handle_endtag(str(tag), None)

    def data(self, data: object) -> None:
        """Text, unless it stands in an element that is left out."""
        if not self._dropping:
            super().data(str(data))

    def comment(self, text: object) -> None:
        """Comments are left out."""


def _is_linked_data(name: str, attributes: dict[object, object]) -> bool:
    return name == "script" and LINKED_DATA in str(attributes.get("type", "")).lower()


def parse_tree(html: str) -> BeautifulSoup:
    """The tree of a page or a fragment of one; never raises, whatever the markup."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is read as the browsers read it
        return BeautifulSoup(html, builder=_LeanBuilder(multi_valued_attributes=None, huge_tree=True))
