"""Lines between a title and the first paragraph that are metadata: date, by-line, reading time, section."""

import re

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
_STAMP = re.compile(r"^(?:first |last |originally )?(?:published|updated|posted|modified|created)\b", re.IGNORECASE)
_AGO = re.compile(r"^\d{1,3}\s+(?:second|minute|hour|day|week|month)s?\s+ago$", re.IGNORECASE)

MAX_META_CHARACTERS = 200
MAX_OTHER_WORDS = 9  # beside the date: a weekday, a place, a section, a name


def is_meta_line(text: str) -> bool:
    """Whether a short line above the first paragraph is metadata and no sentence."""
    if len(text) > MAX_META_CHARACTERS:
        return False
    if _AGO.match(text) or _STAMP.match(text) or _BYLINE.match(text):
        return True
    if _READING_TIME.search(text) and len(text) < MAX_META_CHARACTERS / 2:
        return True
    rest, dates = _DATE.subn(" ", text)
    return bool(dates) and len(re.findall(r"\w+", rest)) <= MAX_OTHER_WORDS
