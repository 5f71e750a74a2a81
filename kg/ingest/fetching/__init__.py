"""Fetching: http(s) addresses to bytes, politely (robots.txt, one connection and a rate per host) and safely (caps).

fetcher     the one object that a run fetches with
settings    its limits
answers     what asking an address can end in
"""

from kg.ingest.fetching.answers import Fetched, FetchError, Stamp, Trouble, Unchanged
from kg.ingest.fetching.fetcher import Fetcher
from kg.ingest.fetching.once import MAX_REDIRECTS, fetch
from kg.ingest.fetching.settings import FetchSettings, to_fetch_settings

__all__ = [
    "MAX_REDIRECTS",
    "FetchError",
    "FetchSettings",
    "Fetched",
    "Fetcher",
    "Stamp",
    "Trouble",
    "Unchanged",
    "fetch",
    "to_fetch_settings",
]
