"""The graph contract, term by term, on the example that uses every part of it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, Store, Triple

from kg.graph import Rows, find_query, run_query, to_memory, to_quads, to_triples
from kg.graph.terms import is_web_address, to_confidence, to_date, to_decimal, to_integer, to_term, to_text, to_xml_text
from kg.model import EntityClass, Modality, Polarity
from tests.graph.examples import CONTRACT_TEXT, Builder, NameLinker, make_article, make_contract_example


def triples_of(extraction) -> list[Triple]:  # type: ignore[no-untyped-def]
    return to_triples(extraction, NameLinker().link([extraction]))


def holds(oxigraph: Store, pattern: str) -> bool:
    result = run_query(oxigraph, f"ASK {{ {pattern} }}")
    return bool(getattr(result, "value", None))


@pytest.mark.parametrize(
    "pattern",
    [
        "org:anthropic aig:develops system:claude",
        "org:anthropic a aig:Organization ; rdfs:label 'Anthropic'",
        "group:policymakers a aig:StakeholderGroup",
        "person:dario-amodei aig:worksFor org:anthropic",
        "system:claude aig:hasMetric [ a aig:Metric ; aig:value 80.0 ; aig:unit unit:PERCENT ; rdfs:label '80%' ;"
        " aig:comparator aig:Exactly ; aig:measures 'merged code' ]",
        "person:dario-amodei aig:proposes [ a aig:Proposal ; rdfs:label 'a coordinated pause' ;"
        " aig:addressedTo group:policymakers ;"
        " aig:mitigates [ a aig:Risk ; aig:riskDomain risk:DangerousCapabilities ] ]",
        "person:dario-amodei aig:warnsOf [ rdfs:label 'loss of human control' ]",
        "?a a schema:NewsArticle ; rdfs:label 'A pause' ; schema:headline 'A pause' ; schema:author 'Ada Byron' ;"
        " schema:publisher 'The Wire' ; schema:datePublished '2026-05-04'^^xsd:date ; schema:inLanguage 'en' ;"
        " schema:mentions org:anthropic, org:humanloop, system:claude-next",
        "?c a aig:Claim ; rdf:subject org:anthropic ; rdf:predicate aig:develops ; rdf:object system:claude ;"
        " aig:polarity aig:Affirmed ; aig:modality aig:Actual ; aig:attributedTo org:anthropic ; aig:confidence 0.93 ;"
        " prov:wasDerivedFrom [ a aig:Evidence ; oa:start 0 ; oa:end 81 ; oa:hasSource ?a ]",
        "?c rdf:object org:humanloop ; aig:polarity aig:Denied",
        "?c rdf:object system:claude-next ; aig:modality aig:Planned FILTER NOT EXISTS { ?c aig:attributedTo ?who }",
        "?c rdf:predicate aig:worksFor ; aig:roleTitle 'chief executive'",
    ],
)
def test_says(example: Store, pattern: str) -> None:
    assert holds(example, pattern)


@pytest.mark.parametrize("pattern", ["?s aig:acquires ?o", "?s aig:releases ?o", "?s owl:sameAs ?o"])
def test_does_not_say(example: Store, pattern: str) -> None:
    assert not holds(example, pattern)


def test_the_text_is_kept_and_every_quotation_is_cut_from_it(example: Store) -> None:
    result = run_query(example, "SELECT * { ?e oa:exact ?x ; oa:start ?s ; oa:end ?t ; oa:hasSource/aig:plainText ?p }")
    assert isinstance(result, Rows)
    values = [dict(zip(result.variables, row, strict=True)) for row in result.texts()]
    assert len(values) == 3
    assert all(v["p"] == CONTRACT_TEXT and v["x"] == CONTRACT_TEXT[int(v["s"]) : int(v["t"])] for v in values)


def test_every_resource_has_one_class_and_one_label(example: Store) -> None:
    mentioned = run_query(
        example,
        "SELECT (COUNT(?class) AS ?classes) (COUNT(?label) AS ?labels) "
        "{ ?a schema:mentions ?x . ?x a ?class ; rdfs:label ?label } GROUP BY ?x",
    )
    assert isinstance(mentioned, Rows)
    assert mentioned.texts() == [["1", "1"]] * 9


def test_a_claim_of_a_thing_about_itself_is_dropped() -> None:
    b = Builder(make_article("Anthropic and ANTHROPIC are the same."))
    first, second = b.chain("Anthropic"), b.chain("ANTHROPIC")
    b.claim(first, "partOf", second)
    oxigraph = to_memory(triples_of(b.made))
    assert not holds(oxigraph, "?c a aig:Claim")
    assert holds(oxigraph, "org:anthropic skos:altLabel 'Anthropic' ; rdfs:label 'ANTHROPIC'")


def test_what_the_article_says_in_its_own_voice_rests_on_its_passage() -> None:
    b = Builder(make_article("Superintelligence needs a treaty; job losses loom; 40% agree."))
    b.proposal("a treaty"), b.risk("job losses"), b.metric("40%", "40")
    oxigraph = to_memory(triples_of(b.made))
    for cls, passage in (("Proposal", "a treaty"), ("Risk", "job losses"), ("Metric", "40%")):
        assert holds(oxigraph, f"?n a aig:{cls} ; prov:wasDerivedFrom [ a aig:Evidence ; oa:exact '{passage}' ]")
    asked = run_query(oxigraph, find_query("risks").text)
    assert isinstance(asked, Rows)
    assert [row[:2] for row in asked.texts()] == [["job losses", ""]]


def test_claims_that_differ_in_confidence_alone_are_one() -> None:
    b = Builder(make_article("Anthropic builds Claude."))
    ends = b.chain("Anthropic"), b.chain("Claude", EntityClass.SYSTEM)
    for confidence in (0.5, 0.9, 0.7):
        b.claim(ends[0], "develops", ends[1], confidence=confidence, rule=f"rule-{confidence}")
    result = run_query(to_memory(triples_of(b.made)), "SELECT ?c ?r { ?x aig:confidence ?c ; aig:rule ?r }")
    assert isinstance(result, Rows)
    assert result.texts() == [["0.9", "rule-0.9"]]


def test_one_fact_for_many_claims_and_none_for_those_that_are_not_affirmed() -> None:
    b = Builder(make_article("Anthropic builds Claude. Anthropic makes Claude."))
    ends = b.chain("Anthropic"), b.chain("Claude", EntityClass.SYSTEM)
    for passage in ("Anthropic builds Claude.", "Anthropic makes Claude."):
        b.claim(ends[0], "develops", ends[1], passage)
    for number, (polarity, modality) in enumerate((p, m) for p in Polarity for m in Modality):
        if (polarity, modality) != (Polarity.AFFIRMED, Modality.ACTUAL):
            stance = {"polarity": polarity, "modality": modality, "rule": str(number)}
            b.claim(ends[0], "releases", ends[1], "Anthropic", **stance)  # type: ignore[arg-type]
    triples = triples_of(b.made)
    assert sum(t.predicate == to_term("aig:develops") for t in triples) == 1
    assert not any(t.predicate == to_term("aig:releases") for t in triples)
    assert sum(t.object == to_term("aig:Claim") for t in triples) == 2 + 7


def test_an_article_without_headline_is_named_by_its_first_words() -> None:
    article = make_article("Word " * 40)
    labels = [t.object for t in triples_of(Builder(article).made) if t.predicate == to_term("rdfs:label")]
    assert len(labels) == 1
    assert str(labels[0]).strip('"') == ("Word " * 16).strip() + "…"


def test_metadata_that_is_none_is_left_out() -> None:
    article = replace(make_article("Text."), url="javascript:alert(1)", published="last week")
    oxigraph = to_memory(triples_of(Builder(article).made))
    assert not holds(oxigraph, "?a schema:url ?u")
    assert not holds(oxigraph, "?a schema:datePublished ?d")


def test_quads_name_the_article_they_come_from() -> None:
    example = make_contract_example()
    linkage = NameLinker().link([example])
    quads = to_quads(example, linkage)
    assert {quad.triple for quad in quads} == set(to_triples(example, linkage))
    assert {str(quad.graph_name) for quad in quads} == {
        f"<https://w3id.org/aigov/resource/article/{example.article.id}>"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-04", "2026-05-04"),
        ("20260504", "2026-05-04"),
        ("2026-05-04T10:00:00Z", "2026-05-04T10:00:00Z"),
        ("2026-05-04T10:00+00:00", "2026-05-04T10:00:00Z"),
        ("2026-05-04T10:00:00.123+02:00", "2026-05-04T10:00:00+02:00"),
        ("2026-05-04 10:00", "2026-05-04T10:00:00"),
        ("May 2026", None),
        ("2026-13-45", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    made = to_date(text)
    assert (made.value if made else None) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("0.90", "0.9"), ("80", "80"), ("80.0", "80"), ("1E+3", "1000"), ("-0", "0"), ("0.000", "0"),
     ("9.65E+11", "965000000000"), ("1E+26", "1" + "0" * 26), ("-2.50", "-2.5")],
)  # fmt: skip
def test_decimals_have_no_exponent_and_no_idle_zero(number: str, expected: str) -> None:
    assert to_decimal(Decimal(number)).value == expected


plain_text = st.text(st.characters(exclude_categories=("Cs",)))


@given(
    plain_text,
    st.decimals(allow_nan=False, allow_infinity=False),
    st.floats(0, 1),
    st.integers(0, 10**9),
    st.datetimes(),
)
def test_terms_come_back_from_the_store_as_they_went_in(text, number, share, offset, moment) -> None:  # type: ignore[no-untyped-def]
    terms = [to_text(text), to_decimal(number), to_confidence(share), to_integer(offset)]
    terms += [found for found in (to_date(moment.isoformat()), to_date(moment.date().isoformat())) if found]
    oxigraph = Store()
    for number_, term in enumerate(terms):
        oxigraph.add(Quad(to_term(f"aig:s{number_}"), to_term("aig:p"), term))
    back = {quad.subject.value.rsplit("s", 1)[1]: quad.object for quad in oxigraph}  # type: ignore[union-attr]
    assert [back[str(i)] for i in range(len(terms))] == terms


def test_web_addresses() -> None:
    assert is_web_address("https://example.org/a")
    assert not any(map(is_web_address, ("javascript:alert(1)", "file:///etc/passwd", "https://", "example.org", "")))


def test_text_for_xml() -> None:
    assert to_xml_text("a\x00b\tc\x1b") == "a\ufffdb\tc\ufffd"
    assert Literal("x").value == to_xml_text("x")
