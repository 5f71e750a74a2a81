"""Which run of a page is the article's title."""

from collections.abc import Sequence

from kg.ingest.runs import Run
from kg.ingest.selection import to_key, to_tokens
from kg.model import BlockKind

MIN_NAMED_SHARE = 0.8  # of a heading's words that the page's own names for the article hold
MIN_NAME_SHARE = 0.5  # of a name's words that the title holds; a site's own name in it is less
MIN_TITLE_WORDS = 2  # one word is a section's or a site's name
MAX_TITLE_CHARACTERS = 300


def find_title(runs: Sequence[Run], names: Sequence[str], first_kept: int) -> int | None:
    """The index of the title among the runs, or None.

    `names` are what the page's metadata calls the article. A heading that they repeat is the title, the highest and
    the nearest to the content first; then any line that equals one of them; then the last first-level heading before
    the content begins at `first_kept`.
    """
    headings = [index for index, run in enumerate(runs) if run.place.kind is BlockKind.HEADING]
    named = [index for index in headings if _is_named(runs[index].text, names)]
    if named:
        return min(named, key=lambda index: _rank(runs[index], names, abs(index - first_kept)))
    keys = {to_key(name) for name in names} - {""}
    same = [index for index, run in enumerate(runs[: first_kept + 1]) if to_key(run.text) in keys]
    if same:
        return same[-1]
    highest = [index for index in headings if runs[index].place.level == 1 and index <= first_kept]
    return highest[-1] if highest else None


def _rank(run: Run, names: Sequence[str], distance: int) -> tuple[bool, int, int]:
    """Low for what repeats most of a name, not just the site's part of it; then for a high level, then for nearness."""
    tokens = set(to_tokens(run.text))
    is_part = all(len(tokens & set(to_tokens(name))) < MIN_NAME_SHARE * len(set(to_tokens(name))) for name in names)
    return is_part, run.place.level, distance


def _is_named(text: str, names: Sequence[str]) -> bool:
    tokens = to_tokens(text)
    if len(text) > MAX_TITLE_CHARACTERS or len(tokens) < MIN_TITLE_WORDS:
        return bool(tokens) and to_key(text) in map(to_key, names)
    for name in names:
        known = set(to_tokens(name))
        if sum(token in known for token in tokens) >= MIN_NAMED_SHARE * len(tokens):
            return True
    return False
