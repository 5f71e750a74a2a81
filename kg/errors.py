"""What can go wrong, as one tree.

    KgError                 anything of ours; the command line prints it as one line and exits with 1
    ├── ConfigError         a setting is unknown or has a wrong value
    ├── SourceError         a source cannot be read (missing, empty, binary, no text, unknown encoding)
    ├── StoreError          the store cannot be opened or written
    │   └── StoreBusy       another process holds it
    ├── QueryError          a query cannot be run
    │   ├── QuerySyntax     it does not parse; knows line and column
    │   ├── UnknownQuery    no shipped query has that name; knows the nearest
    │   └── UnknownFormat   the query's kind has no such format; knows those it has
    ├── EngineError         extraction cannot run where it was told to
    ├── ResourceError       a file that the package ships is missing or broken
    └── CheckFailed         validation or verification found violations; they are in `findings`

Each message says what happened, to which article, file or address; `advice` says what to do.
"""

from collections.abc import Sequence


class KgError(Exception):
    """An error that the user can do something about: `str(error)` is one line, `advice` what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class ConfigError(KgError):
    """A setting is unknown or has a wrong value."""


class SourceError(KgError):
    """A source cannot be read."""


class StoreError(KgError):
    """The store cannot be opened or written."""


class StoreBusy(StoreError):
    """Another process holds the store."""


class QueryError(KgError):
    """A query cannot be run."""


class QuerySyntax(QueryError):
    """A query does not parse; `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(
            f"syntax error at line {line}, column {column}: {message}", "see https://www.w3.org/TR/sparql11-query/"
        )
        self.line = line
        self.column = column


class UnknownQuery(QueryError):
    """No shipped query has that name; `nearest` lists those with similar names."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        hint = f"nearest: {', '.join(nearest)}; " if nearest else ""
        super().__init__(f"no query named {name!r}", f"{hint}`kg query --list` names all")
        self.nearest = tuple(nearest)


class UnknownFormat(QueryError):
    """A format does not exist for this kind of result; `allowed` lists those that do."""

    def __init__(self, name: str, kind: str, allowed: Sequence[str]) -> None:
        super().__init__(f"format {name!r} does not fit {kind}", f"use one of: {', '.join(allowed)}")
        self.allowed = tuple(allowed)


class EngineError(KgError):
    """Extraction cannot run where it was told to: no worker starts, no scheduler answers, an extra is missing."""


class ResourceError(KgError):
    """A file that the package ships is missing or broken."""


class CheckFailed(KgError):
    """Validation or verification found violations: `findings`, one line each."""

    def __init__(self, message: str, findings: Sequence[str]) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
