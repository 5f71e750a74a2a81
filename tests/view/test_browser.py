"""What a reader can do with the page, tried in a browser."""

from urllib.parse import quote

import pytest

from tests.view.examples import BASE, make_crowd, make_newsroom


def link_to(name: str) -> str:
    return "#" + quote(BASE + name, safe="")


@pytest.fixture
def newsroom(look):
    return look(make_newsroom())


def numbers_of(*names: str) -> set[int]:
    order = sorted(node.iri for node in make_newsroom()[0])
    return {order.index(BASE + name) for name in names}


def click_node(opened, name: str) -> None:
    (number,) = numbers_of(name)
    x, y = opened.page.evaluate(f"""() => {{
        const {{ x, y }} = network.canvasToDOM(network.body.nodes[{number}]);
        const box = document.getElementById("net").getBoundingClientRect();
        return [x + box.left, y + box.top];
    }}""")
    opened.page.mouse.click(x, y)
    opened.page.wait_for_selector("#panel .tools")


def test_a_click_on_a_node_shows_its_sentences(newsroom) -> None:
    click_node(newsroom, "lab")
    panel = newsroom.panel()
    assert "Helde Robotics" in panel
    assert "also Helde, the lab" in panel
    assert "lab develops model, it says here." in panel
    assert "93%" not in panel
    newsroom.page.click("text=1 more passage")
    newsroom.page.locator("#panel details[open]").first.wait_for(timeout=5_000)
    assert "93%" in newsroom.panel()
    click_node(newsroom, "lab")
    assert "93%" in newsroom.panel(), "chosen again, what was opened stays open"
    assert newsroom.page.evaluate("location.hash") == link_to("lab")
    assert newsroom.is_quiet()


def test_a_click_on_a_line_shows_all_that_is_said_of_the_two(newsroom) -> None:
    x, y = newsroom.page.evaluate("""() => {
        const tie = network.body.edges[0];
        const { x, y } = network.canvasToDOM(tie.edgeType.getPoint(0.5));
        const box = document.getElementById("net").getBoundingClientRect();
        return [x + box.left, y + box.top];
    }""")
    newsroom.page.mouse.click(x, y)
    newsroom.page.wait_for_selector("#panel .tools")
    assert newsroom.page.locator("#panel blockquote mark").count() >= 1
    assert newsroom.page.evaluate("location.hash").startswith(link_to("claim/"))


def test_evidence_is_marked_within_its_paragraph(look) -> None:
    page = look(make_newsroom(), link_to("claim/lab-develops-model-")).page
    assert page.inner_text("#panel mark >> nth=1") == "lab develops model, it says here."
    assert (
        page.inner_text("#panel blockquote >> nth=1")
        == "Nobody else did. lab develops model, it says here. That was all."
    )


def test_who_denies_and_when_is_said(look) -> None:
    opened = look(make_newsroom(), link_to("claim/lab-develops-model-Denied"))
    panel = opened.panel()
    assert "disputed 2 articles" in panel
    assert "denied according to Ada Grohl" in panel.replace("\n", " ")
    assert "Second thoughts · Lantern · 1 June 2026" in panel
    link = opened.page.locator("#panel .cite a").first
    assert link.get_attribute("href") == "https://news.example/a2"
    assert "noopener" in str(link.get_attribute("rel"))


def test_a_name_in_the_panel_leads_on(look) -> None:
    opened = look(make_newsroom(), link_to("lab"))
    opened.page.click("#panel .line button:has-text('Orrery')")
    assert opened.page.inner_text("#panel h2") == "Orrery"
    assert opened.page.evaluate("location.hash") == link_to("model")
    assert opened.page.evaluate("document.activeElement.id") == "panel"  # the button that had the focus is gone


def test_denied_and_planned_lines_differ_from_facts(newsroom) -> None:
    drawn = newsroom.page.evaluate("""Object.values(network.body.edges).map(edge =>
        [edge.options.color.color, JSON.stringify(edge.options.dashes)])""")
    assert len({dashes for _, dashes in drawn}) == 4  # fact and disputed are solid, the others each in their own way
    assert len({colour for colour, _ in drawn}) == 2


def test_figures_wait_until_they_are_asked_for(newsroom) -> None:
    assert not newsroom.drawn() & numbers_of("share")
    newsroom.page.check("label:has-text('Figure') input")
    assert newsroom.drawn() >= numbers_of("share")


def test_a_link_to_a_hidden_figure_shows_it(look) -> None:
    opened = look(make_newsroom(), link_to("share"))
    assert opened.page.inner_text("#panel h2") == "40% of lamps"
    assert opened.drawn() >= numbers_of("share")
    assert opened.page.is_checked("label:has-text('Figure') input")


