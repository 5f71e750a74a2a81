"""Why a name is what it is in the graph: its mentions with their sentences, what was joined and what was refused."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kg.link.groups import Group, fits
from kg.link.joining import Refusal
from kg.link.judgements import Judgement, Side
from kg.link.keys import name_key
from kg.link.linker import NameLinker, Outcome
from kg.model import Entity, Extraction, Mention, Span

_SENTENCE_END = re.compile(
    r"(?<!\bDr\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bInc\.)(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+"
)


@dataclass(frozen=True, slots=True)
class SeenMention:
    """One mention: its article's id, what it says, the sentence around it, and how it was found."""

    article: str
    text: str
    sentence: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of why an entity is one.

    `mentions` are by article and place. `keys` are what the articles' chains were found by, with the number of
    chains of each, the joined ones in one line each. `rules` joined them; `refusals` were close and kept apart;
    `judgements` are those that are about it.
    """

    entity: Entity
    mentions: tuple[SeenMention, ...]
    keys: tuple[tuple[str, int], ...]
    rules: tuple[str, ...]
    refusals: tuple[Refusal, ...]
    judgements: tuple[Judgement, ...]


def explain(name: str, extractions: Iterable[Extraction], linker: NameLinker) -> tuple[Explanation, ...]:
    """An explanation for each entity that bears a name (or has that IRI), by IRI; empty where none does."""
    extractions = tuple(extractions)
    outcome = linker.review(extractions)
    return tuple(
        _explain(iri, outcome, extractions, linker.judgements)
        for iri, entity in sorted(outcome.linkage.entities.items())
        if iri == name or _bears(entity, outcome.groups[iri], name)
    )


def _bears(entity: Entity, group: Group, name: str) -> bool:
    wanted = name_key(group.cls, name)
    return any(name_key(group.cls, other) == wanted for other in (entity.label, *group.names))


def _explain(
    iri: str, outcome: Outcome, extractions: tuple[Extraction, ...], judgements: tuple[Judgement, ...]
) -> Explanation:
    group, entity = outcome.groups[iri], outcome.linkage.entities[iri]
    own = set(group.keys)
    return Explanation(
        entity,
        tuple(_mentions(group, extractions)),
        tuple(sorted((key, count) for (_, key), count in group.keys.items())),
        entity.because,
        tuple(r for r in outcome.refusals if r.one in own or r.other in own),
        tuple(j for j in judgements if any(_is_about(group, j, side) for side in j.sides)),
    )


def _is_about(group: Group, judgement: Judgement, side: Side) -> bool:
    """Whether a judgement is about a group; one that changed its class too."""
    return fits(group, Judgement(judgement.verb, group.cls, judgement.sides), side) and (
        judgement.cls is group.cls or judgement.value == group.cls
    )


def _mentions(group: Group, extractions: Iterable[Extraction]) -> list[SeenMention]:
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    found = []
    for node in sorted(group.nodes, key=lambda node: (node.article, node.chain.id)):
        text = texts[node.article]
        ends = [match.start() for match in _SENTENCE_END.finditer(text)]
        for mention in node.chain.mentions:
            sentence = sentence_around(text, mention.span, ends)
            found.append(SeenMention(node.article, mention.span.cut(text), sentence, mention))
    return sorted(found, key=lambda seen: (seen.article, seen.mention.span))


def sentence_around(text: str, span: Span, ends: list[int]) -> str:
    """The sentence that holds a span, on one line; `ends` are where the text's sentences end, in order."""
    at = bisect_left(ends, span.end)
    start = max((end for end in ends[:at] if end <= span.start), default=0)
    return " ".join(text[start : ends[at] if at < len(ends) else len(text)].split())
