"""Opens the store that the settings name, with the linker that they ask for, and takes articles out of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.config import Config
from kg.model import Failure
from kg.pipeline.remembering import forget_addresses

if TYPE_CHECKING:
    from kg.graph import KgStore
    from kg.link import NameLinker


def open_store(config: Config, read_only: bool = False, make: bool = True) -> "KgStore":
    """The store that the settings name, a context manager; made where there is none, if `make` and not `read_only`.

    Raises:
        StoreBusy: another process holds it.
        StoreError: it cannot be opened, or there is none.
    """
    from kg.graph import KgStore

    return KgStore.open(config.store, make_linker(config), base=config.base, read_only=read_only, make=make)


def make_linker(config: Config) -> "NameLinker":
    """The linker that the settings ask for."""
    from kg.link import NameLinker, read_judgements

    return NameLinker(config.base, read_judgements(config.judgements) if config.judgements.is_file() else ())


def remove_articles(store: "KgStore", names: Sequence[str]) -> tuple[int, list[Failure]]:
    """How many articles were taken out, and which of `names` (paths, addresses, IRIs, ids) mean none or several."""
    found: set[str] = set()
    failures: list[Failure] = []
    for name in names:
        match store.find_articles(name):
            case []:
                failures.append(Failure(name, "is not in the store", "`kg query articles` lists what is"))
            case [article_id]:
                found.add(article_id)
            case several:
                failures.append(Failure(name, f"means {len(several)} articles", f"use an id: {', '.join(several[:5])}"))
    sources = {
        place for e in store.readings() if e.article.id in found for place in (e.article.location, e.article.url)
    }
    store.remove(found)
    forget_addresses(store.path, filter(None, sources))
    return len(found), failures
