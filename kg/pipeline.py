"""The only place where the stages meet: sources -> articles -> extractions -> linkage -> graph.

Every function streams: it takes what it needs a batch at a time and yields one value for each article, so that memory
stays flat, a failure is a value and not the end of a run, and what is done is kept when the run is interrupted.
Stages are imported where they are used: asking the graph must not wait for a language model.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.config import Config
from kg.errors import KgError, QueryError
from kg.files import open_whole, to_free_name, to_stem
from kg.iris import to_digest
from kg.model import Article, Extraction, Failure
from kg.resources import ontology_path

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from kg.graph import KgStore
    from kg.link import Explanation, NameLinker

Item = TypeVar("Item")


class Outcome(StrEnum):
    """What became of one article."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Done:
    """One article that is in the store now."""

    location: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Written:
    """One article whose graph is in a file now; `renamed` where another article had taken the file's plain name."""

    location: str
    path: Path
    renamed: bool = False


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


def write_extractions(locations: Sequence[str], folder: Path, config: Config) -> Iterator[Written | Failure]:
    """Writes one Turtle file per article into `folder`, each linked by itself; yields what became of each."""
    from kg.graph import to_turtle

    folder.mkdir(parents=True, exist_ok=True)
    linker = make_linker(config)
    taken: set[str] = set()
    for item in read_extractions(locations, config):
        if isinstance(item, Failure):
            yield item
            continue
        location = item.article.location
        stem = to_stem(location)
        name = to_free_name(stem, taken)
        taken.add(name.casefold())
        path = folder / f"{name}.ttl"
        with open_whole(path) as stream:
            stream.write(to_turtle(item, linker.link([item]), config.base))
        yield Written(location, path, renamed=name != stem)


def read_extractions(locations: Sequence[str], config: Config) -> Iterator[Extraction | Failure]:
    """What each article says, or why it could not be read; failures of a batch come before its extractions."""
    from kg.ingest import read_sources

    for batch in _batches(read_sources(locations, allow_private=config.allow_private), config.batch_articles):
        yield from (item for item in batch if isinstance(item, Failure))
        yield from extract_each([item for item in batch if isinstance(item, Article)])


def extract_text(text: str) -> Extraction | Failure:
    """What a text or the HTML of a page says, or why it holds no article."""
    from kg.ingest.reading import read_article

    article = read_article(text.encode("utf-8", "replace"), "text")
    return article if isinstance(article, Failure) else next(extract_each([article]))


def extract_each(articles: Sequence[Article]) -> Iterator[Extraction | Failure]:
    """An extraction, or a failure, for each article in order: one on which the extractor breaks costs only itself."""
    from kg.extract import extract_articles

    try:
        yield from list(extract_articles(articles))
    except KgError:
        raise
    except Exception as error:
        if len(articles) > 1:
            middle = len(articles) // 2
            yield from extract_each(articles[:middle])
            yield from extract_each(articles[middle:])
            return
        reason = f"cannot be extracted ({type(error).__name__}: {error})"
        yield Failure(articles[0].location, reason, "the other articles are not affected; please report this one")


def ingest_sources(store: "KgStore", locations: Sequence[str], config: Config) -> Iterator[Done | Failure]:
    """Takes every article into the store that is not there yet as it is; yields what became of each."""
    from kg.ingest import read_sources

    judgements = make_linker(config).judgements
    store.relink(to_digest(*map(str, judgements)) if judgements else "")
    version = to_extractor_version()
    pending: dict[str, tuple[Article, Outcome]] = {}
    for item in read_sources(locations, allow_private=config.allow_private):
        if isinstance(item, Failure):
            yield item
            continue
        twin = pending.get(item.id)
        if twin and twin[0].text != item.text:  # another version of an article that waits: that one comes first
            yield from _put(store, pending, version)
            pending = {}
        outcome = Outcome.UNCHANGED if item.id in pending else Outcome(store.has(item, version))
        if outcome is Outcome.UNCHANGED:
            yield Done(item.location, outcome)
            continue
        pending[item.id] = (item, outcome)
        if len(pending) >= config.batch_articles:
            yield from _put(store, pending, version)
            pending = {}
    yield from _put(store, pending, version)


