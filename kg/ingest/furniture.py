"""What on a page is furniture: everything that is shown around an article without belonging to it."""

import re
from functools import lru_cache
from itertools import islice, pairwise

from bs4.element import Tag


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of class names, ids and roles, between hyphens, underscores or case changes.
SUSPECT_WORDS = _words(
    "ad ads advert advertisement advertorial banner breadcrumb breadcrumbs byline comment comments consent cookie "
    "cookies copyright disqus donate eyebrow footer gdpr kicker login masthead menu metadata modal nav navbar "
    "navigation newsletter newsletters onetrust outbrain pagination paywall popular popup promo promos promoted "
    "promotion recirc recirculation recommended related share sharing shares sidebar signup skip social sponsor "
    "sponsored sponsors subscribe subscription taboola tags timestamp toolbar trending widget"
)
# Pairs of neighbouring words, where one alone would say too little.
_PAIRS = (
    "about author|also read|article meta|article tags|author bio|author box|author card|author info|author profile|"
    "entry meta|further reading|key contacts|more from|more stories|most read|people cards|post date|post info|"
    "post meta|post tags|print only|read also|read more|read next|read time|reading time|see also|sign up|tag list|"
    "up next"
)
SUSPECT_PAIRS = frozenset(_PAIRS.split("|"))
SUSPECT_TAGS = _words("nav footer menu search dialog")
SUSPECT_ROLES = _words("dialog alertdialog navigation banner search menu menubar contentinfo toolbar")
# Words of boxes that show other articles, or what readers say: their authors and dates are not the article's.
ASIDE_WORDS = _words(
    "aside comment comments commentlist latest nav navigation popular recent recommended related respond reply "
    "sidebar snippet teaser teasers trending"
)
NEVER_SUSPECT = _words("html body main article h1 h2")

MAX_ASIDE_LEVELS = 12  # around an element that are looked at
_WHOLES = _words("html body main article")  # their names tell of the page, not of a box on it

MAX_LINE_CHARACTERS = 250  # of a line that can be furniture by its words alone
# Whole lines that are furniture wherever they stand.
_FURNITURE_LINES = re.compile(
    r"""advertisements?(\s*[·|–-]?\s*scroll\ to\ continue)? | continue\ reading.{0,80} | story\ continues\ below.{0,40}
    | (read|see|watch|listen)\ (more|also|next|now)\s*:.* | (click|tap)\ here\ (to|for)\b.{0,80}
    | (sign\ up|subscribe)\ (for|to|now)\b.{0,60}\b(newsletters?|inbox|alerts|free|account|daily|weekly)\b.{0,60}
    | (share|follow|print|e-?mail|tweet)(\ (this|us|on|via|by|article|story|page)\b.{0,25}(?<!\?))? | copy\ link
    | (copyright\s*(©|\(c\)|\d{4})|©|\(c\)\s*\d{4}).{0,150} | .{0,100}\ball\ rights\ reserved\b.{0,60}
    | (skip|jump)\ to\ (main\ )?content | (visitors|page\ views|hits)\s*:\s*[\d.,]+
    | best\ viewed\ (at|in|with)\b.{0,150} | printer-friendly.{0,40}
    | (you\ (get|got|receive|received|are\ receiving)\ this\b.{0,60})?.{0,60}\bunsubscribe\b.{0,80}
    | \d+\ comments? | (leave|post|add)\ a\ comment.{0,40} | view\ in\ (your\ )?browser.{0,80}""",
    re.IGNORECASE | re.VERBOSE,
)
# Headings of boxes that link elsewhere; what stands under one goes with it as long as it is links.
_BOX_HEADINGS = re.compile(
    r"""read\ (next|more|also) | related(\ (articles?|stor(y|ies)|posts?|news|insights|content|links|reading|topics))?
    | recommended\ (for\ you|articles|stories|reading) | most\ (read|popular|viewed)(\ \w+){0,2}
    | more\ (from\b.{0,40}|stories|news|like\ this) | you\ (may|might)\ (also\ )?like.{0,20}
    | recent\ (posts|articles|news) | (reader\ )?comments(\ \(\d+\))?
    | share\ this.{0,20} | key\ contacts | what\ to\ read\ next | sponsored | advertisement
    | newsletters? | sign\ up\ for\ .{0,40} | trending(\ now)? | editors?['’]s?\ picks?""",
    re.IGNORECASE | re.VERBOSE,
)
# The same where links follow; without links they are headings like any other.
_LINK_HEADINGS = re.compile(
    r"more (on|in)\b.{0,40}|see also|further reading|popular( \w+){0,2}|tags|topics|latest( \w+){0,2}"
    r"|in this section|also read",
    re.IGNORECASE,
)

# What the networks' own markup calls a post that an article shows: it is quoted, whatever the box around it is called.
_POSTS = frozenset(
    ("twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed", "reddit-embed")
)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(tag: Tag) -> bool:
    """Whether the page says that the element is not shown at first."""
    attributes = tag.attrs
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    return "style" in attributes and bool(_HIDING.search(str(attributes["style"])))


def is_suspect(tag: Tag) -> bool:
    """Whether an element's name, role, class or id says that it is furniture."""
    if tag.name in NEVER_SUSPECT:
        return False
    if tag.name in SUSPECT_TAGS:
        return True
    if not tag.attrs:
        return False
    if str(tag.attrs.get("role", "")).lower() in SUSPECT_ROLES:
        return True
    return _is_suspect_name(*_names_of(tag))


def is_aside(tag: Tag) -> bool:
    """Whether an element stands in a box of other articles or of comments, by the names around it.

    What holds the page's main heading is no such box: "one-sidebar" is what a theme calls the whole.
    """
    around = (up for up in islice(tag.parents, MAX_ASIDE_LEVELS) if up.name not in _WHOLES)
    return any(_is_aside_name(*_names_of(up)) and up.find("h1") is None for up in around)


def _names_of(tag: Tag) -> tuple[str, str]:
    return str(tag.attrs.get("class", ""))[:400], str(tag.attrs.get("id", ""))[:100]


@lru_cache(maxsize=4096)
def _is_aside_name(classes: str, element_id: str) -> bool:
    words = (word.lower() for word in _NAME_PARTS.findall(f"{classes} {element_id}"))
    return not ASIDE_WORDS.isdisjoint(words)


def is_shown_post(tag: Tag) -> bool:
    """Whether an element is a post from a social network that the article shows."""
    return tag.name == "blockquote" and not _POSTS.isdisjoint(str(tag.attrs.get("class", "")).split())


@lru_cache(maxsize=4096)  # some hundred kilobytes: on one page, and on pages of one site, the same names come again
def _is_suspect_name(classes: str, element_id: str) -> bool:
    words = [word.lower() for word in _NAME_PARTS.findall(f"{classes} {element_id}")]
    return not SUSPECT_WORDS.isdisjoint(words) or any(" ".join(pair) in SUSPECT_PAIRS for pair in pairwise(words))


def is_furniture_line(text: str) -> bool:
    """Whether a line says by itself that it is furniture: "Advertisement", "Copyright 2026 …", "Read more: …"."""
    return len(text) <= MAX_LINE_CHARACTERS and bool(_FURNITURE_LINES.fullmatch(text))


def is_box_heading(text: str, has_links: bool) -> bool:
    """Whether a heading stands over a box of links or comments: "Read next", "Related articles".

    `has_links` says whether links follow it.
    """
    heading = text.rstrip(" :")
    return bool(_BOX_HEADINGS.fullmatch(heading) or (has_links and _LINK_HEADINGS.fullmatch(heading)))
