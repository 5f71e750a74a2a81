"""Sentences with their names marked, turned into what claims are read from.

`[Acme|Organization]` is a name, `[its=Acme|Organization]` another word for it, `[s:Acme|Organization]` a claim's
subject.
"""

import re
from dataclasses import dataclass

from kg.extract.language import parse_articles
from kg.extract.parsed import Resolved
from kg.model import Article, Block, BlockKind, Chain, EntityClass, Mention, Span

MARK = re.compile(r"\[(?:(?P<role>[so]):)?(?:(?P<text>[^\]|=]+)=)?(?P<name>[^\]|]+)\|(?P<cls>\w+)\]")


@dataclass(frozen=True)
class Marked:
    """A marked text, parsed: `resolved`, and the chain id that each role ("s", "o") was marked with."""

    resolved: Resolved
    roles: dict[str, str]


def parse_marked(text: str) -> Marked:
    """One paragraph of marked text; names that are spelled alike are one chain."""
    plain, mentions, roles, last = "", {}, {}, 0
    ids: dict[tuple[str, str], str] = {}
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        name, cls = match["name"], match["cls"]
        shown = match["text"] or name
        span = Span(len(plain), len(plain) + len(shown))
        plain += shown
        last = match.end()
        chain_id = ids.setdefault((name, cls), f"e{len(ids) + 1}")
        mentions.setdefault((name, cls), []).append(Mention(span, EntityClass(cls), "marked"))
        if match["role"]:
            roles[match["role"]] = chain_id
    plain += text[last:]
    article = Article("test", plain, (Block(BlockKind.PARAGRAPH, Span(0, len(plain))),), "test")
    chains = tuple(
        Chain(ids[key], EntityClass(key[1]), key[0], (key[0],), tuple(found)) for key, found in mentions.items()
    )
    (parsed,) = parse_articles([article])
    return Marked(Resolved(parsed, chains), roles)
