"""A graph as large as a year of reading, made up: to see how long the shapes take."""

from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SDO, Namespace

from .conftest import AIG, RESOURCE

OA = Namespace("http://www.w3.org/ns/oa#")
FACTS = (("develops", "AISystem"), ("signs", "Policy"), ("warnsOf", "Risk"), ("competesWith", "Organization"))
TEXT = "Somebody did something."


def crowd(claims: int) -> Graph:
    """A valid graph of about 15 triples a claim; one organization is the subject of every fourth claim."""
    graph = Graph()
    for number in range(claims):
        predicate, cls = FACTS[number % len(FACTS)]
        subject = RESOURCE["org/hub" if number % 4 == 0 else f"org/{number % (claims // 5)}"]
        target = RESOURCE[f"{cls}/{number % (claims // 3)}"]
        _add_thing(graph, subject, "Organization")
        _add_thing(graph, target, cls)
        graph.add((subject, AIG[predicate], target))
        _add_claim(graph, number, (subject, AIG[predicate], target))
    return graph


def _add_thing(graph: Graph, thing: URIRef, cls: str) -> None:
    graph.add((thing, RDF.type, AIG[cls])).add((thing, RDFS.label, Literal(str(thing))))


def _add_claim(graph: Graph, number: int, fact: tuple[URIRef, URIRef, URIRef]) -> None:
    article, claim = RESOURCE[f"article/{number // 20}"], RESOURCE[f"claim/{number}"]
    evidence = URIRef(f"{article}#char={number % 20},{len(TEXT)}")
    graph.add((article, RDF.type, SDO.NewsArticle)).add((article, RDFS.label, Literal("x")))
    graph.add((article, AIG.plainText, Literal(TEXT))).add((article, SDO.mentions, fact[0]))
    graph.add((claim, RDF.type, AIG.Claim)).add((claim, PROV.wasDerivedFrom, evidence))
    for predicate, value in zip((RDF.subject, RDF.predicate, RDF.object), fact, strict=True):
        graph.add((claim, predicate, value))
    graph.add((claim, AIG.polarity, AIG.Affirmed)).add((claim, AIG.modality, AIG.Actual))
    graph.add((claim, AIG.confidence, Literal(Decimal("0.9"))))
    graph.add((evidence, RDF.type, AIG.Evidence)).add((evidence, OA.hasSource, article))
    graph.add((evidence, OA.exact, Literal(TEXT[number % 20 :])))
    graph.add((evidence, OA.start, Literal(number % 20))).add((evidence, OA.end, Literal(len(TEXT))))
