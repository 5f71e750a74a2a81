"""Who made a system outweighs whose it is called."""

from kg.extract.relations.lexicon import load_lexicon
from kg.extract.relations.makers import yield_to_makers
from kg.model import Claim, Modality, Span
from tests.extract.cast import claims

HAS = next(entry.id for entry in load_lexicon().entries if entry.predicate == "develops" and entry.yields)
MADE = next(entry.id for entry in load_lexicon().entries if entry.predicate == "develops" and not entry.yields)
PLACE = Span(0, 1)
USER, MAKER = Claim("e1", "develops", "s", PLACE, rule=HAS), Claim("e2", "develops", "s", PLACE, rule=MADE)


def _read(*made: Claim) -> list[Claim]:
    return list(yield_to_makers(made, load_lexicon()))


def test_a_user_yields_to_the_maker():
    user, maker = _read(USER, MAKER)
    assert user.modality is Modality.POSSIBLE
    assert maker == MAKER


def test_whose_it_is_stands_where_nobody_else_made_it():
    assert _read(USER) == [USER]
    other = Claim("e2", "develops", "another", PLACE, rule=MADE)
    assert _read(USER, other) == [USER, other]
    own = Claim("e1", "develops", "s", PLACE, rule=MADE)
    assert _read(USER, own) == [USER, own]


def test_a_company_and_its_unit_may_both_develop_it():
    unit = Claim("e2", "partOf", "e1", PLACE)
    assert _read(USER, MAKER, unit) == [USER, MAKER, unit]


def test_reads_both_from_the_text():
    text = "Acme, whose assistant, Bolt, failed, agreed. Bolt's developer, Zenith, mended it."
    assert {"Possible: Acme develops Bolt", "Zenith develops Bolt"} <= claims(text)
