"""A page to pieces: content selected, structure restored, title first."""

from collections.abc import Sequence

from bs4 import BeautifulSoup

from kg.ingest.flow import Run, find_runs
from kg.ingest.outline import to_pieces
from kg.ingest.pieces import Piece
from kg.ingest.selection import select, select_runs

MAX_FURNITURE_SHARE = 0.4  # an element with more of the content than this is no furniture, whatever it is called


def read_page(html: str, headline: str | None = None) -> list[Piece]:
    """The pieces of the article on a page, its title first; empty where the page holds no text.

    `headline` is what the page's metadata calls the article.
    """
    runs = find_runs(BeautifulSoup(html, "lxml"))
    kept = select_runs(select(html), runs)
    chosen = [run for run, is_kept in zip(runs, _without_furniture(runs, kept), strict=True) if is_kept]
    return to_pieces(chosen)


def _without_furniture(runs: Sequence[Run], kept: Sequence[bool]) -> list[bool]:
    total = sum(len(run.text) for run, is_kept in zip(runs, kept, strict=True) if is_kept)
    inside: dict[int, int] = {}
    for run, is_kept in zip(runs, kept, strict=True):
        for suspect in run.place.suspects if is_kept else ():
            inside[suspect] = inside.get(suspect, 0) + len(run.text)
    furniture = {suspect for suspect, size in inside.items() if size <= MAX_FURNITURE_SHARE * total}
    return [is_kept and furniture.isdisjoint(run.place.suspects) for run, is_kept in zip(runs, kept, strict=True)]
