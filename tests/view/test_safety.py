"""Nothing that an article says can act on the reader's machine, and the page asks nobody for anything."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view import draw_network
from kg.view.payload import to_safe_url, to_script_text
from tests.view.examples import BASE, HOSTILE, make_article, make_crowd, make_edge, make_hostile, make_newsroom


def test_an_ordinary_page_is_quiet(look) -> None:
    assert look(make_newsroom()).is_quiet()


def test_hostile_texts_are_shown_and_do_nothing(look) -> None:
    nodes, _ = network = make_hostile()
    opened = look(network)
    for number in range(len(nodes)):
        opened.page.evaluate("iri => { location.hash = encodeURIComponent(iri) }", nodes[number].iri)
        opened.page.wait_for_timeout(60)
        assert nodes[number].label.split("\u2028")[0].split()[0] in opened.panel()
    opened.page.fill("#query", "<img")
    assert "<img src=x" in opened.page.inner_text("#hits")
    opened.page.click("#list-tab")
    opened.page.fill("#query", "")
    assert opened.page.locator("#rows tr").count() == len(HOSTILE)
    opened.page.wait_for_timeout(200)
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator("a[href^=javascript]").count() == 0
    assert opened.is_quiet()


def test_hostile_texts_do_nothing_where_scripts_are_off(look) -> None:
    opened = look(make_hostile(), java_script_enabled=False)
    assert "<img src=x onerror=" in opened.page.inner_text("noscript")
    assert opened.page.locator("img, svg, a[href^=javascript]").count() == 0
    assert opened.is_quiet()


def test_a_hostile_title_stays_a_title(look, tmp_path) -> None:
    page = draw_network(*make_newsroom(), title=HOSTILE[3]).decode()
    assert HOSTILE[3] not in page
    assert "&lt;/title&gt;" in page


def test_the_page_has_only_the_scripts_that_its_policy_knows(look) -> None:
    opened = look(make_newsroom())
    opened.page.evaluate("""() => {
        const script = document.createElement("script"); script.textContent = "window.intruder = 1";
        document.body.append(script);
    }""")
    assert opened.page.evaluate("window.intruder") is None
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)


def test_the_policy_allows_no_scripts_by_address_and_no_inline_handlers() -> None:
    page = draw_network(*make_newsroom()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;; script-src &#39;sha256-")


def test_the_page_points_nowhere_but_to_articles() -> None:
    page = draw_network(*make_newsroom()).decode()
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="(?!data:,")', page)
    assert "sourceMappingURL" not in page


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://news.example/a?b=c", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//news.example/a", False),
        ("https:", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, safe: bool) -> None:
    assert to_safe_url(url) == (url if safe else "")


def test_a_hostile_address_is_not_even_carried() -> None:
    edges = [make_edge("lab", "develops", "model", article=make_article(url="javascript:alert(1)"))]
    assert b"javascript:alert" not in draw_network(make_newsroom()[0], edges)


@given(st.text(), st.sampled_from(HOSTILE))
def test_no_text_ends_the_element_that_holds_the_data(text: str, hostile: str) -> None:
    made, is_packed = to_script_text({"label": text + hostile})
    assert not is_packed
    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made) == {"label": text + hostile}


def test_a_large_page_carries_its_data_packed_and_shows_it(look) -> None:
    nodes, edges = make_crowd(1200)
    edges = [
        make_edge(e.source.removeprefix(BASE), e.predicate, e.target.removeprefix(BASE), quote=e.quote * 20)
        for e in edges
    ]
    opened = look((nodes, edges))
    assert "1,200 names" in opened.page.inner_text("#summary")
    assert len(opened.drawn()) > 100
    assert opened.is_quiet()
