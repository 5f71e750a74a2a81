"""Turns groups of chains into entities: one label, one IRI each; and gives metrics and wordings their IRIs."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.iris import mint_article, mint_entity, mint_metric, mint_worded, to_digest, to_slug
from kg.link.groups import Group
from kg.link.keys import completeness, name_key
from kg.link.known import KnownThing, load_known_things
from kg.model import Entity, Extraction
from kg.names import fold


def to_entities(groups: Iterable[Group], base: str, labels: dict[int, str]) -> list[tuple[Group, Entity]]:
    """Each group with its entity; two groups never share an IRI. `labels` are those that judgements give, by id()."""
    rows = [(group, _known_thing(group)) for group in groups]
    keys = [_iri_key(group, thing) for group, thing in rows]
    slugs = Counter((group.cls, to_slug(key)) for (group, _), key in zip(rows, keys, strict=True))
    entities = []
    for (group, thing), key in zip(rows, keys, strict=True):
        # The gazetteer's thing keeps the plain name, so that its IRI is the same whatever else is read.
        plain = thing is not None or slugs[group.cls, to_slug(key)] == 1
        iri = mint_entity(base, group.cls, key if plain else f"{key} {to_digest(group.key[1])[:8]}")
        label = labels.get(id(group)) or (thing.name if thing else best_label(group))
        others = tuple(sorted(set(group.names) - {label}))
        same = thing.same_as if thing else ()
        entities.append((group, Entity(iri, group.cls, label, others, same, tuple(sorted(group.because)))))
    return entities


def _known_thing(group: Group) -> KnownThing | None:
    """What the gazetteer knows of a group, where it is one thing there; a group judged to be several has none."""
    return load_known_things().get(min(group.known)) if len(group.known) == 1 else None


def best_label(group: Group) -> str:
    """The name to show: the most complete one, of those the most frequent, of those the first in the alphabet."""
    return min(group.names, key=lambda name: (completeness(group.cls, name), -group.names[name], name))


def _iri_key(group: Group, thing: KnownThing | None) -> str:
    """What the IRI is made of: the gazetteer's id, the label's key, or the group's own where that is one article's."""
    if thing is not None:
        return min(group.known).rpartition("/")[2]
    own = group.key[1]
    is_local = any(node.chain.local for node in group.nodes) or own.rpartition(" ")[2] in group.articles
    return own if is_local else name_key(group.cls, best_label(group))


def to_wording_key(label: str) -> str:
    """What identifies a proposal or risk: its wording in lower case, without articles and punctuation."""
    return " ".join(word for word in fold(label).split() if word not in {"a", "an", "the"})


def mint_nodes(extraction: Extraction, iris: dict[tuple[str, str], str], base: str) -> None:
    """Adds the IRIs of an article's proposals, risks and metrics to `iris`, which has those of its chains."""
    article = extraction.article.id
    for proposal in extraction.proposals:
        iris[article, proposal.id] = mint_worded(base, "proposal", to_wording_key(proposal.label))
    for risk in extraction.risks:
        iris[article, risk.id] = mint_worded(base, "risk", to_wording_key(risk.label))
    subjects: dict[str, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        if claim.predicate == "hasMetric" and (article, claim.subject) in iris:
            subjects[claim.object].add(iris[article, claim.subject])
    for metric in extraction.metrics:
        about = subjects.get(metric.id) or {mint_article(base, article)}
        iris[article, metric.id] = mint_metric(base, tuple(sorted(about)), metric)
