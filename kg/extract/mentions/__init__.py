"""Finds what is named in an article: organizations, people, AI systems, policies, documents, events, places, groups.

learned     names that a trained recogniser reads from their context
decoding    what the recogniser decides, for many texts at once
gazetteer   names that are known to the world
policies, organizations, persons, systems, documents, events    names that their form or their neighbours give away
columns     names in a table, by the heading of their column
groups      unnamed groups of agents
trim        cuts articles, titles and possessives off
combine     decides between the layers, block by block
consistency lets the blocks of an article tell each other what they know
homonyms    drops names of other things: ferries, mares; makes streets and towns places
"""

from kg.extract.mentions.candidates import keep_apart
from kg.extract.mentions.classes import weigh_classes
from kg.extract.mentions.columns import find_in_columns
from kg.extract.mentions.combine import block_names
from kg.extract.mentions.consistency import make_consistent
from kg.extract.mentions.gazetteer import Known, known_as
from kg.extract.mentions.groups import find_groups
from kg.extract.mentions.homonyms import settle_homonyms
from kg.extract.mentions.learned import find_learned
from kg.extract.parsed import Parsed
from kg.model import BlockKind, Mention, Span

__all__ = ["LAYERS", "Known", "find_mentions", "known_as"]

LAYERS = frozenset({"gazetteer", "grammar", "ner", "document"})


def find_mentions(parsed: Parsed, layers: frozenset[str] = LAYERS) -> tuple[Mention, ...]:
    """Every named thing and every group of agents in the article, in order of place; no two overlap.

    Spans leave out articles, titles and possessive endings. A mention's `layer` is "gazetteer", "grammar", "ner",
    "document" (the name was recognised elsewhere in the article) or "group"; `layers` are those to use.
    """
    docs = [block.doc for block in parsed.blocks]
    learned = find_learned(docs) if "ner" in layers else [[] for _ in docs]
    ordinary = frozenset(token.text for doc in docs for token in doc if token.is_lower)
    cells = [list(find_in_columns(parsed, block)) if "grammar" in layers else [] for block in parsed.blocks]
    named = [
        block_names(doc, [*seen, *inside], ordinary, layers)
        for doc, seen, inside in zip(docs, learned, cells, strict=True)
    ]
    if "document" in layers:
        headings = [block.block.kind in (BlockKind.TITLE, BlockKind.HEADING) for block in parsed.blocks]
        named = make_consistent(
            [doc.text for doc in docs], named, headings, lambda block, c: weigh_classes(docs[block], c.start, c.end)
        )
    named = settle_homonyms([doc.text for doc in docs], named)
    mentions: list[Mention] = []
    for block, names in zip(parsed.blocks, named, strict=True):
        for found in sorted(keep_apart([*names, *find_groups(block.doc)]), key=lambda c: c.start):
            span = Span(block.block.span.start + found.start, block.block.span.start + found.end)
            mentions.append(Mention(span, found.cls, found.layer, found.confidence))
    return tuple(mentions)
