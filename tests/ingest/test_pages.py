"""What a page's markup means comes back as blocks, and what surrounds its article does not."""

import time

import pytest

from kg.model import BlockKind
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, TITLE, block_of, lead_of, page, read, read_body, texts


def test_the_title_comes_first_and_once() -> None:
    article = read_body(OPENING + MIDDLE + CLOSING)
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.text.count(TITLE) == 1
    assert article.headline == TITLE


def test_a_title_below_the_first_level_is_known_by_the_pages_own_name() -> None:
    markup = page(OPENING + MIDDLE + CLOSING).decode().replace("<h1>", "<h3>").replace("</h1>", "</h3>")
    article = read(markup.replace("<header>", "<header><h1>Shore Courier</h1>").encode())
    assert texts(article, BlockKind.TITLE) == [TITLE]
    assert "Shore Courier" not in article.text


def test_a_page_without_heading_takes_its_title_from_its_metadata() -> None:
    markup = page(OPENING + MIDDLE + CLOSING).decode().replace(f"<h1>{TITLE}</h1>", "")
    assert texts(read(markup.encode()), BlockKind.TITLE) == [f"{TITLE} | Shore Courier"]


def test_headings_keep_their_level() -> None:
    article = read_body(f"{OPENING}<h2>What it costs</h2>{MIDDLE}<h3>And who pays</h3>{CLOSING}")
    assert block_of(article, "What it costs").level == 2
    assert block_of(article, "And who pays").level == 3


@pytest.mark.parametrize("line", ["<p><b>What it costs</b></p>", "<p><strong>What it costs:</strong></p>"])
def test_a_line_in_bold_is_a_heading(line: str) -> None:
    article = read_body(OPENING + line + MIDDLE + CLOSING)
    assert block_of(article, "What it costs").kind is BlockKind.HEADING


def test_a_sentence_in_bold_is_a_paragraph() -> None:
    article = read_body(f"{OPENING}<p><b>The vote was not close.</b></p>{MIDDLE}{CLOSING}")
    assert block_of(article, "The vote").kind is BlockKind.PARAGRAPH


def test_items_stand_under_their_lead_in() -> None:
    article = read_body(
        f"{OPENING}<p>The council will:</p><ul><li>log it</li><li>publish it</li></ul>{MIDDLE}{CLOSING}"
    )
    assert texts(article, BlockKind.ITEM) == ["log it", "publish it"]
    assert lead_of(article, "log it") == lead_of(article, "publish it") == "The council will:"


def test_items_without_lead_in_stand_under_their_heading() -> None:
    article = read_body(f"{OPENING}<h2>Next steps</h2><ol><li>Log it.</li><li>Tell us.</li></ol>{MIDDLE}{CLOSING}")
    assert lead_of(article, "Tell us.") == "Next steps"


def test_nested_items_stand_under_the_item_that_holds_them() -> None:
    inner = "<ul><li>by day</li><li>by night</li></ul>"
    article = read_body(f"{OPENING}<p>It runs:</p><ul><li>the dam{inner}</li><li>the lock</li></ul>{MIDDLE}{CLOSING}")
    assert [block_of(article, start).level for start in ("the dam", "by day", "by night", "the lock")] == [1, 2, 2, 1]
    assert lead_of(article, "by night") == "the dam"
    assert lead_of(article, "the lock") == "It runs:"


