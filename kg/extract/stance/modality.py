"""The stance of a trigger word, gathered on the way up from it to the top of its sentence."""

from dataclasses import dataclass

from kg.extract.stance.corrections import is_taken_back
from kg.extract.stance.table import StanceTable, load_stance
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.paths import LIGHT
from kg.extract.syntax.voice import is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import EntityClass, Modality, Polarity

MAX_CLIMB = 12  # deeper than any clause nesting seen in news prose; keeps a broken parse from looping
_OPEN = {"plan": Modality.PLANNED, "possible": Modality.POSSIBLE, "conditional": Modality.CONDITIONAL}
HEARSAY = load_words("hearsay")
FOR_DEEDS = load_words("for_deeds")
_RANKED = load_words("ranks")  # "were among the first to sign": they signed
_COUNTED = _RANKED | {"among"}  # "are among nine people to sign": they signed too
_HEARSAY = frozenset({"say", "report"})  # "is said to have built it": by nobody in particular
_PRODUCTS = load_words("classifiers", EntityClass.SYSTEM)
_COMPLEMENTS = frozenset({"dobj", "xcomp", "acomp", "attr"})
_SPEAKING = load_words("speaking") | frozenset({"say", "tell", "add", "write", "note", "report", "announce"})
_RANK = [Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL]


@dataclass
class Stance:
    """Polarity and modality of one statement; `purpose` marks an infinitive of purpose, `teller` a reporting verb."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    purpose: bool = False
    teller: Token | None = None

    @property
    def is_actual(self) -> bool:
        """Whether it is affirmed as so."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL

    def apply(self, effect: str) -> None:
        """Takes the effect of one governing word into account; the most open modality met wins."""
        if effect == "deny":
            self.polarity = Polarity.DENIED if self.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
        elif effect in _OPEN:
            self.modality = max(self.modality, _OPEN[effect], key=_RANK.index)


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
    if is_taken_back(trigger) or (is_verb(trigger) and _lacks_object(trigger)):
        stance.apply("deny")
    if trigger.pos_ in {"ADP", "ADV"} and any(_denies(word) for word in _above_phrase(trigger)):
        stance.apply("deny")  # "has no role under the Act"
    top = trigger if is_verb(trigger) else _leave_noun(trigger, stance, table)
    if modified and not is_verb(trigger):
        _apply_modifiers(trigger, stance, table)
    if top is not None:
        _climb(top, stance, table)
    return stance


def _leave_noun(noun: Token, stance: Stance, table: StanceTable) -> Token | None:
    """The verb whose stance a noun shares, or None where the noun is presupposed."""
    if any(child.dep_ in {"det", "neg"} and child.lower_ in table.negative_words for child in noun.children):
        stance.apply("deny")
    above = noun.head
    if noun.dep_ in {"attr", "oprd", "acomp"} and is_verb(above):
        return above
    if {"poss", "appos"} <= {child.dep_ for child in noun.children}:
        return None  # "will not meet its founder, X": X is
    if noun.lemma_.lower() in _PRODUCTS and {"poss", "compound"} <= {child.dep_ for child in noun.children}:
        return None  # "will sell its Foo assistant": it has one
    if noun.dep_ in {"dobj", "nsubjpass"} and is_verb(above):
        stance.apply(table.objects.get(above.lemma_.lower(), "actual"))
        return above
    if (
        noun.dep_ == "pobj"
        and is_verb(above.head)
        and noun.i > above.head.i
        and (above.lower_ == "as" or above.head.lemma_ in LIGHT or above.head.lemma_ == "be")
    ):
        return above.head
    if noun.dep_ == "conj":
        return _leave_noun(above, stance, table) if above != noun else None
    return None


