"""The argument paths that the lexicon names: from a trigger word to the words that fill one of its roles.

A path is one of the names in `PATHS`, or a preposition ("with", "up to"). Each yields the heads of the arguments.
"""

from collections.abc import Callable
from itertools import chain

from kg.extract.syntax.arguments import MAX_CLIMB, find_objects, find_subjects, to_antecedent
from kg.extract.syntax.coordination import to_first, to_members
from kg.extract.syntax.fates import find_adopted, find_backed, find_heeded, find_passed, find_undone
from kg.extract.syntax.nominals import (
    find_complements,
    find_compounds,
    find_hyphenated,
    find_possessors,
    find_selves,
)
from kg.extract.syntax.predications import (
    ROUNDS,
    find_affected,
    find_auxiliaries,
    find_beside,
    find_bringers,
    find_content,
    find_fellow_subjects,
    find_filers,
    find_gone_to,
    find_governors,
    find_grammatical,
    find_holders,
    find_in_made,
    find_judged,
    find_leaders,
    find_marks,
    find_modals,
    find_modifiers,
    find_places,
    find_portions,
    find_predicated,
    find_predicates,
    find_reached,
    find_recipients,
    find_shared,
    find_shared_in,
    find_told_of,
    find_used,
    find_within,
)
from kg.extract.syntax.prepositions import find_behind
from kg.extract.syntax.surroundings import (
    find_above,
    find_borne,
    find_comma,
    find_governed,
    find_hung,
    find_lead,
    find_nearest,
    find_next,
    find_opened,
    find_preposition,
    find_previous,
    find_seated,
    find_setting,
    find_where,
)
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words

# Verbs that add nothing to the noun they carry: "issued a warning" is "warned".
LIGHT = load_words("light_verbs")
# How it is said whose act an event noun is, when the noun is the subject.
ORIGINS = {
    **dict.fromkeys(("come", "stem", "arrive", "emanate", "originate", "arise"), ("from",)),
    **dict.fromkeys(("lie", "rest", "reside", "sit"), ("with",)),
    **dict.fromkeys(("fall", "belong", "go", "pass"), ("to", "on")),
}
LEADING = frozenset({"lead", "co-lead", "anchor"})
LAWGIVERS = load_words("lawgivers")


def find_argument(trigger: Token, path: str) -> list[Token]:
    """The heads of the words that fill a role of the trigger, in order of the text; empty where none does."""
    find = PATHS.get(path)
    if find is not None:
        return find(trigger)
    return find_behind(trigger, path)


def _light_verb(noun: Token) -> Token | None:
    noun = to_first(noun)  # "announced a model and a partnership with X"
    above = noun.head
    carried = noun.dep_ in {"dobj", "obj", "nsubjpass"} or (noun.dep_ == "pobj" and above.dep_ == "prep")
    if noun.dep_ == "pobj" and carried:
        above = above.head
    return above if carried and is_verb(above) and above.lemma_ in LIGHT else None


def _carried_subject(noun: Token) -> list[Token]:
    """Who does what an event noun says: its light verb's subject, its by-phrase or its possessor."""
    by = find_complements(noun, "by")
    if by:
        return by
    verb = _light_verb(noun)
    return find_possessors(noun) or (find_subjects(verb) if verb is not None else []) or _origin(noun)


def _origin(noun: Token) -> list[Token]:
    """ "opposition came from X", "oversight falls to X", "enforcement lies with X": X."""
    ways = ORIGINS.get(noun.head.lemma_, ()) if noun.dep_ == "nsubj" and is_verb(noun.head) else ()
    return [token for name, token in governed(noun.head) if name in ways] if ways else []


def _subject(trigger: Token) -> list[Token]:
    return find_subjects(trigger) if is_verb(trigger) else _carried_subject(trigger)


def _object(trigger: Token) -> list[Token]:
    return find_objects(trigger) if is_verb(trigger) else find_complements(trigger, "of")


def _owner(noun: Token) -> list[Token]:
    """What a role or a part belongs to: "founder of X", "X's founder", "X founder", "founder at X"."""
    ways = (
        find_complements(noun, "of"),
        find_complements(noun, "at"),
        find_possessors(noun),
        find_complements(noun, "for"),
        find_complements(noun, "with"),
        find_complements(noun, "to"),
        find_compounds(noun),
        [token for name, token in governed(noun.head) if noun.dep_ == "attr" and name in {"at", "of", "for", "with"}],
        [token for name, token in governed(noun.head.head) if noun.dep_ == "pobj" and name == "at" and _is_post(noun)],
    )
    return list(chain.from_iterable(ways))


def _is_post(noun: Token) -> bool:
    """Whether it is what somebody is made: "was promoted to chief scientist at X", "serves as head of risk at X"."""
    return noun.head.lower_ in {"to", "as"} and is_verb(noun.head.head)


def _posts_of(verb: Token) -> list[Token]:
    """Whose the post is that somebody has in a deed: "succeeded X as head of Y": Y."""
    return [owner for name, post in governed(verb) if name == "as" for owner in _owner(post)]


