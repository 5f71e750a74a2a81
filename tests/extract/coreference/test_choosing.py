import math
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

import numpy as np
import pytest

from kg.extract.coreference.choosing import MIN_LIKELY, Chooser, load_chooser
from kg.extract.coreference.referents import Anaphor, Place, Referent
from kg.extract.coreference.suiting import suit
from kg.extract.coreference.words import load_words
from kg.extract.language import parse_articles
from kg.model import Article, Block, BlockKind, EntityClass, Span
from tests.extract.coreference.reading import SCRIPT, wrong_ones


def place_of(text: str, word: str) -> Place:
    """The place of the first token that is a word, as if it were a subject or what the parse says."""
    (parsed,) = parse_articles([Article("t", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "t")])
    block = parsed.blocks[0]
    token = next(token for token in block.doc if token.text == word)
    role = {"poss": "possessive", "nsubj": "subject", "nsubjpass": "subject"}.get(token.dep_, "object")
    return Place(block.span_of(token), block, token.i, token.i + 1, token, 0, role)


@pytest.mark.parametrize(
    ("text", "cls", "outcome"),
    [
        ("On Monday it hired ten people.", EntityClass.ORGANIZATION, {"does": 1.0, "does agent": 1.0}),
        ("On Monday it hired ten people.", EntityClass.SYSTEM, {"does": -1.0, "does agent": -1.0}),
        ("On Monday it was trained.", EntityClass.SYSTEM, {"undergoes": 1.0, "undergoes system": 1.0}),
        ("They oppose it.", EntityClass.POLICY, {"undergoes": 1.0, "undergoes law": 1.0}),
        ("They oppose it.", EntityClass.ORGANIZATION, {"undergoes": -1.0, "undergoes law": -1.0}),
        ("It glitters.", EntityClass.SYSTEM, {}),
        ("It has a board.", EntityClass.ORGANIZATION, {"has": 1.0, "has agent": 1.0}),
    ],
)
def test_the_words_around_a_pronoun_tell_its_sort(text: str, cls: EntityClass, outcome: dict[str, float]) -> None:
    place = place_of(text, "it" if " it" in text else "It")
    assert suit(place, Referent(cls), load_words()) == outcome


def test_the_likeliest_is_chosen_with_its_probability() -> None:
    anaphor = Anaphor(place_of("It fell.", "It"), "pronoun", frozenset({EntityClass.SYSTEM}), "singular")
    one, other = Referent(EntityClass.SYSTEM), Referent(EntityClass.SYSTEM)
    chosen, likely = Chooser({"near": 3.0}).choose(anaphor, [({"near": 0.0}, one), ({"near": 1.0}, other)])
    assert chosen is other
    assert likely == pytest.approx(math.exp(3) / (math.exp(3) + 2))


def test_nothing_is_chosen_where_nothing_is_likely_enough() -> None:
    anaphor = Anaphor(place_of("It fell.", "It"), "pronoun", frozenset({EntityClass.SYSTEM}), "singular")
    alike = [({"near": 1.0}, Referent(EntityClass.SYSTEM)) for _ in range(2)]
    assert Chooser({"near": 1.0}).choose(anaphor, alike) == (None, 0.0)
    assert Chooser({}).choose(anaphor, []) == (None, 0.0)
    assert 0 < MIN_LIKELY < 1


def test_weights_ship() -> None:
    weights = load_chooser().weights
    assert weights["presence"] > 0
    assert weights["lone they"] < 0


@pytest.mark.parametrize(
    "text",
    [
        # what clauses tell
        "[Ann Lee|P:a] pleaded not guilty. [Bo Orrin|P:b] watched. {The defendant|a} wept.",
        "The first witness was [Ann Lee|P:a]. [Bo Orrin|P:b] watched. {The witness|a} wept.",
        "[Bo Orrin|P:b] met [Ann Lee|P:a], {who|a} is a sheriff. {The sheriff|a} wept.",
        "[Halden|O:a] makes [Tern|S:t]. [Orrin|O:b] makes shoes. {The Tern maker|a} lost money.",
        # whose the next name is
        "[Ann Lee|P:a], {her|a} sister [Bea Lee|P:b] and a friend left.",
        "[Halden|O:a] was founded by [Ann Lee|P:b] and [Bo Orrin|P:c], {who|c} is a chemist.",
        "[Halden|O:a] sued the firm [Orrin|O:b].",
        # who is spoken of, and who speaks
        '[Halden|O:a] lost. "No comment," [Ann Lee|P:b], {its|a} chief executive, said.',
        '[Ann Lee|P:a] met [Bo Orrin|P:b]. "{He|b} knows," {she|a} said.',
        'The [Nordic Commission|O:a] met. "{We|a} knew," Commissioner [Ann Lee|P:b] said.',
    ],
)
def test_what_clauses_tell_decides(text: str) -> None:
    assert wrong_ones(text) == []


def load_training() -> ModuleType:
    """The training script as a module."""
    loader = SourceFileLoader("train_coreference", str(SCRIPT.with_name("train-coreference")))
    spec = spec_from_loader("train_coreference", loader)
    assert spec
    module = module_from_spec(spec)
    import sys

    sys.modules["train_coreference"] = module
    loader.exec_module(module)
    return module


def test_training_finds_what_tells_right_from_wrong() -> None:
    training = load_training()
    rows = ({}, {"good": 1.0}, {"bad": 1.0})
    weights = training.fit([training.Case(rows, (False, True, False))] * 20, {})
    assert weights["good"] > 0 > weights["bad"]


def test_without_cases_the_prior_stays() -> None:
    training = load_training()
    none = np.zeros(0, dtype=int)
    table = training.Table(none, none, np.zeros(0))
    outcome = training.climb(table, np.array([True]), np.array([1]), np.array([2.0]))
    assert outcome == pytest.approx([2.0])
