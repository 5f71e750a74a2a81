"""Small extractions made by hand, and a linker that goes by names alone: what the tests of the graph are made from."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from kg.iris import DEFAULT_BASE, mint_article_id, mint_entity, mint_metric, mint_worded
from kg.model import (
    Article,
    Block,
    BlockKind,
    Chain,
    Claim,
    Comparator,
    Entity,
    EntityClass,
    Extraction,
    Linkage,
    Mention,
    Metric,
    Modality,
    Polarity,
    Proposal,
    Risk,
    Span,
)

BASE = DEFAULT_BASE
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # some thousand small files: a disk would take minutes


class NameLinker:
    """One class and one name in any case are one thing."""

    def link(self, extractions: Iterable[Extraction]) -> Linkage:
        """An IRI for every node; the same for any order."""
        linkage, names = Linkage(), {}
        for extraction in extractions:
            own = {}
            for chain in extraction.chains:
                iri = mint_entity(BASE, chain.cls, chain.name.lower())
                own[chain.id] = iri
                names.setdefault((iri, chain.cls), set()).update(chain.names)
            for kind, nodes in (("proposal", extraction.proposals), ("risk", extraction.risks)):
                own |= {node.id: mint_worded(BASE, kind, node.label.lower()) for node in nodes}
            for metric in extraction.metrics:
                about = [c.subject for c in extraction.claims if c.object == metric.id and c.predicate == "hasMetric"]
                own[metric.id] = mint_metric(BASE, tuple(own[id_] for id_ in about), metric)
            linkage.iris.update({(extraction.article.id, id_): iri for id_, iri in own.items()})
        for (iri, cls), seen in names.items():
            label, *others = sorted(seen)
            linkage.entities[iri] = Entity(iri, cls, label, tuple(others))
        return linkage


def make_article(text: str, url: str | None = None, location: str = "/news/a.txt", **fields: object) -> Article:
    """An article of one paragraph."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Article(mint_article_id(url, text), text, (block,), location, url, **fields)  # type: ignore[arg-type]


class Builder:
    """Puts an extraction together from passages of its text."""

    def __init__(self, article: Article) -> None:
        self.made = Extraction(article)

    def at(self, passage: str) -> Span:
        """Where the passage stands."""
        start = self.made.article.text.index(passage)
        return Span(start, start + len(passage))

    def chain(self, name: str, cls: EntityClass = EntityClass.ORGANIZATION, *others: str) -> str:
        """Adds an entity that the text names; its id."""
        id_ = f"e{len(self.made.chains) + 1}"
        made = Chain(id_, cls, name, (name, *others), (Mention(self.at(name), cls, "test"),))
        self.made = replace(self.made, chains=(*self.made.chains, made))
        return id_

    def metric(self, passage: str, value: str, unit: str = "unit:PERCENT", measures: str = "") -> str:
        """Adds a metric; its id."""
        id_ = f"m{len(self.made.metrics) + 1}"
        made = Metric(id_, passage, Decimal(value), unit, Comparator.EXACTLY, self.at(passage), measures)
        self.made = replace(self.made, metrics=(*self.made.metrics, made))
        return id_

    def proposal(self, passage: str) -> str:
        """Adds a proposal; its id."""
        id_ = f"p{len(self.made.proposals) + 1}"
        self.made = replace(self.made, proposals=(*self.made.proposals, Proposal(id_, passage, self.at(passage))))
        return id_

    def risk(self, passage: str, domain: str = "") -> str:
        """Adds a risk; its id."""
        id_ = f"r{len(self.made.risks) + 1}"
        self.made = replace(self.made, risks=(*self.made.risks, Risk(id_, passage, self.at(passage), domain=domain)))
        return id_

    def claim(self, subject: str, predicate: str, thing: str, passage: str = "", **fields: object) -> None:
        """Adds a claim whose evidence is the passage, or the whole text."""
        span = self.at(passage or self.made.article.text)
        made = Claim(subject, predicate, thing, span, **fields)  # type: ignore[arg-type]
        self.made = replace(self.made, claims=(*self.made.claims, made))


CONTRACT_TEXT = (
    "Anthropic, which builds Claude, said 80% of its merged code is written by Claude. "
    "It denied that it will buy Humanloop, and plans to release Claude Next. "
    "Dario Amodei, its chief executive, urged policymakers to agree a coordinated pause, "
    "and warned of loss of human control."
)


def make_contract_example() -> Extraction:
    """One article that uses every part of the contract: stance, roles, metric, proposal, risk."""
    article = make_article(
        CONTRACT_TEXT, "https://example.org/pause", headline="A pause", authors=("Ada Byron",), publisher="The Wire",
        published="2026-05-04",
    )  # fmt: skip
    b = Builder(article)
    lab, claude = b.chain("Anthropic"), b.chain("Claude", EntityClass.SYSTEM)
    other, coming = b.chain("Humanloop"), b.chain("Claude Next", EntityClass.SYSTEM)
    person, group = b.chain("Dario Amodei", EntityClass.PERSON), b.chain("policymakers", EntityClass.GROUP)
    share = b.metric("80%", "80", measures="merged code")
    pause, loss = b.proposal("a coordinated pause"), b.risk("loss of human control", "DangerousCapabilities")
    first, second, third = (sentence.strip() + "." for sentence in CONTRACT_TEXT.rstrip(".").split(". "))
    b.claim(lab, "develops", claude, first, attributed_to=lab, confidence=0.93)
    b.claim(claude, "hasMetric", share, first, attributed_to=lab)
    b.claim(lab, "acquires", other, second, polarity=Polarity.DENIED, attributed_to=lab)
    b.claim(lab, "releases", coming, second, modality=Modality.PLANNED, confidence=0.7)
    b.claim(person, "worksFor", lab, third, role="chief executive")
    b.claim(person, "proposes", pause, third, attributed_to=person)
    b.claim(pause, "addressedTo", group, third, attributed_to=person)
    b.claim(person, "warnsOf", loss, third, attributed_to=person)
    b.claim(pause, "mitigates", loss, third, attributed_to=person)
    return b.made
