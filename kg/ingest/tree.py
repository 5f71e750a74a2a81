"""A page's markup to its tree: lxml parses, and only what can hold article text becomes Beautiful Soup's elements.

Beautiful Soup's own way of building took a quarter of the time of reading a page, most of it for what is left out here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from bs4.element import NavigableString, PageElement, Tag
from lxml import etree

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
_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary "
    "table tbody td tfoot th thead tr ul"
)
BLOCK_TAGS = frozenset(_BLOCKS.split(" "))
# Classes of elements that show who wrote an article, or when it was published.
_CREDIT = re.compile(
    r"(?P<who>author|byline|autor\b|autor[-_]|auteur|contributor|writer|journalist|redakteur)"
    r"|publish|posted|post-?date|entry-?date|article-?date|dateline|timestamp|date(?:time)?\b|\bdatum",
    re.IGNORECASE,
)
LINKED_DATA = "application/ld+json"
# Real pages stay below 100 levels; 100,000 nested tags must end in text, not in exhausted memory.
MAX_DEPTH = 2000
# An element takes some 2 kB of memory; of 181 real pages none has 2,000. What follows is left out.
MAX_ELEMENTS = 200_000
ROOT = "[document]"


@dataclass(frozen=True)
class Tree:
    """A page's tree, and the elements that hold its metadata by their name.

    "author" are those marked as an author, "byline" and "dated" those whose class speaks of authors or a date.
    """

    root: Tag
    noted: Mapping[str, list[Tag]] = field(default_factory=dict)

    def all(self, name: str) -> list[Tag]:
        """The noted elements of a name, in order."""
        return self.noted.get(name, [])


class _Builder:
    """Builds the tree without the elements, attributes and blank texts that nothing here reads."""

    def __init__(self) -> None:
        self.root = Tag(name=ROOT)
        self.noted: dict[str, list[Tag]] = {}
        self._open = [self.root]
        self._last: PageElement = self.root
        self._texts: list[str] = []
        self._count = 0

    def build(self, page: Any) -> Tree:
        """The tree of a page that lxml parsed."""
        walker = etree.iterwalk(page, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not self._start(element):
                    walker.skip_subtree()
            else:
                self._end(element)
        self._end_text(is_at_block=True, parent=self.root)
        return Tree(self.root, self.noted)

    def _start(self, element: Any) -> bool:
        """Opens an element; whether what is in it is wanted."""
        name, parent = element.tag, self._open[-1]
        self._open.append(parent)  # the text of what is not taken up, and of what says nothing, goes to its parent
        is_dropped = name in DROPPED_TAGS and not _is_linked_data(name, element.attrib)
        if is_dropped or len(self._open) > MAX_DEPTH or self._count > MAX_ELEMENTS:
            return False
        wanted = NOTED_ATTRIBUTES if name in NOTED_TAGS else KEPT_ATTRIBUTES
        kept = {key: value for key, value in element.items() if key in wanted}
        note = _find_note(kept)
        if name not in OPEN_TAGS or note or not kept.keys() <= {"class", "id", "lang"}:
            self._end_text(is_at_block=name in BLOCK_TAGS, parent=parent)
            tag = Tag(name=name)
            tag.attrs = kept  # as Beautiful Soup has it, without a copy
            self._open[-1] = tag
            self._count += 1
            self._link(tag, parent)
            self._note(tag, note)
        if text := element.text:
            self._texts.append(text)
        return True

    def _end(self, element: Any) -> None:
        """Closes it again."""
        tag = self._open.pop()
        if tag is not self._open[-1]:
            self._end_text(is_at_block=tag.name in BLOCK_TAGS, parent=tag)
        if text := element.tail:
            self._texts.append(text)

    def _end_text(self, is_at_block: bool, parent: Tag) -> None:
        """Takes up the text so far, unless it is blank and stands beside a block, where no browser shows it."""
        if not self._texts:
            return
        text = self._texts[0] if len(self._texts) == 1 else "".join(self._texts)
        self._texts = []
        if text.isspace() and (is_at_block or _ends_block(parent)):
            return
        self._link(NavigableString(text), parent)

    def _link(self, element: Tag | NavigableString, parent: Tag) -> None:
        """Puts an element at the end of its parent."""
        element.parent = parent
        element.previous_element = self._last
        self._last.next_element = element
        self._last = element
        siblings = parent.contents
        if siblings:
            before = siblings[-1]
            before.next_sibling = element
            element.previous_sibling = before
        siblings.append(element)

    def _note(self, element: Tag, note: str) -> None:
        if element.name in NOTED_TAGS:
            self.noted.setdefault(element.name, []).append(element)
        if note or element.name == "byline":
            self.noted.setdefault(note or "byline", []).append(element)


def _find_note(attributes: Mapping[str, str]) -> str:
    """What an element is noted as for its attributes, beside its name; "" for nothing."""
    if not attributes:
        return ""
    if "author" in (attributes.get("itemprop"), attributes.get("rel")):
        return "author"
    return _find_credit(attributes["class"]) if "class" in attributes else ""


@lru_cache(maxsize=4096)  # on one page, and on pages of one site, the same classes come again
def _find_credit(classes: str) -> str:
    found = _CREDIT.search(classes)
    return "" if found is None else "byline" if found["who"] else "dated"


def _ends_block(parent: Tag) -> bool:
    """Whether what comes next in an element stands right behind a block or at the start of one."""
    before = parent.contents[-1] if parent.contents else parent
    return isinstance(before, Tag) and before.name in BLOCK_TAGS


def _is_linked_data(name: str, attributes: Mapping[object, object]) -> bool:
    return name == "script" and LINKED_DATA in str(attributes.get("type", "")).lower()


def parse_tree(html: str) -> Tree:
    """The tree of a page or a fragment of one; never raises, whatever the markup."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but blanks or comments
        page = None
    return _Builder().build(page) if page is not None else Tree(Tag(name=ROOT))
