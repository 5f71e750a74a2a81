"""Lines where they stand on printed pages to pieces: paragraphs, headings, items, the title."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.ingest.bullets import find_bullet
from kg.ingest.pieces import Piece, to_line
from kg.model import BlockKind

# All in units of the type size or the usual distance of lines; measured on press releases set in one to three columns.
SAME_LINE = 0.4  # of the size, up or down: superscripts, and type of another face in a line
MIN_GAP = 1.25  # of the usual distance: a larger one parts paragraphs
MIN_INDENT = 0.8  # of the size: a line that begins further right than the one before begins a paragraph
MIN_HEADING_SIZE = 1.12  # of the body's
MIN_TITLE_SIZE = 1.25
MAX_HEADING_CHARACTERS = 200
EDGE_LINES = 2  # at the top and bottom of a page, which may be running heads
_CLOSED = re.compile(r"""[.!?:;]["'”’)\]]*$""")
_BROKEN_WORD = re.compile(r"(\w+)[-\u00ad\u2010]$")
_NUMBER = re.compile(r"^(?:page\s*)?[-–|]?\s*\d+\s*(?:(?:of|/|\|)\s*\d+)?\s*[-–|]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on a page that counts from 0; `x` and `y` in points from its lower left, `size` in points."""

    text: str
    page: int
    x: float
    y: float
    size: float
    is_bold: bool = False


def to_pieces(stretches: Sequence[Line]) -> list[Piece]:
    """The pieces of a document given as its stretches of text in reading order; running heads are left out."""
    lines = _drop_edges([line for line in _join_lines(stretches) if line.text])
    if not lines:
        return []
    body = _usual(Counter({line: len(line.text) for line in lines}))
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).casefold()))
    blocks = list(_gather(lines, _usual_distance(lines)))
    largest = max((block[0].size for block in blocks if block[0].page == lines[0].page), default=body)
    pieces: list[Piece] = []
    for block in blocks:
        text = _join_words(block, words)
        kind = _find_kind(block, text, body)
        if kind is BlockKind.HEADING and block[0].size == largest >= MIN_TITLE_SIZE * body and not _has_title(pieces):
            kind = BlockKind.TITLE
        mark, item = find_bullet(text) or ("", text)
        is_item = kind is BlockKind.PARAGRAPH and bool(mark) and not mark.isdigit()
        pieces.append(Piece(BlockKind.ITEM, item, level=1) if is_item else Piece(kind, text, 2 * (kind == "heading")))
    return _title_first(pieces)


def _join_lines(stretches: Sequence[Line]) -> Iterator[Line]:
    """Whole lines: stretches that stand side by side are one."""
    held: Line | None = None
    for stretch in stretches:
        if held and held.page == stretch.page and abs(held.y - stretch.y) < SAME_LINE * held.size:
            held = replace(held, text=held.text + stretch.text, is_bold=held.is_bold and stretch.is_bold)
            continue
        if held:
            yield replace(held, text=to_line(held.text.replace("\u00ad\n", "\u2010")))
        held = stretch
    if held:
        yield replace(held, text=to_line(held.text))


def _drop_edges(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, and without what stands at the edge of several pages or repeats the title."""
    edges: set[int] = set()
    starts = [0, *(index for index, (a, b) in enumerate(pairwise(lines), 1) if a.page != b.page), len(lines)]
    for start, end in pairwise(starts):
        by_height = sorted(range(start, end), key=lambda index: lines[index].y)
        edges.update(by_height[:EDGE_LINES] + by_height[-EDGE_LINES:])
    keys = Counter(key for _, key in {(lines[i].page, _to_key(lines[i])) for i in edges})
    everywhere = Counter(_to_key(line) for line in lines)
    return [
        line
        for index, line in enumerate(lines)
        if index not in edges
        or not (_NUMBER.match(line.text) or keys[_to_key(line)] > 1 or _is_small_copy(line, lines, everywhere))
    ]


def _is_small_copy(line: Line, lines: Sequence[Line], everywhere: Counter[str]) -> bool:
    """Whether the same line stands on the pages in larger type too: the title above the text is no running head."""
    key = _to_key(line)
    return everywhere[key] > 1 and any(_to_key(other) == key and other.size > line.size for other in lines)


def _to_key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _usual(lines: Counter[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line, weight in lines.items():
        sizes[round(line.size, 1)] += weight
    return sizes.most_common(1)[0][0]


def _usual_distance(lines: Sequence[Line]) -> float:
    """Between two lines of a paragraph, in points."""
    found = Counter(round(a.y - b.y, 1) for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 3 * a.size)
    return found.most_common(1)[0][0] if found else 12.0


def _gather(lines: Sequence[Line], distance: float) -> Iterator[list[Line]]:
    """The lines of each paragraph or heading."""
    block = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(block, before, line, distance):
            block.append(line)
        else:
            yield block
            block = [line]
    yield block


def _goes_on(block: Sequence[Line], before: Line, line: Line, distance: float) -> bool:
    """Whether a line belongs to the paragraph of the one before."""
    if abs(before.size - line.size) > 0.5 or before.is_bold != line.is_bold or find_bullet(line.text):
        return False
    drop = before.y - line.y
    if before.page != line.page or drop < 0:  # the next column or page: a sentence goes on, a closed one does not
        return not _CLOSED.search(before.text)
    if drop > MIN_GAP * distance * max(1.0, line.size / block[0].size) and drop > MIN_GAP * line.size * 1.1:
        return False
    return line.x <= before.x + MIN_INDENT * line.size or (bool(find_bullet(block[0].text)) and len(block) == 1)


def _find_kind(block: Sequence[Line], text: str, body: float) -> BlockKind:
    if len(text) > MAX_HEADING_CHARACTERS or text[-1] in ".,;":
        return BlockKind.PARAGRAPH
    is_large = block[0].size >= MIN_HEADING_SIZE * body
    return BlockKind.HEADING if is_large or all(line.is_bold for line in block) else BlockKind.PARAGRAPH


def _join_words(block: Sequence[Line], words: Counter[str]) -> str:
    """The lines' text; a word that a line's end breaks is joined, with its hyphen where it has one elsewhere too."""
    text = ""
    for line in block:
        broken = _BROKEN_WORD.search(text)
        if not broken or not line.text[:1].islower():
            text = f"{text} {line.text}".strip()
            continue
        first, second = broken[1].casefold(), re.match(r"\w*", line.text)
        rest = second.group().casefold() if second else ""
        is_compound = words[f"{first}-{rest}"] > words[first + rest]
        text = text[: broken.end(1)] + "-" * is_compound + line.text
    return text


def _has_title(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind is BlockKind.TITLE for piece in pieces)


def _title_first(pieces: list[Piece]) -> list[Piece]:
    """The pieces from the title on; a letterhead or label above it goes behind it as it stands."""
    title = next((index for index, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), 0)
    return [*pieces[title : title + 1], *pieces[:title], *pieces[title + 1 :]]
