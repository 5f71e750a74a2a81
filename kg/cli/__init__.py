"""The command line, `kg`: the only package that prints.

articles.py   extract, ingest, remove: articles in and out
sources.py    sources check: what each source would give
runs.py       status, runs, retry: how the store stands, and what was done to it
answers.py    query, export: what the graph says
reasons.py    explain: why a name is what it is there
misses.py     misses: sentences that should have given something and did not
checks.py     validate, verify: whether it may say so
pages.py      view, serve: the graph in a browser
entry.py      what every command shares: global options, errors as one line, exit status
options.py    the options that several commands take
tables.py     rows as a table
records.py    rows that come from no query
reports.py    what is said of a run while it goes on
pace.py       how far a long command is, and how fast
terminal.py   what is said to the person, and how
"""

from kg.cli.answers import export, query
from kg.cli.articles import extract, ingest, remove
from kg.cli.checks import validate, verify
from kg.cli.entry import commands, main
from kg.cli.misses import misses
from kg.cli.pages import serve, view
from kg.cli.reasons import explain
from kg.cli.runs import retry, runs, status
from kg.cli.sources import sources

__all__ = ["main"]

_COMMANDS = (
    *(extract, ingest, sources, status, runs, retry, remove),
    *(query, explain, misses, export, validate, verify, view, serve),
)

for _command in _COMMANDS:
    commands.add_command(_command)
