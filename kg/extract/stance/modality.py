"""The stance of a trigger word, gathered on the way up from it to the top of its sentence."""

from kg.extract.stance.contested import is_contested, is_undone
from kg.extract.stance.corrections import is_taken_back
from kg.extract.stance.frames import find_frame
from kg.extract.stance.hearsay import find_verdict, is_hearsay
from kg.extract.stance.nouns import apply_modifiers, is_negated, leave_noun
from kg.extract.stance.stance import Stance
from kg.extract.stance.table import StanceTable, load_stance
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.voice import find_particle, is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words

MAX_CLIMB = 12  # deeper than any clause nesting seen in news prose; keeps a broken parse from looping
FOR_DEEDS = load_words("for_deeds")
_RANKED = load_words("ranks")  # "were among the first to sign": they signed
_COUNTED = _RANKED | {"among"}  # "are among nine people to sign": they signed too
_HEARSAY = frozenset({"say", "report"})  # "is said to have built it": by nobody in particular
_HOLDING = frozenset({"be", "have"})  # "is on the verge of", "has no intention of": as denied as that is
_COMPLEMENTS = frozenset({"dobj", "xcomp", "acomp", "attr"})
_SPEAKING = load_words("speaking") | frozenset({"say", "tell", "add", "write", "note", "report", "announce"})


def find_stance(trigger: Token, *, modified: bool = True) -> Stance:
    """How the statement that the trigger makes is meant, by all that governs it within its sentence.

    Adjectives of the noun count where `modified`: a potential partner is none yet, but a potential risk is one.

    A noun in apposition, a title, a possessor and the content of a relative or participial clause are presupposed:
    what governs the noun they belong to does not touch them.
    """
    table = load_stance()
    stance = Stance()
    if trigger.sent[-1].text == "?" or (len(trigger.sent) > 1 and trigger.sent[-2].text == "?"):
        stance.apply("possible")
    if is_verb(trigger) and _lacks_object(trigger):
        stance.apply("deny")
    if trigger.pos_ in {"ADP", "ADV"} and any(_denies(word) for word in _above_phrase(trigger)):
        stance.apply("deny")  # "has no role under the Act"
    top = trigger if is_verb(trigger) else leave_noun(trigger, stance, table)
    if modified and not is_verb(trigger):
        apply_modifiers(trigger, stance, table)
    if top is not None:
        _climb(top, stance, table)
    if is_taken_back(trigger):
        stance.take_back()
    stance.apply(find_frame(trigger))
    if stance.is_actual and (is_undone(trigger) or (stance.teller is not None and is_contested(trigger))):
        stance.apply("possible")
    return stance


def _climb(verb: Token, stance: Stance, table: StanceTable) -> None:
    for _ in range(MAX_CLIMB):
        _look_around(verb, stance, table)
        above = verb.head
        step = _STEPS.get(verb.dep_)
        if above == verb or step is None:
            return
        following = step(verb, stance, table)
        if following is None:
            return
        verb = following


def _look_around(verb: Token, stance: Stance, table: StanceTable) -> None:
    """The verb's own negation, auxiliaries, adverbs, clause marker and negative subject."""
    if verb.dep_ == "ROOT" and any(child.tag_ == "TO" for child in verb.children):
        stance.apply("plan")  # a headline's future: "Acme to buy Bolt"
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg":
            stance.apply("deny")
        elif child.dep_ in {"aux", "auxpass"}:
            if child.lower_ in {"had", "should", "were"} and _is_inverted(child, verb):
                stance.apply("conditional")
            stance.apply(table.auxiliaries.get(word, "actual"))
        elif child.dep_ in {"mark", "advmod"}:
            effect = table.markers.get(word) or table.adverbs.get(word, "actual")
            came_true = word in {"until", "once"} and verb.tag_ == "VBD"  # "until she moved": she did
            stance.apply("actual" if came_true else effect)
        elif child.dep_ in {"nsubj", "nsubjpass", "preconj"} and _is_negative(child, table):
            stance.apply("deny")
    if (verb.dep_ == "conj" and _stands_alone(verb) and _follows_nor(verb)) or _is_forgone(verb):
        stance.apply("deny")


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """ "Had X signed, …", "should X sign, …": an "if" in the order of words."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return verb.dep_ in {"advcl", "ccomp"} and bool(subjects) and auxiliary.i < subjects[0].i


def _follows_nor(verb: Token) -> bool:
    """ "nor did it fund Zenith"; verbs that share their subject are denied by the "neither" or "not" of the first."""
    return any(c.dep_ == "cc" and c.lower_ == "nor" and c.i < verb.i for c in verb.head.children)


def _is_forgone(verb: Token) -> bool:
    """ "Rather than buy X, Acme", "settled rather than sue X"."""
    before = [token.lower_ for token in verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]]
    return before == ["rather", "than"]


def _above_phrase(preposition: Token) -> list[Token]:
    """What a phrase hangs on, through objects and infinitives: "are not required to publish anything under X"."""
    found = [preposition.head]
    while found[-1].dep_ in {"dobj", "pobj", "prep", "xcomp"} and len(found) < MAX_CLIMB:
        found.append(found[-1].head)
    return found


def _denies(verb: Token) -> bool:
    if not is_verb(verb):
        return any(child.dep_ == "det" and _is_no(child) for child in verb.children)
    barred = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)  # "under X, they may not"
    return _lacks_object(verb) or (not barred and any(child.dep_ == "neg" for child in verb.children))


def _lacks_object(verb: Token) -> bool:
    """ "filed no lawsuit": nothing was filed."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    governing = [child for word in (verb, *objects) for child in word.children if child.dep_ == "prep"]
    if any(_is_neither(inner) for preposition in governing for inner in preposition.children):
        return True
    return any(g.dep_ in {"det", "preconj"} and _is_no(g) for child in objects for g in child.children)


