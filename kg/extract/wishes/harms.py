"""Risks by what somebody says of a thing: that it would do harm, is a danger, or risks doing harm."""

from collections.abc import Iterator

from kg.extract.stance.attribution import is_reporting
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.wording import to_clause, to_passage, to_whole, trim
from kg.extract.wishes.words import load_wish_words

Harm = tuple[TokenSpan | None, list[Token]]  # the passage, and the words for who says so


def find_harms(verb: Token) -> Iterator[Harm]:
    """The harm that the verb's clause speaks of, with the words for its speaker; none where nobody speaks of any."""
    yield from _foretold(verb)
    yield from _risked(verb)
    yield from _judged(verb)
    yield from _at_stake(verb)
    yield from _worrying(verb)
    yield from _named_as(verb)
    yield from _cast_as(verb)
    yield from _led_to(verb)
    yield from _called(verb)
    yield from _ranked(verb)
    yield from _foreseen(verb)


def _foretold(verb: Token) -> Iterator[Harm]:
    """ "such checks, he said, would become a back door", "told the court that it could defeat their checks"."""
    tellers = _tellers(verb)
    if not tellers or verb.dep_ == "relcl" or verb.sent[-1].text == "?" or not _looks_ahead(verb):
        return
    named = next((child for child in verb.children if child.dep_ == "attr"), verb)
    if verb.lemma_ == "be" and named.lemma_ in load_wish_words("risk")["harms"] and _is_definite(named):
        yield from ((to_passage(child), tellers) for child in verb.children if child.dep_ == "nsubj")
    elif is_harmful(verb) and not any(c.dep_ == "expl" for c in verb.children):  # "there is a danger" names none
        fellows = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
        asides = [child.i for child in verb.children if child.dep_ == "parataxis" and child.i < verb.i]
        told = any(c.i < max(asides) for c in verb.children if asides and c.dep_ in {"nsubj", "nsubjpass"})
        whole = to_passage(verb, without=fellows)
        start = named.left_edge.i if verb.lemma_ == "be" else verb.i
        bare = trim(verb.doc, start, whole.end) if whole is not None and told and whole.end > start else None
        yield bare or to_clause(verb), tellers


def _is_definite(noun: Token) -> bool:
    """ "biology is the risk": what is the risk names it."""
    return any(child.lower_ == "the" for child in noun.children)


def _looks_ahead(verb: Token) -> bool:
    words = load_wish_words("risk")
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "neg" or child.lower_ == "longer" for child in verb.children):
        return False
    now = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and bool(auxiliaries & {"are", "is", "'s", "’s"}))
    plainly = now and verb.lemma_.lower() in words["plain_harm"] | words["carry"]
    return bool(auxiliaries & words["modals"]) or plainly


