"""Which chains an argument's head word refers to."""

import pytest

from kg.extract.referents import find_referents
from kg.model import EntityClass
from tests.extract.cast import parse


def _names(text: str, shown: str, *types: EntityClass) -> list[str]:
    resolved = parse(text).resolved
    block = resolved.parsed.blocks[0]
    token = next(token for token in block.doc if token.text == shown)
    return [referent.chain.name for referent in find_referents(resolved, block, token, types or list(EntityClass))]


@pytest.mark.parametrize(
    ("text", "shown", "names"),
    [
        ("Acme left.", "Acme", ["Acme"]),
        ("Mara Lind left.", "Lind", ["Mara Lind"]),
        ("[She=Mara Lind|Person] left.", "She", ["Mara Lind"]),
        ("Acme, Zenith and Kestrel left.", "Acme", ["Acme", "Zenith", "Kestrel"]),
        ("The Bolt models failed.", "models", ["Bolt"]),
        ("The Bolt app failed.", "app", ["Bolt"]),
        ("The Data Act legislation passed.", "legislation", ["Data Act"]),
        ("The lab, Acme, left.", "lab", ["Acme"]),
        ("Acme, a lab in the north, left.", "lab", ["Acme"]),
        ("One of the Bolt models failed.", "One", ["Bolt"]),
        ("They met the founder, Mara Lind.", "founder", ["Mara Lind"]),
        ("Acme, which left, agreed.", "which", ["Acme"]),
        ("The weather changed.", "weather", []),
        ("The Bolt scandal grew.", "scandal", []),
        ("The weather of Acme changed.", "weather", []),
    ],
)
def test_finds_what_a_word_refers_to(text, shown, names):
    assert _names(text, shown) == names


def test_gives_only_the_wanted_classes():
    assert _names("Acme left.", "Acme", EntityClass.PERSON) == []
    assert _names("Acme left.", "Acme", EntityClass.PERSON, EntityClass.ORGANIZATION) == ["Acme"]


def test_is_less_sure_of_what_is_not_named():
    def sureness(text: str, shown: str) -> float:
        resolved = parse(text).resolved
        block = resolved.parsed.blocks[0]
        token = next(token for token in block.doc if token.text == shown)
        return find_referents(resolved, block, token, list(EntityClass))[0].confidence

    named = sureness("Acme left.", "Acme")
    assert named == 1
    assert sureness("The Bolt models failed.", "models") < named
    assert sureness("The lab, Acme, left.", "lab") < named
    assert sureness("One of the Bolt models failed.", "One") < named
