"""Sources to articles: files, folders, feeds and addresses become `kg.model.Article` values, or say why not.

sources     the stage's face: each location to its articles, each article once
files       files, folders and patterns on disk
fetching    http(s) addresses, with caps, public hosts only
feeds       RSS, Atom and JSON Feed to entries
reading     one source's bytes to one article
decoding    bytes to text, or why they are none
pieces      what a reader found to an article's final text and blocks

plain       plain text to pieces
wrapping    lines broken at a fixed width, joined again
bullets     the marks that people type before items
masthead    title, by-line and date above a plain text, dates in its opening
markdown    Markdown to pieces

page        a page to pieces: selected, structured, title first
tree        markup to a tree, lean
flow        a tree to runs of text
runs        what a run is
places      where on the page a run stands
tables      tables and definition lists to rows
selection   what trafilatura takes for the content
content     which runs that means, without the furniture
furniture   what furniture looks like
title       which run is the title
header      lines of metadata between a title and its article
outline     runs to pieces: typed bullets, bold headings, captions

metadata    what a page says of its article
linked_data the same in JSON-LD
dates       dates as people write them
"""

from kg.ingest.sources import read_sources

__all__ = ["read_sources"]
