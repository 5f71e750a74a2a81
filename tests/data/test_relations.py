"""The passages with marked relations: every name stands in its passage, every predicate is known."""

import re
from pathlib import Path

import pytest

from kg.extract.relations.lexicon import load_lexicon
from kg.model import EntityClass

FOLDER = Path(__file__).resolve().parents[2] / "data" / "relations"
PATHS = sorted(FOLDER.glob("hand-*/*.txt"))
PREDICATES = {entry.predicate for entry in load_lexicon().entries} | {"formerlyAt", "mitigates"}
CLASSES = {cls.value for cls in EntityClass}


def read_blocks(path: Path) -> list[list[str]]:
    return [block.split("\n") for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_passage_holds_every_name_that_is_marked(path):
    for block in read_blocks(path):
        text = " ".join(line for line in block if line[:2] not in {"= ", "! ", "# "})
        for line in block:
            parts = [part.strip() for part in line[2:].split("|")]
            if line[:2] in {"= ", "! "}:
                assert len(parts) == 3, line
                assert parts[1] in PREDICATES, line
                assert {parts[0] in text, parts[2] in text} == {True}, line
            elif line[:2] == "# ":
                assert parts[1] in CLASSES, line
                assert parts[0] in text, line


def test_no_passage_affirms_what_it_is_marked_not_to():
    for path in PATHS:
        for block in read_blocks(path):
            marks = {mark: {line[2:] for line in block if line.startswith(mark)} for mark in ("= ", "! ")}
            assert not marks["= "] & marks["! "], path
