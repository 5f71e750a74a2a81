"""Lines between a title and the first paragraph that are metadata: date, by-line, reading time, section."""

import re

from kg.ingest.authors import clean_authors

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d{1,3}[\s-]?min(?:ute)?s?\b[\s-]*(?:read|listen)?|\breading time\b", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:posted |published |written |words |text |reporting |story )?by:?\s+\S", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?(?:\s*\(?\b[A-Z]{2,4}\b\)?)?", re.IGNORECASE)
_BY_NAME = re.compile(r"\b[Bb]y:?\s+[A-Z]")
_SENTENCE = re.compile(r"""[a-z][.!?]["”’]?$""")
_STAMP = re.compile(r"^(?:first |last |originally )?(?:published|updated|posted|modified|created)\b", re.IGNORECASE)
_AGO = re.compile(r"^\d{1,3}\s+(?:second|minute|hour|day|week|month)s?\s+ago$", re.IGNORECASE)

MAX_META_CHARACTERS = 200
MAX_WORDS = 3  # beside a date: a weekday, a place, a section; what holds more is a headline with a date in it
MAX_WORDS_WITH_NAME = 9  # the same where somebody is named as the author


def is_meta_line(text: str) -> bool:
    """Whether a short line above the first paragraph is metadata and no sentence."""
    if len(text) > MAX_META_CHARACTERS:
        return False
    is_sentence = bool(_SENTENCE.search(text))
    if _AGO.match(text) or (not is_sentence and (_STAMP.match(text) or _BYLINE.match(text))):
        return True
    if _READING_TIME.search(text) and len(text) < MAX_META_CHARACTERS / 2:
        return True
    rest, dates = _DATE.subn(" ", _TIME.sub(" ", text))
    others = len(re.findall(r"\w+", rest))
    return bool(dates) and others <= (MAX_WORDS_WITH_NAME if _BY_NAME.search(rest) else MAX_WORDS)


def find_byline(text: str) -> tuple[str, ...]:
    """The authors whom a by-line names, or none: "By A. Author, Daily Paper" -> ("A. Author",)."""
    found = re.search(r"\bby:?\s+(?P<names>[^\W\d_].*)$", text, re.IGNORECASE)
    if not found or found["names"][0].islower():  # "passed by nine to four" names nobody
        return ()
    names = re.split(r"[|·•]|\bon\b|\.\s|,(?=.*\d)|\d", found["names"])[0]
    first, comma, rest = names.partition(",")
    is_list = comma and re.search(r"\band\b|&", rest)  # "A, B and C" are names; "A, Daily Paper" is a name and a paper
    return clean_authors([(names if is_list else first).rstrip(". ")])
