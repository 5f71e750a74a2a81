"""Where on a page a run of text stands: what its ancestors make of it."""

from dataclasses import dataclass

from bs4.element import Tag

from kg.ingest.furniture import is_shown_post, is_suspect
from kg.model import BlockKind

HEADING_TAGS = {f"h{level}": level for level in range(1, 7)}
LIST_TAGS = frozenset(("ul", "ol", "menu", "dir"))
CELL_TAGS = frozenset(("td", "th"))
_KINDS = {
    **dict.fromkeys(HEADING_TAGS, BlockKind.HEADING),
    "li": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}

MAX_PATH = 60  # ancestors that are remembered; real pages stay below, and deeper nesting must not cost quadratic time


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands.

    `path` holds the ids of the block elements around it, outermost first; `suspects` those of them that look like
    furniture, and `cells` those that are cells of a layout table. `lists` counts the lists around it.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    path: tuple[int, ...] = ()
    suspects: tuple[int, ...] = ()
    cells: tuple[int, ...] = ()
    lists: int = 0

    def inside(self, tag: Tag) -> "Place":
        """The place within a block element that stands here."""
        name = tag.name
        kind = _KINDS.get(name, self.kind)
        lists = self.lists + (name in LIST_TAGS)
        level = self.level
        if kind is BlockKind.HEADING:
            level = HEADING_TAGS.get(name, level)
        elif kind is BlockKind.ITEM:
            level = max(1, lists)
        if len(self.path) >= MAX_PATH:
            return Place(kind, level, self.path, self.suspects, self.cells, lists)
        known = (id(tag),)
        around = () if is_shown_post(tag) else self.suspects
        is_quoted = kind is BlockKind.QUOTATION  # a quotation's <footer> names who said it
        suspects = around + known if not is_quoted and is_suspect(tag) else around
        cells = self.cells + known if name in CELL_TAGS else self.cells
        return Place(kind, level, self.path + known, suspects, cells, lists)
