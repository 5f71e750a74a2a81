"""Finds what is named in an article: organizations, people, AI systems, policies, documents, events, places, groups.

learned     names that a trained recogniser reads from their context
gazetteer   names that are known to the world
policies, organizations, persons, systems    names that their form or their neighbours give away
groups      unnamed groups of agents
trim        cuts articles, titles and possessives off
combine     decides between the layers, block by block
consistency lets the blocks of an article tell each other what they know
"""

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.combine import block_names
from kg.extract.mentions.consistency import make_consistent
from kg.extract.mentions.gazetteer import Known, known_as
from kg.extract.mentions.groups import find_groups
from kg.extract.mentions.learned import find_learned
from kg.extract.parsed import Parsed
from kg.model import Mention, Span

__all__ = ["Known", "find_mentions", "known_as"]


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """Every named thing and every group of agents in the article, in order of place; no two overlap.

    Spans leave out articles, titles and possessive endings. `layer` is "gazetteer", "grammar", "ner", "group" or
    "document" (the name was recognised elsewhere in the article).
    """
    docs = [block.doc for block in parsed.blocks]
    texts = [doc.text for doc in docs]
    named: list[list[Candidate]] = []
    for doc, text, learned in zip(docs, texts, find_learned(docs), strict=True):
        starts = frozenset(sentence.start_char for sentence in doc.sents)
        named.append(block_names(text, learned, starts))
    mentions: list[Mention] = []
    for block, candidates in zip(parsed.blocks, make_consistent(texts, named), strict=True):
        with_groups = keep_apart([*candidates, *find_groups(block.doc)])
        for found in sorted(with_groups, key=lambda c: c.start):
            span = Span(block.block.span.start + found.start, block.block.span.start + found.end)
            mentions.append(Mention(span, found.cls, found.layer, found.confidence))
    return tuple(mentions)
