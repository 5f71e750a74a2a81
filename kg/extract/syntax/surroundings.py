"""What stands around a word: what governs it, what its phrase belongs to, its neighbours in the text."""

from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_first, to_members
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token

_ALL = frozenset({"both", "all", "each"})
# Verbs for what is done to a body at a place that need not be its seat.
_PLACING = frozenset(
    {"meet", "tell", "address", "urge", "brief", "ask", "see", "praise", "thank", "sue", "charge", "accuse", "fight"}
    | {"challenge", "beat", "represent", "host", "hold", "face", "defend", "serve", "lobby"}
)


def find_setting(noun: Token) -> list[Token]:
    """The subject of the clause that a noun's prepositional phrase belongs to: "in partnership with X, they ran"."""
    above = noun.head.head
    return find_subjects(above) or find_objects(above) if noun.dep_ == "pobj" and is_verb(above) else []


def find_preposition(noun: Token) -> list[Token]:
    """The preposition that governs the noun."""
    return [noun.head] if noun.dep_ == "pobj" else []


def find_opened(preposition: Token) -> list[Token]:
    """The subject of the clause that a phrase opens: "At X, chief scientist Y said": Y."""
    if preposition.i != preposition.sent.start or not is_verb(preposition.head):
        return []
    subjects = find_subjects(preposition.head)
    after = subjects[0].left_edge.i - 1 if subjects else 0
    return subjects if after > preposition.i and preposition.doc[after].text == "," else []


def find_above(word: Token) -> list[Token]:
    """What governs the word; of a phrase inside another also what governs that: "supervised by X under Y"."""
    outer = [word.head.head.head] if word.head.dep_ == "pobj" else []
    outer += [word.head.head] if word.dep_ == "pcomp" else []  # "raised $5 million, with X participating"
    return [word.head, *outer] if word.head != word else []


def find_next(verb: Token) -> list[Token]:
    """The word right after the verb, quotation marks and articles aside: titles confuse the parser."""
    following = (t for t in verb.doc[verb.i + 1 : verb.i + 5] if not t.is_punct and t.pos_ != "DET")
    return list(following)[:1]


def find_previous(verb: Token) -> list[Token]:
    """The word right before a participle, punctuation aside: 'a paper, "Title", published by'."""
    if verb.tag_ != "VBN":
        return []
    before = [t for t in verb.doc[max(verb.i - 4, verb.sent.start) : verb.i] if not t.is_punct]
    return before[-1:]


def find_lead(preposition: Token) -> list[Token]:
    """What a preposition's phrase belongs to: "the company behind X" from "behind" gives "company"."""
    before = preposition.i - 2
    while before > preposition.sent.start and preposition.doc[before + 1].pos_ == "ADV":
        before -= 1  # ", once of Ghent,"
    if before >= preposition.sent.start and preposition.doc[before + 1].text == ",":
        return [preposition.doc[before]]  # ", of Ghent,": the parser likes to hang it on the verb
    above = preposition.head
    name = preposition.nbor(-1) if before + 1 > preposition.sent.start else above
    mishung = above.pos_ == "PROPN" or (above.pos_ == "VERB" and preposition.lower_ == "from")
    if name.pos_ == "PROPN" and mishung and name != above and preposition.dep_ == "prep":
        return [name]  # "A of X and B of Y": the parser hangs both on A, or on the verb
    if above.lower_ in _ALL and above.dep_ == "appos":
        return to_members(to_first(above.head))  # "A and B, both of X"
    if any(child.lower_ in _ALL for child in (*above.children, *preposition.children)):
        return to_members(to_first(above))  # "A and B, both formerly of X", "A and B, both in X"
    return [above] if preposition.dep_ == "prep" else []


def find_governed(preposition: Token) -> list[Token]:
    """The words that a preposition governs."""
    return [m for child in preposition.children if child.dep_ == "pobj" for m in to_members(child)]


def find_nearest(preposition: Token) -> list[Token]:
    """The first word that a preposition governs, without what is joined to it: "X of Ghent and Leeds's Y"."""
    return find_governed(preposition)[:1]


def find_comma(word: Token) -> list[Token]:
    """The comma that sets a phrase off from what it follows."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    return [before] if before.text == "," else []


def find_hung(preposition: Token) -> list[Token]:
    """The preposition that governs what this one belongs to: "at the institute in Ghent" from "in" gives "at"."""
    return [preposition.head.head] if preposition.head.dep_ == "pobj" else []


def find_borne(preposition: Token) -> list[Token]:
    """The name right before a preposition that hangs on it ("the institute in X said"), not where it may be the deed's.

    "Met the institute in X", "sued it in X" say where somebody met and sued.
    """
    name = preposition.head
    right_before = preposition.i > preposition.sent.start and preposition.nbor(-1) == name
    placed = name.dep_ in {"dobj", "dative"} and name.head.lemma_ in _PLACING
    return [name] if right_before and name.pos_ == "PROPN" and not placed else []


def find_seated(noun: Token) -> list[Token]:
    """Where a noun is said to be: "whose headquarters are in X": X."""
    said = noun.dep_ == "nsubj" and noun.head.lemma_ in {"be", "stand", "lie", "sit"}
    return [token for name, token in governed(noun.head) if name in {"in", "at", "near"}] if said else []


def find_where(word: Token) -> list[Token]:
    """What "where" stands for in the word's clause: "X, where she is director", "the city where Y is based"."""
    above = word
    for _ in range(3):
        if above.dep_ == "relcl" and any(child.lower_ == "where" for child in above.children):
            return [above.head]
        above = above.head
    return []
