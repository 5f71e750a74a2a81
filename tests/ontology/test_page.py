"""The documentation page is that of the ontology as it stands, and asks nothing of the network."""

import hashlib
import html
import importlib.util
import re
from importlib.machinery import SourceFileLoader

import pytest
from rdflib import Graph
from rdflib.namespace import RDFS
from rdflib.term import URIRef

from .conftest import ONTOLOGY

SCRIPT = ONTOLOGY.parent / "scripts" / "document-ontology"


@pytest.fixture(scope="module")
def page() -> str:
    return (ONTOLOGY / "index.html").read_text(encoding="utf-8")


def test_the_page_was_made_from_the_ontology_as_it_stands(page: str) -> None:
    digest = hashlib.sha256((ONTOLOGY / "aigov.ttl").read_bytes()).hexdigest()
    assert digest in page, "run scripts/document-ontology"


def test_the_page_is_what_the_script_makes(page: str) -> None:
    pytest.importorskip("pylode", reason="pyLODE is an extra")
    loader = SourceFileLoader("document_ontology", str(SCRIPT))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    script = importlib.util.module_from_spec(spec)
    loader.exec_module(script)
    assert script.to_page((ONTOLOGY / "aigov.ttl").read_bytes()).strip() == page.strip()


def test_every_term_is_on_the_page_with_label_and_comment(page: str, terms: Graph) -> None:
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    for term, label in terms.subject_objects(RDFS.label):
        assert isinstance(term, URIRef)
        assert str(term) in page
        assert str(label) in text
        assert str(terms.value(term, RDFS.comment)) in text, term


def test_the_page_loads_nothing(page: str) -> None:
    assert not re.search(r"\ssrc\s*=|@import|url\(|<iframe|<object|<embed|<form|<base\b", page)
    assert re.findall(r'<link[^>]*href="(?!data:)', page) == []
    assert re.findall(r"<script(?![^>]*application/ld\+json)", page) == []
    assert 'http-equiv="refresh"' not in page.lower()


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    targets = set(re.findall(r'\sid="([^"]+)"', page))
    assert {link for link in re.findall(r'href="#([^"]*)"', page) if html.unescape(link) not in targets} == set()
