"""The query page: a box for SPARQL and the shipped queries, one page without any request but to this server."""

import base64
import hashlib
import json
from html import escape

from kg.graph.shipped import list_queries

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222 }
textarea { width: 100%; height: 18rem; font: 14px/1.4 ui-monospace, monospace; box-sizing: border-box }
button, select { font: inherit; padding: .3rem .8rem }
#list button { border: 0; background: none; color: #06c; padding: 0; text-align: left; cursor: pointer }
table { border-collapse: collapse; font-size: 14px } th, td { border: 1px solid #ccc; padding: .2rem .5rem;
  text-align: left; vertical-align: top } #note { color: #a00; white-space: pre-wrap }
"""

# Everything that comes from the graph reaches the page as text, never as markup.
_SCRIPT = """
const shipped = JSON.parse(document.getElementById("shipped").textContent);
const box = document.getElementById("text"), note = document.getElementById("note");
const out = document.getElementById("out");
for (const query of shipped) {
  const item = document.createElement("li"), button = document.createElement("button");
  button.type = "button"; button.textContent = query.title; button.title = query.description;
  button.onclick = () => { box.value = query.text; ask(); };
  item.append(button); document.getElementById("list").append(item);
}
const add = (parent, tag, text) => {
  const made = document.createElement(tag); made.textContent = text; parent.append(made);
};
async function ask() {
  note.textContent = "…"; out.replaceChildren();
  const reply = await fetch("/sparql", { method: "POST", body: box.value, headers: {
    "Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json, text/turtle;q=0.9" } });
  const text = await reply.text();
  if (!reply.ok) { note.textContent = text; return; }
  if (!reply.headers.get("Content-Type").includes("json")) {
    add(out, "pre", text); note.textContent = ""; return;
  }
  const found = JSON.parse(text);
  if ("boolean" in found) { note.textContent = found.boolean ? "yes" : "no"; return; }
  note.textContent = found.results.bindings.length + " rows";
  const table = document.createElement("table"), head = document.createElement("tr");
  for (const name of found.head.vars) add(head, "th", name);
  table.append(head);
  for (const binding of found.results.bindings.slice(0, 1000)) {
    const row = document.createElement("tr");
    for (const name of found.head.vars) add(row, "td", name in binding ? binding[name].value : "");
    table.append(row);
  }
  out.append(table);
}
document.getElementById("ask").onclick = ask;
box.onkeydown = event => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(); };
"""

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ask the graph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><style>{style}</style></head>
<body><h1>Ask the graph</h1>{network}
<label for="text">SPARQL; the usual prefixes are declared. Ctrl+Enter asks.</label>
<textarea id="text" spellcheck="false">{first}</textarea>
<p><button id="ask" type="button">Ask</button> <span id="note" role="status"></span></p>
<div id="out"></div><h2>Questions that ship with it</h2><ul id="list"></ul>
<script type="application/json" id="shipped">{shipped}</script><script>{script}</script></body></html>
"""


def to_query_page(has_network: bool) -> bytes:
    """The page, in UTF-8; with a link to the network where there is one."""
    queries = list_queries()
    asked = [{"title": query.title, "description": query.description, "text": query.text} for query in queries]
    page = _PAGE.format(
        style=_STYLE,
        script=_SCRIPT,
        network='<p><a href="/network">The network</a></p>' if has_network else "",
        first=escape(next((query.text for query in queries if query.name == "most-mentioned"), "")),
        # "<" is escaped, so that no text can end the element that holds it
        shipped=json.dumps(asked).replace("<", "\\u003c"),
    )
    return page.encode()


def to_policy() -> str:
    """The page's Content-Security-Policy: our own script and style, requests to this server, nothing else."""
    script, style = (f"'sha256-{_digest(text)}'" for text in (_SCRIPT, _STYLE))
    own = f"script-src {script}; style-src {style}; connect-src 'self'; img-src data:"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
