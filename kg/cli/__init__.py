"""The command line, `kg`: the only package that prints.

articles.py   extract, ingest, remove: articles in and out
answers.py    query, export: what the graph says
reasons.py    explain: why a name is what it is there
checks.py     validate, verify: whether it may say so
pages.py      view, serve: the graph in a browser
entry.py      what every command shares: global options, errors as one line, exit status
options.py    the options that several commands take
tables.py     rows as a table
terminal.py   what is said to the person, and how
"""

from kg.cli.answers import export, query
from kg.cli.articles import extract, ingest, remove
from kg.cli.checks import validate, verify
from kg.cli.entry import commands, main
from kg.cli.pages import serve, view
from kg.cli.reasons import explain

__all__ = ["main"]

for _command in (extract, ingest, remove, query, explain, export, validate, verify, view, serve):
    commands.add_command(_command)
