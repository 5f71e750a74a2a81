"""Words what a sum, a percentage or a bare number is the value of, from what governs it."""

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of
from kg.extract.metrics.phrases import clause, content, is_time, limited, noun_phrase, tidy, to_text, whole_subject
from kg.extract.metrics.wording import FEW, fill, find_around, join, particles_of
from kg.extract.metrics.words import listed, verb_names
from kg.extract.quantities import Kind, Role
from kg.extract.tokens import Token


def measure_amount(frame: Frame, hidden: frozenset[int]) -> str:
    """What a sum, a percentage or a bare number is the value of, from what governs it."""
    relation, preposition, governor = frame.link
    noun = frame.noun
    if noun is not None and frame.kind is not Kind.COUNT:
        if frame.kind is Kind.FRACTION and relation in (
            "nsubj",
            "nsubjpass",
        ):  # "one in three drivers has asked for it"
            return join(noun_phrase(noun, hidden), find_around(frame, hidden))
        return fill(frame, noun_phrase(noun, hidden), hidden)
    if (stuff := _made_of(frame)) is not None:
        return join(noun_phrase(stuff, hidden), find_around(frame, hidden | {t.i for t in stuff.subtree}))
    if governor is None:
        return join(noun_phrase(frame.anchor, hidden))
    if preposition is not None and preposition.lower_ == "including" and (aim := _meant_for(frame)) is not None:
        return f"for {join(noun_phrase(aim, hidden))}"
    if governor.pos_ in NOMINAL:
        if preposition is None and frame.verb is not None and frame.verb.lemma_.lower() in verb_names():
            return _named(frame, frame.verb, hidden)
        if preposition is None and relation in ("npadvmod", "appos", "dep") and frame.verb is not None:
            return _of_verb(frame, frame.verb, hidden)
        return fill(frame, noun_phrase(governor, hidden | {frame.anchor.i}), hidden)
    verb = governor if governor.pos_ in ("VERB", "AUX") else frame.verb
    return _of_verb(frame, verb, hidden) if verb is not None else join(noun_phrase(governor, hidden))


def _meant_for(frame: Frame) -> Token | None:
    """What a part of a sum is for: "including €20 billion for gigafactories"."""
    end = frame.tokens[-1].i + 1
    following = frame.block.doc[end] if end < len(frame.block.doc) else None
    if following is None or following.lower_ not in ("for", "on", "towards", "toward"):
        return None
    return next((t for t in following.children if t.dep_ == "pobj"), None)


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


def _of_verb(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    """What an amount measures that completes a verb: the subject or object that the verb carries to it."""
    relation, preposition, _ = frame.link
    lemma = verb.lemma_.lower()
    if relation in ("nsubj", "nsubjpass"):
        return join(clause(verb, hidden))
    if lemma in verb_names():
        return _named(frame, verb, hidden)
    moves = lemma in listed("changes", "verbs") and (
        (preposition is not None and preposition.lower_ != "with" and (lemma != "put" or preposition.lower_ == "at"))
        or relation in ("dobj", "npadvmod", "attr", "advmod")
        or frame.quantity.role is not Role.ALONE
    )
    if moves:
        carried = _carried(frame, verb, hidden)
        if carried:
            silent = lemma in listed("light", "verbs") or content(carried) > FEW or _is_goal(frame)
            return join(carried, [] if silent else [verb])
    antecedent = _relative_object(verb, hidden)
    own = [t for t in [verb, *particles_of(verb)] if lemma not in listed("light", "verbs")]
    phrase = tidy([*own, *clause(verb, hidden, without=[frame.anchor, frame.tokens.root])], hidden)
    if (aim := _aim(frame, verb)) is not None:
        ends = [
            t for noun in objects_of(aim) for t in (*(c for c in noun.lefts if c.dep_ in ("compound", "amod")), noun)
        ]
        phrase = tidy([*phrase, aim, *ends], hidden)
    if (aim is not None or content(phrase) < FEW) and verb.dep_ == "xcomp":
        phrase = tidy([verb.head, *phrase], hidden)
    return join(antecedent, phrase)


def _aim(frame: Frame, verb: Token) -> Token | None:
    """What a sum is paid to reach: "settle" of "agreed to pay $1.5 billion to settle a class action"."""
    infinitives = (t for t in verb.children if t.dep_ in ("advcl", "xcomp") and t.tag_ == "VB")
    return next((t for t in infinitives if t.i - frame.tokens[-1].i == len(("to", "settle"))), None)


def _is_goal(frame: Frame) -> bool:
    """Whether the figure is what was reached ("fell to $5m"), not by how much: then the verb adds nothing."""
    preposition = frame.link[1]
    return preposition is not None and preposition.lower_ in ("to", "from", "at") and frame.kind is not Kind.TIMES


def _relative_object(verb: Token, hidden: frozenset[int]) -> list[Token]:
    """What a relative pronoun that is no subject stands for: "a facility, for which they pencil in €45 million"."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOMINAL:
        return []
    pronouns = [t for child in verb.children if child.dep_ == "prep" for t in child.children if t.tag_ in ("WDT", "WP")]
    return noun_phrase(verb.head, hidden) if pronouns else []


def _named(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    name = verb_names()[verb.lemma_.lower()]
    carried = whole_subject(verb, hidden) if name in ("cost", "price") else []
    because = _because(frame, verb, hidden) if name in ("fine", "penalty") else ""
    return " ".join(word for word in (name, to_text(limited(carried)), because) if word)


def _because(frame: Frame, verb: Token, hidden: frozenset[int]) -> str:
    """What a fine is for, in as few words as tell it: "for re-exporting accelerators"."""
    for child in (*verb.children, *frame.tokens.root.children):
        if child.dep_ == "prep" and child.lower_ in ("for", "over") and child.i > frame.tokens[-1].i:
            acts = [t for t in child.children if t.dep_ in ("pcomp", "pobj") and t.i not in hidden]
            objects = [t for act in acts for t in act.children if t.dep_ == "dobj" and t.i not in hidden]
            return to_text([child, *acts, *objects]) if acts else ""
    return ""


def refers_back(frame: Frame) -> bool:
    """Whether the figure is of what a pronoun stands for: "she puts it nearer $40 million", "that is $3,700"."""
    verb = frame.verb
    if verb is None or verb.lemma_.lower() not in listed("changes", "verbs") or frame.quantity.head is not None:
        return False
    carried = next((t for t in objects_of(verb) if t != frame.anchor and t.dep_ == "dobj"), None) or subject_of(verb)
    if carried is None or frame.link[0] == "nsubj":
        return False
    return carried.lower_ in ("it", "that", "this") or _is_figure(carried)


def _is_figure(noun: Token) -> bool:
    """Whether a noun stands for an earlier figure and adds nothing: "that number", "the figure"."""
    if noun.lemma_.lower() not in listed("changes", "anaphoric"):
        return False
    words = [t for t in noun.children if t.pos_ != "PUNCT"]
    return bool(words) and all(t.lower_ in ("the", "that", "this") for t in words)


def _carried(frame: Frame, verb: Token, hidden: frozenset[int]) -> list[Token]:
    """What moves to the figure: the object of "put the price at", else the subject of "the price fell to"."""
    objects = [t for t in objects_of(verb) if t != frame.anchor and t.i not in hidden and t.dep_ == "dobj"]
    if objects and frame.link[0] != "dobj":
        return noun_phrase(objects[0], hidden)
    return whole_subject(verb, hidden)