def _others(verb: Token) -> list[Token]:
    """The subjects after the first: with whom a reciprocal verb's first subject does it."""
    subjects = find_subjects(verb)
    antecedents = [to_antecedent(subject) for subject in subjects]  # "A and B, which compete in much"
    return subjects[1:] or [m for a, s in zip(antecedents, subjects, strict=True) if a != s for m in to_members(a)[1:]]


def _parties(verb: Token) -> list[Token]:
    """All who do it together, though a pronoun stands for them: "A and B, who met at X": A and B."""
    return [member for subject in find_subjects(verb) for member in to_members(to_antecedent(subject))]


def _clause_subject(word: Token) -> list[Token]:
    """The subject of the nearest clause around a word that has one other than itself."""
    above = word.head
    for _ in range(MAX_CLIMB):
        subjects = find_subjects(above) if is_verb(above) else []
        if not subjects and is_verb(above) and is_passive(above):
            subjects = find_objects(above)  # "Acme was launched with $27 million from X": Acme
        if is_verb(above) and above.lemma_ in LEADING and any(o.lemma_.lower() in ROUNDS for o in find_objects(above)):
            subjects = []  # "closed a round led by Y with money from X": neither Y nor the round got it
        if subjects and word not in subjects and not set(subjects) & set(find_subjects(word) if is_verb(word) else ()):
            return subjects
        if above.head == above:
            return []
        above = above.head
    return []


def _place_of_lawgiver(verb: Token) -> list[Token]:
    """The place whose office or body makes the law: "Ruritania's governor", "Ruritania became … when the governor"."""
    found: list[Token] = []
    carrier = verb if is_verb(verb) else _light_verb(verb)
    for subject in find_subjects(carrier) if carrier is not None else ():
        titles = {subject.lower_, subject.lemma_.lower(), *(child.lower_ for child in find_compounds(subject))}
        if titles & LAWGIVERS:
            found += [*find_possessors(subject), *find_compounds(subject), *find_complements(subject, "of")]
            found += find_complements(subject, "in")
            found += _clause_subject(verb) if not found else []
    return found


def _fellows(word: Token) -> list[Token]:
    """The subjects after the first of the clause that an adverb belongs to: "A and B jointly ran"."""
    return find_subjects(word.head)[1:] if is_verb(word.head) else []


def _held(verb: Token) -> list[Token]:
    """What a verb's object or preposition names: "chairs X's board", "sits on the board of X": board."""
    return [*find_objects(verb), *(token for name, token in governed(verb) if name in {"on", "to"})]


def _holder(verb: Token) -> list[Token]:
    """Whose that is: X."""
    return [owner for held in _held(verb) for owner in (find_possessors(held) or find_complements(held, "of"))]


def _inner_subject(verb: Token) -> list[Token]:
    """Who a governed clause is about: "limits what companies may do": companies."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "pcomp"} and child.i > verb.i]
    return [subject for clause in clauses for subject in find_subjects(clause) if subject.tag_ not in {"WP", "WDT"}]


PATHS: dict[str, Callable[[Token], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "self": find_selves,
    "owner": _owner,
    "possessor": find_possessors,
    "compound": find_compounds,
    "hyphen": find_hyphenated,
    "others": _others,
    "clause": _clause_subject,
    "lawgiver": _place_of_lawgiver,
    "setting": find_setting,
    "preposition": find_preposition,
    "fellows": _fellows,
    "modal": find_modals,
    "comma": find_comma,
    "hung": find_hung,
    "portion": find_portions,
    "modifier": find_modifiers,
    "predicated": find_predicated,
    "complement": find_predicates,
    "passing": find_passed,
    "undoing": find_undone,
    "adopting": find_adopted,
    "backing": find_backed,
    "copula": find_judged,
    "whose": find_holders,
    "marks": find_marks,
    "content": find_content,
    "filer": find_filers,
    "place": find_places,
    "heeding": find_heeded,
    "auxiliary": find_auxiliaries,
    "recipient": find_recipients,
    "using": find_used,
    "deep": find_within,
    "bringer": find_bringers,
    "governors": find_governors,
    "affected": find_affected,
    "grammatical": find_grammatical,
    "inner": _inner_subject,
    "opened": find_opened,
    "reached": find_reached,
    "led": find_leaders,
    "told of": find_told_of,
    "gone to": find_gone_to,
    "share of": find_shared,
    "whose in": find_shared_in,
    "in made": find_in_made,
    "parties": _parties,
    "where": find_where,
    "borne": find_borne,
    "seated": find_seated,
    "post of": _posts_of,
    "fellow subjects": find_fellow_subjects,
    "held": _held,
    "holder": _holder,
    "above": find_above,
    "next": find_next,
    "previous": find_previous,
    "beside": find_beside,
    "lead": find_lead,
    "nearest": find_nearest,
    "governed": find_governed,
}
