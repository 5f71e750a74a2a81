"""A page to pieces: content selected, structure restored, title first."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import SourceError
from kg.ingest.content import MAX_LINKED, choose_runs, keep_all
from kg.ingest.flow import find_runs
from kg.ingest.header import is_meta_line
from kg.ingest.metadata import Metadata
from kg.ingest.outline import to_pieces
from kg.ingest.pieces import Piece
from kg.ingest.runs import Run
from kg.ingest.selection import Selection, select, to_key
from kg.ingest.title import find_title
from kg.ingest.tree import Tree, parse_tree
from kg.model import BlockKind

LINES_ABOVE, LINES_BELOW = 6, 8  # around the title, where by-line and date stand
LINES_AT_END = 3  # of the content: "By Ana Reed" may close it
MIN_RESTORED = 0.6  # of what trafilatura selected that must be found again, or its own structure is taken
MIN_CHARACTERS = 250  # an article that seems shorter is looked for again, the thorough way
MAX_HEADER_CHARACTERS = 160  # a run that is longer is the article's first paragraph
MAX_SHOWN_CHARACTERS = 1_000_000  # on a page, twice what an article may have; the selection's time grows faster
MAX_BEFORE_TITLE = 0.3  # of the content that may stand before the title and be dropped as what leads up to it


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces of the article on a page, its title first, and the lines where its by-line and date may stand."""

    pieces: list[Piece]
    lines: tuple[str, ...] = ()


def read_page(html: str, tree: Tree, metadata: Metadata) -> Reading:
    """The article on a page; without pieces where the page holds no text. `tree` and `metadata` are the page's.

    Raises:
        SourceError: it shows more text than any page of one article.
    """
    runs = find_runs(tree.root)
    if sum(len(run.text) for run in runs) > MAX_SHOWN_CHARACTERS:
        raise SourceError(f"it shows more than {MAX_SHOWN_CHARACTERS:,} characters of text", "give one article a file")
    selection, chosen = _choose(html, runs, fast=True)
    if sum(len(runs[index].text) for index in chosen) < MIN_CHARACTERS:
        selection, chosen = _choose(html, runs, fast=False)
    if chosen:
        return _read(runs, chosen, metadata)
    unlinked = [index for index in keep_all(runs) if runs[index].linked <= MAX_LINKED]
    is_small = sum(len(runs[index].text) for index in unlinked) <= MIN_CHARACTERS + len(selection.text)
    if unlinked and (is_small or not selection.pieces):  # a page with nothing around its article
        return _read(runs, unlinked, metadata)
    return Reading(_title_of(metadata.names) + list(selection.pieces) if selection.pieces else [])


def read_fragment(html: str) -> list[Piece]:
    """The pieces of markup that holds an article and nothing else: a feed's content, Markdown made HTML."""
    runs = find_runs(parse_tree(html).root)
    return to_pieces([runs[index] for index in keep_all(runs)])


def _read(runs: Sequence[Run], chosen: list[int], metadata: Metadata) -> Reading:
    title = find_title(runs, metadata.names, chosen[0])
    return Reading(_with_title(runs, chosen, title, metadata), _find_lines(runs, chosen, title))


def _find_lines(runs: Sequence[Run], chosen: Sequence[int], title: int | None) -> tuple[str, ...]:
    """The short lines around the title, then the last ones of the content."""
    middle = chosen[0] if title is None else title
    near = [*range(middle + 1, middle + 1 + LINES_BELOW), *range(max(0, middle - LINES_ABOVE), middle)]
    last = range(chosen[-1] + 1 - LINES_AT_END, chosen[-1] + 1 + LINES_AT_END)
    lines = (runs[index].text for index in (*near, *last) if 0 <= index < len(runs))
    return tuple(line for line in lines if len(line) <= MAX_HEADER_CHARACTERS)


def _choose(html: str, runs: Sequence[Run], fast: bool) -> tuple[Selection, list[int]]:
    """What trafilatura selects and the runs that restore it; no runs where they restore too little."""
    selection = select(html, fast)
    chosen = choose_runs(runs, selection)
    return selection, chosen if selection.share_in(runs[index].text for index in chosen) >= MIN_RESTORED else []


def _with_title(runs: Sequence[Run], chosen: list[int], title: int | None, metadata: Metadata) -> list[Piece]:
    before = sum(len(runs[index].text) for index in chosen if title is not None and index < title)
    if title is None or before > MAX_BEFORE_TITLE * sum(len(runs[index].text) for index in chosen):
        return _title_of(metadata.names) + to_pieces(_body(runs, chosen, metadata))
    key = to_key(runs[title].text)
    after = [index for index in chosen if index > title and to_key(runs[index].text) != key]
    return [Piece(BlockKind.TITLE, runs[title].text), *to_pieces(_body(runs, after, metadata))]


def _title_of(names: Sequence[str]) -> list[Piece]:
    return [Piece(BlockKind.TITLE, names[0])] if names else []


def _body(runs: Sequence[Run], chosen: Sequence[int], metadata: Metadata) -> list[Run]:
    """The chosen runs without the lines of metadata above the first paragraph."""
    body = [runs[index] for index in chosen]
    start = next((number for number, run in enumerate(body) if len(run.text) > MAX_HEADER_CHARACTERS), 0)
    known = {to_key(name) for name in (*metadata.authors, metadata.publisher or "")}
    header = [run for run in body[:start] if not is_meta_line(run.text) and to_key(run.text) not in known]
    return header + body[start:]
