"""Reads news into a knowledge graph whose every fact quotes its sentence.

    import kg
    result = kg.read("article.html")   # a file, a folder, a URL, or the text itself
    result.graph                       # an rdflib.Graph
    result.frame()                     # a pandas.DataFrame: one row a claim, with its sentence
    kg.ask("risks", store="kg-store")  # a pandas.DataFrame: what a query finds in a store

The map of the package is `kg/README.md`; the command line is `kg.cli`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.face import Reading, ask, read

__all__ = ["Reading", "ask", "read"]


def __getattr__(name: str) -> Any:
    """Loads the Python face when it is first asked for, so that `import kg` costs nothing."""
    if name in __all__:
        return getattr(import_module("kg.face"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
