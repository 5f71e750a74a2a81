"""Marks before items: which are, and which only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.bullets import BULLETS, find_bullet, is_lone_bullet, is_run


@pytest.mark.parametrize("mark", BULLETS)
def test_every_bullet_before_a_blank(mark: str) -> None:
    assert find_bullet(f"  {mark} Open the gates") == (mark, "Open the gates")
    assert is_lone_bullet(f" {mark} ")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("•Open", ("•", "Open")),
        ("▪Open", ("▪", "Open")),
        ("3. Open", ("3", "Open")),
        ("3) Open", ("3", "Open")),
        ("(12) Open", ("12", "Open")),
        ("-5 degrees", None),
        ("*emphasis* first", None),
        ("3.5 million", None),
        ("2025. That year", None),
        ("Open - and shut", None),
        ("•", None),
        ("", None),
    ],
)
def test_marks_and_what_looks_like_them(line: str, found: tuple[str, str] | None) -> None:
    assert find_bullet(line) == found


@pytest.mark.parametrize("line", ["", "3", "3.5", "• a", "--", "2025."])
def test_what_is_no_lone_bullet(line: str) -> None:
    assert not is_lone_bullet(line)


@pytest.mark.parametrize("line", ["1.", "(2)", "3)", "•"])
def test_lone_bullets(line: str) -> None:
    assert is_lone_bullet(line)


@given(st.integers(0, 1), st.integers(2, 20))
def test_numbers_that_count_up_make_a_list_and_none_may_be_missing(first: int, count: int) -> None:
    marks = [str(first + step) for step in range(count)]
    assert is_run(marks)
    assert not is_run(marks[::-1])
    assert not is_run([*marks, marks[-1]])
    assert not is_run([str(int(mark) + 2) for mark in marks])


@pytest.mark.parametrize(
    ("marks", "is_list"),
    [([], False), (["1"], False), (["•"], True), (["-"], True), (["–"], False), (["—", "—"], True), (["·"], False)],
)
def test_how_many_marks_make_a_list(marks: list[str], is_list: bool) -> None:
    assert is_run(marks) is is_list
