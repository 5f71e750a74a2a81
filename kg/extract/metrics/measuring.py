"""Words what a quantity measures: "share of users under 16", "people employed", "fine", "valuation"."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of
from kg.extract.metrics.phrases import (
    clause,
    content,
    is_time,
    limited,
    noun_phrase,
    opening,
    tidy,
    to_text,
    whole_subject,
)
from kg.extract.metrics.words import listed, verb_names
from kg.extract.quantities import Kind, Role
from kg.extract.quantities.units import PERCENT

FEW = 2  # content words below which a wording is filled up from its clause


def find_measures(frame: Frame, dropped: frozenset[int]) -> str:
    """What the quantity measures, as a short phrase; `dropped` are tokens that name what it is about."""
    hidden = frame.hidden | dropped
    reader = _READERS.get(frame.kind, _amount)
    return reader(frame, hidden)


def _text(*parts: list[Token]) -> str:
    seen: set[int] = set()
    words: list[str] = []
    for part in parts:
        fresh = [token for token in part if token.i not in seen]
        seen |= {token.i for token in fresh}
        words.append(to_text(limited(fresh)))
    return " ".join(word for word in words if word)


def _count(frame: Frame, hidden: frozenset[int]) -> str:
    noun = frame.partitive or frame.noun
    if noun is None:
        return _amount(frame, hidden)
    if noun.tag_ in ("WDT", "WP"):
        return _relative(frame, noun, hidden)
    return _text(noun_phrase(noun, hidden), _around(frame, hidden))


def _relative(frame: Frame, pronoun: Token, hidden: frozenset[int]) -> str:
    """The count in "34 flaws, 19 of which the team had overlooked"."""
    verb = frame.verb
    antecedent = next(
        (t.head for t in (pronoun, *pronoun.ancestors) if t.dep_ in ("relcl", "acl") and t.head.pos_ in NOMINAL), None
    )
    subject = subject_of(verb) if verb is not None else None
    parts = [noun_phrase(antecedent, hidden) if antecedent is not None else []]
    if subject is not None and subject is not antecedent:
        parts.append(noun_phrase(subject, hidden))
    return _text(*parts, [verb] if verb is not None else [])


def _around(frame: Frame, hidden: frozenset[int]) -> list[Token]:
    """What the clause adds to a counted noun or a share: the verb, and what the verb is completed by."""
    relation, preposition, governor = frame.link
    if governor is None:
        return []
    if relation in ("nsubj", "nsubjpass"):
        return clause(governor, hidden)
    if governor.pos_ in NOMINAL and relation == "pobj":
        return tidy([governor, *(t for t in governor.lefts if t.dep_ in ("compound", "amod"))], hidden)
    verb = governor if governor.pos_ in ("VERB", "AUX") else None
    if verb is None:
        return []
    if preposition is not None and preposition.dep_ != "agent":
        objects = [t for t in objects_of(verb) if t.i not in hidden]
        return tidy([t for noun in objects for t in noun_phrase(noun, hidden)] + [verb], hidden)
    light = verb.lemma_.lower() in listed("light", "verbs")
    rest = (
        clause(verb, hidden, without=[frame.anchor, *frame.anchor.ancestors][:1])
        if light
        else [verb, *_particles(verb), *_short_phrases(verb, frame, hidden)]
    )
    return tidy(rest, hidden)


def _particles(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ == "prt"]


def _short_phrases(verb: Token, frame: Frame, hidden: frozenset[int]) -> list[Token]:
    """The words of a verb's prepositional phrases after the quantity, where they are no dates."""
    rest = clause(verb, hidden, without=[frame.anchor])
    return [t for t in rest if t.i > frame.tokens[-1].i] if len(rest) <= _LONGEST_REST else []


_LONGEST_REST = 7  # tokens: a longer rest of a clause says more than what is counted


def _share(frame: Frame, hidden: frozenset[int]) -> str:
    noun = frame.partitive
    if noun is not None and noun.pos_ not in ("PRON", "VERB"):
        whole = noun_phrase(noun, hidden)
        makes = (
            frame.link[0] == "dobj"
            and frame.verb is not None
            and frame.verb.lemma_.lower() in listed("shares", "verbs")
        )
        return _text(
            whole, whole_subject(frame.verb, hidden) if makes and frame.verb is not None else _around(frame, hidden)
        )
    if noun is not None and frame.verb is not None:
        return _text([noun] if noun.pos_ == "VERB" else [], clause(frame.verb, hidden, without=[noun]))
    return _amount(frame, hidden)


