"""All that one parsed article says: one call per reader, in the order in which they need each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kg.extract.calibration import Curve, calibrate, load_curves
from kg.extract.coreference import resolve
from kg.extract.memory import collecting_later
from kg.extract.mentions import find_mentions
from kg.extract.metrics import read_metrics
from kg.extract.parsed import Parsed, Resolved
from kg.extract.positions import drop_overruled, read_positions
from kg.extract.relations import read_relations
from kg.extract.renaming import parse_renamed
from kg.extract.stance.claims import qualify_metrics
from kg.extract.wishes import read_wishes
from kg.model import Claim, Extraction, Mention

ARTICLES_AT_ONCE = 8  # their blocks with unknown names fill half a batch of the second parse; more gain nothing


def read_parsed(articles: Iterable[Parsed], curves: Mapping[str, Curve] | None = None) -> Iterator[Extraction]:
    """What each article says, in the articles' order.

    Confidences are shares of right claims by `curves`, the shipped ones where None; the rules' own where it is empty.
    """
    curves = load_curves() if curves is None else curves
    coming = iter(articles)
    while group := list(islice(coming, ARTICLES_AT_ONCE)):
        with collecting_later():
            mentions = [find_mentions(parsed) for parsed in group]
            renamed = parse_renamed(group, mentions)
        for parsed, found in zip(renamed, mentions, strict=True):
            with collecting_later():
                extraction = read_article(parsed, found, curves)
            yield extraction


def read_article(parsed: Parsed, mentions: tuple[Mention, ...], curves: Mapping[str, Curve]) -> Extraction:
    """The article's chains, metrics, proposals, risks and claims, in order of the text."""
    chains = resolve(parsed, mentions)
    resolved = Resolved(parsed, chains)
    metrics, metric_claims = read_metrics(resolved)
    relations = read_relations(resolved)
    wishes = read_wishes(resolved, relations)
    positions = list(read_positions(resolved, wishes))
    relations = tuple(drop_overruled(relations, positions))
    claims = [*relations, *qualify_metrics(resolved, metrics, metric_claims), *wishes.claims, *positions]
    return Extraction(
        article=parsed.article,
        chains=chains,
        metrics=metrics,
        proposals=tuple(wishes.proposals),
        risks=tuple(wishes.risks),
        claims=tuple(_once(calibrate(claims, curves))),
    )


def _once(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(dict.fromkeys(claims), key=lambda c: (c.evidence, c.predicate, c.subject, c.object))
