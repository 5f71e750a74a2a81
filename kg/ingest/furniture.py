"""What on a page is furniture: everything that is shown around an article without belonging to it."""

import re

from bs4.element import Tag

# Words of class names, ids and roles, between hyphens, underscores or case changes.
SUSPECT_WORDS = frozenset(
    "ad ads advert advertisement advertorial banner breadcrumb breadcrumbs byline comment comments consent cookie "
    "cookies copyright disqus donate eyebrow footer gdpr kicker login masthead menu metadata modal nav navbar "
    "navigation newsletter newsletters onetrust outbrain pagination paywall popular popup promo promos promoted promotion "
    "recirc recirculation recommended related share sharing shares sidebar signup skip social sponsor sponsored "
    "sponsors subscribe subscription taboola tags timestamp toolbar trending widget".split()
)
# Pairs of neighbouring words, where one alone would say too little.
SUSPECT_PAIRS = frozenset(
    "author bio|author box|author card|author info|author profile|about author|people cards|more from|more stories|read more|read next|"
    "read also|also read|most read|post meta|entry meta|article meta|post info|read time|reading time|sign up|see also|"
    "call out|print only|key contacts|inline promo|tag list|post tags|article tags|further reading|up next".split("|")
)
SUSPECT_TAGS = frozenset(("nav", "footer", "menu", "search", "dialog"))
SUSPECT_ROLES = frozenset("dialog alertdialog navigation banner search menu menubar contentinfo toolbar".split())
NEVER_SUSPECT = frozenset(("html", "body", "main", "article", "h1"))
META_WORDS = frozenset("meta date byline read author time dateline published updated".split())

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(tag: Tag) -> bool:
    """Whether the page says that the element is not shown at first, or not meant to be read."""
    if not tag.attrs:
        return False
    if "hidden" in tag.attrs and tag.get("hidden") != "until-found":
        return True
    return bool(_HIDING.search(str(tag.get("style") or "")))


def is_suspect(tag: Tag) -> bool:
    """Whether an element's name, role, class or id says that it is furniture."""
    if tag.name in NEVER_SUSPECT:
        return False
    if tag.name in SUSPECT_TAGS or str(tag.get("role") or "").lower() in SUSPECT_ROLES:
        return True
    words = words_of(tag)
    if not SUSPECT_WORDS.isdisjoint(words):
        return True
    return any(f"{first} {second}" in SUSPECT_PAIRS for first, second in zip(words, words[1:], strict=False))


def words_of(tag: Tag) -> list[str]:
    """The words in an element's class names and id, in lower case, in order."""
    names = tag.get("class")
    joined = " ".join(names) if isinstance(names, list) else str(names or "")
    return [word.lower() for word in _WORDS.findall(f"{joined[:400]} {str(tag.get('id') or '')[:100]}")]
