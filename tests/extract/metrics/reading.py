"""Marked text to metrics, for the tests."""

from dataclasses import dataclass

from kg.extract.language import parse_articles
from kg.extract.metrics import read_metrics
from kg.extract.parsed import Resolved
from kg.model import Article, Block, BlockKind, Chain, EntityClass, Mention, Metric, Span
from tests.extract.marked import parse_marked


@dataclass(frozen=True)
class Figure:
    """A metric with the names of what it is about."""

    metric: Metric
    about: tuple[str, ...]
    evidence: str

    @property
    def value(self) -> str:
        """The value and the unit's local name."""
        return f"{self.metric.value:f} {self.metric.unit.split(':')[1]}"


def figures(marked: str) -> list[Figure]:
    """The metrics of one marked paragraph, in order."""
    return figures_of(parse_marked(marked).resolved)


def figures_of(resolved: Resolved) -> list[Figure]:
    """The metrics of an article, in order."""
    names = {chain.id: chain.name for chain in resolved.chains}
    metrics, claims = read_metrics(resolved)
    text = resolved.parsed.article.text
    found = []
    for metric in metrics:
        own = [claim for claim in claims if claim.object == metric.id]
        found.append(Figure(metric, tuple(names[claim.subject] for claim in own), own[0].evidence.cut(text)))
    return found


def article(blocks: list[tuple[BlockKind, str, int | None]], names: dict[str, EntityClass]) -> Resolved:
    """An article of blocks (kind, text, index of the lead) with a chain for each name wherever it is spelled out.

    The cells of a row are parted by " | ".
    """
    text, made = "", []
    for kind, content, lead in blocks:
        text += "\n\n" if text else ""
        start = len(text)
        text += content
        cells = tuple(_cells(content, start)) if kind is BlockKind.ROW else ()
        made.append(Block(kind, Span(start, len(text)), lead=lead, cells=cells))
    (parsed,) = parse_articles([Article("test", text, tuple(made), "test")])
    chains = []
    for number, (name, cls) in enumerate(names.items(), start=1):
        spans = [Span(i, i + len(name)) for i in range(len(text)) if text.startswith(name, i)]
        chains.append(Chain(f"e{number}", cls, name, (name,), tuple(Mention(s, cls, "test") for s in spans)))
    return Resolved(parsed, tuple(chains))


def _cells(content: str, start: int) -> list[Span]:
    cells = []
    for cell in content.split(" | "):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + len(" | ")
    return cells