def _amount(frame: Frame, hidden: frozenset[int]) -> str:
    """What a sum, a percentage or a bare number is the value of, from what governs it."""
    relation, preposition, governor = frame.link
    noun = frame.noun
    if noun is not None and frame.kind is not Kind.COUNT:
        return _filled(frame, noun_phrase(noun, hidden), hidden)
    if (stuff := _made_of(frame)) is not None:
        return _text(noun_phrase(stuff, hidden), _around(frame, hidden | {t.i for t in stuff.subtree}))
    if governor is None:
        return _text(noun_phrase(frame.anchor, hidden))
    if governor.pos_ in NOMINAL:
        if preposition is None and relation in ("npadvmod", "appos", "dep") and frame.verb is not None:
            return _of_verb(frame, frame.verb, hidden)
        return _filled(frame, noun_phrase(governor, hidden | {frame.anchor.i}), hidden)
    verb = governor if governor.pos_ in ("VERB", "AUX") else frame.verb
    return _of_verb(frame, verb, hidden) if verb is not None else _text(noun_phrase(governor, hidden))


def _made_of(frame: Frame) -> Token | None:
    """What a sum is in or of: "damages" of "€11.8 million in damages", "a Series C round" of what was raised in it."""
    end = frame.tokens[-1].i + 1
    following = frame.block.doc[end] if end < len(frame.block.doc) else None
    if following is None or following.lower_ not in ("in", "of", "worth"):
        return None
    nouns = [t for t in following.children if t.dep_ == "pobj"] or [
        t for c in following.children for t in c.children if t.dep_ == "pobj"
    ]
    return nouns[0] if nouns and nouns[0].pos_ == "NOUN" and not is_time(following) else None


def _filled(frame: Frame, phrase: list[Token], hidden: frozenset[int]) -> str:
    """The phrase, with the clause around it where it says too little alone."""
    if content(phrase) >= FEW or frame.verb is None or (phrase and frame.link[0] in ("nsubj", "nsubjpass")):
        return _text(phrase)
    around = _around(frame, hidden)
    fresh = [t for t in around if t not in phrase]
    return _text(phrase, around, opening(frame.verb, hidden) if content(phrase) + content(fresh) <= FEW else [])


def _of_verb(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    """What an amount measures that completes a verb: the subject or object that the verb carries to it."""
    relation, preposition, _ = frame.link
    lemma = verb.lemma_.lower()
    if relation in ("nsubj", "nsubjpass"):
        return _text(clause(verb, hidden))
    if lemma in verb_names():
        return _named(verb, hidden)
    moves = lemma in listed("changes", "verbs") and (
        preposition is not None
        or relation in ("dobj", "npadvmod", "attr", "advmod")
        or frame.quantity.role is not Role.ALONE
    )
    if moves:
        carried = _carried(frame, verb, hidden)
        if carried:
            return _text(carried, [] if lemma in listed("light", "verbs") or content(carried) > FEW else [verb])
    antecedent = _relative_object(verb, hidden)
    own = [t for t in [verb, *_particles(verb)] if lemma not in listed("light", "verbs")]
    phrase = tidy([*own, *clause(verb, hidden, without=[frame.anchor, frame.tokens.root])], hidden)
    if content(phrase) < FEW and verb.dep_ == "xcomp":
        phrase = tidy([verb.head, *phrase], hidden)
    return _text(antecedent, phrase)


def _relative_object(verb: Token, hidden: frozenset[int]) -> list[Token]:
    """What a relative pronoun that is no subject stands for: "a facility, for which they pencil in €45 million"."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOMINAL:
        return []
    pronouns = [t for child in verb.children if child.dep_ == "prep" for t in child.children if t.tag_ in ("WDT", "WP")]
    return noun_phrase(verb.head, hidden) if pronouns else []


def _named(verb: Token, hidden: frozenset[int]) -> str:
    name = verb_names()[verb.lemma_.lower()]
    carried = whole_subject(verb, hidden) if name in ("cost", "price") else []
    because = _because(verb, hidden) if name in ("fine", "penalty") else ""
    return " ".join(word for word in (name, to_text(limited(carried)), because) if word)


def _because(verb: Token, hidden: frozenset[int]) -> str:
    """What a fine is for, in as few words as tell it: "for re-exporting accelerators"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "over"):
            acts = [t for t in child.children if t.dep_ in ("pcomp", "pobj") and t.i not in hidden]
            objects = [t for act in acts for t in act.children if t.dep_ == "dobj" and t.i not in hidden]
            return to_text([child, *acts, *objects]) if acts else ""
    return ""


