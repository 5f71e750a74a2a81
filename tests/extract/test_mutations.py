"""Taking one construction out of the engine makes sentences of the tables fail: none is there without an example."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, wraps
from types import ModuleType
from typing import Any

import pytest

import kg.extract.relations as relations_package
from kg.extract import referents
from kg.extract.relations import read_relations
from kg.extract.relations import reading as relations_reading
from kg.extract.relations.lexicon import load_lexicon
from kg.extract.stance import attribution, modality
from kg.extract.syntax import arguments, nominals, paths, prepositions
from kg.extract.tokens import Doc
from kg.extract.wishes import asking, dangers, fearing, gathering
from tests.extract.articles import resolve_blocks
from tests.extract.cast import claims, find_wrong, tellers, to_rows, wished
from tests.extract.constructions import ALL
from tests.extract.marked import parse_marked
from tests.extract.stance.sentences import NOT_SO, SAID, SO
from tests.extract.wishes.articles import ARTICLES, speakers_in
from tests.extract.wishes.asked import ASKED, FEARED, NOT_ASKED, VOICES

MOST = 400  # examples tried for one construction; most mutations show in the first three

Function = Callable[..., Any]
TABLE = """
| Model | Developer
| Bolt | Acme
"""


@dataclass(frozen=True)
class Site:
    """Where one construction sits: a name of a module, an entry of a dictionary or a member of a tuple there."""

    module: ModuleType
    name: str
    key: str = ""
    member: int = -1

    def __str__(self) -> str:
        """The construction's name, for reports."""
        inner = self.key or (self.read().__name__ if self.member >= 0 else "")
        return f"{self.module.__name__.removeprefix('kg.extract.')}.{self.name}{f'[{inner}]' if inner else ''}"

    def read(self) -> Function:
        """The function that stands there."""
        holder = getattr(self.module, self.name)
        return holder[self.key] if self.key else holder[self.member] if self.member >= 0 else holder

    def write(self, patch: pytest.MonkeyPatch, function: Function) -> None:
        """Puts another function there."""
        holder = getattr(self.module, self.name)
        if self.key:
            old = self.read()
            for key in [key for key, value in holder.items() if value is old]:
                patch.setitem(holder, key, function)
        elif self.member >= 0:
            _replace_in_tuples(patch, self.read(), function)
        else:
            patch.setattr(self.module, self.name, function)


def _replace_in_tuples(patch: pytest.MonkeyPatch, old: Function, new: Function) -> None:
    """Puts a function in another's place in every tuple of constructions, under whichever name a module holds it."""
    for module in [module for name, module in sys.modules.items() if name.startswith("kg.extract.")]:
        for name, value in list(vars(module).items()):
            if isinstance(value, tuple) and old in value:
                patch.setattr(module, name, tuple(new if member is old else member for member in value))


def _names(module: ModuleType, *names: str) -> list[Site]:
    return [Site(module, name) for name in names]


def _keys(module: ModuleType, name: str) -> list[Site]:
    """One site for each function of the dictionary, under the first of its keys."""
    first = {function: key for key, function in reversed(getattr(module, name).items())}
    return [Site(module, name, key=key) for key in first.values()]


def _members(module: ModuleType, name: str) -> list[Site]:
    return [Site(module, name, member=i) for i in range(len(getattr(module, name)))]


def _yielding(module: ModuleType, what: str) -> list[Site]:
    """The module's own functions that yield such values: each is one construction."""
    own = [f for f in vars(module).values() if callable(f) and getattr(f, "__module__", "") == module.__name__]
    return [Site(module, f.__name__) for f in own if f"Iterator[{what}" in str(f.__annotations__.get("return"))]


USED_PATHS = {p for entry in load_lexicon().entries for p in (*entry.subject, *entry.object, *entry.needs)}
SITES = [
    *_names(nominals, *(n for n in nominals._selves_of.__code__.co_names if n.startswith("_") and n != "_selves_of")),
    *(site for site in _keys(paths, "PATHS") if site.key in USED_PATHS),
    *_names(prepositions, "_further_in", "_hung_on_verb"),
    *_names(paths, "_light_verb"),
    *_keys(arguments, "_SHARING"),
    *_names(arguments, "_agents", "_gap", "_swallowed"),
    *_members(referents, "ANY"),
    *_keys(modality, "_STEPS"),
    *_names(modality, "leave_noun", "_look_around", "_lacks_object", "_follows_nor"),
    *_names(attribution, "_reporting_above", "_according_to", "_nearest_reporting"),
    *_names(relations_package, "read_pairs", "read_tables", "read_ellipses", "spread_over_families", "find_endings"),
    *_names(relations_reading, "find_topic"),
    *_members(asking, "_BY_VERB"),
    *_yielding(fearing, "kg.extract.tokens.TokenSpan"),
    *(site for site in _yielding(dangers, "kg.extract.tokens.TokenSpan") if site.name != "find_dangers"),
    *_names(gathering, "find_listed", "find_answers", "find_norms"),
]


