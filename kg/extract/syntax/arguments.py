"""The deep subject and object of a verb, whichever way the sentence is put.

One small function per construction; `find_subjects` and `find_objects` try them in order. "Deep" means who does it
and to whom it is done: the by-phrase of a passive is its subject, its grammatical subject is its object.
"""

from kg.extract.remembering import remembered
from kg.extract.syntax.companions import find_companions
from kg.extract.syntax.coordination import to_members, to_repeated
from kg.extract.syntax.voice import OBJECTS, is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words

# Verbs whose infinitive is done by their object: "asked the lab to publish" (the lab publishes).
OBJECT_CONTROL = load_words("object_control")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Participles that are as often said of a clause's subject as of the name before them: "X sued Y, backed by Z".
_ACCOMPANYING = frozenset(
    {"join", "accompany", "back", "support", "follow", "lead", "surround", "flank", "urge", "drive"}
)
MAX_CLIMB = 8  # clauses nest no deeper in news prose; the bound keeps a broken parse from looping


def find_subjects(verb: Token) -> list[Token]:
    """The heads of who does what the verb says, each member of a coordination; empty where none is to be found."""
    return list(_subjects_of(verb))


@remembered
def _subjects_of(verb: Token) -> list[Token]:
    subjects = _agents(verb) if is_passive(verb) else _grammatical_subjects(verb, MAX_CLIMB)
    return [*subjects, *find_companions(verb, subjects)]


def find_objects(verb: Token) -> list[Token]:
    """The heads of what is done to, each member of a coordination; empty where there is none."""
    return list(_objects_of(verb))


