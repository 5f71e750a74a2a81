from kg.link import NameLinker, explain, parse_judgements
from kg.link.explain import sentence_around
from kg.model import Span
from tests.link.builders import make_extraction

ARTICLES = [
    make_extraction("a1", "Guild of Spoken Artists|GSA"),
    make_extraction("a2", "GSA", "Orrin"),
    make_extraction("a3", "Halden Labs|Halden"),
    make_extraction("a4", "Halden", "Halden Labs"),
]


def test_every_mention_is_shown_with_its_sentence_layer_and_score() -> None:
    (found,) = explain("GSA", ARTICLES, NameLinker())
    assert [(m.article, m.text, m.sentence) for m in found.mentions] == [
        ("a1", "Guild of Spoken Artists", "Guild of Spoken Artists was there."),
        ("a1", "GSA", "GSA was there."),
        ("a2", "GSA", "GSA was there."),
    ]
    assert {(m.mention.layer, m.mention.confidence) for m in found.mentions} == {("ner", 0.8)}


def test_it_says_what_was_joined_and_by_which_rule() -> None:
    (found,) = explain("Guild of Spoken Artists", ARTICLES, NameLinker())
    assert found.keys == (("gsa", 1), ("guild of spoken artists", 1))
    assert found.rules == ("name learnt in an article",)


def test_it_says_what_was_close_and_why_it_was_refused() -> None:
    explanations = explain("Halden", ARTICLES, NameLinker())
    assert len(explanations) == 2
    assert {r.reason for e in explanations for r in e.refusals} == {"one article tells them apart"}


def test_it_names_the_judgements_about_it() -> None:
    linker = NameLinker(judgements=parse_judgements("version 1\nsame Organization | Orrin | GSA"))
    (found,) = explain("Orrin", ARTICLES, linker)
    assert [str(judgement) for judgement in found.judgements] == ["same Organization | Orrin | GSA"]
    assert "judgement" in found.rules


def test_an_iri_is_a_name_too_and_a_strange_name_has_no_explanation() -> None:
    (found,) = explain("Orrin", ARTICLES, NameLinker())
    assert explain(found.entity.iri, ARTICLES, NameLinker()) == (found,)
    assert explain("Nobody", ARTICLES, NameLinker()) == ()


def test_a_sentence_ends_at_full_stops_and_lines_but_not_at_titles() -> None:
    text = "One.\n\nDr. Lee spoke. She left."
    at = text.index("Lee")
    (found,) = explain("Lee", [], NameLinker()) or (None,)
    assert found is None
    ends = [4, text.index(" She")]
    assert sentence_around(text, Span(at, at + 3), ends) == "Dr. Lee spoke."
