"""Runs one SPARQL query over the graph, within a time limit, and changes nothing."""

import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import QueryBoolean, QueryTriples, Store

from kg.errors import QueryError
from kg.graph.results import Answer, Result, Rows, Triples
from kg.graph.syntax import check_query, to_query_error
from kg.graph.terms import sort_triples, to_prefixes
from kg.iris import DEFAULT_BASE

DEFAULT_LIMIT_S = 60.0  # shipped queries take a few seconds over thousands of articles; a cross product takes hours

STACK_BYTES = 256 * 2**20  # 20,000 brackets within each other need some 100 MB; only what is used is ever taken
_STARTING = threading.Lock()  # the size of stacks is one setting of the whole process

Item = TypeVar("Item")


def run_query(oxigraph: Store, text: str, base: str = DEFAULT_BASE, limit_s: float = DEFAULT_LIMIT_S) -> Result:
    """What the query finds; the prefixes of `kg.iris.PREFIXES` are declared, `res:` for `base`, unless it does so.

    Raises:
        QuerySyntax: it does not parse.
        QueryError: it would change the graph or call another machine, or is too long, or takes longer than `limit_s`
            seconds.
    """
    check_query(text)
    outcome: list[Result | BaseException] = []
    cancelled = threading.Event()

    def work() -> None:
        try:
            outcome.append(_evaluate(oxigraph, text, base, cancelled))
        except BaseException as error:
            outcome.append(error)

    # a thread that is let go of when its time is up: the engine has no limit of its own and frees the interpreter
    _start_deep(threading.Thread(target=work, daemon=True)).join(limit_s)
    cancelled.set()
    if not outcome:
        raise QueryError(f"the query takes longer than {limit_s:g} s", "narrow it, add a LIMIT, or raise the limit")
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


def _start_deep(thread: threading.Thread) -> threading.Thread:
    """The thread, started with a stack in which the engine can take apart whatever `check_query` lets through."""
    with _STARTING:
        before = threading.stack_size(STACK_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(before)
    return thread


def _evaluate(oxigraph: Store, text: str, base: str, cancelled: threading.Event) -> Result:
    try:
        found = oxigraph.query(text, prefixes=to_prefixes(base))
        if isinstance(found, QueryBoolean):
            return Answer(bool(found))
        if isinstance(found, QueryTriples):
            return Triples(tuple(sort_triples(set(_until(found, cancelled)))), base)
        names = tuple(variable.value for variable in found.variables)
        return Rows(names, tuple(tuple(row) for row in _until(found, cancelled)), base)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise to_query_error(text, error) from error


def _until(items: Iterable[Item], cancelled: threading.Event) -> Iterator[Item]:
    for item in items:
        if cancelled.is_set():
            return
        yield item