@remembered
def _objects_of(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [*_after_opening(verb), *_before_comma(verb), *_beside(verb)] or _grammatical_subjects(verb, MAX_CLIMB)
    direct = [c for c in verb.children if (c.dep_ in OBJECTS or _is_bare_dative(c)) and not _is_beyond(verb, c)]
    direct = direct or [c for c in verb.children if (c.dep_ == "oprd" and _holds_name(c)) or _is_more(c)]
    found = [member for child in direct for member in to_members(child)]
    return found or _gap(verb) or _swallowed(verb)


def _after_opening(participle: Token) -> list[Token]:
    """ "Founded in 2024 by X, Acme is": Acme, whatever the parser hung it on."""
    if participle.i != participle.sent.start or participle.tag_ != "VBN":
        return []
    rest = list(participle.doc[participle.i : participle.sent.end])
    at_root = participle.dep_ == "prep"  # the parser hangs the comma on the verb above
    commas = (k for k, t in enumerate(rest) if t.text == "," and (at_root or t.head != participle.head.head))
    comma = next(commas, None)
    if comma is None or comma + 1 >= len(rest):
        return []
    first = rest[comma + 1]
    while first.dep_ in {"compound", "det", "poss", "amod"} and first.head.i > first.i:
        first = first.head
    named = first.pos_ == "PROPN" and first.dep_ == "appos"
    seated = participle.dep_ == "prep" and first.dep_ in {"nsubj", "nsubjpass"}  # "Based in X, Y makes"
    return [first] if named or seated else []


def _before_comma(participle: Token) -> list[Token]:
    """ "Under the code, adopted by X in May, councils must": the code, though the parser hung "adopted" on "must"."""
    if participle.dep_ != "advcl" or participle.i < participle.sent.start + 2 or participle.nbor(-1).text != ",":
        return []
    noun = participle.nbor(-2)
    made = participle.lemma_ not in _ACCOMPANYING and any(child.dep_ == "agent" for child in participle.children)
    opens = participle.head.i > participle.i or (made and noun.pos_ == "PROPN")  # "sued X, founded by Y"
    inside = noun.dep_ in {"pobj", "dobj"} and noun.pos_ in {"NOUN", "PROPN"} and opens
    return [noun] if inside else []


def _beside(participle: Token) -> list[Token]:
    """ "X, a firm based in Y and founded by Z, said": the firm, though the parser joined "founded" to "said"."""
    conjunction = participle.nbor(-1) if participle.i > participle.sent.start else participle
    if participle.dep_ != "conj" or conjunction.dep_ != "cc" or participle.tag_ != "VBN" or is_passive(participle.head):
        return []
    before = conjunction.nbor(-1) if conjunction.i > participle.sent.start else conjunction
    clauses = [t for t in before.ancestors if t.dep_ == "acl" and t.tag_ == "VBN" and t.head.i < t.i]
    return [clauses[0].head] if clauses else []


def _agents(verb: Token) -> list[Token]:
    """Who a passive's by-phrase names; the parser may hang it on a sum: "was fined $5 million by X"."""
    found: list[Token] = []
    for child in [*verb.children, *_under_sums(verb)]:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for preposition in to_repeated(child):
                for object_ in preposition.children:
                    if object_.dep_ == "pobj":
                        found.extend(to_members(object_))
    return found


def _under_sums(verb: Token) -> list[Token]:
    """What hangs on the verb's objects and infinitives: "was ordered to pay $5 million by X", "to stop it by X"."""
    below = [child for child in verb.children if child.dep_ in OBJECTS | {"xcomp"}]
    for word in below:
        below.extend(inner for inner in word.children if inner.dep_ in OBJECTS | {"xcomp"})
    return [inner for word in below for inner in word.children]


def _grammatical_subjects(verb: Token, climb: int) -> list[Token]:
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return [member for child in own for member in to_members(child)]
    if climb == 0 or verb.head == verb:
        return []
    share = _SHARING.get(verb.dep_)
    return share(verb, climb - 1) if share else []


def _of_coordinated(verb: Token, climb: int) -> list[Token]:
    return _grammatical_subjects(verb.head, climb) if is_verb(verb.head) else _of_noun(verb, climb)


def _of_noun(verb: Token, climb: int) -> list[Token]:
    """A participle or relative clause is about the noun that it stands at, and all that is coordinated with it."""
    if verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return _of_decision(verb) or [verb.head]
    return _of_adjective(verb, climb) or _of_matrix(verb, climb)  # "was the first to ship"


def _of_decision(verb: Token) -> list[Token]:
    """ "X's decision to sue": X sues."""
    infinitive = verb.dep_ == "acl" and any(child.tag_ == "TO" for child in verb.children)
    return [child for child in verb.head.children if child.dep_ == "poss"] if infinitive else []


def _of_control(verb: Token, climb: int) -> list[Token]:
    matrix = verb.head
    if not is_verb(matrix):
        return _of_adjective(verb, climb)
    objects = [m for child in matrix.children if child.dep_ in OBJECTS | {"dative"} for m in to_members(child)]
    if matrix.lemma_ in OBJECT_CONTROL and objects:
        return objects
    return _grammatical_subjects(matrix, climb)  # "was asked to", "wants to"


def _of_adjective(verb: Token, climb: int) -> list[Token]:
    """ "is likely to ship": the infinitive under an adjective is done by the copula's subject."""
    above = verb.head.head
    if verb.head.pos_ == "ADJ" and verb.head.dep_ == "pobj":
        above = above.head.head if above.head.dep_ == "attr" else above.head  # "was one of the first to ship"
    if verb.head.pos_ == "ADJ" and is_verb(above):
        return _grammatical_subjects(above, climb)
    return []


def _of_matrix(verb: Token, climb: int) -> list[Token]:
    """An adverbial participle or infinitive shares the subject of the clause above it."""
    return _grammatical_subjects(verb.head, climb) if is_verb(verb.head) else []


def _of_preposition(verb: Token, climb: int) -> list[Token]:
    """ "fined X for exporting": X exports; "after leaving X, she …": she leaves."""
    preposition, above = verb.head, verb.head.head
    if above.pos_ == "ADJ" and is_verb(above.head):
        return _grammatical_subjects(above.head, climb)  # "is responsible for supervising X"
    if above.pos_ == "NOUN" and above.dep_ == "pobj" and above.head.head.lemma_ == "be":
        return _grammatical_subjects(above.head.head, climb)  # "is in charge of supervising X"
    if not is_verb(above):
        return [child for child in above.children if child.dep_ == "poss"]
    if preposition.lower_ in {"for", "of", "from"}:
        objects = find_objects(above)
        if objects:
            return objects
    return _grammatical_subjects(above, climb)


_SHARING = {
    "conj": _of_coordinated,
    "acl": _of_noun,
    "relcl": _of_noun,
    "amod": _of_noun,
    "acomp": _of_matrix,
    "xcomp": _of_control,
    "ccomp": _of_control,
    "advcl": _of_matrix,
    "pcomp": _of_preposition,
}


def _gap(verb: Token) -> list[Token]:
    """The noun that a relative clause without its own object is about: "the model (that) the lab built"."""
    clause = verb
    while clause.dep_ in {"xcomp", "conj"} and is_verb(clause.head):
        clause = clause.head
    has_subject = any(child.dep_ == "nsubj" for child in clause.children)
    if clause.dep_ == "relcl" and has_subject and not _has_relative_subject(clause):
        return [clause.head]
    return []


def _is_more(child: Token) -> bool:
    """ "raised $65 million more": the parser takes the sum for a measure of "more"."""
    return child.dep_ == "advmod" and child.lower_ == "more" and any(c.dep_ == "npadvmod" for c in child.children)


def _holds_name(noun: Token) -> bool:
    """ "named Ana Roe chief risk officer": the parser takes the name for a part of the title."""
    return any(child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN" for child in noun.children)


def _is_beyond(verb: Token, object_: Token) -> bool:
    """Whether a coordinated verb stands between: then the parser reached too far for the object."""
    return any(child.dep_ == "conj" and is_verb(child) and verb.i < child.i < object_.i for child in verb.children)


def _is_bare_dative(child: Token) -> bool:
    """ "fined Acme $5 million": Acme is an object too."""
    return child.dep_ == "dative" and child.pos_ in {"NOUN", "PROPN", "PRON"}


def _swallowed(verb: Token) -> list[Token]:
    """An object with a participle after it, which the parser took for a clause: "signed the code drawn up in May"."""
    return [
        subject
        for clause in verb.children
        if clause.dep_ == "ccomp" and clause.tag_ == "VBN" and clause.i > verb.i
        for subject in clause.children
        if subject.dep_ == "nsubj" and verb.i < subject.i and not _introduced(clause)
    ]


def _introduced(clause: Token) -> bool:
    return any(child.dep_ in {"aux", "mark"} for child in clause.children)


def _has_relative_subject(clause: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in RELATIVE for child in clause.children)


def to_antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself where it is none."""
    if token.lower_ not in RELATIVE or token.tag_ not in {"WDT", "WP", "WP$"}:
        return token
    above = token.head
    if token.tag_ == "WP$" and above.dep_ == "appos":
        return above.head  # "X, whose chief executive, Y, said": the parser may miss the clause
    for _ in range(MAX_CLIMB):
        if above.dep_ == "relcl":
            return above.head
        if above.head == above:
            return token
        above = above.head
    return token
