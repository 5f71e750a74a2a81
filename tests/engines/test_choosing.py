"""The settings choose the engine, and a handful of articles starts no worker."""

from collections.abc import Iterable, Iterator

import pytest

import kg.extract
from kg.config import Config
from kg.engines import make_engine
from kg.engines.batches import SHARD_ARTICLES
from kg.engines.choosing import AutoEngine
from kg.engines.local import LocalEngine
from kg.engines.processes import ProcessEngine
from kg.errors import ConfigError
from kg.model import Article, Extraction, Failure
from tests.engines.extractors import make_articles, obey


@pytest.mark.parametrize(
    ("config", "kind"),
    [
        (Config(engine="local"), LocalEngine),
        (Config(engine="auto", workers=1), LocalEngine),
        (Config(engine="auto", workers=2), AutoEngine),
        (Config(engine="processes", workers=1), ProcessEngine),
    ],
)
def test_the_settings_choose(config: Config, kind: type) -> None:
    with make_engine(config) as engine:
        assert isinstance(engine, kind)


@pytest.mark.parametrize(
    ("config", "complaint"),
    [(Config(engine="dsak"), "no engine 'dsak'"), (Config(engine="dask"), "needs the address of a scheduler")],
)
def test_what_cannot_be_chosen_is_refused(config: Config, complaint: str) -> None:
    with pytest.raises(ConfigError, match=complaint), make_engine(config):
        pass


class Counting:
    """An engine that counts what it is given."""

    def __init__(self) -> None:
        self.given = 0

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
        for article in articles:
            self.given += 1
            yield Extraction(article)


@pytest.mark.parametrize(
    ("number", "is_here"), [(0, True), (1, True), (SHARD_ARTICLES, True), (SHARD_ARTICLES + 1, False)]
)
def test_one_shard_stays_in_this_process_and_more_go_elsewhere(number: int, is_here: bool) -> None:
    here, elsewhere = Counting(), Counting()
    articles = make_articles(*["fine"] * number)
    assert list(AutoEngine(here, elsewhere).extract(articles)) == [Extraction(article) for article in articles]
    assert (here.given, elsewhere.given) == ((number, 0) if is_here else (0, number))


def test_the_settings_limit_what_an_article_may_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.extract, "extract_articles", obey)
    with make_engine(Config(engine="local", article_seconds=0.1, article_megabytes=50)) as engine:
        results = list(engine.extract(make_articles("spin", "devour", "fine")))
    reasons = [result.reason for result in results if isinstance(result, Failure)]
    assert reasons == ["takes longer than 0.1 s", "needs more than 50 MB of memory"]
