"""The only place where the stages meet: sources -> articles -> extractions -> linkage -> graph.

stores.py      the store that the settings name; articles out of it
extracting.py  sources to extractions, without a store
ingesting.py   sources to the store
running.py     one run and its record
remembering.py what a run fetched, remembered when that is safe
asking.py      what the store answers, and why
missing.py     what was not read
showing.py     the store in a browser

Every function streams: it takes what it needs a batch at a time and yields one value for each article, so that memory
stays flat, a failure is a value and not the end of a run, and what is done is kept when the run is interrupted.
Stages are imported where they are used: asking the graph must not wait for a language model.
"""

from kg.pipeline.asking import explain_name, fill_query, find_unmatched
from kg.pipeline.extracting import Written, extract_among, extract_text, read_extractions, write_extractions
from kg.pipeline.ingesting import count_files, ingest_sources, retry_articles
from kg.pipeline.missing import Missed, find_missed, find_missed_of_store, rank_missed
from kg.pipeline.remembering import find_remarks
from kg.pipeline.showing import draw_store, make_server
from kg.pipeline.stores import make_linker, open_store, remove_articles

__all__ = [
    "Missed", "Written", "count_files", "draw_store", "explain_name", "extract_among", "extract_text", "fill_query",
    "find_missed", "find_missed_of_store", "find_remarks", "find_unmatched", "ingest_sources", "make_linker",
    "make_server", "open_store", "rank_missed", "read_extractions", "remove_articles", "retry_articles",
    "write_extractions",
]  # fmt: skip
