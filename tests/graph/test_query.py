"""Queries: prefixes, errors with their place, refusals, the time limit; the shipped ones."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.errors import QueryError, QuerySyntax, UnknownQuery
from kg.graph import Answer, Rows, Triples, find_query, list_queries, run_query, to_memory, to_triples
from kg.graph.syntax import find_words
from tests.graph.examples import BASE, NameLinker, make_contract_example


def rows_of(oxigraph: Store, text: str) -> Rows:
    result = run_query(oxigraph, text)
    assert isinstance(result, Rows)
    return result


def test_prefixes_are_declared_and_iris_shortened(example: Store) -> None:
    found = rows_of(example, "SELECT ?lab ?system { ?lab aig:develops ?system }")
    assert found.variables == ("lab", "system")
    assert found.texts() == [["org:anthropic", "system:claude"]]


def test_a_query_may_declare_prefixes_of_its_own(example: Store) -> None:
    text = f"PREFIX aig: <{BASE}org/> SELECT ?p {{ aig:anthropic ?p ?o FILTER ( isIRI(?o) ) }}"
    assert ["aig:develops"] in rows_of(example, text).texts()


def test_each_kind_of_query(example: Store) -> None:
    assert run_query(example, "ASK { ?s aig:develops ?o }") == Answer(True)
    made = run_query(example, "CONSTRUCT { ?s aig:develops ?o } WHERE { ?s aig:develops ?o }")
    node = NamedNode(f"{BASE}org/anthropic")
    expected = Triple(node, NamedNode("https://w3id.org/aigov/ontology#develops"), NamedNode(f"{BASE}system/claude"))
    assert made == Triples((expected,))
    described = run_query(example, "DESCRIBE org:anthropic")
    assert isinstance(described, Triples)
    assert {t.subject for t in described.triples} == {node}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("SELECT ?s {\n  ?s nope:is ?o\n}", 2, "a prefix is not declared"),
        ("SELECT ?s {\n  ?s ?p ?o\n", 3, "not complete"),
        ("", 1, "is empty"),
        ("SELECT ?s {\n  ?s ?p ?o .\n  ?s ?p ?o ??\n}\n", 3, r"column 12: unexpected '\?\?'$"),
        ("SELECT ?s {\n  ?s ?p ?o\n  ?s ?p ?o\n}\n", 3, r"column 3: unexpected '\?s'$"),
        ('SELECT ?s {\n  ?s ?p "open }\n', 2, "column 9: unexpected"),
        ("# a comment\n\n  SELEC ?s { ?s ?p ?o }", 3, "column 3: unexpected 'SELEC', expected one of SELECT"),
        ("SELECT ?s {\n ?s ?p ?o .\n FILTER (?o >) }", 3, r"column 14: unexpected '\)'$"),
        ("SELECT (COUNT(?s) AS ?n) ?o { ?s ?p ?o }", 1, "unbound"),
    ],
)
def test_a_syntax_error_says_where(example: Store, text: str, line: int, message: str) -> None:
    with pytest.raises(QuerySyntax, match=message) as caught:
        run_query(example, text)
    assert caught.value.line == line
    assert caught.value.column >= 1
    assert "\n" not in str(caught.value)
    assert f"line {line}, column" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <a:b> <a:b> <a:b> }", "# harmless\nPREFIX a: <b:c> DELETE WHERE { ?s ?p ?o }", "clear all",
     "LOAD <http://127.0.0.1/x>", "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"],
)  # fmt: skip
def test_updates_are_refused(example: Store, text: str) -> None:
    before = len(example)
    with pytest.raises(QueryError, match="queries only read"):
        run_query(example, text)
    assert len(example) == before


@pytest.mark.parametrize("word", ["SERVICE", "service SILENT", "SeRvIcE"])
def test_other_machines_are_not_asked(example: Store, word: str) -> None:
    with pytest.raises(QueryError, match="another machine"):
        run_query(example, f"SELECT * {{ ?s ?p ?o . {word} <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}")


def test_words_in_strings_names_and_comments_are_no_keywords(example: Store) -> None:
    text = """# INSERT
    SELECT ?service $delete { ?service rdfs:label 'DROP "it\\' SERVICE' , "a \\"SERVICE", '''SERVICE's''' ;
        aig:SERVICE ?delete ; <http://example.org/SERVICE> 1 }"""
    assert not {"SERVICE", "DROP", "INSERT", "DELETE"} & {word for word, _ in find_words(text)}
    assert rows_of(example, text).rows == ()


def test_a_query_that_takes_too_long_is_given_up(example: Store) -> None:
    large = Store()
    large.extend(Quad(NamedNode(f"http://x/{i}"), NamedNode("http://x/p"), Literal(str(i))) for i in range(3000))
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.3 s"):
        run_query(large, "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z FILTER(?x > ?z) }", limit_s=0.3)
    assert time.monotonic() - started < 5


def test_there_are_enough_shipped_queries_each_with_a_header() -> None:
    queries = list_queries()
    assert len(queries) >= 14
    assert all(query.title and query.description.endswith(".") for query in queries)
    assert len({query.title for query in queries}) == len(queries)


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_a_shipped_query_runs_as_it_stands_and_with_its_parameters(example: Store, query) -> None:  # type: ignore[no-untyped-def]
    assert "sentence" in query.text or query.name in ("articles", "disputed", "runs")
    plain = rows_of(example, query.text)
    assert len(plain.rows) == len(set(plain.rows))
    for parameter in query.parameters:
        assert f"#{parameter} " in query.text
        assert len(rows_of(example, query.bind({parameter: "nobody at all"})).rows) == 0


@pytest.mark.parametrize(
    ("name", "who", "expected"),
    [
        ("proposals", "", ["Dario Amodei", "a coordinated pause", "policymakers"]),
        ("proposals", "POLICYMAKERS", ["Dario Amodei", "a coordinated pause", "policymakers"]),
        ("metrics", "claude", ["Claude", "Exactly", "80", "PERCENT", "merged code", "", "Anthropic"]),
        ("risks", "dario amodei", ["loss of human control", "Dario Amodei", "a coordinated pause"]),
        ("denied", "", ["Anthropic", "acquires", "Humanloop", "Anthropic"]),
        ("planned", "Claude Next", ["Anthropic", "releases", "Claude Next", "Planned"]),
        ("people", "Anthropic", ["Dario Amodei", "worksFor", "Anthropic", "chief executive"]),
        ("systems", "Claude", ["Anthropic", "develops", "Claude"]),
        ("said-by", "Anthropic", ["Anthropic", "Anthropic", "acquires", "Humanloop", "Denied, Actual"]),
        ("about", "humanloop", ["Anthropic", "acquires", "Humanloop", "Denied, Actual", "Anthropic"]),
        ("timeline", "humanloop", ["2026-05-04", "Anthropic", "acquires", "Humanloop", "Denied, Actual"]),
        ("articles", "", ["2026-05-04", "The Wire", "A pause", "9", "https://example.org/pause"]),
    ],
)
def test_a_shipped_query_answers(example: Store, name: str, who: str, expected: list[str]) -> None:
    query = find_query(name)
    found = rows_of(example, query.bind({"name": who} if who else dict.fromkeys(query.required, "x"))).texts()
    assert found[0][: len(expected)] == expected


def test_quantities_of_money_stand_beside_what_was_bought() -> None:
    from tests.graph.examples import Builder, make_article

    b = Builder(make_article("Alba buys Borea for $2 billion."))
    buyer, bought, price = b.chain("Alba"), b.chain("Borea"), b.metric("$2 billion", "2E+9", "currency:USD")
    b.claim(buyer, "acquires", bought)
    b.claim(bought, "hasMetric", price)
    oxigraph = to_memory(to_triples(b.made, NameLinker().link([b.made])))
    row = rows_of(oxigraph, find_query("deals").text).texts()[0]
    assert row[:5] == ["Alba", "acquires", "Borea", "2000000000", "USD"]


def test_an_unknown_name_knows_the_nearest() -> None:
    with pytest.raises(UnknownQuery) as caught:
        find_query("proposal")
    assert "proposals" in caught.value.nearest
    with pytest.raises(UnknownQuery):
        find_query("../queries/proposals")


def test_parameters_that_are_wrong_or_missing() -> None:
    with pytest.raises(QueryError, match="no parameter 'who'"):
        find_query("metrics").bind({"who": "x"})
    with pytest.raises(QueryError, match="needs a value for 'name'"):
        find_query("about").bind({})


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_value_of_a_parameter_can_act_as_sparql(value: str) -> None:
    oxigraph = to_memory(to_triples(made := make_contract_example(), NameLinker().link([made])))
    result = run_query(oxigraph, find_query("systems").bind({"name": value}))
    assert isinstance(result, Rows)
    assert len(result.rows) == (value.strip().lower() in ("anthropic", "claude", ""))


@pytest.mark.parametrize("value", ['" } DROP ALL #', "UNDEF", "?x", "\\u0022 }", "#name UNDEF", "\n}", "\r#name }"])
def test_hostile_values_find_nothing(example: Store, value: str) -> None:
    assert rows_of(example, find_query("about").bind({"name": value})).rows == ()


def test_a_long_query_is_not_searched_for_its_stray_word(example: Store) -> None:
    begun = time.monotonic()
    with pytest.raises(QuerySyntax):
        run_query(example, "SELECT * {" + "?s ?p ?o . " * 240 + "?s ?p ?o ??}")
    assert time.monotonic() - begun < 5
