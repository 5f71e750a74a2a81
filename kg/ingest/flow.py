"""A page's tree to runs of text: what a browser would show as one block each, in order, with where it stands.

The walk keeps its own stack and touches each node once, so that depth and size cost no more than linear time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, Tag

from kg.ingest.furniture import is_hidden, is_suspect
from kg.ingest.pieces import Piece, to_line
from kg.ingest.tables import is_data_table, read_pairs, read_table
from kg.model import BlockKind

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
SKIPPED_TAGS = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video button input select textarea head "
    "title datalist map rt rp".split()
)
HEADING_TAGS = {f"h{level}": level for level in range(1, 7)}
LIST_TAGS = frozenset(("ul", "ol", "menu", "dir"))
BOLD_TAGS = frozenset(("b", "strong"))

MAX_SUSPECTS = 8  # of an element's ancestors that are remembered as likely furniture; deeper nesting adds nothing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands: what its ancestors make of it.

    `suspects` are the ids of the elements around it that look like furniture; `owner` is the id of the element that
    holds it directly, and `list_id` that of its outermost list or 0.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    suspects: tuple[int, ...] = ()
    owner: int = 0
    list_id: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of shown text: its lines (parted by single line breaks) and how much of it is linked or bold.

    `linked` and `bold` are shares, 0..1.
    """

    lines: tuple[str, ...]
    place: Place
    linked: float = 0.0
    bold: float = 0.0
    row: Piece | None = None

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)


@dataclass(slots=True)
class _Buffer:
    """Collects the inline text of one run."""

    parts: list[str] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    bold: int = 0
    breaks: int = 0

    def add(self, text: str, in_link: bool, in_bold: bool) -> None:
        shown = len(text.strip())
        self.parts.append(text.replace("\n", " "))
        if shown:
            self.characters += shown
            self.linked += shown * in_link
            self.bold += shown * in_bold
            self.breaks = 0

    def to_run(self, place: Place) -> Run | None:
        lines = tuple(line for part in "".join(self.parts).split("\n") if (line := to_line(part)))
        if not lines:
            return None
        total = max(1, self.characters)
        return Run(lines, place, self.linked / total, self.bold / total)


class _Walk:
    """The state of one walk; `runs` yields what it finds."""

    def __init__(self) -> None:
        self.buffer = _Buffer()
        self.places: list[Place] = [Place()]
        self.links = 0
        self.bolds = 0

    def flush(self) -> Iterator[Run]:
        """The run collected so far, if it shows anything, and a fresh start."""
        if run := self.buffer.to_run(self.places[-1]):
            yield run
        self.buffer = _Buffer()

    def runs(self, root: Tag) -> Iterator[Run]:
        """Every run below `root`, in order."""
        stack: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
        while stack:
            tag, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                yield from self.close(tag) if stack else self.flush()
            elif isinstance(child, Tag):
                if (yield from self.open(child)):
                    stack.append((child, iter(child.children)))
            elif type(child) is NavigableString or type(child) is CData:
                self.buffer.add(str(child), self.links > 0, self.bolds > 0)

    def open(self, tag: Tag) -> Iterator[Run]:
        """Begins an element; returns whether its children are to be walked."""
        name = tag.name
        if name in SKIPPED_TAGS or is_hidden(tag):
            return False
        if name == "br":
            yield from self._break_line()
            return False
        if name in BLOCK_TAGS:
            yield from self.flush()
            self.places.append(_enter(self.places[-1], tag))
            if rows := _read_rows(tag):
                yield from (Run((row.text,), replace(self.places[-1], kind=row.kind), row=row) for row in rows)
                self.places.pop()
                return False
        self.links += name == "a"
        self.bolds += name in BOLD_TAGS
        if name in ("sup", "sub"):
            self.buffer.add(_script_mark(tag), False, False)
        return True

    def close(self, tag: Tag) -> Iterator[Run]:
        """Ends an element."""
        if tag.name in BLOCK_TAGS:
            yield from self.flush()
            self.places.pop()
        self.links -= tag.name == "a"
        self.bolds -= tag.name in BOLD_TAGS

    def _break_line(self) -> Iterator[Run]:
        self.buffer.breaks += 1
        if self.buffer.breaks > 1:  # an empty line shown: a new paragraph
            yield from self.flush()
        else:
            self.buffer.parts.append("\n")


def find_runs(root: BeautifulSoup | Tag) -> list[Run]:
    """Every run of shown text below `root`, in order."""
    return list(_Walk().runs(root))


def _enter(outer: Place, tag: Tag) -> Place:
    """The place inside a block element."""
    place = replace(outer, owner=id(tag))
    if len(outer.suspects) < MAX_SUSPECTS and is_suspect(tag):
        place = replace(place, suspects=(*outer.suspects, id(tag)))
    name = tag.name
    if name in HEADING_TAGS:
        return replace(place, kind=BlockKind.HEADING, level=HEADING_TAGS[name])
    if name in LIST_TAGS:
        return replace(place, level=outer.level + 1 if outer.list_id else 1, list_id=outer.list_id or id(tag))
    if name == "li":
        return replace(place, kind=BlockKind.ITEM, level=max(1, outer.level if outer.list_id else 1))
    if name == "blockquote":
        return replace(place, kind=BlockKind.QUOTATION)
    if name in ("figcaption", "caption"):
        return replace(place, kind=BlockKind.CAPTION)
    return place


def _read_rows(tag: Tag) -> list[Piece]:
    if tag.name == "table" and is_data_table(tag):
        return read_table(tag)
    return read_pairs(tag) if tag.name == "dl" else []


def _script_mark(tag: Tag) -> str:
    """What keeps a raised number apart from the number it is raised above: 10<sup>25</sup> is not 1025."""
    before = tag.previous_sibling
    is_power = tag.name == "sup" and isinstance(before, str) and before[-1:].isdigit()
    return "^" if is_power and tag.get_text().strip().lstrip("-−–+").isdigit() else ""
