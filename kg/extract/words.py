"""The closed lists of words that constructions turn on, from `ontology/syntax.toml`."""

from functools import cache
from typing import Any

from kg.resources import ontology_path, read_table


@cache
def _read() -> dict[str, Any]:
    return read_table(ontology_path("syntax.toml"))


def load_words(*keys: str) -> frozenset[str]:
    """The words of one list, lower-case; empty where the table has no such list."""
    value: Any = _read()
    for key in keys:
        value = value.get(key, "")
    return frozenset(value.split())
