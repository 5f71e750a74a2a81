"""Turns groups of chains into entities: one label, one IRI each; and gives metrics and wordings their IRIs."""

from collections import defaultdict
from collections.abc import Iterable

from kg.iris import mint_article, mint_entity, mint_metric, mint_worded, to_digest, to_slug
from kg.link.groups import Group
from kg.link.keys import completeness, name_key
from kg.model import Entity, EntityClass, Extraction
from kg.names import fold

WIKIDATA = "http://www.wikidata.org/entity/"


def to_entities(groups: Iterable[Group], base: str, labels: dict[int, str]) -> list[tuple[Group, Entity]]:
    """Each group with its entity; two groups never share an IRI. `labels` are those that judgements give, by id()."""
    named = [(group, best_label(group)) for group in groups]
    slugs: dict[tuple[EntityClass, str], list[str]] = defaultdict(list)
    keyed = [(group, label, _iri_key(group, label)) for group, label in named]
    for group, _, key in keyed:
        slugs[group.cls, to_slug(key)].append(key)
    entities = []
    for group, label, key in keyed:
        alone = len(slugs[group.cls, to_slug(key)]) == 1
        iri = mint_entity(base, group.cls, key if alone else f"{key} {to_digest(group.key[1])[:8]}")
        entities.append((group, _to_entity(group, labels.get(id(group), label), iri)))
    return entities


def _to_entity(group: Group, label: str, iri: str) -> Entity:
    others = tuple(sorted(set(group.names) - {label}))
    same = tuple(sorted(WIKIDATA + known for known in group.known if known[:1] == "Q" and known[1:].isdigit()))
    return Entity(iri, group.cls, label, others, same, tuple(sorted(group.because)))


def best_label(group: Group) -> str:
    """The name to show: the most complete one, of those the most frequent, of those the first in the alphabet."""

    def rank(name: str) -> tuple[int, int, str]:
        return -completeness(group.cls, name)[0], -group.names[name], name

    return min(group.names, key=rank)


def _iri_key(group: Group, label: str) -> str:
    """What the IRI is made of: the label's key; the group's own, which ends in an article's id, where that is local."""
    own = group.key[1]
    return own if " " in own and own.split()[-1] in group.articles or _is_local(group) else name_key(group.cls, label)


def _is_local(group: Group) -> bool:
    return len(group.nodes) == 1 and group.nodes[0].chain.local


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