def _carried(frame: Frame, verb: Token, hidden: frozenset[int]) -> list[Token]:
    """What moves to the figure: the object of "put the price at", else the subject of "the price fell to"."""
    objects = [t for t in objects_of(verb) if t != frame.anchor and t.i not in hidden and t.dep_ == "dobj"]
    if objects and frame.link[0] != "dobj":
        return noun_phrase(objects[0], hidden)
    return whole_subject(verb, hidden)


def _span_of_time(frame: Frame, hidden: frozenset[int]) -> str:
    """What lasts, is due or is repeated: the gist of the clause, with what the passive says it of."""
    verb = frame.verb
    if frame.noun is not None:
        return _filled(frame, noun_phrase(frame.noun, hidden), hidden)
    if verb is None:
        return _text(noun_phrase(frame.anchor, hidden))
    said = clause(verb, hidden, without=[frame.tokens.root])
    passive = any(t.dep_ == "nsubjpass" for t in verb.children)
    named = whole_subject(verb, hidden) if passive or content(said) <= FEW else []
    return _text(named, said)


def _multiple(frame: Frame, hidden: frozenset[int]) -> str:
    """What is so many times more: the noun that is multiplied with its clause, or who does what."""
    verb = frame.verb
    if verb is None:
        return _text(noun_phrase(frame.noun, hidden) if frame.noun is not None else [])
    objects = [t for t in objects_of(verb) if t.i not in hidden and t.dep_ == "dobj" and t != frame.noun]
    if verb == frame.tokens.root:
        return _text(noun_phrase(objects[0], hidden) if objects else whole_subject(verb, hidden), [verb])
    named, said = whole_subject(verb, hidden), clause(verb, hidden)
    if frame.noun is not None:
        core = _bare(frame.noun, hidden)
        said = [t for t in said if t not in core and not _hangs_on(t, frame.noun)]
        parts = [core, said, opening(verb, hidden) if content(core) + content(said) <= FEW else []]
        return _text(*parts, named if content(core) + content(said) <= FEW else [])
    following = [
        t for t in frame.sentence if frame.tokens[-1].i < t.i <= frame.tokens[-1].i + 2 and t.pos_ in ("ADJ", "ADV")
    ]
    return _text(named, said, tidy(following, hidden))


def _bare(noun: Token, hidden: frozenset[int]) -> list[Token]:
    """The noun that is multiplied, without the "of" that says what it is compared with ("the rate of younger ones")."""
    if noun.lemma_.lower() in _RATED:
        return tidy([noun, *(t for t in noun.lefts if t.dep_ in ("compound", "amod"))], hidden)
    return noun_phrase(noun, hidden)


_RATED = frozenset(
    ("rate", "number", "amount", "level", "share", "speed", "price", "cost", "size", "volume", "average")
)


def _hangs_on(token: Token, noun: Token) -> bool:
    return noun in token.ancestors


def _votes(frame: Frame, hidden: frozenset[int]) -> str:
    """ "votes in the Senate": the nearest name of who voted, and what was voted on where an infinitive says it."""
    verb = frame.verb
    against = "votes against" if frame.quantity.role is Role.LOW else "votes"
    subject = _voters(frame)
    said = next((t for t in verb.children if t.dep_ == "xcomp"), None) if verb is not None else None
    rest = _text(
        noun_phrase(subject, hidden) if subject is not None else [],
        [said, *clause(said, hidden)] if said is not None else [],
    )
    if frame.quantity.unit == PERCENT and verb is not None:
        objects = [t for noun in objects_of(verb) if noun.i not in hidden for t in noun_phrase(noun, hidden)]
        rest = _text(noun_phrase(subject, hidden) if subject is not None else [], [verb], objects)
    return f"{against} in {rest}" if rest else against


def _voters(frame: Frame) -> Token | None:
    """Who voted: a name coordinated right before the figure ("and the House by 70"), else the clause's subject."""
    before = [t for t in frame.sentence if t.i < frame.tokens[0].i]
    for token in reversed(before[-_NEAR:]):
        if token.pos_ == "PROPN" and token.dep_ in ("conj", "nsubj"):
            return token
    return subject_of(frame.verb) if frame.verb is not None else None


_NEAR = 5  # tokens before the figure in which a second chamber is named

_READERS: dict[Kind, Callable[[Frame, frozenset[int]], str]] = {
    Kind.COUNT: _count,
    Kind.PERCENT: _share,
    Kind.FRACTION: _share,
    Kind.DURATION: _span_of_time,
    Kind.TIMES: _multiple,
    Kind.VOTES: _votes,
}
