"""What is asked for and feared in articles of several blocks, and who says so."""

from kg.extract.wishes import Wishes, read_wishes
from tests.extract.articles import resolve_blocks


def wishes_in(text: str) -> Wishes:
    """The proposals and risks of a text of several blocks."""
    return read_wishes(resolve_blocks(text))


def speakers_in(text: str) -> dict[str, list[str]]:
    """Who puts each proposal and risk of a text of several blocks: label -> names."""
    resolved = resolve_blocks(text)
    found = read_wishes(resolved)
    names = {chain.id: chain.name for chain in resolved.chains}
    return {
        node.label: [names[c.subject] for c in found.claims if c.object == node.id]
        for node in (*found.proposals, *found.risks)
    }