def _apply_modifiers(noun: Token, stance: Stance, table: StanceTable) -> None:
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            stance.apply(table.modifiers.get(child.lower_, "actual"))


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
    if verb.dep_ == "conj" and _stands_alone(verb) and _follows_nor(verb):
        stance.apply("deny")


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """ "Had X signed, …", "should X sign, …": an "if" in the order of words."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return verb.dep_ in {"advcl", "ccomp"} and bool(subjects) and auxiliary.i < subjects[0].i


def _follows_nor(verb: Token) -> bool:
    """ "nor did it fund Zenith"; verbs that share their subject are denied by the "neither" or "not" of the first."""
    return any(c.dep_ == "cc" and c.lower_ == "nor" and c.i < verb.i for c in verb.head.children)


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
    return any(g.dep_ in {"det", "preconj"} and _is_no(g) for child in objects for g in child.children)


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
    effect = table.verbs.get(lemma, "plan" if infinitive else "actual")
    if lemma in {"be", "become"} and infinitive:
        effect = "actual" if any(t.lower_ in _COUNTED for t in verb.doc[above.i : verb.i]) else "plan"
    if lemma == "have" and infinitive:
        effect = "deny" if any(child.lower_ == "yet" for child in above.children) else "plan"
    if effect in {"report", "possible"} and stance.teller is None:
        stance.teller = above
    if effect == "report":
        hearsay = lemma in _HEARSAY and infinitive and is_passive(above)
        stance.apply("possible" if hearsay else "actual")
        _report(above, stance, table)
        return None
    stance.apply(effect)
    return above


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
    hearsay = any(subject.lower_ in HEARSAY for subject in find_subjects(verb))
    if hearsay or not around.is_actual:
        stance.apply("possible")


def _out_of_adverbial(verb: Token, stance: Stance, _: StanceTable) -> Token | None:
    """An adverbial clause keeps its own stance; only a bare infinitive of purpose is open."""
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
        stance.apply(_find_verdict(noun, table) or table.nouns[noun.lemma_.lower()])
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children):
        ranked = _RANKED & {
            noun.lower_,
            *(child.lower_ for child in noun.children),
        }  # "the first lab to sign": it signed
        counted = noun.dep_ == "pobj" and noun.head.lower_ == "among"  # "are among nine people to sign": they signed
        stance.apply("actual" if ranked or counted else table.nouns.get(noun.lemma_.lower(), "plan"))
    return None


def _find_verdict(report: Token, table: StanceTable) -> str:
    """What is said of a report, the subject: "Reports that … were wrong", "Claims that … were denied"; else ""."""
    if report.dep_ not in {"nsubj", "nsubjpass"}:
        return ""
    above = report.head
    if report.dep_ == "nsubjpass" and table.verbs.get(above.lemma_.lower()) == "deny":
        return "deny"
    said = [above, *(child for child in above.children if child.dep_ in {"acomp", "attr", "oprd"})]
    return next((table.verdicts[word.lower_] for word in said if word.lower_ in table.verdicts), "")


def _out_of_preposition(verb: Token, stance: Stance, table: StanceTable) -> Token | None:
    """A gerund under a preposition: "accused of selling", "without asking", "banned from exporting"."""
    preposition, above = verb.head, verb.head.head
    deed = preposition.lower_ == "for" and above.lemma_.lower() in FOR_DEEDS
    stance.apply("actual" if deed else table.prepositions.get(preposition.lower_, "actual"))
    if is_verb(above) and preposition.lower_ in {"of", "from", "for", "to", "against"}:
        effect = table.verbs.get(above.lemma_.lower(), "actual")
        stance.apply(effect if effect in {"deny", "possible", "plan"} else "actual")
    return above if is_verb(above) and preposition.lower_ in {"by", "of", "from", "to"} else None


_STEPS = {
    "xcomp": _out_of_complement,
    "ccomp": _out_of_complement,
    "advcl": _out_of_adverbial,
    "conj": _out_of_coordination,
    "acl": _out_of_noun,
    "relcl": _out_of_noun,
    "pcomp": _out_of_preposition,
}
