"""Whether a page gives an article or just a taste of it."""

from kg.model import Article, Failure


def find_wall(result: Article | Failure, content: bytes) -> str:  # noqa: ARG001
    """What says that only a stub is there."""
    return ""
