import pytest

from kg.extract.coreference.voice import is_published_by
from kg.model import Article
from tests.extract.coreference.reading import wrong_ones

OWN = "Today {we|a} open {our|a} tests. {We|a} pay for them.\n\n{We|a} back the [Chip Act|L:b]. {It|b} helps {us|a}."


@pytest.mark.parametrize(
    "text",
    [
        f"At [Halden Labs|O:a], {{we|a}} build chips. {OWN}",
        f"[Halden|O:a] builds chips. {OWN}\n\nWrite to press@halden.example.",
    ],
)
def test_who_publishes_an_article_is_its_we(text: str) -> None:
    assert wrong_ones(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # nobody says who publishes it
        "[Halden|O:a] builds chips. We buy them.\n\nWe like them. They like us.",
        # once is no habit
        "At [Halden|O:a], we build chips.",
        # somebody writes of their own mind
        "At [Halden|O:a], we build chips. I like us.\n\nI think we should stop, and I said so. We did not. I wept.",
    ],
)
def test_an_article_that_is_nobodys_announcement_has_no_we(text: str) -> None:
    assert wrong_ones(text) == []


def test_what_everybody_shares_is_not_the_speakers() -> None:
    text = f"At [Halden|O:a], {{we|a}} build chips for {{our|-}} country. {OWN}"
    assert wrong_ones(text) == []


def test_who_answers_questions_is_their_i_and_leads_their_we() -> None:
    text = (
        "[Ann Lee|P:a] has run [Halden|O:b] since 2020. {She|a} spoke to [Bo Orrin|P:c].\n\nWhat do you do?\n\n"
        "{I|a} count. {We|b} hired ten people.\n\nWho pays you?\n\nThe [Orrin Fund|O:d] sends {us|b} money."
    )
    assert wrong_ones(text) == []


def test_rhetorical_questions_are_no_interview() -> None:
    assert wrong_ones("[Ann Lee|P:a] runs [Halden|O:b].\n\nWhy now?\n\nI think we know.\n\nWhat next?\n\nI wait.") == []


def test_labels_tell_who_speaks() -> None:
    text = (
        "[Ann Lee|P:a] has run [Halden|O:b] since 2020.\n\n[Weekly|O:c]: Are you tired?\n\n[Lee|P:a]: {I|a} am.\n\n"
        "[Weekly|O:c]: Is that hard?\n\n[Lee|P:a]: {We|b} cope."
    )
    assert wrong_ones(text) == []


@pytest.mark.parametrize(
    ("publisher", "url", "text"),
    [
        ("Halden Labs", None, ""),
        ("Halden Labs Newsroom", None, ""),
        (None, "https://www.halden-labs.example/post", ""),
        (None, None, "press@haldenlabs.example"),
    ],
)
def test_an_organization_is_known_as_the_publisher(publisher: str | None, url: str | None, text: str) -> None:
    article = Article("t", text, (), "t", url=url, publisher=publisher)
    assert is_published_by(article, "Halden Labs")
    assert not is_published_by(article, "Orrin")


@pytest.mark.parametrize(
    "text",
    [
        "By [Ann Lee|P:a]\n\n{I|a} never liked [Halden|O:b]. {My|a} father worked there.\n\nWe all forget.",
        "{I|a} never liked [Halden|O:b].\n\n{My|a} father worked there.\n\n[Ann Lee|P:a] teaches law.",
    ],
)
def test_who_writes_of_their_own_mind_is_the_articles_i(text: str) -> None:
    assert wrong_ones(text) == []


def test_a_comment_of_the_writer_does_not_make_them_do_what_the_sentence_says() -> None:
    text = "By [Ann Lee|P:a]\n\n{I|a} met the minister. {My|a} hat was wet.\n\nThe minister, I am told, fears rain."
    assert wrong_ones(text) == []


def test_labelled_questions_are_nobodys_answers() -> None:
    text = (
        "[Ann Lee|P:a] runs [Halden|O:b].\n\nQ. Are you tired?\n\nA. {I|a} am. {We|b} are few.\n\n"
        "Q. [Bo Orrin|P:c] says you are slow.\n\nA. {I|a} am not.\n\nQ. What do you do now?\n\nA. {I|a} sleep."
    )
    assert wrong_ones(text) == []