def is_harmful(verb: Token) -> bool:
    """Whether what the verb says does harm: by itself, or by what it brings ("give a false sense of security")."""
    words = load_wish_words("risk")
    lemma = verb.lemma_.lower()
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    if lemma in words["harm"] or (lemma != "be" and any(d.lemma_.lower() in words["villains"] for d in doers)):
        return True
    inner = [child for child in verb.children if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.i > verb.i]
    if lemma in words["letting"] and any(is_harmful(child) for child in inner):
        return True
    brought = [c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd", "acomp"} and c.i > verb.i]
    if any(c.lower_ in _HARDER for c in (*inner, *brought)) and lemma == "make":  # "make it harder to prove"
        return True
    brought += [token for name, token in governed(verb) if name in {"to", "into", "in", "of", "at"}]
    if any(child.dep_ == "advmod" and child.lower_ in {"simply", "merely"} for child in verb.children):
        return True  # "hobbyists would simply strip it out"
    if any(name == "without" and thing.lemma_.lower() in words["lacking"] for name, thing in governed(verb)):
        return True  # "songs may be copied without consent"
    if any(c.dep_ == "advcl" and any(m.lower_ == "unless" for m in c.children) for c in verb.children):
        return True  # "unless they are mended, trains may brake"
    if lemma == "leave" and any(name == "without" for name, _ in governed(verb)):
        return True
    return lemma in words["carry"] and any(is_harm(token) for token in brought)


_BLUNDERS = frozenset({"mistake", "misstep", "error", "blunder", "step"})
_HARDER = frozenset({"harder", "impossible", "tougher", "costlier"})


def is_harm(noun: Token) -> bool:
    """Whether a noun phrase names a harm: by its head, a modifier, or what it is of."""
    words = load_wish_words("risk")
    if any(child.dep_ in {"det", "neg"} and child.lower_ in {"no", "not"} for child in noun.children):
        return False
    around = [noun, *(c for c in noun.children if c.dep_ in {"amod", "compound", "conj", "acl", "acomp"})]
    around = [t for t in around if t.dep_ != "compound" or t.lemma_ not in {"risk", "threat"}]  # "a risk engine"
    if noun.dep_ in {"attr", "oprd"} and noun.lemma_ in _BLUNDERS:
        return False  # "would be a mistake" judges; it does not say what would come of it
    harms = words["harm_nouns"] | words["harm_adjectives"]
    return any(token.lemma_.lower() in harms or token.lower_ in harms for token in around)


def _tellers(verb: Token) -> list[Token]:
    """Who says a clause, where the parser made the clause the main one as well: "the code, he said, introduces"."""
    clauses = [verb, verb.head] if verb.dep_ in {"advcl", "conj"} else [verb]
    asides = [child for clause in clauses for child in clause.children if child.dep_ == "parataxis"]
    told = [child for child in asides if is_reporting(child)]
    return [subject for child in told for subject in find_subjects(child)] or find_said_by(verb)


def _risked(verb: Token) -> Iterator[Harm]:
    """ "it risked undercutting its credibility", "threatens to derail them"."""
    if any(child.dep_ == "neg" or child.lower_ == "longer" for child in verb.children):
        return
    if verb.dep_ == "nsubj" and verb.head.tag_ == "VBG" and (tellers := _tellers(verb)):
        whole = to_passage(verb.head)
        if whole is not None and whole.end > verb.head.i:
            yield trim(verb.doc, verb.head.i, whole.end), tellers  # "the agency risks becoming X": taken for a noun
    elif verb.lemma_.lower() in {"risk", "threaten"} and (tellers := _tellers(verb)):
        for clause in verb.children:
            if clause.dep_ in {"xcomp", "ccomp"} and (clause.tag_ == "VB" or is_gerund(clause)):
                yield to_passage(clause), tellers


def _at_stake(verb: Token) -> Iterator[Harm]:
    """ "said that livelihoods were in jeopardy", "rights are under threat"."""
    if verb.lemma_ not in {"be", "put", "place"}:
        return
    stake = load_wish_words("risk")["stake"]
    held = [t for name, t in governed(verb) if name in {"in", "at", "under"} and t.lemma_.lower() in stake]
    denied = any(child.dep_ == "neg" for child in verb.children)
    if held and not denied and (tellers := _tellers(verb)):
        plain = not any(True for _ in held[0].children)  # "at risk of losing it" names the risk itself
        if plain:
            yield to_clause(verb), tellers


def _worrying(verb: Token) -> Iterator[Harm]:
    """ "the prospect of a race haunts X", "what keeps X up at night is Y": what worries somebody."""
    words = load_wish_words("risk")["worry"]
    opening = verb.doc[verb.sent.start : verb.sent.start + 2]
    hung = len(opening) > 1 and opening[0].lower_ == "what" and opening[1].lemma_.lower() in words
    clause = next(
        (c for c in verb.children if verb.lemma_ == "be" and (c.dep_ == "csubj" or (hung and c == opening[1]))), None
    )
    if clause is not None:
        kept = clause.lemma_ == "keep" and any(c.lower_ in {"up", "awake"} for c in clause.children)
        worried = [c for c in clause.children if c.dep_ == "dobj"]
        worried = worried or [c for c in verb.children if hung and c.dep_ == "nsubj" and c.i < verb.i]
        things = [c for c in verb.children if c.dep_ in {"attr", "ccomp"} and c.i > verb.i]
        things = [c for c in things if ":" not in {t.text for t in verb.doc[verb.i : c.i]}]
        if (kept or clause.lemma_.lower() in words) and worried and things:
            yield (to_clause(things[0]) if is_verb(things[0]) else to_passage(things[0])), worried
    elif verb.lemma_.lower() in words and not is_passive(verb) and verb.tag_ != "VBG":
        worried = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN"}]
        for thing in (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and worried):
            yield _prospect(thing), worried


def _cast_as(verb: Token) -> Iterator[Harm]:
    """ "flags bias as the main risk", "spoke of an infodemic as her greatest concern"."""
    if not any(c.lower_ == "as" for c in verb.children):
        return
    nouns = load_wish_words("risk")["nouns"]
    cast = [t for name, t in governed(verb) if name == "as" and t.lemma_.lower() in nouns]
    cast = [
        t for t in cast if t.doc[t.i - 1].text != "-" and verb.lemma_.lower() not in load_wish_words("risk")["judge"]
    ]
    things = [t for t in find_objects(verb) if not is_verb(t) and t.i > verb.i]
    things += [t for name, t in governed(verb) if name == "of"]
    if cast and things and not any(c.dep_ == "neg" for c in verb.children) and things[0].pos_ == "NOUN":
        before = [t for t in cast[0].ancestors if t.lower_ == "as"][:1]
        yield to_passage(things[0], without=before), find_subjects(verb)


def _named_as(verb: Token) -> Iterator[Harm]:
    """ "data poisoning remains the chief worry of X", "bias is the union's main concern, said X"."""
    named = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in load_wish_words("risk")["nouns"]]
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"} and c.i < verb.i]
    denied = any(child.dep_ == "neg" for child in verb.children)
    if verb.lemma_ not in {"be", "remain", "become"} or denied or not named or not subjects:
        return
    if subjects[0].lemma_.lower() in load_wish_words("risk")["nouns"] or _is_definite(subjects[0]):
        return  # "the danger is a risk of …" is read as what the danger is; "the model is a risk" names what bears it
    owners = [c for c in named[0].children if c.dep_ == "poss"]
    owners += [t for name, t in governed(named[0]) if name in {"of", "for"}]
    if named[0].lemma_.lower() in {"worry", "concern", "fear", "anxiety", "headache", "nightmare"}:
        yield to_passage(subjects[0]), _tellers(verb) or owners