def _is_neither(noun: Token) -> bool:
    """ "has shares in neither X nor Y": in none."""
    return noun.dep_ == "pobj" and any(c.lower_ == "neither" and c.i < noun.i for c in noun.children)


def _is_negative(child: Token, table: StanceTable) -> bool:
    negative = child.lower_ in table.negative_words - {"few"}
    return negative or any(g.dep_ == "det" and _is_no(g) for g in child.children)


def _is_no(word: Token) -> bool:
    """Whether it denies, and is not part of a name: "the NO FAKES Act", "No Unwatched Minds"."""
    return word.lower_ in {"no", "neither"} and (word.is_lower or word.i == word.sent.start)


def _out_of_complement(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """An infinitive or clause that a verb, noun or adjective governs."""
    above = verb.head
    if _stands_beside(verb):
        return None
    infinitive = any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
    lemma = above.lemma_.lower()
    if above.pos_ == "ADJ":
        stance.apply(table.adjectives.get(lemma, "plan" if infinitive else "actual"))
        return above.head if is_verb(above.head) else None
    effect = _effect_of(above, table) or ("plan" if infinitive else _held_by(above, table))
    if lemma in {"be", "become"} and infinitive:
        effect = "actual" if any(t.lower_ in _COUNTED for t in verb.doc[above.i : verb.i]) else "plan"
    if lemma == "have" and infinitive:
        effect = "deny" if any(child.lower_ == "yet" for child in above.children) else "plan"
    if effect in {"report", "possible"} and stance.teller is None:
        stance.teller = above
        stance.hearsay |= is_hearsay(above)
    if effect == "report":
        hearsay = lemma in _HEARSAY and infinitive and is_passive(above)
        stance.apply("possible" if hearsay else "actual")
        stance.hearsay |= hearsay
        _report(above, stance, table)
        return None
    stance.apply(effect)
    return above


def _effect_of(verb: Token, table: StanceTable) -> str:
    """What a verb, with its particle, does to what it governs: "ruled that", "ruled out"; "" where it does nothing."""
    lemma = verb.lemma_.lower()
    if verb.lower_ == "going" and not find_particle(verb):
        return "plan"  # "was going to buy", unlike "went to work"
    return table.particles.get(f"{lemma} {find_particle(verb)}") or table.verbs.get(lemma, "")


def _held_by(verb: Token, table: StanceTable) -> str:
    """ "Rumour has it that", "the idea is that": what the subject does to a clause that "be" or "have" hangs on it."""
    if verb.lemma_ not in {"be", "have", "go", "run"}:
        return "actual"
    effects = (table.nouns.get(subject.lemma_.lower(), "actual") for subject in find_subjects(verb))
    return next((effect for effect in effects if effect in {"plan", "possible"}), "actual")


def _stands_beside(verb: Token) -> bool:
    """ "Acme issued an order in May: it requires …": two sentences, of which the parser took the first for a clause.

    Where but a comma parts them ("A backed it, B stopped fighting it"), the second verb has a complement of its own.
    """
    above = verb.head
    between = verb.doc[verb.i : above.i] if verb.dep_ == "ccomp" and verb.i < above.i else ()
    parted = any(token.text in {":", ";"} for token in between)
    complete = above.lemma_ not in _SPEAKING and any(c.dep_ in _COMPLEMENTS for c in above.children)
    spliced = complete and any(token.text == "," for token in between)
    return (parted or spliced) and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _report(verb: Token, stance: Stance, table: StanceTable) -> None:
    """What is not said, or might be said, is open; reporting itself does not deny."""
    around = Stance()
    _look_around(verb, around, table)
    if is_hearsay(verb) or not around.is_actual:
        stance.apply("possible")


def _out_of_adverbial(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """An adverbial clause keeps its own stance; only a bare infinitive of purpose is open, and "ruled out buying"."""
    above = verb.head
    apart = any(token.is_punct for token in verb.doc[above.i : verb.i])
    if verb.tag_ == "VBG" and above.i < verb.i and not apart and _effect_of(above, table) == "deny":
        stance.apply("deny")
        return above
    counted = verb.head.lemma_ == "be" and any(t.lower_ == "among" for t in verb.doc[verb.head.i : verb.i])
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children) and not counted:
        stance.purpose = True  # "are among forty people to sign it": they signed
    return None


def _out_of_coordination(verb: Token, _: Stance, __: StanceTable) -> Token | None:
    """A coordinated verb without a subject of its own shares the auxiliaries and what governs the first."""
    return verb.head if is_verb(verb.head) and not _stands_alone(verb) else None


def _stands_alone(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in verb.children)


def _out_of_noun(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """A clause at a noun: presupposed, unless it is an infinitive that the noun governs ("plan to")."""
    noun = verb.head
    told = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    if told and noun.dep_ == "dobj" and table.verbs.get(noun.head.lemma_.lower()) == "deny":
        stance.apply("deny")  # "denied reports that it was fined"
    elif told and table.nouns.get(noun.lemma_.lower()) in {"report", "possible"}:
        unsupported = is_negated(noun, table) or any(c.lower_ in {"little", "scant"} for c in noun.children)
        stance.apply(find_verdict(noun, table) or table.nouns[noun.lemma_.lower()])
        stance.apply("possible" if unsupported or _denies(noun.head) else "actual")  # "no evidence that"
    among = noun.dep_ == "pobj" and noun.head.lower_ == "among"
    counted = among and noun.head.head.lemma_ == "be"  # "are among nine people to sign", "is among those that signed"
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        ranked = bool(_RANKED & {noun.lower_, *(child.lower_ for child in noun.children)})
        stance.apply("actual" if ranked or among else table.nouns.get(noun.lemma_.lower(), "plan"))
        if ranked and noun.dep_ == "attr" and is_verb(noun.head):
            return noun.head  # "the first lab to sign": it signed, if it is that
    return noun.head.head if counted else None


def _out_of_preposition(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """A gerund under a preposition: "accused of selling", "without asking", "banned from exporting"."""
    preposition, above = verb.head, verb.head.head
    deed = preposition.lower_ == "for" and above.lemma_.lower() in FOR_DEEDS
    stance.apply("actual" if deed else table.prepositions.get(preposition.lower_, "actual"))
    if is_verb(above) and preposition.lower_ in {"of", "from", "for", "to", "against"}:
        effect = table.verbs.get(above.lemma_.lower(), "actual")
        stance.apply(effect if effect in {"deny", "possible", "plan"} else "actual")
    elif above.pos_ in {"NOUN", "ADJ"} and preposition.lower_ in {"of", "to", "about", "on", "over"}:
        return _out_of_tendency(above, stance, table)
    shared = preposition.lower_ in {"by", "of", "from", "to"} or (
        preposition.lower_ == "in" and any(child.dep_ == "neg" for child in above.children)
    )  # "has not joined X in suing Y"
    return above if is_verb(above) and shared else None


def _out_of_tendency(word: Token, stance: Stance, table: StanceTable) -> Token | None:
    """ "is close to buying", "on the verge of buying", "had no intention of buying", "talk of buying"."""
    effects = table.adjectives if word.pos_ == "ADJ" else table.nouns
    stance.apply(effects.get(word.lemma_.lower(), "actual"))
    if is_negated(word, table):
        stance.apply("deny")
    if word.pos_ == "ADJ":
        return word.head if is_verb(word.head) else None
    above = word.head.head if word.dep_ == "pobj" else word.head
    return above if is_verb(above) and word.dep_ in {"pobj", "dobj", "attr"} and above.lemma_ in _HOLDING else None


def _out_of_subject(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """A clause that is a subject is as open as what is said of it: "for X to buy Y would be a mistake"."""
    for child in verb.head.children:
        if child.dep_ == "aux" and child.lower_ != "should":
            stance.apply(table.auxiliaries.get(child.lower_, "actual"))
    return None


_STEPS = {
    "xcomp": _out_of_complement,
    "ccomp": _out_of_complement,
    "advcl": _out_of_adverbial,
    "conj": _out_of_coordination,
    "acl": _out_of_noun,
    "relcl": _out_of_noun,
    "pcomp": _out_of_preposition,
    "csubj": _out_of_subject,
}
