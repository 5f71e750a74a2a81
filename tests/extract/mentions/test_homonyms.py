"""Names of other things than organizations, systems, people and laws: they drop out, or are places or people."""

import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.homonyms import find_unreal, is_other, settle_homonyms, to_what_it_is
from kg.model import EntityClass
from tests.extract.mentions.reading import names_of

ORGANIZATION, SYSTEM, PERSON = EntityClass.ORGANIZATION, EntityClass.SYSTEM, EntityClass.PERSON
POLICY, PLACE = EntityClass.POLICY, EntityClass.PLACE


def at(text: str, name: str, cls: EntityClass = ORGANIZATION, nth: int = 0) -> Candidate:
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Candidate(start, start + len(name), cls, "ner")


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("The ferry Mistral ran aground.", "Mistral", ORGANIZATION),
        ("She rode a mare called Gemini.", "Gemini", SYSTEM),
        ("The Sentinel, Kansas's oldest barge, sank.", "Sentinel", ORGANIZATION),
        ("Summit, a brand of hiking boot, was recalled.", "Summit", ORGANIZATION),
        ("Fires spread in the Amazon rainforest.", "Amazon", ORGANIZATION),
        ("Swimmers will get the Anthropic pool back.", "Anthropic", ORGANIZATION),
        ("Schools closed as Storm Claude came in.", "Claude", SYSTEM),
        ("Claude the cat slept.", "Claude", SYSTEM),
        ("The Copilot of flight 881 slept.", "Copilot", SYSTEM),
        ("It was a fictional lab called Ikaros Deep.", "Ikaros Deep", ORGANIZATION),
    ],
)
def test_drops_what_is_something_else(text, name, cls):
    assert is_other(text, at(text, name, cls))


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("The company Mistral raised money.", "Mistral", ORGANIZATION),
        ("Microsoft ships Copilot with Windows.", "Copilot", SYSTEM),
        ("Nvidia ships more chips than ever.", "Nvidia", ORGANIZATION),
        ("Anthropic, the maker of Claude, agreed.", "Anthropic", ORGANIZATION),
        ("Mara Lind, the author of a novel, agreed.", "Mara Lind", PERSON),
        ("The ACLU of Colorado warned the council.", "ACLU", ORGANIZATION),
        ("The use of Claude in schools grew.", "Claude", SYSTEM),
    ],
)
def test_keeps_what_it_is_taken_for(text, name, cls):
    assert not is_other(text, at(text, name, cls))


def test_a_name_once_said_to_be_of_a_ferry_is_dropped_everywhere():
    texts = ["The ferry Mistral ran aground.", "The tide floated Mistral again."]
    named = [[at(texts[0], "Mistral")], [at(texts[1], "Mistral")]]
    assert settle_homonyms(texts, named) == [[], []]


def test_but_not_where_words_beside_it_say_what_it_is():
    texts = ["The ferry Mistral ran aground.", "Insurers asked the company Mistral for help."]
    named = [[at(texts[0], "Mistral")], [at(texts[1], "Mistral")]]
    assert settle_homonyms(texts, named) == [[], named[1]]


@pytest.mark.parametrize(
    ("text", "name", "cls", "expected"),
    [
        ("It paid for repairs at Edora Pool.", "Edora Pool", ORGANIZATION, PLACE),
        ("Chancellor Street was closed.", "Chancellor Street", ORGANIZATION, PLACE),
        ("Residents of Claude, Texas, voted.", "Claude", SYSTEM, PLACE),
        ("She runs it with her sister Florence.", "Florence", PLACE, PERSON),
        ("Charlotte, who runs the café, agreed.", "Charlotte", PLACE, PERSON),
        ("Second Harbor introduces a model.", "Second Harbor", ORGANIZATION, ORGANIZATION),
        ("Claude, from Anthropic, agreed.", "Claude", SYSTEM, SYSTEM),
        ("Officials met in Florence.", "Florence", PLACE, PLACE),
    ],
)
def test_says_what_a_name_is_by_its_last_word_and_its_neighbours(text, name, cls, expected):
    assert to_what_it_is(text, at(text, name, cls)).cls is expected


def test_finds_what_is_said_not_to_exist():
    text = "An email cited the Digital Minds Act. No such act exists."
    assert list(find_unreal(text, [at(text, "Digital Minds Act", POLICY)])) == ["Digital Minds Act"]
    text = "They had trained Sova-5 on it. Nor could it establish that a model of that name exists."
    assert list(find_unreal(text, [at(text, "Sova-5", SYSTEM)])) == ["Sova-5"]


def test_does_not_guess_which_of_two_does_not_exist():
    text = "An email cited the Digital Minds Act and the Audit Act. No such act exists."
    named = [at(text, "Digital Minds Act", POLICY), at(text, "Audit Act", POLICY)]
    assert list(find_unreal(text, named)) == []


def test_bare_text_names_no_ferry():
    assert ("Mistral", "Organization") not in names_of(
        "The ferry Mistral, with 214 people aboard, ran aground off Bastia."
    )
    assert ("Mistral", "Organization") in names_of("Mistral, the French lab, raised money from Nvidia.")
