"""The files that ship with the package are found, and named where they are not what they should be."""

from pathlib import Path

import pytest

from kg.errors import ResourceError
from kg.resources import ontology_path, read_table


def test_what_is_missing_is_named() -> None:
    with pytest.raises(ResourceError, match=r"ontology/names/dwarfs\.toml is missing"):
        ontology_path("names", "dwarfs.toml")


@pytest.mark.parametrize("content", [b"words = [", b"words = '\xff'", b"words = 1\nwords = 2", None])
def test_a_damaged_table_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "table.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"table\.toml cannot be read: ") as caught:
        read_table(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", sorted(ontology_path().rglob("*.toml")), ids=lambda path: path.name)
def test_every_table_that_ships_is_read(path: Path) -> None:
    assert read_table(path)
