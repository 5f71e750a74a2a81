"""Which claims are right: judged by the scorer itself, so that confidence is held against the same measure as quality.

The scorer pairs what a graph holds with an article's gold one to one. Here its pairs are looked at instead of counted:
what met a gold fact is right, what met an optional one counts neither way, what met none is wrong.
"""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation import OWN, EvaluationSet

from kg.config import Config
from kg.extract.language import parse_articles
from kg.extract.reading import read_parsed
from kg.graph import to_turtle
from kg.graph.scope import StatedClaim, to_scopes
from kg.ingest import read_sources
from kg.model import Article, Extraction
from kg.pipeline import make_linker

Verdicts = dict[Any, bool | None]  # right, wrong, or neither; of a node's IRI, or of a relation's triple

FIRST = OWN / "first-readings.csv"
COLUMNS = ("set", "article", "predicate", "rule", "confidence", "right")
INTRODUCING = {"hasMetric": "metric", "proposes": "proposal", "warnsOf": "risk"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim that its article's graph asserts, in article `article` of set `name`: whether it is right."""

    name: str
    article: str
    predicate: str
    rule: str
    raw: float
    right: bool


def read_first() -> list[Judged]:
    """The claims of each set as they were read when it was measured blind, with the confidence that its rule gave."""
    with FIRST.open(encoding="utf-8", newline="") as file:
        return [_to_judged(row) for row in csv.DictReader(file)]


def add_first(judged: Iterable[Judged]) -> None:
    """Appends the claims of a first reading to those that are kept."""
    with FIRST.open("a", encoding="utf-8", newline="") as file:
        rows = ((c.name, c.article, c.predicate, c.rule, c.raw, int(c.right)) for c in judged)
        csv.writer(file, lineterminator="\n").writerows(rows)


def _to_judged(row: dict[str, str]) -> Judged:
    name, article, predicate, rule, raw, right = (row[column] for column in COLUMNS)
    return Judged(name, article, predicate, rule, float(raw), right == "1")


def load_scorer(path: Path) -> ModuleType:
    """The scorer beside the checkout, as a module of its own each time.

    Raises:
        FileNotFoundError: it is not there.
    """
    loader = SourceFileLoader("score", str(path))
    spec = spec_from_loader("score", loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


class Judge:
    """Judges the claims of an article by its gold, with the scorer's own pairing."""

    def __init__(self, scorer: Path) -> None:
        self._scorer = load_scorer(scorer)
        self._scorer.settle = self._settle  # type: ignore[attr-defined]
        self._verdicts: Verdicts = {}
        self._paired: dict[str, dict[str, Any]] = {}

    def judge(self, name: str, extraction: Extraction, gold: Path) -> Iterator[Judged]:
        """The claims that the article's graph asserts and that its gold says something about; in order of the text."""
        linkage = make_linker(Config()).link([extraction])
        self._verdicts, self._paired = {}, {}
        with tempfile.NamedTemporaryFile(suffix=".ttl") as file:
            file.write(to_turtle(extraction, linkage))
            file.flush()
            self._scorer.score(file.name, json.loads(gold.read_text(encoding="utf-8")))
        scope = to_scopes(iter((extraction,)), linkage, Config().base)[extraction.article.id]
        names = {scope.iris[chain.id]: chain.names for chain in extraction.chains}
        for stated in scope.stated:
            claim = stated.claim
            right = self._is_right(stated, names.get(stated.object, ()))
            if claim.is_fact and right is not None:
                yield Judged(name, gold.stem, claim.predicate, claim.rule, claim.confidence, right)

    def _is_right(self, stated: StatedClaim, names: Iterable[str]) -> bool | None:
        predicate = stated.claim.predicate
        if predicate in INTRODUCING:
            return self._verdicts.get(stated.object)
        if predicate != "addressedTo":
            return self._verdicts.get((stated.subject, predicate, stated.object))
        gold = self._paired.get(stated.subject)
        if gold is None:  # addressed or not, what is addressed was never proposed
            return self._verdicts.get(stated.subject)
        if not gold.get("to") or gold.get("optional"):
            return None
        wanted = {self._scorer.name(name) for name in self._aliases(gold["to"])}
        return bool(wanted & {self._scorer.name(name) for name in names})

    def _aliases(self, names: list[str]) -> set[str]:
        wanted = {self._scorer.name(name) for name in names}
        same = [self._scorer.names(entity) for entity in self._entities]
        return wanted.union(*(group for group in same if group & wanted))

    def _settle(
        self, kind: str, gold: list[Any], found: list[Any], score: Any, least: float, *_: Any, **__: Any
    ) -> Any:
        """Stands in for the scorer's `settle`: keeps what it pairs, counts nothing."""
        pairs, _, surplus = self._scorer.pair(gold, found, score, least)
        if kind == "entity":
            self._entities = gold
        for wanted, item in pairs:
            self._verdicts[_key(item)] = None if wanted.get("optional") else True
            if kind == "proposal":
                self._paired[_key(item)] = wanted
        for item in surplus:
            is_open = any(wanted.get("optional") and score(wanted, item) >= least for wanted in gold)
            self._verdicts[_key(item)] = None if is_open else False
        return self._scorer.Tally()


def read_raw(name: str, judge: Judge, one: EvaluationSet) -> Iterator[Judged]:
    """The claims of a set as it is read now, each with the rule's own confidence."""
    golds = {article.stem: gold for article, gold in one.pairs()}
    articles = read_sources([str(article) for article, _ in one.pairs()])
    parsed = parse_articles(article for article in articles if isinstance(article, Article))
    for extraction in read_parsed(parsed, curves={}):
        yield from judge.judge(name, extraction, golds[Path(extraction.article.location).stem])


def _key(item: Any) -> Any:
    """A node's IRI, or a relation's subject, predicate and object, in plain strings."""
    return str(item["node"]) if isinstance(item, dict) else tuple(map(str, item))