def test_an_item_of_several_paragraphs_keeps_them() -> None:
    article = read_body(f"{OPENING}<ul><li><p>log it</p></li><li><p><b>Tell</b> us</p></li></ul>{MIDDLE}{CLOSING}")
    assert texts(article, BlockKind.ITEM) == ["log it", "Tell us"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>• log every release</p><p>• publish the log</p>",
        "<p>• log every release<br>• publish the log</p>",
        "<p>- log every release<br/>- publish the log</p>",
        "<p>1. log every release<br>2. publish the log</p>",
    ],
)
def test_typed_bullets_are_items(markup: str) -> None:
    article = read_body(f"{OPENING}<p>The council will:</p>{markup}{MIDDLE}{CLOSING}")
    assert texts(article, BlockKind.ITEM) == ["log every release", "publish the log"]
    assert lead_of(article, "publish") == "The council will:"


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    article = read_body(f"{OPENING}Sluice Street 4<br>Lower Shore<br><br>{MIDDLE[3:-4]}<br><br>{CLOSING[3:-4]}")
    assert "Sluice Street 4 Lower Shore" in texts(article, BlockKind.PARAGRAPH)
    assert MIDDLE[3:-4] in texts(article, BlockKind.PARAGRAPH)


def test_quotations_keep_who_said_it() -> None:
    quotation = "<blockquote><p>Water does not wait.</p><footer>Ana Reed</footer></blockquote>"
    cited = "<blockquote>“It never did.”<cite>Tom Vale</cite></blockquote>"
    article = read_body(OPENING + quotation + MIDDLE + cited + CLOSING)
    assert texts(article, BlockKind.QUOTATION) == ["Water does not wait.", "Ana Reed", "“It never did.” — Tom Vale"]


def test_a_table_becomes_rows_under_their_header() -> None:
    rows = "<tr><td>North</td><td>12 times</td></tr><tr><td>East</td><td>9</td></tr>"
    header = "<tr><th>Sluice</th><th>Opened</th></tr>"
    table = f"<table><caption>Openings in May</caption>{header}{rows}</table>"
    article = read_body(f"{OPENING}{table}{MIDDLE}{CLOSING}")
    assert texts(article, BlockKind.ROW) == ["Sluice | Opened", "North | 12 times", "East | 9"]
    assert lead_of(article, "East") == lead_of(article, "North") == lead_of(article, "Openings") == "Sluice | Opened"
    assert [span.cut(article.text) for span in block_of(article, "North").cells] == ["North", "12 times"]


def test_a_table_for_layout_is_no_table() -> None:
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><table><tr>"
        "<td><a href='/'>Home</a><br><a href='/a'>All</a></td>"
        f"<td><h2>{TITLE}</h2>{OPENING}{MIDDLE}{CLOSING}</td><td><b>MOST READ</b><br><a href='#'>Fish fry</a></td></tr>"
        "</table></body></html>"
    )
    article = read(markup.encode())
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * 3


def test_definitions_become_pairs() -> None:
    article = read_body(f"{OPENING}<dl><dt>Built</dt><dd>1931</dd><dt>Height</dt><dd>40 m</dd></dl>{MIDDLE}{CLOSING}")
    assert texts(article, BlockKind.ROW) == ["Built | 1931", "Height | 40 m"]


def test_captions_are_captions() -> None:
    figure = '<figure><img src="dam.jpg" alt=""><figcaption>The dam in May. Photo: R. Hill</figcaption></figure>'
    old = '<p><center><img src="x.jpg"><br><font size=1>The lock at noon. (Photo by R. Hill)</font></center>'
    article = read_body(OPENING + figure + MIDDLE + old + CLOSING)
    assert texts(article, BlockKind.CAPTION) == [
        "The dam in May. Photo: R. Hill",
        "The lock at noon. (Photo by R. Hill)",
    ]


def test_key_facts_stay() -> None:
    facts = (
        "<aside class='factbox'><h3>Key facts</h3><ul><li>Cost: 4 million crowns</li><li>Start: May</li></ul></aside>"
    )
    article = read_body(OPENING + facts + MIDDLE + CLOSING)
    assert texts(article, BlockKind.ITEM) == ["Cost: 4 million crowns", "Start: May"]


