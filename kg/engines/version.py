"""Which extractor this is: its own version, and the words it knows."""

from functools import cache

from kg.iris import to_digest
from kg.resources import ontology_path


@cache
def to_extractor_version() -> str:
    """What an article must be read again for when it differs: the extractor's own version and the words it knows."""
    from kg.extract import EXTRACTOR_VERSION

    words = sorted(path for path in ontology_path().rglob("*") if path.suffix in (".toml", ".csv"))
    return f"{EXTRACTOR_VERSION}-{to_digest(*(path.read_text(encoding='utf-8') for path in words))}"
