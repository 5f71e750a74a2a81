"""Who is named as one of many: "X is among the signatories", "critics range from X to Y", "backers, led by X"."""

from collections.abc import Iterator

from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token

_LISTS = frozenset({"list", "roster", "group", "number", "names", "name", "ranks", "rank", "ranking", "coalition"})
_HOLDING = frozenset({"include", "comprise", "count", "feature", "number", "name"})
_LEADING = frozenset({"lead", "head", "spearhead", "include", "front", "chair"})
_RANGES = frozenset({"range", "ranges", "ranged", "ranging", "run", "ran", "running", "stretch", "stretched"})
_BE = frozenset({"be", "rank", "count", "stand", "sit", "figure"})
_NEAR = 14  # words from a plural noun to the colon or the "among them" of its list
_PLURAL = frozenset({"NNS", "NNPS"})


def find_named_members(noun: Token) -> Iterator[Token]:
    """The heads of the names that a sentence counts among what a plural noun speaks of; nothing for other nouns."""
    if noun.tag_ not in _PLURAL and noun.lower_ != "those":
        return
    yield from _among(noun)
    yield from _one_of(noun)
    yield from _ranging(noun)
    yield from _on_the_list(noun)
    yield from _led_by(noun)
    yield from _after_colon(noun)
    yield from _them(noun)
    yield from _including(noun)
    yield from _in_next_sentence(noun)


def _among(noun: Token) -> Iterator[Token]:
    """ "X is among the signatories", "among the signatories are X and Y", "the pact counts X among its members"."""
    preposition, verb = noun.head, noun.head.head
    verb = verb.head if verb.pos_ in {"ADV", "ADJ"} else verb  # "foremost among the critics is X"
    if noun.dep_ == "pobj" and preposition.lower_ in {"among", "amongst"} and is_verb(verb):
        counted = verb.lemma_ in _HOLDING and not is_passive(verb)
        counts = counted and any(child.dep_ == "dobj" for child in verb.children)
        wanted = {"dobj"} if counts else {"nsubj", "attr", "nsubjpass"}
        held = verb.lemma_ in _BE or verb.lemma_ in _HOLDING
        yield from (m for child in verb.children if child.dep_ in wanted and held for m in to_members(child))


def _one_of(noun: Token) -> Iterator[Token]:
    """ "X is one of 900 people who signed", "X was one of the signatories"."""
    one = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and one.lower_ in {"one", "two", "three", "some"}:
        if one.dep_ == "attr" and one.head.lemma_ == "be":
            yield from (m for child in one.head.children if child.dep_ == "nsubj" for m in to_members(child))
        yield from (m for child in one.children if child.dep_ == "appos" for m in to_members(child))
        if one.dep_ == "appos":
            yield one.head


def _ranging(noun: Token) -> Iterator[Token]:
    """ "critics range from X to Y": the parser may take "range" for a noun."""
    for word in noun.doc[noun.i + 1 : noun.sent.end - 1]:
        if word.lower_ in _RANGES and word.nbor(1).lower_ == "from":
            yield from (token for name, token in governed(word) if name in {"from", "to"})


def _on_the_list(noun: Token) -> Iterator[Token]:
    """ "the list of signers includes X": X is a signer."""
    above = noun.head.head
    listed = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in _LISTS
    if listed and above.dep_ == "dobj" and above.head.lemma_ in {"join", "swell", "lead", "head"}:
        yield from (m for child in above.head.children if child.dep_ == "nsubj" for m in to_members(child))
    if listed and above.dep_ == "nsubj" and above.head.lemma_ in _HOLDING:
        yield from (m for child in above.head.children if child.dep_ == "dobj" for m in to_members(child))


def _led_by(noun: Token) -> Iterator[Token]:
    """ "opponents of the act, led by X, said", "officials from nine states, led by X"."""
    for clause in (*noun.children, *(child for _, inner in governed(noun) for child in inner.children)):
        if clause.dep_ == "acl" and clause.lemma_ in _LEADING and clause.tag_ == "VBN":
            for agent in (child for child in clause.children if child.dep_ == "agent"):
                yield from (m for child in agent.children if child.dep_ == "pobj" for m in to_members(child))


def _after_colon(noun: Token) -> Iterator[Token]:
    """ "Signatories: X, Y and Z", "it has three backers: X, Y and Z": the names up to the full stop."""
    doc = noun.doc
    colon = next((token.i for token in doc[noun.i + 1 : noun.i + _NEAR] if token.text == ":"), None)
    if colon is None or any(is_verb(token) or token.text == "." for token in doc[noun.i + 1 : colon]):
        return
    end = next((token.i for token in doc[colon + 1 : len(doc)] if token.text in {".", ";"}), len(doc))
    after = doc[colon + 1 : end]
    if not any(is_verb(token) for token in after):
        yield from (token for token in after if token.pos_ == "PROPN")


def _them(noun: Token) -> Iterator[Token]:
    """ "sixteen firms, among them X and Y": X and Y."""
    doc, end = noun.doc, noun.sent.end
    for among in doc[noun.i + 1 : min(noun.i + _NEAR, end - 2)]:
        if among.lower_ == "among" and among.nbor(1).lower_ in {"them", "these", "whom"} and among.nbor(-1).text == ",":
            for token in doc[among.i + 2 : end]:
                if token.pos_ == "PROPN":
                    yield token
                elif token.pos_ not in {"CCONJ", "DET", "ADP", "PART"} and token.text != ",":
                    return


def _including(noun: Token) -> Iterator[Token]:
    """ "Ten firms signed the charter, including X and Y", where the parser hung "including" on the charter."""
    if noun.dep_ != "nsubj" or not is_verb(noun.head):
        return
    for word in noun.doc[noun.head.i + 1 : noun.sent.end - 1]:
        if word.tag_ in _PLURAL:
            return  # "sued ten firms, including X"
        if word.lower_ == "including" and word.dep_ == "prep" and word.nbor(-1).text == ",":
            yield from (m for child in word.children if child.dep_ == "pobj" for m in to_members(child))
            return


def _in_next_sentence(noun: Token) -> Iterator[Token]:
    """ "Ten firms signed the charter. They include X and Y", "… Among them are X and Y"."""
    start = noun.sent.end
    counted = any(child.dep_ in {"nummod", "amod", "det"} for child in noun.children)
    if noun.dep_ not in {"nsubj", "nsubjpass"} or not counted or start + 2 >= len(noun.doc):
        return
    first = noun.doc[start]
    if first.lower_ in {"they", "these", "those"} and first.dep_ == "nsubj" and first.head.lemma_ in _HOLDING:
        yield from (m for child in first.head.children if child.dep_ == "dobj" for m in to_members(child))
    elif first.lower_ == "among" and first.nbor(1).lower_ in {"them", "these"} and first.head.lemma_ == "be":
        named = (child for child in first.head.children if child.dep_ in {"nsubj", "attr"})
        yield from (m for child in named for m in to_members(child))
