"""Which language a text is in, told by its script and by the words that hold its sentences together.

A page's own word for its language is often its template's, so that it decides only where the text is too short.
"""

import re
from collections import Counter
from functools import cache

from kg.resources import ontology_path, read_table

ENGLISH = "en"
UNKNOWN = "und"
LOOKED_AT_CHARACTERS = 20_000  # some 3,000 words; what follows in another language is a quotation or a translation
MIN_WORDS = 12  # what has fewer is a headline: too little to tell by
# Of all words, those in the list of their language: English prose has 30 to 50 %, tables of figures and names 10 %, and
# so have texts in most languages without a list. Pieces of 60 words: of 285 of English articles all are told, but for
# two lists of names; of 902 of the declaration of human rights in the 38 languages that most news is in none is taken
# for English; of 9,982 in 530 languages 265 are (Scots, Pidgin, small languages of the Americas). Pieces of 25 words
# fare alike. py3langid: four lists of names, none, 22, at 1.9 to 2.5 times the CPU and 120 MB of memory.
MIN_SHARE = 0.12
MIN_OTHER_SHARE = 0.05  # below it there are no sentences at all, in whatever language: scores and names
MIN_SCRIPT_SHARE = 0.5  # of the letters; an English article on Chinese names has some in a hundred

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
# One language for each script, the most likely one: all that matters is that none is English.
_SCRIPTS = {
    "ru": re.compile("[\u0400-\u052f]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u0dff]"),
    "th": re.compile("[\u0e00-\u0eff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\u1100-\u11ff\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
# Han is written in Japanese too, with kana between; one sign is a word, so that a third of the letters is most of it.
_DENSE = frozenset(("ja", "zh", "ko"))
MIN_DENSE_SHARE = 0.3


def find_language(text: str, hint: str = "") -> str:
    """The language of the text as BCP 47 has it, "und" where it is none that is known.

    `hint` is what its page says. It is believed of a text that is too short to tell ("en" where it says nothing), and
    where it says English of a text that has hardly any sentences.
    """
    text = text[:LOOKED_AT_CHARACTERS]
    if script := _find_script(text):
        return script
    words = _WORD.findall(text.casefold().replace("’", "'"))
    if len(words) < MIN_WORDS:
        return hint.lower() or ENGLISH
    counts: Counter[str] = Counter({ENGLISH: 0})
    listed = _languages_of()
    for word, times in Counter(words).items():
        for language in listed.get(word, ()):
            counts[language] += times
    language, count = max(counts.items(), key=lambda one: (one[1], one[0] == ENGLISH))
    if count >= MIN_SHARE * len(words):
        return language
    is_likely = counts[ENGLISH] and (language == ENGLISH or count < MIN_OTHER_SHARE * len(words))
    return ENGLISH if is_likely and hint.lower().startswith(ENGLISH) else UNKNOWN


def _find_script(text: str) -> str:
    """The language of the script that most letters are in, empty for Latin letters and for a text without letters."""
    if text.isascii():
        return ""
    letters = len(_LETTER.findall(text))
    if len(_LATIN.findall(text)) >= (1 - MIN_DENSE_SHARE) * letters:
        return ""
    for language, pattern in _SCRIPTS.items():
        least = MIN_DENSE_SHARE if language in _DENSE else MIN_SCRIPT_SHARE
        if len(pattern.findall(text)) > least * letters:
            return language
    return UNKNOWN if len(_LATIN.findall(text)) < MIN_SCRIPT_SHARE * letters else ""


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages that each word is one of the holding words of."""
    listed = read_table(ontology_path("languages.toml"))
    found: dict[str, list[str]] = {}
    for language, words in listed.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
