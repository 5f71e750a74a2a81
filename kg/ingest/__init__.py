"""Sources to articles: files, folders, feeds and addresses become `kg.model.Article` values, or say why not."""

from kg.ingest.sources import read_sources

__all__ = ["read_sources"]
