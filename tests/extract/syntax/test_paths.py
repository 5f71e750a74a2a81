"""Each argument path that the lexicon may name leads where its name says."""

import pytest

from kg.extract.relations.lexicon import load_lexicon
from kg.extract.syntax.paths import PATHS, find_argument
from kg.extract.words import load_words
from tests.extract.syntax.reading import parse_text, texts, word

# (path, sentence, trigger, what it leads to)
LEADS = [
    ("subject", "The lab built robots.", "built", ["lab"]),
    ("subject", "The lab issued a warning to banks.", "warning", ["lab"]),
    ("subject", "The warning by the lab was late.", "warning", ["lab"]),
    ("subject", "The lab's warning was late.", "warning", ["lab"]),
    ("subject", "The lab read a warning.", "warning", []),
    ("object", "The lab built robots.", "built", ["robots"]),
    ("object", "The purchase of the lab failed.", "purchase", ["lab"]),
    ("owner", "The founder of the lab left.", "founder", ["lab"]),
    ("owner", "The lab's founder left.", "founder", ["lab"]),
    ("owner", "A fellow at the lab left.", "fellow", ["lab"]),
    ("possessor", "The lab's rival left.", "rival", ["lab"]),
    ("hyphen", "The Leeds-based lab left.", "based", ["Leeds"]),
    ("others", "The lab and the bank merged.", "merged", ["bank"]),
    ("others", "The lab merged.", "merged", []),
    ("clause", "The lab said that it rained.", "rained", ["lab"]),
    ("above", "The lab left.", "lab", ["left"]),
    ("above", "The lab left.", "left", []),
    ("next", "They signed the code.", "signed", ["code"]),
    ("next", "They signed “Code”.", "signed", ["Code"]),
    ("lead", "The company behind the robot left.", "behind", ["company"]),
    ("governed", "The company behind the robot left.", "behind", ["robot"]),
    ("governed", "The company behind robots and drones left.", "behind", ["robots", "drones"]),
    ("with", "The lab works with a bank.", "works", ["bank"]),
    ("to", "The lab signed up to the code.", "signed", ["code"]),
    ("with", "The lab works.", "works", []),
    ("in", "The bank put money in the lab.", "put", ["lab"]),
    ("into", "The lab opened an inquiry into the bank.", "inquiry", ["bank"]),
    ("against", "The lab filed a lawsuit against the bank.", "lawsuit", ["bank"]),
]


@pytest.mark.parametrize(("path", "text", "trigger", "heads"), LEADS)
def test_leads_to_its_argument(path, text, trigger, heads):
    assert texts(find_argument(word(text, trigger), path)) == heads


def test_a_law_giver_leads_to_its_place():
    text = "Norway passed no law until the king of Denmark signed it."
    assert "Denmark" in texts(find_argument(word(text, "signed"), "lawgiver"))
    assert find_argument(word("The baker of Denmark signed it.", "signed"), "lawgiver") == []


def test_the_word_before_a_participle():
    text = "A paper, “Robots”, published by the lab, won."
    assert texts(find_argument(word(text, "published"), "previous")) == ["Robots"]
    assert find_argument(word("The lab published it.", "published"), "previous") == []


def test_what_a_noun_stands_for_ends_with_itself():
    assert texts(find_argument(word("Maria, the founder, left.", "founder"), "self"))[-1] == "founder"


@pytest.mark.parametrize("path", PATHS)
def test_every_path_takes_every_word(path):
    doc = parse_text("Maria, who works at Acme's lab in Leeds, was not asked to sue the Oslo-based maker of Bolt.")
    for token in doc:
        assert all(found.doc is doc for found in find_argument(token, path))


def test_the_lexicon_names_no_path_that_is_neither_known_nor_a_preposition():
    used = {path for entry in load_lexicon().entries for path in (*entry.subject, *entry.object, *entry.needs)}
    doc = parse_text("It ran.")
    unknown = used - set(PATHS)
    assert all(path.replace(" ", "").isalpha() and path.islower() for path in unknown)
    assert all(find_argument(doc[1], path) == [] for path in unknown)


@pytest.mark.parametrize(
    "name", ["object_control", "light_verbs", "partitive", "former", "naming", "speaking", "bare_titles", "lawgivers"]
)
def test_the_closed_lists_hold_lower_case_words(name):
    words = load_words(name)
    assert words
    assert all(word == word.lower() for word in words)


def test_an_unknown_list_is_empty():
    assert load_words("no such list") == frozenset()
    assert load_words("classifiers", "no such class") == frozenset()
