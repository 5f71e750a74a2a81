"""Looks at a query's words before it runs: refuses updates and calls to other machines, and explains syntax errors."""

import re
from collections.abc import Iterator

from kg.errors import QueryError, QuerySyntax

_UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"])
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*')
  | (?P<name>[?$@]\w+|[\w.-]*:[\w.:%\\-]*)
  | (?P<word>[A-Za-z]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)
_POSITION = re.compile(r"error at (\d+):(\d+)")


def find_words(text: str) -> Iterator[tuple[str, int]]:
    """The bare words of a query in capitals, each with its offset: keywords and function names, but nothing that stands
    in a string, a comment, an IRI, a variable or a prefixed name."""
    return ((match["word"].upper(), match.start()) for match in _TOKEN.finditer(text) if match["word"])


def check_query(text: str) -> None:
    """Nothing, where the text reads, and from this machine only.

    Raises:
        QuerySyntax: it begins with no word that a query or update may begin with.
        QueryError: it is an update, or calls a SERVICE elsewhere.
    """
    words = [(word, offset) for word, offset in find_words(text) if word not in ("PREFIX", "BASE")]
    if not words:
        return
    first, offset = words[0]
    if first in _UPDATES:
        raise QueryError(f"{first} is an update; queries only read", "`kg ingest` and `kg remove` change the store")
    if first not in _FORMS:
        # the engine would complain of what comes after it
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        raise QuerySyntax(f"unexpected {first!r}, expected one of {', '.join(_FORMS)}", line, column)
    if any(word == "SERVICE" for word, _ in words):
        raise QueryError("SERVICE asks another machine; queries stay on this one", "leave the SERVICE part out")


def to_query_error(text: str, error: Exception) -> QueryError:
    """What the engine raised, in one line, with the place where it stands in the text where it is known."""
    found = _POSITION.search(str(error))
    if not found:
        return QueryError(f"the query cannot be run: {' '.join(str(error).split())}")
    line, column = int(found[1]), int(found[2])
    return QuerySyntax(_describe(text, line, column, str(error)), line, column)


def _describe(text: str, line: int, column: int, message: str) -> str:
    if "Prefix not found" in message:
        return "a prefix is not declared"
    lines = re.split(r"\r\n|\n|\r", text)
    rest = lines[line - 1][column - 1 :].split() if line <= len(lines) else []
    here = f"unexpected {rest[0][:MAX_SHOWN]!r}" if rest else "not complete, or wrong before here"
    expected = re.search(r"expected (?:one of )?([A-Z][^\[\n]*?)(?:, \[|$)", message)
    if not expected or expected[1].count(",") > MAX_EXPECTED:
        return here
    return f"{here}; expected: {expected[1].strip()}"


MAX_SHOWN = 40  # characters of what was not expected
MAX_EXPECTED = 3  # the engine may list every function it knows, which helps nobody
