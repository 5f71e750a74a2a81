"""Furniture is known by its names, its roles and its lines; articles that share a word with it are not."""

import pytest

from kg.ingest.furniture import (
    SUSPECT_PAIRS,
    SUSPECT_WORDS,
    is_box_heading,
    is_furniture_line,
    is_hidden,
    is_suspect,
)
from kg.ingest.tree import parse_tree


def is_suspected(markup: str) -> bool:
    tag = parse_tree(f"<body><main>{markup}</main></body>").root.find("main")
    assert tag is not None
    element = tag.find()
    assert element is not None
    return is_suspect(element)


@pytest.mark.parametrize("word", sorted(SUSPECT_WORDS))
def test_every_name_of_furniture_however_it_is_joined(word: str) -> None:
    for name in (word, f"site-{word}", f"{word}__inner", f"js{word.title()}", f"{word.upper()}-box"):
        assert is_suspected(f'<div class="{name}">x</div>'), name
    assert is_suspected(f'<div id="{word}">x</div>')


@pytest.mark.parametrize("pair", sorted(SUSPECT_PAIRS))
def test_every_pair_of_words(pair: str) -> None:
    first, second = pair.split()
    assert is_suspected(f'<div class="{first}-{second}">x</div>')
    assert is_suspected(f'<div class="{first}{second.title()}">x</div>')


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="story-body">x</div>',
        '<div class="shareholders">x</div>',
        '<div class="header-lead">x</div>',
        '<div class="more" id="reads">x</div>',
        '<article class="sidebar">x</article>',
        '<h2 class="kicker">x</h2>',
        '<div role="main">x</div>',
        "<div>x</div>",
    ],
)
def test_names_of_content(markup: str) -> None:
    assert not is_suspected(markup)


@pytest.mark.parametrize(
    "markup",
    ["<footer>x</footer>", "<search>x</search>", "<dialog>x</dialog>", '<div role="BANNER">x</div>'],
)
def test_elements_and_roles_of_furniture(markup: str) -> None:
    assert is_suspected(markup)


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("hidden", True),
        ('hidden=""', True),
        ('hidden="until-found"', False),
        ('style="DISPLAY : none"', True),
        ('style="color: red; visibility:hidden"', True),
        ('style="display: block"', False),
        ("", False),
    ],
)
def test_what_is_hidden(attributes: str, hidden: bool) -> None:
    tag = parse_tree(f"<div {attributes}>x</div>").root.find("div")
    assert tag is not None
    assert is_hidden(tag) is hidden


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT - SCROLL TO CONTINUE",
        "Story continues below advertisement",
        "Read more: The dam that broke",
        "Click here to subscribe",
        "Sign up for our weekly newsletter",
        "Share this article",
        "Copy link",
        "© 2025 Shore Courier",
        "Shore Courier Ltd. All rights reserved.",
        "Skip to main content",
        "12 comments",
        "Leave a comment below",
        "View in your browser",
        "You received this because you asked for it. Unsubscribe here",
    ],
)
def test_lines_of_furniture(line: str) -> None:
    assert is_furniture_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement spending rose by a tenth.",
        "Read the report before the vote.",
        "Share prices fell.",
        "Copyright holders sued the company.",
        "The council received 12 comments from farmers.",
        "Print runs are falling.",
        "All rights reserved. " + "And then the story went on for a long while. " * 6,
    ],
)
def test_sentences_that_begin_like_furniture(line: str) -> None:
    assert not is_furniture_line(line)


@pytest.mark.parametrize(
    "heading", ["Read next", "Related stories:", "MOST READ", "More from Shore Courier", "Comments (12)"]
)
def test_headings_of_boxes(heading: str) -> None:
    assert is_box_heading(heading, has_links=False)


@pytest.mark.parametrize("heading", ["See also", "Further reading:", "Latest", "Tags", "More on dams"])
def test_headings_that_need_links_below(heading: str) -> None:
    assert is_box_heading(heading, has_links=True)
    assert not is_box_heading(heading, has_links=False)


@pytest.mark.parametrize("heading", ["What it costs", "Comments by the minister", "Related risks of dams"])
def test_headings_of_articles(heading: str) -> None:
    assert not is_box_heading(heading, has_links=True)
