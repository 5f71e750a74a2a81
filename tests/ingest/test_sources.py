"""Every kind of location gives articles, or one failure that says what to do."""

import io
from pathlib import Path

import pytest

from kg.ingest import read_sources
from kg.model import Article, Failure
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

TEXT = "A council voted on Tuesday to hand its sluices to a machine, and nobody will be on duty there at night.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles at two depths, a hidden one, and files that are none."""
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.html").write_bytes(page(OPENING + MIDDLE + CLOSING))
    (tmp_path / "deep" / "c.md").write_text(f"# Sluices\n\n{TEXT}\n- one\n- two\n")
    (tmp_path / "deep" / ".hidden" / "d.txt").write_text(TEXT + "Hidden.")
    (tmp_path / ".e.txt").write_text(TEXT + "Hidden.")
    (tmp_path / "data.json").write_text("{}")
    (tmp_path / "style.xml").write_text("<style/>")
    return tmp_path


def names(*locations: object) -> list[str]:
    return [Path(result.location).name for result in read_sources([str(location) for location in locations])]


def failure(*locations: object) -> Failure:
    (result,) = read_sources([str(location) for location in locations])
    assert isinstance(result, Failure), result
    assert result.reason
    assert result.advice
    assert "\n" not in result.reason + result.advice
    return result


def test_a_folder_is_read_in_order_without_what_is_hidden_or_no_article(folder: Path) -> None:
    assert names(folder) == ["a.html", "b.txt", "c.md"]


def test_patterns(folder: Path) -> None:
    assert names(folder / "*.txt") == ["b.txt"]
    assert names(folder / "**" / "*.md") == ["c.md"]


def test_locations_are_absolute_and_never_enter_the_id(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (article,) = read_sources(["b.txt"])
    assert isinstance(article, Article)
    assert article.location == str(folder / "b.txt")
    (folder / "deep" / "copy.txt").write_text(TEXT)
    (copy,) = read_sources(["deep/copy.txt"])
    assert isinstance(copy, Article)
    assert copy.id == article.id


def test_an_article_that_is_there_twice_comes_once(folder: Path) -> None:
    (folder / "same.txt").write_text(TEXT)
    assert names(folder, folder / "b.txt") == ["a.html", "b.txt", "c.md"]


def test_standard_input() -> None:
    (article,) = read_sources(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(article, Article)
    assert (article.location, article.text) == ("-", TEXT.strip())


def test_markdown_loses_its_marks_and_keeps_its_structure(tmp_path: Path) -> None:
    front = '---\ntitle: "Sluices"\nauthor: Ana Reed\ndate: 2025-05-02\nurl: https://shore.example/a\n---\n'
    body = (
        "## Costs\n\nIt is **not** [cheap](https://x.example/y).\n\n- one\n- two\n\n> Never.\n\n|A|B|\n|-|-|\n|1|2|\n"
    )
    (tmp_path / "a.md").write_text(front + body)
    (article,) = read_sources([str(tmp_path / "a.md")])
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == ["Costs", "It is not cheap.", "one", "two", "Never.", "A | B", "1 | 2"]
    assert article.published == "2025-05-02"
    assert (article.url, article.authors) == ("https://shore.example/a", ("Ana Reed",))


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n",
    "zeros.txt": bytes(500),
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "random.txt": bytes((number * 7919 + 13) % 256 for number in range(2000)),
    "paper.txt": b"%PDF-1.7\n1 0 obj\n",
    "script.html": b"<!doctype html><html><head><title>x</title></head><body><script>1</script></body></html>",
    "title.html": b"<!doctype html><html><head><title>A title of nothing</title></head><body></body></html>",
    "charset.html": b'<html><head><meta charset="klingon-7"></head><body><p>'
    + b"\xff\xfe\xd8\x81" * 40
    + b"</p></body>",
    "feed.rss": b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_article_is_one_failure_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    assert failure(tmp_path / name).location == str(tmp_path / name)
    (tmp_path / "good.txt").write_text(TEXT)
    results = list(read_sources([str(tmp_path / name), str(tmp_path / "good.txt")]))
    assert [type(result) for result in results] == [Failure, Article]


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in failure(tmp_path / "missing.txt").reason
    assert "no article files" in failure(tmp_path).reason
    assert "no article files" in failure(tmp_path / "*.txt").reason
    assert "regular file" in failure("/dev/null").reason


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert failure(tmp_path / "loop.txt").reason


def test_a_file_that_is_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ingest.opening.MAX_BYTES", 10)
    (tmp_path / "a.txt").write_text(TEXT)
    assert "larger" in failure(tmp_path / "a.txt").reason
