"""Which runs of a page are the article: what was selected, what it lies among, without the furniture."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.ingest.furniture import is_box_heading, is_furniture_line
from kg.ingest.runs import Run, is_marked
from kg.ingest.selection import Selection, to_key
from kg.model import BlockKind

MAX_FURNITURE_SHARE = 0.4  # an element with more of the content than this is no furniture, whatever it is called
MIN_MAIN_SHARE = 0.75  # of the selected text that the article's own element holds
MAX_LINKED = 0.5  # of a run between selected ones that may be links if it is to be taken up too
MAX_HEADING_CHARACTERS = 60  # of a box of links
MIN_BAR_LINKED = 0.4  # of a bar of links that are links; the rest are its strokes and lead-in
MIN_BAR_STROKES = 1
_BAR = re.compile(r"\s[|·•/]\s")


def choose_runs(runs: Sequence[Run], selection: Selection) -> list[int]:
    """The indexes of the runs that are the article's content, in order; empty where nothing of it was selected."""
    kept = {index for index, run in enumerate(runs) if selection.covers(run.text)}
    if not kept:
        return []
    main = _find_main(runs, kept)
    kept = _in_main_cell(runs, kept, main)
    furniture = _find_furniture(runs, kept)
    kept = kept | _between(runs, kept, main)
    kept = {index for index in kept if furniture.isdisjoint(runs[index].place.suspects)}
    return _without_boxes(runs, sorted(kept))


def keep_all(runs: Sequence[Run]) -> list[int]:
    """The indexes of all runs but the furniture, for markup that holds nothing but an article."""
    every = set(range(len(runs)))
    furniture = _find_furniture(runs, every)
    return _without_boxes(runs, [index for index in every if furniture.isdisjoint(runs[index].place.suspects)])


def _find_main(runs: Sequence[Run], kept: set[int]) -> int:
    """The id of the innermost element that holds nearly all of the selected text; 0 where there is none."""
    total = sum(len(runs[index].text) for index in kept)
    inside: Counter[int] = Counter()
    depth: dict[int, int] = {}
    for index in kept:
        path = runs[index].place.path
        for level, element in enumerate(path):
            inside[element] += len(runs[index].text)
            depth[element] = level
    around = [element for element, size in inside.items() if size >= MIN_MAIN_SHARE * total]
    return max(around, key=lambda element: depth[element], default=0)


def _in_main_cell(runs: Sequence[Run], kept: set[int], main: int) -> set[int]:
    """Only what stands in the same cell as the article, on a page that is laid out as a table."""
    cells = next((run.place.cells for run in runs if main in run.place.path), ())
    holder = next((run.place.path for run in runs if main in run.place.path), ())
    outer = [cell for cell in cells if holder.index(cell) <= holder.index(main)]
    return {index for index in kept if outer[-1] in runs[index].place.cells} if outer else kept


def _find_furniture(runs: Sequence[Run], kept: set[int]) -> set[int]:
    """The ids of the suspect elements that hold little enough of the content to be furniture for true."""
    total = sum(len(runs[index].text) for index in kept)
    inside: Counter[int] = Counter()
    for index in kept:
        inside.update(dict.fromkeys(runs[index].place.suspects, len(runs[index].text)))
    suspects = {suspect for run in runs for suspect in run.place.suspects}
    return {suspect for suspect in suspects if inside[suspect] <= MAX_FURNITURE_SHARE * total}


def _between(runs: Sequence[Run], kept: set[int], main: int) -> set[int]:
    """What was not selected but lies in the article's element among what was, marked as content, and is not links."""
    found = set()
    seen = {to_key(runs[index].text) for index in kept}
    for index in range(min(kept, default=0) + 1, max(kept, default=0)):
        run = runs[index]
        if (
            index in kept
            or main not in run.place.path
            or run.linked > MAX_LINKED
            or not (is_marked(run) or _is_beside(runs, index, kept))
        ):
            continue
        if (key := to_key(run.text)) not in seen:
            seen.add(key)
            found.add(index)
    return found


def _is_beside(runs: Sequence[Run], index: int, kept: set[int]) -> bool:
    """Whether a loose line stands in the same element as a selected one next to it, and holds no links."""
    beside = [near for near in (index - 1, index + 1) if near in kept]
    return runs[index].linked == 0 and any(_holders(runs[near]) & _holders(runs[index]) for near in beside)


def _holders(run: Run) -> set[int]:
    """The ids of the run's own element and of the one around it: loose text has no paragraph of its own."""
    return set(run.place.path[-2:])


def _without_boxes(runs: Sequence[Run], kept: Sequence[int]) -> list[int]:
    """The same without lines that are furniture, boxes of links under their heading, and headings over nothing."""
    chosen: list[int] = []
    in_box = False
    for index in kept:
        run = runs[index]
        if len(run.text) < MAX_HEADING_CHARACTERS and is_box_heading(run.text, _links_follow(runs, index)):
            in_box = True
            continue
        in_box = in_box and (run.linked > MAX_LINKED or run.place.kind is BlockKind.HEADING)
        if not in_box and not is_furniture_line(run.text) and not _is_link_bar(run):
            chosen.append(index)
    while chosen and runs[chosen[-1]].place.kind is BlockKind.HEADING:
        chosen.pop()
    return chosen


def _links_follow(runs: Sequence[Run], index: int) -> bool:
    return index + 1 < len(runs) and runs[index + 1].linked > MAX_LINKED


def _is_link_bar(run: Run) -> bool:
    """Links side by side, parted by strokes or dots, whatever words lead up to them."""
    return run.row is None and run.linked >= MIN_BAR_LINKED and len(_BAR.findall(run.text)) >= MIN_BAR_STROKES