def to_extractor_version() -> str:
    """What an article must be read again for when it differs: the extractor's own version and the words it knows."""
    from kg.extract import EXTRACTOR_VERSION

    words = sorted(path for path in ontology_path().rglob("*") if path.suffix in (".toml", ".csv"))
    return f"{EXTRACTOR_VERSION}-{to_digest(*(path.read_text(encoding='utf-8') for path in words))}"


def _put(store: "KgStore", pending: dict[str, tuple[Article, Outcome]], version: str) -> Iterator[Done | Failure]:
    """Extracts and stores one batch, all of it in one step of the store; yields what became of each article."""
    results = list(extract_each([article for article, _ in pending.values()])) if pending else []
    extractions = [result for result in results if isinstance(result, Extraction)]
    if extractions:
        store.put(extractions, version)
    for result in results:
        if isinstance(result, Failure):
            yield result
        else:
            yield Done(result.article.location, pending[result.article.id][1])


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
    store.remove(found)
    return len(found), failures


def fill_query(name: str, values: Sequence[str]) -> str:
    """The SPARQL of a shipped query with its parameters set, each value as `parameter=value` or in their order.

    Raises:
        UnknownQuery: no shipped query has that name.
        QueryError: a value is missing, or is one too many.
    """
    from kg.graph import find_query

    shipped = find_query(name)
    named = dict(value.split("=", 1) for value in values if value.partition("=")[0] in shipped.parameters)
    free = [parameter for parameter in shipped.parameters if parameter not in named]
    plain = [value for value in values if value.partition("=")[0] not in shipped.parameters]
    if len(plain) > len(free):
        known = ", ".join(shipped.parameters) or "none"
        raise QueryError(f"the query {name} takes no value {plain[len(free)]!r}", f"its parameters: {known}")
    return shipped.bind(dict(zip(free, plain, strict=False)) | named)


def find_unmatched(store: "KgStore", config: Config) -> list[str]:
    """The judgements that are about nothing in the store, each with its line in the file; in their order."""
    linker = make_linker(config)
    unmatched = linker.review(store.readings()).unmatched if linker.judgements else ()
    return [f"line {j.line}: {j}" for j in sorted(unmatched, key=lambda judgement: judgement.line)]


def explain_name(store: "KgStore", name: str, config: Config) -> tuple[tuple["Explanation", ...], dict[str, str]]:
    """Why each thing of that name (or IRI) is one, and the headline of every article by its id.

    Raises:
        QueryError: nothing in the store bears the name.
    """
    from kg.link import explain

    extractions = tuple(store.extractions())
    found = explain(name, extractions, make_linker(config))
    if not found:
        names = {name for extraction in extractions for chain in extraction.chains for name in chain.names}
        near = get_close_matches(name, sorted(names), n=3)
        hint = f"nearest: {', '.join(near)}; " if near else ""
        raise QueryError(f"nothing in the store is named {name!r}", f"{hint}`kg query most-mentioned` lists names")
    articles = (extraction.article for extraction in extractions)
    return found, {article.id: article.headline or article.location for article in articles}


def draw_store(store: "KgStore") -> bytes:
    """The network of all that the store holds, as one HTML page."""
    from kg.view import draw_network, read_articles, read_edges, read_nodes

    articles = read_articles(_find_rows(store, "articles"))
    return draw_network(read_nodes(_find_rows(store, "nodes")), read_edges(_find_rows(store, "claims"), articles))


def _find_rows(store: "KgStore", name: str) -> list[dict[str, str]]:
    """What one of the view's queries finds: for each row the plain text of its values, "" for what is unbound."""
    from kg.graph import Rows, run_query
    from kg.graph.terms import to_plain

    result = run_query(store.oxigraph, ontology_path("queries", "view", f"{name}.rq").read_text("utf-8"), store.base)
    assert isinstance(result, Rows)  # the view's queries are ours, and SELECT
    return [dict(zip(result.variables, map(to_plain, row), strict=True)) for row in result.rows]


def make_server(store: "KgStore", port: int) -> "ThreadingHTTPServer":
    """A server of the store and its network on this machine alone, ready to run; port 0 takes a free one.

    Raises:
        StoreError: the port is taken.
    """
    from kg.graph import Served
    from kg.graph import make_server as make

    return make(Served(store.oxigraph, store.base, draw_store(store)), port)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`; the last may be shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
