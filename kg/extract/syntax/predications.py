"""What a verb or noun is said with: whose its object is, its verdict, its content, its recipient."""

from kg.extract.syntax.arguments import MAX_CLIMB, find_objects, find_subjects, to_antecedent
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.nominals import find_complements, find_compounds, find_possessors
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token

ROUNDS = frozenset({"round", "investment", "financing", "raise", "deal", "series", "funding"})
_PARTS = frozenset({"share", "stake", "slice", "portion", "part", "chunk", "interest", "holding", "%", "percent"})
USING = frozenset({"use", "buy", "sell", "deploy", "download", "access", "export", "install", "employ", "adopt"})


def find_holders(verb: Token) -> list[Token]:
    """Whose the verb's object is: "searched the offices of X", "revoked X's licence"."""
    objects = find_objects(verb)
    owned = [t for o in objects for t in (*find_possessors(o), *find_complements(o, "of"), *find_complements(o, "at"))]
    owned += [t for o in objects if o.lower_ == "access" for t in find_complements(o, "to")]
    return owned + [t for o in objects for t in find_compounds(o)]


def find_marks(verb: Token) -> list[Token]:
    """The words by which a verb turns into a verdict: "goes too far", "falls short", "imposes a burden"."""
    return [token for token in verb.subtree if verb.i < token.i <= verb.i + 5]


def find_content(verb: Token) -> list[Token]:
    """What a verb says happened, as verbs and predicates, if it did: "ruled that X infringed" gives "infringed"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not any(x.dep_ == "neg" for x in c.children)]
    return [t for c in clauses for t in (c, *c.children) if t == c or t.dep_ in {"acomp", "attr", "conj", "oprd"}]


def find_filers(verb: Token) -> list[Token]:
    """Whose suit it is that accuses: "a complaint by X accuses", "a suit brought by X names"."""
    found: list[Token] = []
    for suit in find_subjects(verb):
        filed = [c for c in suit.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"]
        found += [*find_complements(suit, "by"), *find_complements(suit, "from"), *find_possessors(suit)]
        found += [subject for clause in filed for subject in find_subjects(clause)]
    return found


def find_places(noun: Token) -> list[Token]:
    """Where a noun is said to stand: "X's name is on the letter", "appears under it"."""
    held = noun.dep_ == "nsubj" and noun.head.lemma_ in {"be", "appear", "stand", "sit", "figure", "feature"}
    return [token for name, token in governed(noun.head) if name in {"on", "under", "in"}] if held else []


def find_auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb: "must" of "must obey"."""
    return [child for child in verb.children if child.dep_ == "aux"]


