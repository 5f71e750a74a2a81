"""Relations are read through every construction, and not where a sentence only resembles one."""

import pytest

from tests.extract.cast import claims, find_wrong, relations, roles, to_rows
from tests.extract.constructions import ALL


@pytest.mark.parametrize("construction", ALL)
def test_reads_the_construction(construction):
    assert not find_wrong(ALL[construction])


@pytest.mark.parametrize("construction", ALL)
def test_has_sentences_for_and_against(construction):
    expected = [claim for _, row in to_rows(ALL[construction]) for claim in row]
    assert any(not claim.startswith("~") for claim in expected)


ROLES = """
    Mara Lind, chief executive of Acme, agreed. => Mara Lind, chief executive: Acme
    Acme's president, Mara Lind, agreed. => Mara Lind, president: Acme
    Mara Lind is a senior policy adviser at Acme. => Mara Lind, senior policy adviser: Acme
    Mara Lind, former director of Acme, agreed. => Mara Lind, former director: Acme
    Mara Lind, the boss of Acme, agreed. => Mara Lind, boss: Acme
    Mara Lind is a sales boss at Acme. => Mara Lind, sales boss: Acme
    Mara Lind runs Acme. => Mara Lind, : Acme
    Mara Lind is also a professor at the Orrin Institute. => Mara Lind, professor: Orrin Institute
"""


def test_gives_the_post_in_the_articles_words():
    assert not find_wrong(ROLES, roles)


def test_makes_no_claim_about_one_thing_and_itself():
    text = "Acme acquired [its=Acme|Organization] rival."
    assert not claims(text)


def test_makes_each_statement_once_however_often_its_sentence_says_so():
    text = "Acme's founder, Mara Lind, who founded Acme, agreed."
    made = [(c.subject, c.predicate, c.object) for c in relations(text)]
    assert len(made) == len(set(made))


def test_is_less_sure_the_further_the_words_stand_from_the_name():
    by_name = relations("Acme maintains Bolt.")[0].confidence
    by_classifier = relations("Acme maintains the Bolt models.")[0].confidence
    by_family = min(c.confidence for c in relations("Acme built Bolt. [Bolt 2|AISystem] costs less."))
    assert by_family < by_classifier < by_name <= 1


def test_names_the_entry_that_made_the_claim():
    (claim,) = relations("Acme competes with Zenith.")
    assert claim.rule.startswith("competesWith/")


def test_quotes_the_sentence_as_evidence():
    text = "It rained. Acme built Bolt. It stopped."
    (claim,) = relations(text)
    assert claim.evidence.cut(text) == "Acme built Bolt."


def test_quotes_both_clauses_of_an_ellipsis():
    text = "It rained. Acme signed the Safety Charter. So did Zenith."
    later = [c.evidence.cut(text) for c in relations(text) if c.predicate == "signs"]
    assert "Acme signed the Safety Charter. So did Zenith." in later
