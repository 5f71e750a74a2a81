"""Who wrote an article: what is marked and what only readers see, and what around a name is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.authors import clean_authors, is_weak, read_byline, read_shown
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, linked, read_body

BODY = OPENING + MIDDLE + CLOSING


def authors_of(head: str = "", body: str = BODY) -> tuple[str, ...]:
    return read_body(body, head).authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ana Reed and Tom Vale", ("Ana Reed", "Tom Vale")),
        ("Ana Reed, Tom Vale & Eve Lund", ("Ana Reed", "Tom Vale", "Eve Lund")),
        ("Ana Reed, Senior Technology Correspondent", ("Ana Reed",)),
        ("Ana Reed, PhD; Tom Vale, M.D.", ("Ana Reed", "Tom Vale")),
        ("Tom Vale, Jr.", ("Tom Vale, Jr.",)),
        ("Ana Reed ana.reed@shore.example", ("Ana Reed",)),
        ("Ana Reed in Brussels and Tom Vale in Riga", ("Ana Reed", "Tom Vale")),
        ("Zo&eacute; L&#246;w", ("Zoé Löw",)),
        ("https://shore.example/ana", ()),
        ("Night Reporter", ("Night Reporter",)),  # all that there is: what somebody signs with
    ],
)
def test_names_without_what_stands_around_them(text: str, names: tuple[str, ...]) -> None:
    assert clean_authors([text]) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by Ana Reed", ("Ana Reed",)),
        ("Written by: Ana Reed | 5 May", ("Ana Reed",)),
        ("View all posts by Ana Reed →", ("Ana Reed",)),
        ("Von Ana Löw am 3. Mai 2025", ("Ana Löw",)),
        ("Ana Reed 12 June 2025", ("Ana Reed",)),
        ("View my complete profile", ()),
        ("By", ()),
        ("Published on", ()),
        ("Ana Reed has covered dams and sluices for the paper since 1998 and lives in Helde.", ()),
    ],
)
def test_what_an_element_for_an_author_shows(text: str, names: tuple[str, ...]) -> None:
    assert read_shown(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Reed and Tom Vale", ("Ana Reed", "Tom Vale")),
        ("5 May 2025 | By Ana Reed", ("Ana Reed",)),
        ("Reporting by: Ana Reed", ("Ana Reed",)),
        ("Text: Ana Reed", ("Ana Reed",)),
        ("Text Ana Reed", ()),
        ("By Monday", ()),
        ("By the river, a machine decides", ()),
        ("Passed by Helde Council", ()),
    ],
)
def test_only_a_line_that_says_by_names_somebody(line: str, names: tuple[str, ...]) -> None:
    assert read_byline(line) == names


@given(st.text(max_size=80))
def test_any_text_holds_names_or_none(text: str) -> None:
    for names in (clean_authors([text]), read_shown(text), read_byline(text)):
        assert all(name.strip() == name and name for name in names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="meta"><span class="byline">By <a href="/people/ana">Ana Reed</a></span> | 5 May</span>',
        '<div class="post-author-name">Ana Reed</div>',
        '<p><a rel="author" href="/ana">Ana Reed</a></p>',
        "<byline>By Ana Reed, Shore Courier Agency</byline>",
        '<div class="one-sidebar"><h1>Sluices</h1><p class="author">Ana Reed</p></div>',
        "<p>By Ana Reed</p>",
    ],
)
def test_by_lines_are_found_where_readers_see_them(markup: str) -> None:
    assert authors_of(body=markup + BODY)[:1] == ("Ana Reed",)


def test_authors_side_by_side_are_all_found_and_others_are_not() -> None:
    both = '<p class="by"><a rel="author">Ana Reed</a>, <a rel="author">Tom Vale</a></p>'
    rest = '<div class="related-articles"><a rel="author">Eve Lund</a></div>'
    assert authors_of(body=both + BODY + rest) == ("Ana Reed", "Tom Vale")


def test_authors_in_comments_and_boxes_are_not_the_articles() -> None:
    comments = '<div class="comment-list"><b class="author">Eve Lund</b></div>'
    box = '<div class="related-articles"><a rel="author">Jo Marsh</a></div>'
    assert dict(read_body(comments + BODY + box).origins).get("authors") in (
        None,
        "trafilatura",
    )


def test_a_person_goes_before_the_site_and_before_an_account() -> None:
    site = '<meta property="og:site_name" content="Shore Courier"><meta name="author" content="The Shore Courier">'
    assert authors_of(site, '<p class="byline">By Ana Reed</p>' + BODY) == ("Ana Reed",)
    assert authors_of(site, "<p>By Ana Reed</p>" + BODY) == ("Ana Reed",)
    assert authors_of(site) == ("The Shore Courier",)
    account = linked({"@type": "NewsArticle", "author": {"name": "ana.reed"}})
    assert authors_of(account + '<meta name="author" content="Ana Reed">') == ("Ana Reed",)
    assert authors_of(account) == ("ana.reed",)


def test_the_site_is_left_out_beside_a_person() -> None:
    node = {"@type": "NewsArticle", "author": ["Ana Reed", "Shore Courier"], "publisher": {"name": "Shore Courier"}}
    assert authors_of(linked(node)) == ("Ana Reed",)


def test_what_a_sharing_preview_is_told() -> None:
    head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Reed">'
    assert authors_of(head) == ("Ana Reed",)
    assert authors_of(head.replace("Written by", "Reading time")) == ()


@pytest.mark.parametrize(
    ("name", "is_site"),
    [
        ("Shore Courier", True),
        ("shorecourier.example", True),
        ("Ana Courier", False),
        ("ana-reed", True),
        ("Ana", False),
    ],
)
def test_who_is_the_site_or_an_account(name: str, is_site: bool) -> None:
    assert is_weak([name], "Shore Courier", "https://www.shorecourier.example/a") == is_site
