"""Every shipped query over one small store: the rows that it must give, and no others."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph import KgStore, Rows, find_query, list_queries, run_query, to_memory, to_triples
from kg.model import EntityClass, Extraction, Modality, Polarity
from tests.graph.examples import Builder, NameLinker, make_article

NEWS = (
    "Alba funds Borea with $40 million. Alba bought Cirra. Mirek, once at Alba, now runs Borea. Borea is a part of "
    "Cirra, which Ines founded in Oslo. Borea works with Dorne and competes with Alba. Oslo passed the Kestrel Act, "
    "which regulates Borea. Ines backs the Kestrel Act; Dorne opposes it. Dorne sued Alba. Mirek signed the Lantern "
    "Letter. Ines asked regulators for a licence, which would curb fraud. Dorne warned of fraud. Borea makes Velo. "
    "Velo is right in 91% of cases. Alba may buy Dorne."
)
DENIAL = "Alba did not sue Borea. Cirra said that Dorne sued no Alba."


def make_news() -> Extraction:
    """One article with a claim of every predicate."""
    b = Builder(
        make_article(NEWS, "https://example.org/1", headline="News", publisher="The Wire", published="2026-03-01")
    )
    alba, borea, cirra, dorne = (b.chain(name) for name in ("Alba", "Borea", "Cirra", "Dorne"))
    mirek, ines = b.chain("Mirek", EntityClass.PERSON), b.chain("Ines", EntityClass.PERSON)
    oslo, law = b.chain("Oslo", EntityClass.PLACE), b.chain("Kestrel Act", EntityClass.POLICY, "the Act")
    letter, velo = b.chain("Lantern Letter", EntityClass.DOCUMENT), b.chain("Velo", EntityClass.SYSTEM)
    group = b.chain("regulators", EntityClass.GROUP)
    licence, fraud = b.proposal("a licence"), b.risk("fraud")
    money, share = b.metric("$40 million", "40000000", "currency:USD"), b.metric("91%", "91", measures="right cases")
    first, second = "Alba funds Borea with $40 million.", "Alba bought Cirra."
    b.claim(alba, "funds", borea, first)
    b.claim(borea, "hasMetric", money, first)
    b.claim(alba, "acquires", cirra, second)
    posts = "Mirek, once at Alba, now runs Borea."
    b.claim(mirek, "worksFor", borea, posts, role="head")
    b.claim(mirek, "formerlyAt", alba, posts)
    origin = "Borea is a part of Cirra, which Ines founded in Oslo."
    b.claim(borea, "partOf", cirra, origin)
    b.claim(cirra, "foundedBy", ines, origin)
    b.claim(cirra, "basedIn", oslo, origin)
    both = "Borea works with Dorne and competes with Alba."
    b.claim(borea, "collaboratesWith", dorne, both)
    b.claim(borea, "competesWith", alba, both)
    passed = "Oslo passed the Kestrel Act, which regulates Borea."
    b.claim(oslo, "enacts", law, passed)
    b.claim(law, "regulates", borea, passed)
    stand = "Ines backs the Kestrel Act; Dorne opposes it."
    b.claim(ines, "supports", law, stand)
    b.claim(dorne, "opposes", law, stand)
    b.claim(dorne, "actsAgainst", alba, "Dorne sued Alba.")
    b.claim(mirek, "signs", letter, "Mirek signed the Lantern Letter.")
    asked = "Ines asked regulators for a licence, which would curb fraud."
    b.claim(ines, "proposes", licence, asked, attributed_to=ines)
    b.claim(licence, "addressedTo", group, asked)
    b.claim(licence, "mitigates", fraud, asked)
    b.claim(dorne, "warnsOf", fraud, "Dorne warned of fraud.", attributed_to=dorne)
    b.claim(borea, "develops", velo, "Borea makes Velo.")
    b.claim(velo, "hasMetric", share, "Velo is right in 91% of cases.")
    b.claim(alba, "acquires", dorne, "Alba may buy Dorne.", modality=Modality.POSSIBLE)
    return b.made


def make_denial() -> Extraction:
    """A later article that denies what the first one says, and something else."""
    b = Builder(make_article(DENIAL, "https://example.org/2", headline="Denial", published="2026-03-02"))
    alba, borea, cirra, dorne = (b.chain(name) for name in ("Alba", "Borea", "Cirra", "Dorne"))
    b.claim(alba, "actsAgainst", borea, "Alba did not sue Borea.", polarity=Polarity.DENIED)
    said = "Cirra said that Dorne sued no Alba."
    b.claim(dorne, "actsAgainst", alba, said, polarity=Polarity.DENIED, attributed_to=cirra)
    return b.made


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Store:
    kept = Store()
    with KgStore.open(tmp_path_factory.mktemp("kg"), NameLinker()) as store:
        store.put([make_news(), make_denial()])
        kept.extend(store.oxigraph)
    return kept


def ask(oxigraph: Store, query: str, **values: str) -> Rows:
    result = run_query(oxigraph, find_query(query).bind(values))
    assert isinstance(result, Rows)
    return result


def shown(oxigraph: Store, query: str, **values: str) -> list[str]:
    """The rows without their sentences and articles, the cells parted by a bar."""
    found = ask(oxigraph, query, **values)
    hidden = {"sentence", "article", "url", "denied"}
    kept = [i for i, name in enumerate(found.variables) if name not in hidden]
    return [" | ".join(row[i] for i in kept) for row in found.texts()]


# query, name given, rows without their sentences
ROWS = [
    ("actions", "", ["Dorne | Alba"]),
    ("actions", "alba", ["Dorne | Alba"]),
    ("actions", "Borea", []),
    ("deals", "", ["Alba | acquires | Cirra |  | ", "Alba | funds | Borea | 40000000 | USD"]),
    ("deals", "CIRRA", ["Alba | acquires | Cirra |  | "]),
    ("funding", "", ["Alba | Borea | 40000000 | USD"]),
    ("funding", "Cirra", []),
    ("denied", "", ["Alba | actsAgainst | Borea | ", "Dorne | actsAgainst | Alba | Cirra"]),
    ("denied", "dorne", ["Dorne | actsAgainst | Alba | Cirra"]),
    ("disputed", "", ["Dorne | actsAgainst | Alba | News | Cirra"]),
    ("disputed", "Borea", []),
    ("planned", "", ["Alba | acquires | Dorne | Possible | "]),
    ("planned", "Cirra", []),
    ("laws", "", ["Kestrel Act | regulates | Borea", "Oslo | enacts | Kestrel Act"]),
    ("laws", "the act", ["Kestrel Act | regulates | Borea", "Oslo | enacts | Kestrel Act"]),
    ("laws", "Oslo", ["Oslo | enacts | Kestrel Act"]),
    ("metrics", "", ["Borea | Exactly | 40000000 | USD |  |  | ", "Velo | Exactly | 91 | PERCENT | right cases |  | "]),
    ("metrics", "velo", ["Velo | Exactly | 91 | PERCENT | right cases |  | "]),
    ("organizations", "", ["Borea | partOf | Cirra", "Cirra | basedIn | Oslo", "Cirra | foundedBy | Ines"]),
    ("organizations", "Ines", ["Cirra | foundedBy | Ines"]),
    ("people", "", ["Mirek | formerlyAt | Alba | ", "Mirek | worksFor | Borea | head"]),
    ("people", "borea", ["Mirek | worksFor | Borea | head"]),
    ("positions", "", ["Dorne | opposes | Kestrel Act", "Ines | supports | Kestrel Act"]),
    ("positions", "ines", ["Ines | supports | Kestrel Act"]),
    ("proposals", "", ["Ines | a licence | regulators"]),
    ("proposals", "Ines", ["Ines | a licence | regulators"]),
    ("proposals", "Dorne", []),
    ("risks", "", ["fraud | Dorne | a licence"]),
    ("risks", "Dorne", ["fraud | Dorne | a licence"]),
    ("signatures", "", ["Mirek | Lantern Letter"]),
    ("signatures", "lantern letter", ["Mirek | Lantern Letter"]),
    ("systems", "", ["Borea | develops | Velo"]),
    ("systems", "Velo", ["Borea | develops | Velo"]),
    ("said-by", "Cirra", ["Cirra | Dorne | actsAgainst | Alba | Denied, Actual"]),
    ("said-by", "Dorne", ["Dorne | Dorne | warnsOf | fraud | Affirmed, Actual"]),
    ("about", "Velo", ["Borea | develops | Velo | Affirmed, Actual | ",
                       "Velo | hasMetric | 91% | Affirmed, Actual | "]),
    ("about", "Lantern Letter", ["Mirek | signs | Lantern Letter | Affirmed, Actual | "]),
    ("about", "nobody", []),
    ("timeline", "Oslo", ["2026-03-01 | Cirra | basedIn | Oslo | Affirmed, Actual",
                          "2026-03-01 | Oslo | enacts | Kestrel Act | Affirmed, Actual"]),
    ("articles", "", ["2026-03-01 | The Wire | 23", "2026-03-02 |  | 2"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "name", "expected"), ROWS)
def test_a_shipped_query_gives_these_rows(news: Store, query: str, name: str, expected: list[str]) -> None:
    assert shown(news, query, **({"name": name} if name else {})) == expected


def test_partners_are_told_with_what_ties_them(news: Store) -> None:
    found = shown(news, "partners")
    assert "Borea | collaboratesWith | Dorne" in found
    assert "Borea | competesWith | Alba" in found
    assert {row.split(" | ")[1] for row in found} == {"collaboratesWith", "competesWith"}


def test_the_most_mentioned_come_first(news: Store) -> None:
    found = shown(news, "most-mentioned")
    assert found[:4] == [f"{name} | Organization | 2" for name in ("Alba", "Borea", "Cirra", "Dorne")]
    assert all(row.endswith(" | 1") for row in found[4:])
    assert len(found) == 11


def test_a_timeline_is_in_the_order_of_time(news: Store) -> None:
    dates = [row.split(" | ")[0] for row in shown(news, "timeline", name="Alba")]
    assert dates == sorted(dates)
    assert set(dates) == {"2026-03-01", "2026-03-02"}


def test_every_shipped_query_is_held_to_its_rows() -> None:
    told = {query for query, _, _ in ROWS} | {"partners", "most-mentioned", "runs"}
    assert told == {query.name for query in list_queries()}


@pytest.mark.parametrize(
    "query", [query for query in list_queries() if not query.required], ids=lambda query: query.name
)
def test_every_sentence_stands_in_its_article(news: Store, query) -> None:  # type: ignore[no-untyped-def]
    found = ask(news, query.name)
    texts = {"News": NEWS, "Denial": DENIAL}
    for row in found.texts():
        cells = dict(zip(found.variables, row, strict=True))
        if "sentence" in cells and "article" in cells:
            assert cells["sentence"] in texts[cells["article"]]


@pytest.mark.parametrize("query", ["actions", "deals", "people", "systems", "laws", "positions", "signatures"])
def test_what_is_denied_or_planned_is_in_no_list_of_facts(query: str) -> None:
    b = Builder(make_article("Alba and Borea are not tied. Alba may be tied."))
    alba, borea = b.chain("Alba"), b.chain("Borea")
    relations = set(re.findall(r"aig:(\w+)", find_query(query).text)) & {
        "actsAgainst", "acquires", "funds", "worksFor", "formerlyAt", "develops", "releases", "regulates", "enacts",
        "supports", "opposes", "signs",
    }  # fmt: skip
    assert relations
    for relation in sorted(relations):
        b.claim(alba, relation, borea, "Alba and Borea are not tied.", polarity=Polarity.DENIED)
        b.claim(alba, relation, borea, "Alba may be tied.", modality=Modality.POSSIBLE)
    assert shown(to_memory(to_triples(b.made, NameLinker().link([b.made]))), query) == []


ODD_NAMES = [
    'The "Big" Lab',
    "O'Neil's Lab",
    "Lab {One}",
    "Back\\slash Lab",
    "Lab $name ?x",
    "Lab #name UNDEF",
    "<script>Lab</script>",
    "Lab @en ^^xsd:string",
    "研究所",
    "Lab é ß",
    "\\u0022 Lab",
    "UNDEF",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_thing_of_an_odd_name_is_found_by_it_and_by_nothing_else(name: str) -> None:
    b = Builder(make_article(f"{name} makes Velo. Borea makes Kite."))
    b.claim(b.chain(name), "develops", b.chain("Velo", EntityClass.SYSTEM), f"{name} makes Velo.")
    b.claim(b.chain("Borea"), "develops", b.chain("Kite", EntityClass.SYSTEM), "Borea makes Kite.")
    oxigraph = to_memory(to_triples(b.made, NameLinker().link([b.made])))
    assert shown(oxigraph, "systems", name=name) == [f"{name} | develops | Velo"]
    assert shown(oxigraph, "systems", name=f"  {name} ") == [f"{name} | develops | Velo"]
    assert shown(oxigraph, "systems", name=name[:-1]) == []


INJECTIONS = [
    '") } } #',
    '" ) ) } LATERAL { ?s ?p ?o } #',
    'x" ) || true || ( "x" = "x',
    "') || ('a' = 'a",
    '"""',
    "x\n} DROP ALL #",
    "x\r\nBIND(1 AS ?y)",
    "\\",
    '\\"',
    "} SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", ["systems", "denied", "about", "metrics", "risks", "proposals"])
@pytest.mark.parametrize("value", INJECTIONS)
def test_no_value_widens_a_query(news: Store, query: str, value: str) -> None:
    before = len(news)
    assert ask(news, query, name=value).rows == ()
    assert len(news) == before


@pytest.mark.parametrize("query", [query for query in list_queries() if query.parameters], ids=lambda query: query.name)
def test_a_parameter_of_another_name_is_refused(query) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(QueryError, match="has no parameter 'names'"):
        query.bind({"names": "Alba"})


def test_an_empty_value_asks_for_all(news: Store) -> None:
    assert ask(news, "deals", name="  ") == ask(news, "deals")
    with pytest.raises(QueryError, match="needs a value for 'name'"):
        find_query("about").bind({"name": "  "})


def test_the_queries_lie_beside_their_names() -> None:
    assert [query.name for query in list_queries()] == sorted(query.name for query in list_queries())
    folder = Path(__file__).resolve().parents[2] / "ontology" / "queries"
    assert {path.stem for path in folder.glob("*.rq")} == {query.name for query in list_queries()}
