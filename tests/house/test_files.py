"""File names after sources, and files that are whole or not there."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.files import MAX_STEM_BYTES, open_whole, to_free_name, to_stem


@pytest.mark.parametrize(
    ("location", "stem"),
    [
        ("/news/dev-a2.html", "dev-a2"),
        ("seed.txt", "seed"),
        ("/news/v1.2-notes.md", "v1.2-notes"),
        ("https://news.example/2026/11/ai-act.html?ref=rss#top", "ai-act"),
        ("https://news.example/2026/11/the-act/", "the-act"),
        ("https://news.example/", "news.example"),
        ("https://news.example/a%2F..%2Fb.html", "b"),
        ("C:\\news\\a.txt", "a"),
        ("-", "article"),
        ("/", "article"),
    ],
)
def test_a_stem_is_the_last_part_without_its_ending(location: str, stem: str) -> None:
    assert to_stem(location) == stem


@given(st.text())
@example("https://[")
@example("..")
@example("/a/" + "é" * 300 + ".html")
def test_a_stem_is_always_a_file_name(location: str) -> None:
    stem = to_stem(location)
    assert stem
    assert stem not in (".", "..")
    assert not set(stem) & set('/\\\x00\n<>:"|?*#')
    assert len(stem.encode("utf-8")) <= MAX_STEM_BYTES


@given(st.lists(st.sampled_from(["a", "A", "a-2", "b"])))
def test_names_stay_apart_even_where_case_does_not_count(stems: list[str]) -> None:
    taken: set[str] = set()
    for stem in stems:
        name = to_free_name(stem, taken)
        assert name.casefold() not in taken
        assert name.startswith(stem)
        taken.add(name.casefold())


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    with open_whole(tmp_path / "graph.ttl") as stream:
        stream.write(b"half")
        assert not (tmp_path / "graph.ttl").exists()
    assert (tmp_path / "graph.ttl").read_bytes() == b"half"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_failure_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(b"earlier")

    def fail() -> None:
        with open_whole(tmp_path / "graph.ttl") as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (tmp_path / "graph.ttl").read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_device_stays_one_and_a_link_leads_on(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with open_whole(pipe) as stream:
        stream.write(b"all")
    assert os.read(reader, 9) == b"all"
    assert pipe.is_fifo()
    os.close(reader)
    (tmp_path / "link").symlink_to(tmp_path / "graph.ttl")
    with open_whole(tmp_path / "link") as stream:
        stream.write(b"all")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "graph.ttl").read_bytes() == b"all"


def test_an_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, open_whole(tmp_path / "no" / "graph.ttl"):
        pass
    assert caught.value.filename == str(tmp_path / "no" / "graph.ttl")
