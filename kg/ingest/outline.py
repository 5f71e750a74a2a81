"""Runs of text to pieces: what the tags do not say, the text does."""

from collections.abc import Iterable, Iterator

from kg.ingest.bullets import find_bullet, is_run
from kg.ingest.pieces import Piece
from kg.ingest.runs import Run, is_bold_heading
from kg.model import BlockKind

BOLD_HEADING_LEVEL = 3  # a line in bold stands below the headings that are tagged as such
MAX_CAPTION_CHARACTERS = 250  # of a line below a picture; what is longer is a paragraph that the picture opens
MIN_PARAGRAPH_CHARACTERS = 80  # lines parted by one line break that are longer are paragraphs of their own


def to_pieces(runs: Iterable[Run]) -> list[Piece]:
    """The pieces of the runs, in order."""
    return [piece for run in runs for piece in _read_run(run)]


def _read_run(run: Run) -> Iterator[Piece]:
    if run.row is not None:
        yield run.row
    elif run.place.kind is not BlockKind.PARAGRAPH:
        yield Piece(run.place.kind, run.text, run.place.level)
    elif run.is_pictured and len(run.text) <= MAX_CAPTION_CHARACTERS:
        yield Piece(BlockKind.CAPTION, run.text)
    elif is_bold_heading(run):
        yield Piece(BlockKind.HEADING, run.text, BOLD_HEADING_LEVEL)
    else:
        yield from _read_lines(run.lines)


def _read_lines(lines: tuple[str, ...]) -> Iterator[Piece]:
    """A paragraph, or the items and paragraphs that single line breaks part it into."""
    marked = [find_bullet(line) for line in lines]
    if is_run([found[0] for found in marked if found]):
        for line, found in zip(lines, marked, strict=True):
            yield Piece(BlockKind.ITEM, found[1], 1) if found else Piece(BlockKind.PARAGRAPH, line)
    elif len(lines) > 1 and all(len(line) >= MIN_PARAGRAPH_CHARACTERS for line in lines[:-1]):
        yield from (Piece(BlockKind.PARAGRAPH, line) for line in lines)
    else:
        yield Piece(BlockKind.PARAGRAPH, " ".join(lines))
