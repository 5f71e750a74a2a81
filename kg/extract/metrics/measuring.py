"""Words what a quantity measures: "share of users under 16", "people employed", "fine", "valuation"."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.metrics.frame import Frame, NOMINAL, objects_of, subject_of
from kg.extract.metrics.phrases import clause, content, limited, noun_phrase, tidy, to_text
from kg.extract.metrics.words import listed, verb_names
from kg.extract.quantities import Kind, Role

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
    if noun is not None and noun.pos_ != "PRON":
        return _text(noun_phrase(noun, hidden), _around(frame, hidden))
    if noun is not None:
        return _text(clause(frame.verb, hidden) if frame.verb is not None else [])
    return _amount(frame, hidden)


def _amount(frame: Frame, hidden: frozenset[int]) -> str:
    """What a sum, a percentage or a bare number is the value of, from what governs it."""
    relation, preposition, governor = frame.link
    noun = frame.noun
    if noun is not None and frame.kind is not Kind.COUNT:
        return _filled(frame, noun_phrase(noun, hidden), hidden)
    if governor is None:
        return _text(noun_phrase(frame.anchor, hidden))
    if governor.pos_ in NOMINAL:
        if preposition is None and relation in ("npadvmod", "appos", "dep") and frame.verb is not None:
            return _of_verb(frame, frame.verb, hidden)
        return _filled(frame, noun_phrase(governor, hidden | {frame.anchor.i}), hidden)
    verb = governor if governor.pos_ in ("VERB", "AUX") else frame.verb
    return _of_verb(frame, verb, hidden) if verb is not None else _text(noun_phrase(governor, hidden))


def _filled(frame: Frame, phrase: list[Token], hidden: frozenset[int]) -> str:
    """The phrase, with the clause around it where it says too little alone."""
    if content(phrase) >= FEW or frame.verb is None:
        return _text(phrase)
    return _text(phrase, _around(frame, hidden))


def _of_verb(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    """What an amount measures that completes a verb: the subject or object that the verb carries to it."""
    relation, preposition, _ = frame.link
    lemma = verb.lemma_.lower()
    if relation in ("nsubj", "nsubjpass"):
        return _text(_antecedent(frame, hidden), clause(verb, hidden))
    if lemma in verb_names():
        return _named(frame, verb, hidden)
    moves = lemma in listed("changes", "verbs") and (
        preposition is not None
        or relation in ("dobj", "npadvmod", "attr", "advmod")
        or frame.quantity.role is not Role.ALONE
    )
    if moves:
        carried = _carried(frame, verb, hidden)
        if carried:
            return _text(carried, [] if lemma in listed("light", "verbs") or content(carried) > FEW else [verb])
    own = [t for t in [verb, *_particles(verb)] if lemma not in listed("light", "verbs")]
    phrase = tidy([*own, *clause(verb, hidden, without=[frame.anchor, frame.tokens.root])], hidden)
    if content(phrase) < FEW and verb.dep_ == "xcomp":
        phrase = tidy([verb.head, *phrase], hidden)
    return _text(phrase)


def _antecedent(frame: Frame, hidden: frozenset[int]) -> list[Token]:
    """The noun of the sentence before's count, for "58 per cent rested on papers": what the shares are shares of."""
    return []


def _named(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    name = verb_names()[verb.lemma_.lower()]
    subject = subject_of(verb)
    carried = noun_phrase(subject, hidden) if subject is not None and name in ("cost", "price") else []
    return " ".join(word for word in (name, to_text(limited(carried))) if word)


def _carried(frame: Frame, verb: Token, hidden: frozenset[int]) -> list[Token]:
    """What moves to the figure: the object of "put the price at", else the subject of "the price fell to"."""
    objects = [t for t in objects_of(verb) if t is not frame.anchor and t.i not in hidden and t.dep_ != "oprd"]
    if objects and frame.link[0] != "dobj":
        return noun_phrase(objects[0], hidden)
    subject = subject_of(verb)
    return noun_phrase(subject, hidden) if subject is not None and subject.i not in hidden else []


def _span_of_time(frame: Frame, hidden: frozenset[int]) -> str:
    """What lasts, is due or is repeated: the gist of the clause, with what the passive says it of."""
    verb = frame.verb
    if frame.noun is not None:
        return _filled(frame, noun_phrase(frame.noun, hidden), hidden)
    if verb is None:
        return _text(noun_phrase(frame.anchor, hidden))
    said = clause(verb, hidden, without=[frame.tokens.root])
    subject = subject_of(verb)
    passive = any(t.dep_ == "nsubjpass" for t in verb.children)
    named = noun_phrase(subject, hidden) if subject is not None and (passive or content(said) <= FEW) else []
    return _text(named, said)


def _multiple(frame: Frame, hidden: frozenset[int]) -> str:
    verb = frame.verb
    if frame.tokens.root.pos_ == "VERB" and len(frame.tokens) == 1:
        subject = subject_of(frame.tokens.root)
        objects = [t for t in objects_of(frame.tokens.root) if t.i not in hidden and t.dep_ == "dobj"]
        return _text(
            noun_phrase(objects[0] if objects else subject, hidden) if objects or subject else [], [frame.tokens.root]
        )
    subject = subject_of(verb) if verb is not None else None
    named = noun_phrase(subject, hidden) if subject is not None else []
    said = clause(verb, hidden) if verb is not None else []
    if frame.noun is not None:
        core = noun_phrase(frame.noun, hidden)
        return _text(
            core, said if content(core) <= FEW else [], named if content(core) + content(said) <= FEW + 1 else []
        )
    following = [
        t for t in frame.sentence if frame.tokens[-1].i < t.i <= frame.tokens[-1].i + 2 and t.pos_ in ("ADJ", "ADV")
    ]
    return _text(named, said, tidy(following, hidden))


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
    return f"{against} in {rest}" if rest else against


def _voters(frame: Frame) -> Token | None:
    """Who voted: a name coordinated right before the figure ("and the House by 70"), else the clause's subject."""
    before = [t for t in frame.sentence if t.i < frame.tokens[0].i]
    for token in reversed(before[-_NEAR:]):
        if token.pos_ == "PROPN" and token.dep_ in ("conj", "nsubj", "pobj"):
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
