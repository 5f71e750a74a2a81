"""Sources to articles: files, folders, feeds, archives and addresses become `kg.model.Article` values, or say why not.

sources     the stage's face: each location to its articles, each article once
listing     sources.toml: the sources that an operator keeps, with their options
checking    what each source would give
holdings    a source of any kind to what it holds, one after the other
files       files, folders and patterns on disk
opening     files, pipes and fetched bytes to streams, unpacked
kinds       what a source is, told from its bytes
fetching    http(s) addresses to bytes, politely and safely: a folder

contents    what a feed, sitemap or list of addresses lists
entries     what such a list says of one article
feeds       RSS and Atom to entries
json_feed   JSON Feed to entries
sitemaps    sitemaps, news sitemaps and their indexes to entries
following   entries to articles: their pages, or what the feed holds
warc        web archives to pages
mail        newsletters to articles: messages, mailboxes
pdf         PDF files to articles
layout      lines where they stand on pages to pieces
singles     what holds one article to that article
sifting     which articles are left out, and why
language    which language a text is in
paywall     whether a page gives an article or a taste of it

reading     a page's or text's bytes to its article
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
authors     who wrote an article: marked, shown, guessed
dating      when it was published, likewise
credits     the words around names and dates
"""

from kg.ingest.sources import expand_sources, read_sources

__all__ = ["expand_sources", "read_sources"]
