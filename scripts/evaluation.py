"""The sets of articles whose facts are known, and the history of what each gave when it was measured blind.

`dev` and `seed` lie beside the checkout with the scorer, `sample` in data/sample, the others in data/evaluation. A set
there is blind until the history has a line for it; no script reads it before, unless told that this is the one time.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
SCORER = EVAL / "score.py"
OWN = ROOT / "data" / "evaluation"
HISTORY = OWN / "history.csv"
README = OWN / "README.md"
KINDS = ("entity", "relation", "metric", "proposal", "risk", "all")
COLUMNS = ("set", "date", "articles", *KINDS, "forbidden", "of", "evidence")
HEADINGS = ("set", "first measured", "articles", *KINDS, "forbidden facts", "evidence")
NO_SCORER = "the scorer is not part of the repository and is not beside it: nothing measured"

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """A folder of articles and one of gold files, those that `pattern` names, each article under its gold's name."""

    articles: Path
    gold: Path
    pattern: str = "*.json"

    def pairs(self) -> Iterator[tuple[Path, Path]]:
        """Each article with its gold, in the order of their names."""
        found = {path.stem: path for path in self.articles.iterdir()}
        return ((found[gold.stem], gold) for gold in sorted(self.gold.glob(self.pattern)))


def list_sets() -> dict[str, EvaluationSet]:
    """All sets that may be read, by name: blind ones are not among them."""
    sample = ROOT / "data" / "sample"
    return {
        "dev": EvaluationSet(EVAL / "articles", EVAL / "gold", "dev-*.json"),
        "seed": EvaluationSet(EVAL / "articles", EVAL / "gold", "seed.json"),
        **{row["set"]: find_own(row["set"]) for row in read_history()},
        "sample": EvaluationSet(sample / "articles", sample / "gold"),
    }


def find_own(name: str) -> EvaluationSet:
    """The set of that name in data/evaluation, blind or not."""
    return EvaluationSet(OWN / name / "articles", OWN / name / "gold")


def read_history() -> list[Row]:
    """The blind measurements, the oldest first: figures are F1 from 0 to 1, `forbidden` of `of` facts were asserted."""
    with HISTORY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add_to_history(row: Row) -> None:
    """Appends a blind measurement and writes the table anew.

    Raises:
        ValueError: the set has been measured before.
    """
    rows = read_history()
    if any(known["set"] == row["set"] for known in rows):
        raise ValueError(f"set {row['set']} is in the history: it is blind no more")
    with HISTORY.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, row])
    write_table()


def to_table() -> str:
    """The history as Markdown shows it."""
    lines = [HEADINGS, tuple("---" for _ in HEADINGS)]
    for row in read_history():
        figures = (f"{float(row[kind]):.3f}".removeprefix("0") for kind in KINDS)
        forbidden = f"{row['forbidden']} of {row['of']}"
        lines.append(
            (f"`{row['set']}`", row["date"], row["articles"], *figures, forbidden, f"{float(row['evidence']):.0%}")
        )
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write_table() -> None:
    """Puts the history's table into the README of the sets, in place of the one that stands there."""
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(find_table(text), to_table()), encoding="utf-8")


def find_table(text: str) -> str:
    """The history's table as it stands in a text: all lines from its heading on that are rows."""
    start = text.index(f"| {HEADINGS[0]} | {HEADINGS[1]} |")
    end = start
    while text.startswith("|", end):
        end = text.index("\n", end) + 1
    return text[start:end]
