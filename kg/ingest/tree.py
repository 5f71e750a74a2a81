"""A page's markup to its tree: what can hold no article text is left out while parsing, which halves the time."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import Tag

_DROPPED = (
    "script style noscript template svg math iframe object embed canvas audio video button input select textarea "
    "datalist map rt rp nav"
)
DROPPED_TAGS = frozenset(_DROPPED.split(" "))
# Inline elements that say nothing here: their text goes to the element around them.
OPEN_TAGS = frozenset(("span", "font", "i", "em", "u", "small", "big", "wbr", "ins", "abbr", "tt", "mark", "picture"))
NOTED_TAGS = frozenset(("html", "title", "meta", "link", "script", "time"))
KEPT_ATTRIBUTES = frozenset(("class", "id", "role", "hidden", "style", "lang", "type", "itemprop", "rel"))
NOTED_ATTRIBUTES = KEPT_ATTRIBUTES | {"href", "name", "property", "content", "datetime", "pubdate"}
LINKED_DATA = "application/ld+json"
# Real pages stay below 100 levels; 100,000 nested tags must end in text, not in exhausted memory.
MAX_DEPTH = 2000


@dataclass(frozen=True)
class Tree:
    """A page's tree, and the elements that hold its metadata by their name ("author": those marked as an author)."""

    root: BeautifulSoup
    noted: Mapping[str, list[Tag]] = field(default_factory=dict)

    def all(self, name: str) -> list[Tag]:
        """The noted elements of a name, in order."""
        return self.noted.get(name, [])


class _LeanBuilder(LXMLTreeBuilder):
    """Builds the tree without the elements and attributes that nothing here reads."""

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, huge_tree=True)
        self.noted: dict[str, list[Tag]] = {}
        self._depth = 0
        self._dropping = 0
        self._opened: list[bool] = []

    def start(self, tag: object, attrib: Mapping[object, object], nsmap: object = None) -> None:  # type: ignore[override]  # noqa: ARG002
        """Opens an element, unless it stands in one that is left out."""
        name = str(tag)
        self._depth += 1
        if self._dropping or self._depth > MAX_DEPTH or (name in DROPPED_TAGS and not _is_linked_data(name, attrib)):
            self._dropping += 1
            return
        wanted = NOTED_ATTRIBUTES if name in NOTED_TAGS else KEPT_ATTRIBUTES
        kept = {str(key): str(value) for key, value in attrib.items() if key in wanted}
        is_open = name in OPEN_TAGS and kept.keys() <= {"class", "id", "lang"}
        self._opened.append(is_open)
        if is_open:
            return
        assert self.soup is not None
        element = self.soup.handle_starttag(name, None, None, kept)
        if element is not None:
            self._note(element, name, kept)

    def end(self, tag: object) -> None:
        """Closes it again."""
        self._depth -= 1
        if self._dropping:
            self._dropping -= 1
        elif not self._opened or not self._opened.pop():
            assert self.soup is not None
            self.soup.endData()
            self.soup.handle_endtag(str(tag), None)

    def data(self, data: object) -> None:
        """Text, unless it stands in an element that is left out."""
        if not self._dropping:
            assert self.soup is not None
            self.soup.handle_data(str(data))

    def comment(self, text: object) -> None:
        """Comments are left out."""

    def _note(self, element: Tag, name: str, attributes: Mapping[str, str]) -> None:
        if name in NOTED_TAGS:
            self.noted.setdefault(name, []).append(element)
        if "author" in (attributes.get("itemprop"), attributes.get("rel")):
            self.noted.setdefault("author", []).append(element)


def _is_linked_data(name: str, attributes: Mapping[object, object]) -> bool:
    return name == "script" and LINKED_DATA in str(attributes.get("type", "")).lower()


def parse_tree(html: str) -> Tree:
    """The tree of a page or a fragment of one; never raises, whatever the markup."""
    builder = _LeanBuilder()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is read as the browsers read it
        return Tree(BeautifulSoup(html, builder=builder), builder.noted)
