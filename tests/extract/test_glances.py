"""Whether texts that are not searched hold nothing that a search would have found."""

from pathlib import Path

import pytest

from kg.extract.glances import first_words, lower_words_in, words_in
from kg.extract.mentions import documents, events, organizations, persons, policies, systems
from kg.extract.quantities import exclusions, numerals
from kg.ingest import read_sources
from kg.model import Article

FOLDER = Path(__file__).parents[2] / "data" / "evaluation"
FINDERS = [
    (policies, policies.find_policies),
    (organizations, organizations.find_organizations),
    (persons, persons.find_persons),
    (systems, systems.find_systems),
    (documents, documents.find_documents),
    (events, events.find_events),
]
SENTENCES = [
    "Senator Ann Lee met CEO Bo Roe, Kofi Mensah and Ida Berg, 54, on 3 March 2026 at 9 a.m. on 12 High Street.",
    "The Data Act, the Decreto 418/2026, a Datengesetz and the Code of Conduct of Orbel passed the city council.",
    "Halden S.p.A., Halden Inc., the Ministry of Trade and the Halden Foundation showed Orbel Mini, the Orbel model.",
    "A report called “Paper Tigers”, the Statement on Open Weights, Doe v. Halden and the Bletchley Summit came first.",
    "In re Halden, a two-thirds majority aged 18 to 24 wrote to ann@halden.example from www.halden.example for a year.",
    "One in five, 3 out of 10, three quarters of a billion, half-a-million, every third and 10^25 are numbers.",
    "Nothing of the kind stands here.",
    "",
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    articles = [item for item in read_sources([str(FOLDER)]) if isinstance(item, Article)]
    assert len(articles) > 20
    return SENTENCES + [article.cut(block) for article in articles for block in article.blocks]


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words_in("Half-a-million AI_2 users") == {"Half", "a", "million", "AI_2", "users"}
    assert lower_words_in("IN Oslo") == {"in", "oslo"}
    assert first_words(["year old", "Inc.", "24/7"]) == {"year", "Inc", "24"}


@pytest.mark.parametrize(("module", "find"), FINDERS, ids=lambda value: getattr(value, "__name__", ""))
def test_names_are_those_of_a_full_search(module, find, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = [list(find(text)) for text in texts]
    assert any(found)
    for name in {"may_hold", "_may_be_foreign", "_may_be_official"} & vars(module).keys():
        monkeypatch.setattr(module, name, lambda *_: True)
    if "words_in" in vars(module):
        monkeypatch.setattr(module, "words_in", lambda _: _Anything())
    if module is events:
        monkeypatch.setattr(module, "_OF_CASES", ("",))
    assert [list(find(text)) for text in texts] == found


class _Anything(frozenset[str]):
    """A set that shares something with every other."""

    def isdisjoint(self, _: object) -> bool:
        """False."""
        return False


def test_excluded_stretches_are_those_of_a_full_search(texts: list[str]) -> None:
    patterns = [pattern for _, pattern in exclusions._patterns()]
    for text in texts:
        wanted = [match.span() for pattern in patterns for match in pattern.finditer(text)]
        assert [(span.start, span.end) for span in exclusions.find_excluded(text)] == wanted


def test_numbers_are_those_of_a_full_search(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = [numerals.find_numerals(text) for text in texts]
    forms = (numerals._powers, numerals._parts, numerals._fractions, numerals._digits, numerals._words)
    monkeypatch.setattr(numerals, "_forms_in", lambda _: (*forms, numerals._articles))
    assert [numerals.find_numerals(text) for text in texts] == found
