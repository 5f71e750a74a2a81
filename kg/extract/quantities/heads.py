"""The noun that a number counts, and the tokens that a number covers."""

from collections.abc import Iterator

from kg.extract.tokens import Token, TokenSpan

NOUNS = frozenset(("NOUN", "PROPN"))
_WHEN = frozenset(("today", "yesterday", "tomorrow", "now", "tonight", "thanks"))
MAX_GAP = 6  # tokens between a number and the noun that it counts ("310 highly paid and loyal young people")


def find_head(tokens: TokenSpan) -> Token | None:
    """The noun that the number over `tokens` counts: "people" of "310 people", "pupils" of "3,900 of the pupils"."""
    head = _by_tree(tokens)
    if head is not None and head.lower_ in _WHEN:
        return None  # "compared with 45 today"
    if head is None or head.tag_ not in ("NN", "NNP"):
        in_line = _in_line(tokens)
        return head or (in_line if in_line is None or in_line.lower_ not in _WHEN else None) or _partitive(tokens)
    plural = _in_line(tokens)
    return plural if plural is not None and plural.tag_ == "NNS" else head


def _by_tree(tokens: TokenSpan) -> Token | None:
    end = tokens[-1].i
    for token in (tokens.root, *reversed(list(tokens))):
        head = token.head
        if (
            token.dep_ in ("nummod", "quantmod", "compound", "nmod", "amod")
            and head.i > end
            and head.i - end <= MAX_GAP
        ):
            while head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in NOUNS:
                head = head.head
            if head.pos_ in NOUNS and head.text[0].isalpha() and _reachable(tokens, head):
                return head
    return None


def _reachable(tokens: TokenSpan, head: Token) -> bool:
    """Whether nothing stands between the number and the noun that breaks a noun phrase."""
    between = tokens.doc[tokens[-1].i + 1 : head.i]
    return not any(
        t.pos_ in ("VERB", "ADP", "AUX", "SCONJ", "PRON", "DET") or t.text in "()—–;:"
        for t in between
        if t.tag_ not in ("VBN", "VBG")
    )


def _in_line(tokens: TokenSpan) -> Token | None:
    last: Token | None = None
    for token in _rest(tokens):
        if token.pos_ in NOUNS and token.text[0].isalpha() and (token.dep_ not in ("nsubj",) or last is None):
            last = token
            if token.tag_ in ("NNS", "NNPS"):
                break
        elif last is not None and token.tag_ == "CC" and last.tag_ in ("NN", "NNP"):  # "460 Kia and Hyundai cars"
            continue
        elif last is not None or token.tag_ not in (
            "JJ",
            "JJR",
            "JJS",
            "VBN",
            "VBG",
            "HYPH",
            "CC",
            ",",
            "RB",
            "POS",
            "CD",
        ):
            break
    return last if last is not None and (last.tag_ in ("NNS", "NNPS") or last.lemma_.lower() == "people") else None


def _partitive(tokens: TokenSpan) -> Token | None:
    """What the number is taken of: "19 of which", "6 out of 187 cases"; none for "one of the largest"."""
    rest = list(_rest(tokens))
    if rest and rest[0].lower_ == "out":
        rest = rest[1:]
    if not rest or rest[0].lower_ != "of":
        return None
    objects = [token for token in rest[0].children if token.dep_ == "pobj"]
    return objects[0] if objects else None


def _rest(tokens: TokenSpan) -> Iterator[Token]:
    sentence_end = tokens[-1].sent.end
    for index in range(tokens[-1].i + 1, min(sentence_end, tokens[-1].i + 1 + MAX_GAP)):
        yield tokens.doc[index]
