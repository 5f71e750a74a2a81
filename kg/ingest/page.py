"""A page to pieces: content selected, structure restored, title first."""

from collections.abc import Sequence

from kg.ingest.content import choose_runs, keep_all
from kg.ingest.flow import find_runs
from kg.ingest.header import is_meta_line
from kg.ingest.outline import to_pieces
from kg.ingest.pieces import Piece
from kg.ingest.runs import Run
from kg.ingest.selection import Selection, select, to_key
from kg.ingest.title import find_title
from kg.ingest.tree import Tree, parse_tree
from kg.model import BlockKind

MIN_RESTORED = 0.6  # of what trafilatura selected that must be found again, or its own structure is taken
MIN_CHARACTERS = 250  # an article that seems shorter is looked for again, the thorough way
MAX_HEADER_CHARACTERS = 160  # a run that is longer is the article's first paragraph
MAX_BEFORE_TITLE = 0.3  # of the content that may stand before the title and be dropped as what leads up to it


def read_page(html: str, tree: Tree, names: Sequence[str]) -> list[Piece]:
    """The pieces of the article on a page, its title first; empty where the page holds no text.

    `tree` is the page's; `names` are what its metadata calls the article, the best first.
    """
    runs = find_runs(tree.root)
    selection, chosen = _choose(html, runs, fast=True)
    if not chosen:
        selection, chosen = _choose(html, runs, fast=False)
    if not chosen:
        return _title_of(names) + list(selection.pieces) if selection.pieces else []
    title = find_title(runs, names, chosen[0])
    return _with_title(runs, chosen, title, names)


def _choose(html: str, runs: Sequence[Run], fast: bool) -> tuple[Selection, list[int]]:
    """What trafilatura selects and the runs that restore it; no runs where they restore too little."""
    selection = select(html, fast)
    chosen = choose_runs(runs, selection)
    texts = [runs[index].text for index in chosen]
    is_enough = sum(map(len, texts)) >= MIN_CHARACTERS and selection.share_in(texts) >= MIN_RESTORED
    return selection, chosen if is_enough else []


def read_fragment(html: str) -> list[Piece]:
    """The pieces of markup that holds an article and nothing else: a feed's content, Markdown made HTML."""
    runs = find_runs(parse_tree(html).root)
    return to_pieces([runs[index] for index in keep_all(runs)])


def _with_title(runs: Sequence[Run], chosen: list[int], title: int | None, names: Sequence[str]) -> list[Piece]:
    if title is None:
        return _title_of(names) + to_pieces(_body(runs, chosen))
    before = sum(len(runs[index].text) for index in chosen if index < title)
    total = sum(len(runs[index].text) for index in chosen)
    if before > MAX_BEFORE_TITLE * total:
        return _title_of(names) + to_pieces(_body(runs, chosen))
    key = to_key(runs[title].text)
    after = [index for index in chosen if index > title and to_key(runs[index].text) != key]
    return [Piece(BlockKind.TITLE, runs[title].text), *to_pieces(_body(runs, after))]


def _title_of(names: Sequence[str]) -> list[Piece]:
    return [Piece(BlockKind.TITLE, names[0])] if names else []


def _body(runs: Sequence[Run], chosen: Sequence[int]) -> list[Run]:
    """The chosen runs without the lines of metadata above the first paragraph."""
    body = [runs[index] for index in chosen]
    start = next((number for number, run in enumerate(body) if len(run.text) > MAX_HEADER_CHARACTERS), 0)
    return [run for number, run in enumerate(body) if number >= start or not is_meta_line(run.text)]