@pytest.mark.parametrize("fragment", ["#nowhere", "#%E0%A4%A", "#", "#constructor"])
def test_a_link_to_nothing_shows_the_start(look, fragment: str) -> None:
    opened = look(make_newsroom(), fragment)
    assert "Most connected".upper() in opened.panel().upper()
    assert opened.is_quiet()


def test_filters_take_away_what_they_say(newsroom) -> None:
    newsroom.page.uncheck("label:has-text('Place') input")
    assert not newsroom.drawn() & numbers_of("town")
    newsroom.page.uncheck("label:has-text('denied') input")
    assert not newsroom.drawn() & numbers_of("union")  # only a denied tie was left
    newsroom.page.click("#predicates-all")
    assert newsroom.drawn() == set()
    newsroom.page.click("#predicates-all")
    assert newsroom.drawn() >= numbers_of("lab", "model")
    assert newsroom.is_quiet()


def test_the_search_finds_other_names_and_goes_there_by_keys(newsroom) -> None:
    page = newsroom.page
    page.keyboard.press("/")
    page.keyboard.type("the lab")
    assert page.get_attribute("#query", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#query", "aria-activedescendant") == "hit-0"
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Helde Robotics"
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""


def test_keys_move_the_map(newsroom) -> None:
    page = newsroom.page
    page.focus("#net")
    before = page.evaluate("[network.getScale(), network.getViewPosition().x]")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    after = page.evaluate("[network.getScale(), network.getViewPosition().x]")
    assert after[0] > before[0]
    assert after[1] > before[1]
    page.keyboard.press("0")
    page.wait_for_timeout(100)
    assert page.evaluate("network.getScale()") == pytest.approx(before[0])


def test_the_list_has_every_claim_and_searches_sentences(newsroom) -> None:
    page = newsroom.page
    page.click("#list-tab")
    assert page.locator("#rows tr").count() == len(make_newsroom()[1])
    page.fill("#query", "union based")
    assert page.locator("#rows tr").count() == 1
    assert "Lamplighters' Union based in Veldt" in page.inner_text("#rows").replace("\n", " ")
    page.click("#net-tab")
    assert page.is_visible("#net canvas")


def test_a_long_list_grows_on_demand(look) -> None:
    page = look(make_crowd(150)).page
    page.click("#list-tab")
    assert page.locator("#rows tr").count() == 100
    page.click("#more")
    assert page.locator("#rows tr").count() == 200


def test_everything_that_takes_the_focus_has_a_name(newsroom) -> None:
    unnamed = newsroom.page.evaluate("""() =>
        [...document.querySelectorAll("a[href], button, input, [tabindex]")].filter(each => each.tabIndex >= 0 &&
            !(each.getAttribute("aria-label") || each.getAttribute("aria-labelledby") || each.textContent
                || (each.labels && each.labels.length))).map(each => each.outerHTML)""")
    assert unnamed == []


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_the_screen(look, width: int, scheme: str) -> None:
    opened = look(make_newsroom(), link_to("lab"), viewport={"width": width, "height": 740}, color_scheme=scheme)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.is_visible("#net canvas")
    assert opened.page.is_visible("#panel blockquote >> nth=0")
    assert opened.is_quiet()


def test_the_theme_follows_the_system(look) -> None:
    opened = look(make_newsroom())
    light = opened.page.evaluate("network.body.nodes[0].options.color.background")
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("network.body.nodes[0].options.color.background") != light


def test_a_crowd_shows_its_busiest_and_finds_the_others(look) -> None:
    opened = look(make_crowd(1500))
    assert 300 < len(opened.drawn()) <= 600
    assert 1400 not in opened.drawn()
    opened.page.fill("#query", "Name 1499")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_timeout(300)
    assert opened.page.inner_text("#panel h2") == "Name 1499"
    order = sorted(node.iri for node in make_crowd(1500)[0])
    assert order.index(f"{BASE}n1499") in opened.drawn()
    assert opened.is_quiet()


def test_an_empty_network_says_so_without_an_error(look) -> None:
    opened = look(([], []))
    assert "0 names, 0 claims, 0 articles" in opened.page.inner_text("#summary")
    assert opened.is_quiet()


def test_without_scripts_there_is_the_list(look) -> None:
    opened = look(make_newsroom(), java_script_enabled=False)
    text = opened.page.inner_text("noscript")
    assert "Helde Robotics develops Orrery" in text
    assert "(denied)" in text
    assert "Second thoughts 2026-06-01" in text