def _led_to(verb: Token) -> Iterator[Harm]:
    """ "it is a recipe for blackouts", "would open the door to fraud", "will drift towards it": what comes of it."""
    words = load_wish_words("risk")
    nouns = [c for c in verb.children if c.dep_ in {"attr", "dobj", "oprd"} and c.lemma_.lower() in words["recipes"]]
    ways = [t for noun in nouns for name, t in governed(noun) if name in {"for", "to"}]
    ways += [t for name, t in governed(verb) if nouns and name in {"for", "to"}]
    if verb.lemma_.lower() in words["drifting"]:
        ways += [t for name, t in governed(verb) if name in {"toward", "towards", "into"}]
    denied = any(child.dep_ == "neg" for child in verb.children)
    tellers = _tellers(verb) if ways and not denied else []
    if tellers and (verb.tag_ != "VBD" or verb.lemma_ == "be"):
        yield from ((to_passage(thing), tellers) for thing in ways[:1])


def _called(verb: Token) -> Iterator[Harm]:
    """ "the scanning of crowds, which she called the worst danger of all": what is called a danger."""
    words = load_wish_words("risk")
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in words["judge"]:
        return
    named = [c for c in verb.children if c.dep_ in {"oprd", "attr", "dobj"}]
    named += [t for name, t in governed(verb) if name == "as"]
    dangers = words["equated"] | words["harms"]
    if any(noun.lemma_.lower() in dangers for noun in named) and verb.head.pos_ == "NOUN":
        yield to_passage(to_whole(verb.head, verb), without=[verb]), find_subjects(verb)


def _ranked(verb: Token) -> Iterator[Harm]:
    """ "considers concealed errors to be the gravest hazard", "sees theft as a bigger threat": what is held for one."""
    words = load_wish_words("risk")
    if verb.lemma_.lower() not in words["holding"] or any(c.dep_ == "neg" for c in verb.children):
        return
    for clause in (c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i):
        named = [c for c in clause.children if c.dep_ == "attr"] if clause.lemma_ == "be" else [clause]
        things = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "NOUN"]
        if things and any(noun.lemma_.lower() in words["equated"] | words["harms"] for noun in named):
            yield to_passage(things[0]), find_subjects(verb)


def _foreseen(verb: Token) -> Iterator[Harm]:
    """ "foresees a two-class world", "is bracing for a wave of claims": what somebody sees coming."""
    words = load_wish_words("risk")
    if verb.lemma_.lower() not in words["foresee"] or any(c.dep_ == "neg" for c in verb.children):
        return
    things = [t for t in find_objects(verb) if t.i > verb.i and t.pos_ == "NOUN" and verb.lemma_ != "brace"]
    things += [t for name, t in governed(verb) if name == "for" and verb.lemma_ == "brace"]
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and not things]
    things += [s for c in clauses for s in c.children if s.dep_ in {"nsubj", "nsubjpass"} and s.pos_ == "NOUN"]
    yield from ((to_passage(t), find_subjects(verb)) for t in things[:1])


def _prospect(thing: Token) -> TokenSpan | None:
    """What "the prospect of X" or "the possibility that X" is the prospect of; else the thing itself."""
    of = [inner for name, inner in governed(thing) if name == "of"]
    that = [
        c for c in thing.children if c.dep_ in {"acl", "ccomp", "relcl"} and any(m.dep_ == "mark" for m in c.children)
    ]
    if thing.lemma_ in {"prospect", "possibility", "thought", "idea", "likelihood"} and (of or that):
        return to_clause(that[0]) if that else to_passage(of[0])
    return to_passage(thing)


def is_gerund(clause: Token) -> bool:
    """Whether the clause is a "doing" or a "being done"."""
    return clause.tag_ == "VBG" or any(c.lower_ == "being" and c.dep_ == "auxpass" for c in clause.children)


def _judged(verb: Token) -> Iterator[Harm]:
    """ "called the plan the biggest attack on rights": a harm by what it is called."""
    if verb.lemma_.lower() not in load_wish_words("risk")["judge"]:
        return
    things = [child for child in verb.children if child.dep_ in {"oprd", "attr"}]
    things += [token for name, token in governed(verb) if name == "as"]
    for thing in things:
        clauses = [child for child in thing.children if child.dep_ == "relcl" and is_verb(child)]
        if thing.pos_ == "NOUN" and find_objects(verb) and (is_harm(thing) or any(map(is_harmful, clauses))):
            yield to_passage(thing), find_subjects(verb)
