"""Public annotated texts, read from outside the repository: a checkout, or a bare or mirrored git directory."""

import csv
import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from kg.model import Article, Block, BlockKind, Span

Spans = tuple[Span, ...]
Labels = set[tuple[int, str, int]]


@dataclass(frozen=True)
class Telling:
    """An annotated attribution: the spans of its source and of its cue, either of them possibly empty."""

    source: Spans
    cue: Spans


@dataclass
class Text:
    """One text of a set with its annotation: who says something; things with their kinds, and what relates them."""

    article: Article
    tellings: list[Telling] = field(default_factory=list)
    things: list[Spans] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    labels: Labels = field(default_factory=set)


def read(folder: Path, name: str) -> str:
    """A file of a checkout, or of the newest commit of a bare or mirrored one."""
    if (folder / name).is_file():
        return (folder / name).read_text("utf-8")
    return _git(folder, "show", f"HEAD:{name}")


def list_names(folder: Path, under: str) -> list[str]:
    """The files of one of its folders, by name."""
    if (folder / under).is_dir():
        return sorted(path.name for path in (folder / under).iterdir())
    return sorted(_git(folder, "ls-tree", "--name-only", f"HEAD:{under}").split())


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def to_article(name: str, text: str) -> Article:
    """The text as an article, a paragraph a line; nothing moves."""
    spans = [Span(*match.span()) for match in re.finditer(r"\S[^\n]*", text)]
    return Article(name, text, tuple(Block(BlockKind.PARAGRAPH, span) for span in spans), name)


def read_polnear(folder: Path) -> Iterator[Text]:
    """The articles for development with their attributions, by the first annotator of each."""
    under, notes = "data/dev", list_names(folder, "data/dev/attributions")
    for name in list_names(folder, f"{under}/text"):
        stem = name.removesuffix(".txt")
        first = next(note for note in notes if note.startswith(f"{stem}_"))
        tellings = list(to_tellings(read(folder, f"{under}/attributions/{first}")))
        yield Text(to_article(stem, read(folder, f"{under}/text/{name}")), tellings)


def to_tellings(notes: str) -> Iterator[Telling]:
    """The attributions of one file of brat's standoff format."""
    rows = [line.split("\t") for line in notes.splitlines() if "\t" in line]
    spans = {row[0]: _to_spans(row[1].split(" ", 1)[1]) for row in rows if row[0].startswith("T")}
    for row in rows:
        if row[0].startswith("E"):
            parts = [part.split(":") for part in row[1].split()]
            roles = {
                role: tuple(s for name, id_ in parts if name.rstrip("0123456789") == role for s in spans[id_])
                for role in ("Source", "Cue")
            }
            yield Telling(roles["Source"], roles["Cue"])


def _to_spans(text: str) -> Spans:
    return tuple(Span(*map(int, part.split())) for part in text.split(";"))


_TAG = re.compile(r"<(/?)([A-Z][A-Za-z_:]*)>")


def read_factappeal(folder: Path) -> Iterator[Text]:
    """The sentences for development with the sources of their facts."""
    for at, row in enumerate(csv.DictReader(StringIO(read(folder, "val.csv")))):
        text, spans, opened, last = "", [], [], 0
        for tag in _TAG.finditer(row["annotation"]):
            text, last = text + row["annotation"][last : tag.start()], tag.end()
            if not tag[1]:
                opened.append((tag[2], len(text)))
            elif opened:
                name, start = opened.pop()
                spans += [Span(start, len(text))] if name.startswith("Source:") else []
        text += row["annotation"][last:]
        yield Text(to_article(str(at), text), [Telling((span,), ()) for span in spans])


_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "'", "'re", "'ve", "'ll"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€"})


def read_redocred(folder: Path) -> Iterator[Text]:
    """The documents for development as running text, with the mentions of their things and what relates them."""
    for at, row in enumerate(json.loads(read(folder, "data/dev_revised.json"))):
        text, places = to_running(row["sents"])
        things = [
            tuple(_extent(places[m["sent_id"]][m["pos"][0] : m["pos"][1]]) for m in mentions)
            for mentions in row["vertexSet"]
        ]
        kinds = [mentions[0]["type"] for mentions in row["vertexSet"]]
        labels = {(label["h"], label["r"], label["t"]) for label in row["labels"]}
        yield Text(to_article(str(at), text), things=things, kinds=kinds, labels=labels)


def to_running(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """The words of sentences as one text, and where each word stands in it."""
    text, places, quoted = "", [], False
    glued = True
    for sentence in sentences:
        row = []
        for word in sentence:
            closes = word == '"' and quoted
            text += "" if glued or closes or word in _NO_SPACE_BEFORE or word in {"-", "–"} else " "
            row.append(Span(len(text), len(text) + len(word)))
            text += word
            quoted = quoted != (word == '"')
            glued = word in _NO_SPACE_AFTER or word in {"-", "–"} or (word == '"' and quoted)
        places.append(row)
    return text, places


def _extent(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end)