FURNITURE = {
    "related": '<aside class="related"><h3>Read next</h3><ul><li><a href="#">Eel prices soar</a></li></ul></aside>',
    "promo": '<aside class="inline-promo"><b>Webinar:</b> <a href="#">Eel prices soar</a> — register now</aside>',
    "newsletter": '<section class="newsletter"><h2>Sign up</h2><p>Eel prices soar, every Thursday.</p></section>',
    "share": '<div class="share"><a href="#">Eel prices soar</a> <a href="#">Email</a></div>',
    "advertisement": '<div class="ad">Eel prices soar · Scroll to continue</div>',
    "author card": '<div class="author-bio"><p>Eel prices soar is her second book.</p></div>',
    "comments": '<section id="comments"><h3>2 comments</h3><p>Eel prices soar, wake up people</p></section>',
    "hidden": '<div style="display: none">Eel prices soar</div>',
    "unnamed links": "<h3>Related stories</h3><ul><li><a href='#'>Eel prices soar</a></li></ul>",
    "link bar": "<p>See also: <a href='#'>Eel prices soar</a> | <a href='#'>Print this page</a></p>",
    "rights": "<p>© 2025 Eel prices soar. All rights reserved.</p>",
    "script": "<script>var a = 'Eel prices soar';</script><style>p { color: eel; }</style>",
    "sponsor table": '<table class="sponsor"><tr><td><b>SPONSORED</b> Eel prices soar, says Gant.</td></tr></table>',
    "meta line": '<p class="meta">May 2, 2025 · 4 minute read · By <a href="#">Eel prices soar</a></p>',
}


@pytest.mark.parametrize("name", FURNITURE)
@pytest.mark.parametrize("where", ["within", "after"])
def test_furniture_stays_out(name: str, where: str) -> None:
    is_top = name == "meta line"
    parts = [FURNITURE[name], OPENING, MIDDLE, CLOSING] if is_top else [OPENING, MIDDLE, CLOSING]
    if not is_top:
        parts.insert(1 if where == "within" else 3, FURNITURE[name])
    article = read_body("".join(parts))
    assert "Eel prices soar" not in article.text
    assert texts(article, BlockKind.PARAGRAPH) == [part[3:-4] for part in (OPENING, MIDDLE, CLOSING)]


def test_an_article_in_a_box_that_is_named_like_furniture_stays() -> None:
    article = read_body(f'<div class="content-with-sidebar newsletter">{OPENING}{MIDDLE}{CLOSING}</div>')
    assert len(texts(article, BlockKind.PARAGRAPH)) == 3


def test_lines_that_only_look_like_furniture_stay() -> None:
    lines = ["Share prices fell 3%.", "Follow the water, says the manual.", "Copyright law does not cover it."]
    article = read_body(OPENING + "".join(f"<p>{line}</p>" for line in lines) + MIDDLE + CLOSING)
    assert [line for line in lines if line not in article.text] == []


def test_a_power_is_no_number_of_its_own() -> None:
    article = read_body(f"<p>It took 5 &times; 10<sup>25</sup> operations.</p>{OPENING}{MIDDLE}{CLOSING}")
    assert "5 × 10^25 operations" in article.text


def test_marks_of_typography_stay_and_white_space_is_one_space() -> None:
    article = read_body(f"<p>“Never\n\t again”&nbsp;—  said  <b>R</b>eed – no.</p>{OPENING}{MIDDLE}{CLOSING}")
    assert "“Never again” — said Reed – no." in article.text


def test_marks_of_footnotes_do_not_join_the_number_before_them() -> None:
    article = read_body(f"<p>It rose to 80%<sup><a href='#n1'>[1]</a></sup> in May.</p>{OPENING}{MIDDLE}{CLOSING}")
    assert "It rose to 80% in May." in article.text


def test_a_tag_of_endless_attributes_costs_no_time() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(50_000))
    begun = time.monotonic()
    article = read(page(OPENING + MIDDLE + CLOSING).decode().replace("<body", f"<body {attributes}", 1).encode())
    assert time.monotonic() - begun < 5
    assert article.headline == TITLE