def find_recipients(noun: Token) -> list[Token]:
    """Who is given it: "gives X power over Y"."""
    verb = noun.head
    return [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"] if noun.dep_ == "dobj" else []


def find_judged(word: Token) -> list[Token]:
    """Of what a predicate adjective or noun is said: "X is toothless", "X would be a mistake"."""
    said = word.head if word.dep_ == "amod" and word.head.dep_ == "attr" else word  # "X is the right law"
    verb = said.head
    return find_subjects(verb) if said.dep_ in {"attr", "acomp", "oprd"} and is_verb(verb) else []


def find_grammatical(word: Token) -> list[Token]:
    """The grammatical subject of the nearest clause around a word: of a passive what it is done to."""
    above = word.head
    for _ in range(MAX_CLIMB):
        named = [c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and c != word]
        if is_verb(above) and (named or above.dep_ in {"acl", "relcl"}):
            return [m for child in named for m in to_members(child)] or [above.head]
        above = above.head
    return []


def find_used(verb: Token) -> list[Token]:
    """What somebody is kept from using: "barred sailors from using X"."""
    deeds = [g for name, g in governed(verb) if name == "from" and g.dep_ == "pcomp" and g.lemma_.lower() in USING]
    return [token for deed in deeds for token in find_objects(deed)]


def find_affected(word: Token) -> list[Token]:
    """To what the verb above a phrase is done: "designated X under the act", "X is supervised by Y under the act"."""
    above = word.head
    for _ in range(MAX_CLIMB):
        if is_verb(above):
            return find_objects(above)
        above = above.head
    return []


def find_predicated(verb: Token) -> list[Token]:
    """What a verb says something of: "called X a mistake", "made X available"."""
    inner = [c for clause in _small_clauses(verb) for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return inner or find_objects(verb)


def find_predicates(verb: Token) -> list[Token]:
    """What a verb says of it: "mistake", "available"."""
    behind = [
        c for o in find_objects(verb) for c in o.children if c.dep_ == "amod" and c.i > o.i
    ]  # "the bill “ill informed”"
    titles = [o for o in find_objects(verb) if o.pos_ == "NOUN"]  # "named Ana Roe head of policy"
    said = [*_small_clauses(verb), *behind, *titles, *(token for name, token in governed(verb) if name == "as")]
    return [*said, *(c for word in said for c in word.children if c.dep_ in {"conj", "amod"})]


def _small_clauses(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"oprd", "ccomp", "acomp", "xcomp"} and c.pos_ in {"ADJ", "NOUN"}]


def find_bringers(noun: Token) -> list[Token]:
    """Who brought a case, or the case that a noun belongs to: "defendant in a suit filed by X"."""
    cases = [noun, *(token for name, token in governed(noun) if name in {"in", "of", "to"})]
    filed = [c for case in cases for c in case.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"]
    by = [token for name, token in governed(noun) if name == "by"]
    return [*(subject for clause in filed for subject in find_subjects(clause)), *by]


def find_governors(word: Token) -> list[Token]:
    """All that a word hangs on, nearest first."""
    return list(word.ancestors)


def find_within(verb: Token) -> list[Token]:
    """Every noun under a verb that a preposition governs, however deep: "put X and its affiliates on a list"."""
    return [token for token in verb.subtree if token.dep_ == "pobj"]


def find_modifiers(word: Token) -> list[Token]:
    """The adverbs and adjectives of a word."""
    return [child for child in word.children if child.dep_ in {"advmod", "amod"}]


def find_reached(noun: Token) -> list[Token]:
    """The object of the verb that a noun is the subject of: "a gift from Y got X going": X."""
    return find_objects(noun.head) if noun.dep_ == "nsubj" and is_verb(noun.head) else []


def find_leaders(verb: Token) -> list[Token]:
    """Who led the round that a verb's subject is: "the round, led by X, values Y": X."""
    rounds = [subject for subject in find_subjects(verb) if subject.lemma_.lower() in ROUNDS]
    clauses = [c for subject in rounds for c in subject.children if c.dep_ in {"acl", "relcl"} and c.lemma_ == "lead"]
    return [leader for clause in clauses for leader in find_subjects(clause)]


def find_told_of(verb: Token) -> list[Token]:
    """What a clause is told of in passing, if its verb is done to it: "X, bought by Y, said", "X, which Y bought"."""
    clause = verb.head if verb.dep_ == "conj" and is_verb(verb.head) else verb
    if verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return find_objects(verb)
    if clause.dep_ not in {"acl", "relcl"}:
        return []
    return [clause.head] if any(to_antecedent(t) == clause.head for t in find_objects(verb)) else []


def find_fellow_subjects(noun: Token) -> list[Token]:
    """The subjects after the first of the clause that a noun stands in: "A and B are rivals": B."""
    return find_subjects(noun.head)[1:] if noun.dep_ == "attr" else []


def find_portions(verb: Token) -> list[Token]:
    """Of what a verb's object is a part: "bought a fifth of X", "took a stake in X"."""
    return [t for object_ in find_objects(verb) for name, t in governed(object_) if name in {"of", "in"}]


def find_shared(verb: Token) -> list[Token]:
    """Of what a part was paid for: "paid $18 million for a share of X": X."""
    parts = [t for name, t in governed(verb) if name in {"for", "on"} and t.lemma_.lower() in _PARTS]
    parts += [t for o in find_objects(verb) for name, t in governed(o) if name == "for" and t.lemma_.lower() in _PARTS]
    return [t for part in parts for name, t in governed(part) if name in {"of", "in"}]


def find_gone_to(noun: Token) -> list[Token]:
    """Who gets what a noun names: "one of its cheques went to X", "the grant goes to X": X."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    went = above.dep_ == "nsubj" and above.head.lemma_ in {"go", "pass", "flow"}
    return [token for name, token in governed(above.head) if name == "to"] if went else []


def find_in_made(noun: Token) -> list[Token]:
    """Where a maker is, though the parser hung it on what it makes: "a maker of cleaning equipment in X": X."""
    made = [token for name, token in governed(noun) if name == "of"]
    return [token for word in made for name, token in governed(word) if name == "in"]


def find_shared_in(verb: Token) -> list[Token]:
    """Whose round somebody has a part in: "participated in X's seed round": X."""
    held = [token for name, token in governed(verb) if name == "in" and token.lemma_.lower() in ROUNDS]
    held += [t for o in find_objects(verb) for name, t in governed(o) if name == "in" and t.lemma_.lower() in ROUNDS]
    return [owner for round_ in held for owner in (*find_possessors(round_), *find_complements(round_, "of"))]


def find_modals(word: Token) -> list[Token]:
    """The auxiliaries of the clause that a phrase belongs to: "must" of "under X, Y must"."""
    return [child for child in word.head.children if child.dep_ == "aux"]


def find_beside(verb: Token) -> list[Token]:
    """With whom something is done, whether the parser hung it on the verb or on what is done: "built X with Y"."""
    held = [verb, *(child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})]
    return [token for word in held for name, token in governed(word) if name == "with"]
