"""Checks what SHACL cannot say: quotations against texts, and facts against the claims that back them."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Store, Triple

from kg.errors import CheckFailed
from kg.graph.parts import Fact, find_articles, find_claims, find_part, is_affirmed, to_facts
from kg.graph.terms import to_plain, to_term
from kg.iris import AIG

_NO_FACTS = frozenset(
    to_term(f"aig:{name}") for name in ("unit", "comparator", "polarity", "modality", "attributedTo", "riskDomain")
)
"""The ontology's predicates that go to an IRI and say nothing that an article could claim."""


def verify(oxigraph: Store) -> int:
    """How many passages were cut from their articles' texts again and found the same, none of them different.

    Raises:
        CheckFailed: a passage differs, belongs to no article, a claim has no passage, a fact has no claim that affirms
            it, or an affirmed claim no fact; `findings` says which and where, one line each.
    """
    findings: list[str] = []
    sound, backed, claims = 0, set[Fact](), set[str]()
    for article in find_articles(oxigraph):
        part = set(find_part(oxigraph, article))
        wrong, count = _check_passages(part, article)
        findings += wrong
        sound += count
        stated = find_claims(part)
        claims |= stated.keys()
        backed |= set(to_facts(claim for claim in stated.values() if is_affirmed(claim)))
    findings += _check_strays(oxigraph, claims)
    facts = set(_find_facts(oxigraph))
    findings += [f"fact without a claim that affirms it: {' '.join(fact)}" for fact in sorted(facts - backed)]
    findings += [f"affirmed claim without its fact: {' '.join(fact)}" for fact in sorted(backed - facts)]
    if findings:
        raise CheckFailed(f"the graph is wrong in {len(findings)} places", findings)
    return sound


def _check_passages(part: set[Triple], article: NamedNode) -> tuple[list[str], int]:
    """What is wrong with the passages of one article, and how many are right."""
    values = {(triple.subject, triple.predicate): to_plain(triple.object) for triple in part}
    text = values.get((article, to_term("aig:plainText")), "")
    wrong, sound = [], 0
    passages = [triple.subject for triple in part if triple.predicate == to_term("oa:hasSource")]
    for passage in sorted(passages, key=str):
        exact, start, end = (values.get((passage, to_term(f"oa:{name}")), "") for name in ("exact", "start", "end"))
        cut = text[int(start) : int(end)] if start.isdecimal() and end.isdecimal() else ""
        if exact and exact == cut:
            sound += 1
        else:
            wrong.append(f"{passage}: quotes {exact[:80]!r}, but the article has {cut[:80]!r} there")
    return wrong, sound


def _check_strays(oxigraph: Store, claims: set[str]) -> Iterator[str]:
    """Claims and passages that hang on no article."""
    for quad in oxigraph.quads_for_pattern(None, to_term("rdf:type"), to_term("aig:Claim")):
        if isinstance(quad.subject, NamedNode) and quad.subject.value not in claims:
            yield f"{quad.subject}: a claim that no passage of an article backs"
    articles = set(find_articles(oxigraph))
    for quad in oxigraph.quads_for_pattern(None, to_term("rdf:type"), to_term("aig:Evidence")):
        sources = [found.object for found in oxigraph.quads_for_pattern(quad.subject, to_term("oa:hasSource"), None)]
        if not any(source in articles for source in sources):
            yield f"{quad.subject}: a passage of no article"


def _find_facts(oxigraph: Store) -> Iterator[Fact]:
    for quad in oxigraph:
        subject, thing = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(thing, NamedNode):
            continue
        if quad.predicate.value.startswith(AIG) and quad.predicate not in _NO_FACTS:
            yield subject.value, quad.predicate.value, thing.value
