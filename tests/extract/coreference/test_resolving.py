import pytest

from kg.model import EntityClass
from tests.extract.coreference.reading import resolve_marked, wrong_ones


@pytest.mark.parametrize(
    "text",
    [
        # pronouns
        "[Halden|O:a] said {it|a} would appeal.",
        "[Ann Lee|P:a] met [Bo Orrin|P:b]. {She|a} left early; {he|b} stayed.",
        "Mr. [Lee|P:a] sued [Halden|O:b]. {He|a} lost.",
        "[Halden|O:a] fired {its|a} chairman.",
        "[Halden|O:a] blamed {itself|a}.",
        "In {its|a} report, [Halden|O:a] admits the error.",
        "When {she|a} left, [Ann Lee|P:a] thanked nobody.",
        "[Halden|O:a] unveiled [Tern 4|S:b]. {It|b} answers in nine languages.",
        "[Halden|O:a] unveiled [Tern 4|S:b]. {It|a} plans to sell more.",
        "The senate adopted the [Chip Act|L:a]. {It|a} requires permits.",
        # relative pronouns
        "[Halden|O:a], {which|a} makes chips, won.",
        "[Ann Lee|P:a], {who|a} runs [Halden|O:b], won.",
        # descriptions
        "[Halden|O:a] lost. {The company|a} will appeal.",
        "[Halden|O:a] unveiled [Tern 4|S:b]. {The model|b} is fast. {The lab|a} is proud.",
        "The [Chip Act|L:a] passed. {The law|a} is long, and {the act|a} is dull.",
        "[Halden|O:a], the [Oslo|C:c] regulator, fined [Orrin|O:b]. {The regulator|a} gave {the company|b} a week.",
        "Judge [Ann Lee|P:a] heard [Bo Orrin|P:b]. {The judge|a} was stern.",
        "The [Guild of Auditors|O:a] sued [Halden|O:b]. {The guild|a} won.",
        "[Nursery|O:a] of [Denver|C:c] sued [Halden|O:b]. {The Denver company|a} won.",
        "The [Forum for Weights|O:a] sued [Halden|O:b]. {The forum|a} won.",
        "[Ferrous Labs|O:a] sued [Lodestar|O:b], an insurer. {The lab|a} won, and {the insurer|b} lost.",
        "The firm [Halden|O:a] lost. {It|a} will appeal.",
        "[Halden|O:a], {which|a} left, sued [Orrin|O:b], an insurer, over {its|b} prices.",
        "[Halden|O:a] lost. {The Norwegian company|a} will appeal.",
        "[Halden|O:a] of [Oslo|C:c] sued [Orrin|O:b]. {The Oslo-based company|a} won.",
        "[Halden|O:a] backs the [Chip Act|L:b]. The [Guild of Auditors|O:c] opposes {it|b}.",
        # speech
        '"{I|a} knew," said [Ann Lee|P:a].',
        '"{We|a} knew," [Halden|O:a] said.',
        '"{We|b} knew," said [Ann Lee|P:a] of [Halden|O:b].',
        '[Ann Lee|P:a] testified in May. "{I|a} heard {myself|a}," {she|a} said.',
    ],
)
def test_the_antecedent_is_found(text: str) -> None:
    assert wrong_ones(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Halden|O:a] lost. {It|-} is unclear whether anyone will appeal.",
        "[Halden|O:a] lost. {It|-} was high time.",
        "[Halden|O:a] lost. {It|-} seems that nobody cares.",
        "[Halden|O:a] sued {it|-}.",
        "[Halden|O:a] wants to sue {it|-}.",
        "[Ann Lee|P:a] left. {He|-} had asked for it.",
        "[Halden|O:a] won. {The ministry of trade|-} appealed.",
        "[Halden|O:a] lost. {Another company|-} won.",
        "[Halden|O:a] of [Bergen|C:b] lost. The [Oslo|C:c] company won.",
        "[Halden|O:a] lost. {The Orrin company|-} won.",
        "[Halden|O:a] lost. {The Civic Party|-} won.",
        "[Halden|O:a] moved to [Oslo|C:b]. {The hospital|-} is new.",
        "[Halden|O:a] lost. {The company that sued|-} won.",
        "The [Guild of Auditors|O:a] lost. {The ministry|-} won.",
        "[Ann Lee|P:a] and [Bo Orrin|P:b] left. {They|-} were tired.",
        "[Halden|O:a] lost. {It|-} was a good year for the rest.",
        "[Halden|O:a] lost. {It|-} is that nobody cares.",
        "Unlike [Halden|O:a], {the lab|-} pays.",
        "[Halden|O:a] is {its|-} best customer.",
        "The [Entity Works|O:a] lost. {The work|-} went on.",
        "[Halden|O:a] asked the [Orrin Fund|O:b] to sue {it|-}.",
    ],
)
def test_what_is_not_meant_is_not_taken(text: str) -> None:
    assert wrong_ones(text) == []


def test_an_apposition_is_a_mention_of_its_name() -> None:
    chain, *_ = resolve_marked("[Halden|O:a], a [London|C:b] consultancy, won.")
    assert [mention.layer for mention in chain.mentions] == ["gold", "apposition"]


def test_what_stands_for_a_thing_has_its_class_its_layer_and_a_confidence_below_one() -> None:
    (chain,) = resolve_marked("[Halden|O:a] lost. The company said it would appeal.")
    assert [(m.cls, m.layer) for m in chain.mentions] == [
        (EntityClass.ORGANIZATION, layer) for layer in ("gold", "description", "pronoun")
    ]
    assert all(0.5 <= m.confidence < 1 for m in chain.mentions if m.layer != "gold")


def test_quotation_marks_are_no_part_of_a_description() -> None:
    (chain,) = resolve_marked("The [Fair Prices Act|L:a] (the “Act”) passed.")
    assert len(chain.mentions) == 1


def test_a_group_needs_no_name() -> None:
    (chain,) = resolve_marked("[Regulators|G:a] met. They agreed on nothing.")
    assert len(chain.mentions) == 2


def test_no_place_stands_for_two_things() -> None:
    text = '[Ann Lee|P:a], {its|b} founder, told [Halden|O:b]: "We sued it because it had sued us, and they knew it."'
    spans = [mention.span for chain in resolve_marked(text) for mention in chain.mentions]
    assert len(spans) == len(set(spans))