def _of_tables(tables: dict[str, str], read: Function) -> Iterator[tuple[str, Callable[[], bool]]]:
    for table in tables.values():
        for text, expected in to_rows(table):
            row = f"{text} => {'; '.join(sorted(expected))}"
            yield text, lambda row=row: not find_wrong(row, read)


def _of_lexicon() -> Iterator[tuple[str, Callable[[], bool]]]:
    @cache
    def parse(text: str):
        return parse_marked(text)

    def reads(text: str, predicate: str) -> bool:
        marked = parse(text)
        facts = {(c.subject, c.predicate, c.object) for c in read_relations(marked.resolved) if c.is_fact}
        return (marked.roles["s"], predicate, marked.roles["o"]) in facts

    for entry in load_lexicon().entries:
        for text in entry.yes:
            if "\n" not in text:
                yield text, lambda text=text, predicate=entry.predicate: reads(text, predicate)


def _reads_table() -> bool:
    return any(claim.predicate == "develops" for claim in read_relations(resolve_blocks(TABLE)))


EXAMPLES = dict(
    [
        *_of_tables({**NOT_SO, **SO, **ALL}, claims),
        *_of_tables({**ASKED, **NOT_ASKED, **FEARED, **VOICES}, wished),
        *_of_tables({f"{way}, said": table for way, table in SAID.items()}, tellers),
        *((text, lambda text=text, said=said: speakers_in(text) == said) for text, said in ARTICLES.values()),
        (TABLE, _reads_table),
        *_of_lexicon(),
    ]
)


@contextmanager
def _recording(patch: pytest.MonkeyPatch, used: dict[Site, list[str]], current: list[str]) -> Iterator[None]:
    """While it lasts, every construction notes the examples in which it finds something."""

    def noting(site: Site, function: Function) -> Function:
        @wraps(function)
        def noted(*arguments: Any, **named: Any) -> Any:
            found = function(*arguments, **named)
            found = list(found) if isinstance(found, Iterator) else found
            if (found or _changes(function)) and current[0] not in used[site]:
                used[site].append(current[0])
            return found

        return noted

    with patch.context() as context:
        for site in SITES:
            site.write(context, noting(site, site.read()))
        yield


@pytest.fixture(scope="module", autouse=True)
def nothing_is_remembered() -> Iterator[None]:
    """Texts are parsed once for all examples: what was found in them with a construction must not stand in for it."""
    with pytest.MonkeyPatch().context() as patch:
        patch.setattr(Doc, "kept", property(lambda _: {}, lambda doc, kept: vars(doc).update(kept=kept)), raising=False)
        yield


@pytest.fixture(scope="module")
def examples_of(nothing_is_remembered: None) -> dict[Site, list[str]]:
    """For each construction, the examples in which it finds something."""
    used: dict[Site, list[str]] = {site: [] for site in SITES}
    current, broken = [""], set()
    with _recording(pytest.MonkeyPatch(), used, current):
        for text, holds in EXAMPLES.items():
            current[0] = text
            if not holds():
                broken.add(text)  # its own test says so; here it would tell nothing
    return {site: [text for text in texts if text not in broken] for site, texts in used.items()}


def _changes(function: Function) -> bool:
    """Whether it works by what it does to a stance, not by what it returns."""
    return "stance" in function.__annotations__ or "Stance" in str(function.__annotations__)


def _emptied(function: Function) -> Function:
    """The function as if its construction did not exist."""
    returns = str(function.__annotations__.get("return"))
    nothing = [] if "[" in returns else False if "bool" in returns else None

    @wraps(function)
    def emptied(*arguments: Any, **named: Any) -> Any:
        return nothing

    return emptied


@pytest.mark.parametrize("site", SITES, ids=str)
def test_an_example_fails_without_the_construction(site, examples_of, monkeypatch):
    tried = examples_of[site][:MOST]
    assert tried, f"no sentence of the tables uses {site}: add one"
    site.write(monkeypatch, _emptied(site.read()))
    assert not all(EXAMPLES[text]() for text in tried), f"all of {len(tried)} sentences are read without {site}"


def test_the_examples_cover_every_entry_of_the_lexicon():
    texts = {text for entry in load_lexicon().entries for text in entry.yes if "\n" not in text}
    assert texts <= set(EXAMPLES)
