"""What pronouns and descriptions stand for in plain sentences; each line is marked as data/coreference/README.md says.

A wrong antecedent, a missing one, and one where none can be told are all faults.
"""

import pytest

from tests.extract.coreference.reading import resolve_marked, wrong_ones

TELLING = """
# gender and number
[Clara Voss|P:a] wrote to [Henrik Dahl|P:b]. {He|b} did not answer.
[Clara Voss|P:a] wrote to [Henrik Dahl|P:b]. {She|a} waited.
[Henrik Dahl|P:a] met [Clara Voss|P:b]. {Her|b} lawyer came too.
[Henrik Dahl|P:a] met [Clara Voss|P:b]. {His|a} lawyer came too.
Ms. [Brandt|P:a] spoke first. {She|a} was brief.
Mr. [Brandt|P:a] spoke first. {He|a} was brief.
Mrs. [Clara Voss|P:a] thanked Mr. [Dahl|P:b]. {She|a} left early.
Mrs. [Clara Voss|P:a] thanked Mr. [Dahl|P:b]. {He|b} left early.
[Clara Voss|P:a] resigned on Monday, and {she|a} gave no reason.
[Henrik Dahl|P:a] resigned on Monday, and {he|a} gave no reason.
# class
[Clara Voss|P:a] joined [Lumen|O:b]. {She|a} will lead the research.
[Clara Voss|P:a] joined [Lumen|O:b]. {It|b} employs ninety people.
[Henrik Dahl|P:a] sued [Lumen|O:b]. {It|b} denied the charges.
[Lumen|O:a] hired [Henrik Dahl|P:b]. {He|b} starts in May.
[Lumen|O:a] hired [Clara Voss|P:b]. {It|a} pays well.
[Lumen|O:a] moved to [Oslo|C:b]. {It|a} hired ten engineers.
# what comes first
[Lumen|O:a] bought a warehouse. {It|a} paid in cash.
[Lumen|O:a] lost the case. On Friday {it|a} appealed.
[Lumen|O:a] sued [Corvid|O:b]. {It|a} wants damages.
[Lumen|O:a] published a report on Monday. In {it|-} the word risk comes twice.
# possessives
[Lumen|O:a] closed {its|a} office.
[Lumen|O:a] closed {its|a} office and sold {its|a} chips.
[Clara Voss|P:a] sold {her|a} shares.
[Henrik Dahl|P:a] sold {his|a} shares.
[Lumen|O:a] said on Friday that {its|a} board had met.
[Lumen|O:a] lost money. {Its|a} board met on Friday.
# binding
[Lumen|O:a] calls {itself|a} a charity.
[Clara Voss|P:a] blamed {herself|a}.
[Henrik Dahl|P:a] blamed {himself|a}.
[Lumen|O:a] sued [Corvid|O:b] before {it|a} closed.
[Clara Voss|P:a] said that {she|a} would resign.
[Henrik Dahl|P:a] denied that {he|a} had lied.
[Lumen|O:a] said that {it|a} had found no fault.
# what is named after its pronoun
In {her|a} speech, [Clara Voss|P:a] praised the law.
In {his|a} speech, [Henrik Dahl|P:a] praised the law.
In {its|a} complaint, [Lumen|O:a] asks for damages.
When {he|a} resigned, [Henrik Dahl|P:a] gave no reason.
After {she|a} left, [Clara Voss|P:a] wrote a book.
# relative pronouns
[Clara Voss|P:a], {who|a} founded [Lumen|O:b], resigned.
[Henrik Dahl|P:a], {who|a} was once a judge, agreed.
[Lumen|O:a], {which|a} sells chips, lost money.
[Corvid|O:a] sued [Lumen|O:b], {which|b} sells chips.
# descriptions by kind
[Lumen|O:a] lost the case. {The company|a} appealed.
[Lumen|O:a] lost the case. {The firm|a} appealed.
[Clara Voss|P:a] sued [Lumen|O:b]. {The company|b} denied it.
[Lumen|O:a] hired [Clara Voss|P:b] in May. {The company|a} pays well.
The [Data Trust Act|L:a] passed in May. {The law|a} binds every firm.
The [Data Trust Act|L:a] passed in May. {The act|a} binds every firm.
The [Data Trust Bill|L:a] stalled. {The bill|a} needs forty votes.
[Lumen|O:a] opposes the [Data Trust Bill|L:b]. {The company|a} wants changes.
[Lumen|O:a] opposes the [Data Trust Bill|L:b]. {The bill|b} needs forty votes.
[Lumen|O:a] released [Orbit 2|S:b]. {The model|b} writes code.
[Lumen|O:a] released [Orbit 2|S:b]. {The system|b} writes code.
[Lumen|O:a] released [Orbit 2|S:b]. {The company|a} charges for {it|b}.
The [University of Tarn|O:a] expelled [Henrik Dahl|P:b]. {The university|a} gave no reason.
The [Institute for Fair Trade|O:a] sued [Lumen|O:b]. {The institute|a} wants damages.
The [Ministry of Labour|O:a] fined [Lumen|O:b]. {The ministry|a} gave no reason.
The [Tarn Commission|O:a] fined [Lumen|O:b]. {The commission|a} gave no reason.
Senator [Clara Voss|P:a] met [Henrik Dahl|P:b]. {The senator|a} was pleased.
Professor [Henrik Dahl|P:a] met [Clara Voss|P:b]. {The professor|a} was pleased.
# appositions
[Lumen|O:a], an insurer, sued [Corvid|O:b]. {The insurer|a} won.
[Lumen|O:a], a publisher, sued [Corvid|O:b], a bank. {The bank|b} won.
[Lumen|O:a], a publisher, sued [Corvid|O:b], a bank. {The publisher|a} won.
[Clara Voss|P:a], a historian, met [Henrik Dahl|P:b], a surgeon. {The historian|a} spoke.
# groups
[Teachers|G:a] protested on Friday. {They|a} want better pay.
[Regulators|G:a] met [Lumen|O:b]. {They|a} asked for records.
[Teachers|G:a] sued [Lumen|O:b] because {they|a} feared for {their|a} jobs.
# speakers
"{I|a} was wrong," said [Henrik Dahl|P:a].
"{I|a} was wrong," [Clara Voss|P:a] said.
[Clara Voss|P:a] said: "{I|a} was wrong."
"{My|a} lawyers will answer," said [Henrik Dahl|P:a].
"{We|a} will appeal," said [Lumen|O:a].
"{Our|a} lawyers will answer," [Lumen|O:a] said.
[Henrik Dahl|P:a] met [Clara Voss|P:b]. "{I|b} was wrong," {she|b} said.
[Henrik Dahl|P:a] met [Clara Voss|P:b]. "{I|a} was wrong," {he|a} said.
"{I|a} resign," said [Clara Voss|P:a]. "{I|b} do not," said [Henrik Dahl|P:b].
"{I|a} resign," wrote [Clara Voss|P:a], {who|a} had led [Lumen|O:b].
# over several sentences
[Clara Voss|P:a] left. The rain went on. {She|a} had no umbrella.
[Clara Voss|P:a] left [Lumen|O:b]. {She|a} had led {it|b} for years.
[Lumen|O:a] lost. {It|a} appealed. {It|a} lost again.
[Henrik Dahl|P:a] retired. {He|a} moved to [Oslo|C:b]. {He|a} sells boats.
"""

