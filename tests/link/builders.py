"""Small extractions to link."""

from kg.model import Article, Chain, Claim, EntityClass, Extraction, Mention, Metric, Proposal, Span

ORG, PERSON, SYSTEM = EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM


def make_chain(names: str, cls: EntityClass = ORG, known: str | None = None, local: bool = False) -> Chain:
    """A chain with the names that are parted by bars, the best first; its id comes with its article."""
    every = tuple(names.split("|"))
    return Chain("", cls, every[0], every, (), known, local)


def make_extraction(article: str, *chains: Chain | str, **parts: tuple[object, ...]) -> Extraction:
    """An extraction with these chains, numbered; each name stands in the text, one sentence a chain."""
    text, numbered = "", []
    for number, given in enumerate(chains, 1):
        chain = make_chain(given) if isinstance(given, str) else given
        mentions = []
        for name in chain.names:
            mentions.append(Mention(Span(len(text), len(text) + len(name)), chain.cls, "ner", 0.8))
            text += f"{name} was there. "
        numbered.append(
            Chain(f"e{number}", chain.cls, chain.name, chain.names, tuple(mentions), chain.known, chain.local)
        )
    return Extraction(Article(article, text, (), article), tuple(numbered), **parts)  # type: ignore[arg-type]


__all__ = ["ORG", "PERSON", "SYSTEM", "Claim", "Metric", "Proposal", "make_chain", "make_extraction"]
