"""Fetching: http(s) addresses to bytes, politely and safely.

fetcher     the one object that a run fetches with
settings    its limits
answers     what asking an address can end in

journey     an address through its redirects, and what is remembered of the way
memory      what is kept between runs: validators, moves, ends, robots.txt files
asking      one address, as its host and its robots.txt allow
robots      what a robots.txt allows
patience    asking again: when, how often, and not for ever
web         one question to one server
pacing      each host's turn
bodies      an answer's body, decompressed under a cap
replay      recorded answers instead of the network

addresses   addresses in one form, and which are never asked
connecting  connections to vetted addresses only
transport   httpx over these connections
deadline    how long an address may take
"""

from kg.ingest.fetching.addresses import to_address
from kg.ingest.fetching.answers import Fetched, FetchError, Stamp, Trouble, Unchanged
from kg.ingest.fetching.fetcher import Fetcher
from kg.ingest.fetching.memory import read_changes
from kg.ingest.fetching.settings import FetchSettings, to_fetch_settings

__all__ = [
    "FetchError",
    "FetchSettings",
    "Fetched",
    "Fetcher",
    "Stamp",
    "Trouble",
    "Unchanged",
    "read_changes",
    "to_address",
    "to_fetch_settings",
]
