"""Looks at a query's words before it runs: refuses updates and calls to other machines, and explains syntax errors."""

import re
import time
from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import Store

from kg.errors import QueryError, QuerySyntax
from kg.iris import PREFIXES

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
_PIECE = re.compile(f"{_TOKEN.pattern} | \\w+ | [^\\s\\w]", re.VERBOSE | re.DOTALL)
_ENDS = ("", "?x", "?x ?x")  # what may be missing of a pattern: nothing, an object, a predicate and an object
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_POSITION = re.compile(r"error at (\d+):(\d+)")


def find_words(text: str) -> Iterator[tuple[str, int]]:
    """The bare words of a query in capitals, each with its offset: keywords and function names, but nothing that stands
    in a string, a comment, an IRI, a variable or a prefixed name."""
    return ((match["word"].upper(), match.start()) for match in _TOKEN.finditer(text) if match["word"])


def check_query(text: str) -> None:
    """Nothing, where the text reads, and from this machine only.

    Raises:
        QuerySyntax: it is empty, or begins with no word that a query or update may begin with.
        QueryError: it is an update, calls a SERVICE elsewhere, or is longer than the engine can take.
    """
    if not text.strip():
        raise QuerySyntax("the query is empty", 1, 1)
    if sum(1 for _ in islice(_PIECE.finditer(text), MAX_WORDS + 1)) > MAX_WORDS:
        raise QueryError(f"the query has more than {MAX_WORDS:,} words", "ask in several parts")
    words = [(word, offset) for word, offset in find_words(text) if word not in ("PREFIX", "BASE")]
    if not words:
        return
    first, offset = words[0]
    if first in _UPDATES:
        raise QueryError(f"{first} is an update; queries only read", "`kg ingest` and `kg remove` change the store")
    if first not in _FORMS:
        # the engine would complain of what comes after it
        raise QuerySyntax(f"unexpected {first!r}, expected one of {', '.join(_FORMS)}", *_to_place(text, offset))
    if any(word == "SERVICE" for word, _ in words):
        raise QueryError("SERVICE asks another machine; queries stay on this one", "leave the SERVICE part out")


def to_query_error(text: str, error: Exception) -> QueryError:
    """What the engine raised, in one line, with the place where it stands in the text where it is known."""
    found = _POSITION.search(str(error))
    if not found:
        return QueryError(f"the query cannot be run: {' '.join(str(error).split())}")
    line, column = int(found[1]), int(found[2])
    if not _rest_of_line(text, line, column) and (stray := _find_stray(text)):
        return QuerySyntax(_describe(text, *stray, ""), *stray)
    return QuerySyntax(_describe(text, line, column, str(error)), line, column)


def _to_place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _rest_of_line(text: str, line: int, column: int) -> list[str]:
    """The words that stand at a place and after it on its line."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[line - 1][column - 1 :].split() if line <= len(lines) else []


def _find_stray(text: str) -> tuple[int, int] | None:
    """Where a query that is closed goes wrong, for which the engine says no more than that it has come to the end.

    That is after the longest beginning that reads once a term or two end it and its brackets are closed. None where
    brackets are left open, and where it takes too long to find.
    """
    pieces = [(match[0], match.start(), match.end()) for match in _PIECE.finditer(text) if not match["comment"]]
    if len(pieces) > MAX_PIECES or _to_closing(piece for piece, _, _ in pieces):
        return None
    engine, deadline = Store(), time.monotonic() + STRAY_S
    for count in range(len(pieces) - 1, 0, -1):
        if time.monotonic() > deadline:
            return None
        closing = _to_closing(piece for piece, _, _ in pieces[:count])
        beginning = text[: pieces[count - 1][2]]
        if closing is not None and any(_reads(engine, f"{beginning}\n{end} {closing}") for end in _ENDS):
            return _to_place(text, pieces[count][1])
    return None


def _to_closing(pieces: Iterable[str]) -> str | None:
    """The brackets that close all that the pieces leave open; None where one closes what was never opened."""
    open_ones: list[str] = []
    for piece in pieces:
        if piece in _PAIRS:
            open_ones.append(_PAIRS[piece])
        elif piece in _PAIRS.values() and (not open_ones or open_ones.pop() != piece):
            return None
    return " ".join(reversed(open_ones))


def _reads(engine: Store, text: str) -> bool:
    try:
        engine.query(text, prefixes=PREFIXES)
    except SyntaxError:
        return False
    return True


def _describe(text: str, line: int, column: int, message: str) -> str:
    if "Prefix not found" in message:
        return "a prefix is not declared"
    if stated := re.search(r"expected one of The (SELECT[^,]*)", message):
        return f"the {stated[1]}"
    rest = _rest_of_line(text, line, column)
    here = f"unexpected {rest[0][:MAX_SHOWN]!r}" if rest else "not complete, or wrong before here"
    expected = re.search(r"expected (?:one of )?([A-Z][^\[\n]*?)(?:, \[|$)", message)
    if not expected or expected[1].count(",") > MAX_EXPECTED:
        return here
    return f"{here}; expected: {expected[1].strip()}"


STRAY_S = 0.5  # a query of 100 words takes a tenth of it; nobody waits longer to be told of a typing error
MAX_WORDS = 20_000  # words and signs: the engine calls itself for each bracket and sign, and ends with the process
MAX_PIECES = 300  # beyond these the engine may plan a query of only patterns for seconds, which is one try
MAX_SHOWN = 40  # characters of what was not expected
MAX_EXPECTED = 3  # the engine may list every function it knows, which helps nobody
