"""A taste of an article is no article; a short article is."""

import pytest

from kg.ingest.sifting import Reason
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": %s}</script>'
TASTE = "<p>The lake council voted on Tuesday to hand its sluices to a machine. Anglers are not amused.</p>"
SHORT = OPENING + "<p>The vote was nine to two. It takes effect in June, the council said.</p>"

DEMANDS = [
    "Subscribe to continue reading.",
    "Subscribe now to read the full story",
    "To continue reading, subscribe today.",
    "To read the full article, <a href='/in'>sign in</a> or start your free trial.",
    "Already a subscriber? <a href='/in'>Log in</a>",
    "This article is for subscribers only.",
    "This content is only available to members",
    "You have reached your free article limit for May.",
    "You have 2 free articles left this month. Register to keep reading.",
    "Create a free account to continue",
    "Unlock this article. Get unlimited access for 1 a week.",
    "This is a premium article",
    "The rest of this post is for paying subscribers",
    "Log in to view the whole text",
    "Keep reading with a 7-day free trial. Subscribe to Shore Letters to keep reading this post.",
]


def outcome(body: str, head: str = "") -> Article | Skipped | Failure:
    (result,) = read("-", stdin=page(body, head))
    return result


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div class='paywall'><h3>{}</h3></div>", "<aside>{}</aside>"])
def test_a_taste_and_a_demand_are_skipped(demand: str, markup: str) -> None:
    result = outcome(TASTE + markup.format(demand))
    assert isinstance(result, Skipped), result
    assert (result.reason, bool(result.detail)) == (Reason.PAYWALLED, True)


@pytest.mark.parametrize("said", ["false", '"False"', '"false"'])
def test_a_taste_on_a_page_that_says_it_is_not_free_is_skipped(said: str) -> None:
    assert isinstance(outcome(TASTE, CLOSED % said), Skipped)
    cut_off = OPENING + MIDDLE + CLOSING + MIDDLE.replace("Farmers", "Anglers")[:-6] + "…</p>"
    assert isinstance(outcome(cut_off, CLOSED % said), Skipped)


def test_a_page_that_says_it_is_not_free_and_holds_nothing_is_skipped() -> None:
    empty = page("", CLOSED % "false", title="x").partition(b"<body>")[0] + b"</head><body></body></html>"
    (result,) = read("-", stdin=empty)
    assert isinstance(result, Skipped)
    (result,) = read("-", stdin=empty.replace(b"false", b"true"))
    assert isinstance(result, Failure)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (TASTE, ""),
        (SHORT, ""),
        (SHORT, CLOSED % "true"),
        ((OPENING + MIDDLE + CLOSING) * 2, CLOSED % "false"),
        ((OPENING + MIDDLE + CLOSING) * 3 + "<p>Subscribe to continue reading our newsletters.</p>", ""),
        (OPENING + "<p>Readers can subscribe to the newsletter of the council, its chair said.</p>", ""),
        ("<p>The paper told its readers that they must pay to read it online from June.</p>" + OPENING, ""),
        (OPENING + "<p>The council asked members to read the report before they continue the debate.</p>", ""),
    ],
)
def test_an_article_is_taken_however_short(body: str, head: str) -> None:
    assert isinstance(outcome(body, head), Article)


def test_a_demand_before_the_article_or_far_behind_it_is_the_sites_furniture() -> None:
    demand = b"<div><a>Already a subscriber? Log in</a></div>"
    content = page(SHORT)
    before = content.replace(b"<header>", demand + b"<header>")
    behind = content.replace(b"</footer>", b"<p>" + b"About the paper. " * 60 + b"</p>" + demand + b"</footer>")
    for changed in (before, behind):
        (result,) = read("-", stdin=changed)
        assert isinstance(result, Article)


def test_a_feed_stands_in_for_a_page_behind_a_paywall() -> None:
    link = "https://shore.example/a"
    whole = (OPENING + MIDDLE + CLOSING).replace("<", "&lt;")
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>News</title>'
        f"<link>{link}</link><content:encoded>{whole}</content:encoded></item></channel></rss>"
    )
    web = Web({link: page(TASTE, CLOSED % "false")})
    (result,) = read("-", web, feed.encode())
    assert isinstance(result, Article)
    assert (result.url, "Engineers will review" in result.text) == (link, True)
    (result,) = read("-", web, feed.replace(whole, "A teaser.").encode())
    assert isinstance(result, Skipped)