UNTOLD = """
# two that fit alike, or none that fits
[Clara Voss|P:a] left. {He|-} stayed.
[Henrik Dahl|P:a] left. {She|-} stayed.
Mr. [Brandt|P:a] left. {She|-} stayed.
[Lumen|O:a] left. {She|-} stayed.
[Lumen|O:a] closed. {He|-} was sorry.
[Clara Voss|P:a] left. {The bank|-} closed.
The [Data Trust Act|L:a] passed. {The company|-} is glad.
[Lumen|O:a] closed. {The bill|-} passed.
[Orbit 2|S:a] is out. {The senator|-} is glad.
[Oslo|C:a] is cold. {She|-} was glad.
[Clara Voss|P:a] left. {The university|-} closed.
# it that is nothing
[Lumen|O:a] closed. {It|-} is clear that nobody will pay.
[Lumen|O:a] closed. {It|-} is hard to say why.
[Lumen|O:a] closed. {It|-} took years to find out why.
[Lumen|O:a] closed. {It|-} turns out that nobody paid.
[Lumen|O:a] closed. {It|-} is likely that nobody will pay.
# objects of their own verb
[Lumen|O:a] bought {it|-}.
[Clara Voss|P:a] praised {her|-}.
[Henrik Dahl|P:a] praised {him|-}.
# another of the kind
[Lumen|O:a] closed. {Another firm|-} opened.
[Lumen|O:a] closed. {A company|-} opened.
[Lumen|O:a] closed. {Some companies|-} opened.
[Lumen|O:a] closed. {No company|-} opened.
[Lumen|O:a] closed. {Every company|-} opened.
[Clara Voss|P:a] left. {Another historian|-} came.
"""

ONE_THING = """
[Clara Voss|P:a] left. [Voss|P:a] was tired.
Dr. [Clara Voss|P:a] left. Dr. [Voss|P:a] was tired.
[Clara Maria Voss|P:a] left. [Clara Voss|P:a] was tired.
[Clara Voss|P:a] left. [Clara Voss|P:a]'s brother stayed.
The [Guild of Paper Makers|O:a] ([GPM|O:a]) met. The [GPM|O:a] agreed.
[Lumen Industries|O:a] closed. [Lumen|O:a] had no money.
[Lumen Inc.|O:a] closed. [Lumen|O:a] had no money.
The [Tarn Data Trust Act|L:a] passed. The [Data Trust Act|L:a] is short.
"""

TWO_THINGS = """
[Clara Voss|P:a] met [Henrik Voss|P:b].
[Clara Voss|P:a] met [Clara Dahl|P:b].
[Orbit 2|S:a] beats [Orbit 1|S:b].
[Orbit|S:a] has many versions; [Orbit 2|S:b] is one.
[Orbit 2|S:a] beats [Orbit 2 Mini|S:b].
[Lumen|O:a] funds the [Lumen Foundation|O:b].
[Lumen|O:a] funds the [Lumen Institute|O:b].
The [Data Trust Act|L:a] follows the [Data Act|L:b].
[Clara Voss|P:a] founded [Voss|O:b].
The [Tarn Commission|O:a] met the [Oslo Commission|O:b].
"""


def lines(table: str) -> list[str]:
    """The lines of a table, its headings left out."""
    return [line for line in table.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("text", lines(TELLING))
def test_it_stands_for_what_the_sentences_tell(text: str) -> None:
    assert wrong_ones(text) == []


@pytest.mark.parametrize("text", lines(UNTOLD))
def test_it_stands_for_nothing_where_nothing_tells(text: str) -> None:
    assert wrong_ones(text) == []


@pytest.mark.parametrize("text", lines(ONE_THING))
def test_two_names_are_one_thing(text: str) -> None:
    assert len(resolve_marked(text)) == 1


@pytest.mark.parametrize("text", lines(TWO_THINGS))
def test_two_names_are_two_things(text: str) -> None:
    assert len(resolve_marked(text)) == 2
