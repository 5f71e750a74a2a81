"""What a noun stands for and what belongs to it: appositions, copulas, possessors, compounds."""

from collections.abc import Iterator

from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_first, to_members
from kg.extract.syntax.membership import find_named_members
from kg.extract.syntax.titles import find_before_titles, find_behind_titles, is_modifier
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words

COPULAS = frozenset({"be", "become", "remain", "stay"})
# "served as head of X", "was named chief executive", "joined as chief risk officer": the noun after "as" is about
# the subject; with an object ("appointed her as head") it is about the object.
NAMING = load_words("naming")
INCLUSIVE = frozenset({"including", "like", "as"})
CALLING = frozenset({"call", "name", "dub", "title", "entitle", "know", "brand", "christen"})
_REACHING = frozenset({"with", "against", "between", "by"})  # hardly ever said of what stands in an of-phrase
_RAISING = frozenset({"promote", "elevate", "appoint", "name", "elect"})  # "was promoted to chief scientist"
_WHEN = frozenset({"then", "now", "once", "formerly", "previously", "currently", "lately"})
LISTING = frozenset({"include", "comprise", "count"})


def find_selves(noun: Token) -> list[Token]:
    """The words that name what the noun stands for, nearest construction first, without repetition.

    "X, founder of Y", "founder X", "X is the founder", "X was named founder", "founders including X and Y",
    "X joined as founder", "the founder, X": each gives X. The noun itself comes last, for where it is a mention.
    """
    found: list[Token] = []
    first = to_first(noun)
    for candidate in (noun, first) if first != noun else (noun,):
        for token in _selves_of(candidate):
            if token not in found:
                found.append(token)
    return [*found, noun]


def _selves_of(noun: Token) -> Iterator[Token]:
    yield from _appositions(noun)
    yield from _titled_names(noun)
    yield from _copula_subjects(noun)
    yield from _named_as(noun)
    yield from find_examples(noun)
    yield from _called(noun)
    yield from _after_phrase(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"one", "among", "some"}:
        yield from _selves_of(noun.head.head)  # "was one of the signatories"
    yield from _shared_post(noun)
    yield from _held_until(noun)


def _appositions(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "appos" or (child.dep_ == "npadvmod" and noun.pos_ in {"DET", "PRON"}):
            yield from to_members(child)
    if noun.dep_ == "appos":
        yield _last_member(noun)
        # a chain of appositions: "X, a lender in Y, the maker of Z" hangs each on X or on the one before
        yield from (child for child in noun.head.children if child.dep_ == "appos" and child != noun)
        if noun.head.dep_ == "appos":
            yield noun.head.head
    yield from _after_comma(noun)
    for inner in (token for _, token in governed(noun)):  # "the maker of X, Acme": the parser may hang Acme on X
        yield from (child for child in inner.children if child.dep_ == "appos")


def _last_member(noun: Token) -> Token:
    """Of names listed before an apposition in the singular the last: "A, B and C, a lab in D": C."""
    before = [m for m in to_members(noun.head) if m.i < noun.left_edge.i and m.pos_ == "PROPN"]
    behind = noun.left_edge.i > noun.sent.start and noun.left_edge.nbor(-1).text == ","
    return before[-1] if before and behind and noun.tag_ in {"NN", "NNP"} else noun.head


def _after_comma(noun: Token) -> Iterator[Token]:
    """ "Acme (AC), the arm of X, said": an apposition by punctuation, for where the parser lost it."""
    edge = _opening_edge(noun)
    if edge.i > noun.sent.start and edge.nbor(-1).lower_ in _WHEN:
        edge = edge.nbor(-1)  # "X, then Acme's counsel, attended"
    opens = (
        edge.lower_ in _WHEN
        or edge.lower_ in {"the", "a", "an"}
        or edge == noun
        or (edge.dep_ == "poss" and edge.tag_ != "WP$")
    )
    if noun.dep_ != "appos" and opens and edge.i >= noun.sent.start + 2 and edge.nbor(-1).text == ",":
        before = edge.nbor(-2)
        while before.text in {")", "”", '"'} and before.i > noun.sent.start:
            before = _opening(before).nbor(-1) if _opening(before).i > noun.sent.start else before.nbor(-1)
        if before.pos_ == "PROPN" or (before.text[:1].isupper() and edge.dep_ == "poss"):
            yield before


def _shared_post(noun: Token) -> Iterator[Token]:
    """ "is a columnist at A and a former adviser at B", where the parser joined the adviser to A."""
    place = noun.head
    if noun.dep_ == "conj" and place.dep_ == "pobj" and noun.pos_ == "NOUN" and place.pos_ == "PROPN":
        post = place.head.head
        if post.pos_ == "NOUN" and post.dep_ in {"attr", "appos"}:
            yield from _selves_of(post)


def _held_until(noun: Token) -> Iterator[Token]:
    """ "X, until last month director at Y, joins": X."""
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.lower_ == "until"
        and above.i >= noun.sent.start + 2
        and above.nbor(-1).text == ","
    ):
        yield above.nbor(-2)


def _opening_edge(noun: Token) -> Token:
    """Where the noun's phrase begins; what stands before a comma belongs to another, whatever the parser hung on it."""
    edge = noun.left_edge
    commas = [token.i for token in noun.doc[edge.i : noun.i] if token.text == ","]
    return noun.doc[commas[-1] + 1] if commas else edge


def _opening(closing: Token) -> Token:
    if closing.text != ")":
        return closing
    while closing.text != "(" and closing.i > closing.sent.start:
        closing = closing.nbor(-1)
    return closing


def _titled_names(noun: Token) -> Iterator[Token]:
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i > noun.i:
        yield noun.head
    yield from find_behind_titles(noun)
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if following.pos_ == "PROPN" and following != noun:  # "its rival Acme", however the parser splits it
        yield following


def _called(noun: Token) -> Iterator[Token]:
    """ "its new model, called X", "a report titled X"."""
    for clause in noun.children:
        if clause.dep_ in {"acl", "relcl"} and clause.lemma_ in CALLING:
            yield from (child for child in clause.children if child.dep_ in {"oprd", "attr", "dobj"})
            yield from (token for name, token in governed(clause) if name == "as")
            if clause.i + 1 < len(noun.doc):
                following = clause.nbor(1)
                yield following.nbor(1) if following.is_punct and following.i + 1 < len(noun.doc) else following


def _after_phrase(noun: Token) -> Iterator[Token]:
    """'a study by X, "Title", found': a name after the comma that closes the noun's phrase."""
    i = noun.right_edge.i + 1
    if i < noun.sent.end - 1 and noun.doc[i].text == ",":
        while i < noun.sent.end - 1 and (noun.doc[i].is_punct or noun.doc[i].pos_ == "DET"):
            i += 1
        if noun.doc[i].text[:1].isupper():
            yield noun.doc[i]


def _copula_subjects(noun: Token) -> Iterator[Token]:
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":  # "whose chief executive is X"
        yield from (child for child in verb.children if child.dep_ == "attr" and child.pos_ == "PROPN")
    if noun.dep_ == "attr" and verb.lemma_ in COPULAS:
        subjects = find_subjects(verb)
        yield from subjects
        if verb.dep_ == "ROOT" and not subjects:
            yield from (child for child in verb.children if child.dep_ in {"attr", "acomp"} and child != noun)


def _named_as(noun: Token) -> Iterator[Token]:
    above = noun.head
    if noun.dep_ in {"oprd", "attr", "dobj"} and is_verb(above) and above.lemma_ in NAMING:
        yield from find_objects(above) if is_passive(above) or noun.dep_ == "oprd" else ()
    if noun.dep_ == "pobj" and above.lower_ == "to" and above.head.lemma_ in _RAISING:
        yield from find_objects(above.head)
    if noun.dep_ == "pobj" and above.lower_ == "as" and is_verb(above.head):
        objects = [token for token in find_objects(above.head) if token != noun]
        named = above.head.lemma_ in NAMING and bool(objects)
        yield from [*objects, *find_subjects(above.head)] if named else [*find_subjects(above.head), *objects]


def find_examples(noun: Token) -> Iterator[Token]:
    """The words that name some of what a plural noun stands for: "including X", "X among them", "that include X"."""
    for preposition, token in governed(noun):
        if preposition in INCLUSIVE or preposition == "such as":
            yield token
    if noun.dep_ == "nsubj" and noun.head.lemma_ in LISTING:
        yield from find_objects(noun.head)
    for clause in noun.children:
        if (
            clause.dep_ == "relcl"
            and clause.lemma_ in LISTING
            and any(c.tag_ in {"WDT", "WP"} for c in clause.children)
        ):
            yield from find_objects(clause)
    yield from find_named_members(noun)
    yield from _among_them(noun)
    yield from _with_others(noun)


def _among_them(noun: Token) -> Iterator[Token]:
    """ "works with agencies, A and B among them": A and B."""
    doc, end = noun.doc, noun.sent.end
    for among in doc[noun.i + 1 : end]:
        if among.lower_ == "among" and among.i + 1 < end and among.nbor(1).lower_ in {"them", "these"}:
            comma = next((t.i for t in reversed(doc[noun.i : among.i]) if _opens_list(t, noun)), None)
            if comma is not None:
                yield from (t for t in doc[comma + 1 : among.i] if t.pos_ in {"PROPN", "NOUN"})
            return


def _opens_list(comma: Token, noun: Token) -> bool:
    """Whether the comma stands right behind the noun's own phrase, before a name."""
    if comma.text != "," or comma.i + 1 >= comma.sent.end or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    between = comma.doc[noun.i + 1 : comma.i]
    return all(noun.is_ancestor(t) or t.is_punct for t in between) and not any(t.text == "," for t in between)


def _with_others(noun: Token) -> Iterator[Token]:
    """ "A, B and other former employees of C": A and B are such employees too."""
    others = any(child.lower_ == "other" for child in noun.children)
    if noun.dep_ == "conj" and others:
        first = to_first(noun)
        yield from (member for member in to_members(first) if member.i < noun.i)
        yield from (c for c in first.children if c.dep_ == "appos" and c.i < noun.i)
        if first.dep_ == "appos":
            yield first.head


def find_possessors(noun: Token) -> list[Token]:
    """Who or what the noun is said to belong to ("X's founder", "its founder"), shared within a coordination.

    What hangs on a name belongs to the title before it: "X's rival Y", "its founder Z".
    """
    titled = noun.dep_ in {"compound", "nmod", "amod"} and noun.i < noun.head.i and noun.head.pos_ == "PROPN"
    first = noun if _has_article(noun) else to_first(noun)  # "X's head and a former teacher": no teacher of X's
    inside = [child for child in noun.children if child.dep_ == "compound" and child.i < noun.i]  # "X's seed round"
    for candidate in (noun, first, noun.head if titled else noun, *inside):
        found = [m for c in candidate.children if c.dep_ == "poss" and c.i < noun.i for m in to_members(c)]
        if found:
            return found
    return []


def _has_article(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in noun.children)


def find_compounds(noun: Token) -> list[Token]:
    """The nouns and names that stand before the noun as modifiers, nearest last ("the OpenAI model": OpenAI)."""
    own = [child for child in noun.children if is_modifier(child, noun)]
    if noun.dep_ in {"compound", "nmod", "amod"}:  # "Anthropic chief executive X": all hang on X
        own.extend(child for child in noun.head.children if is_modifier(child, noun))
        own.extend(find_before_titles(noun))
    inner = [child for token in own for child in token.children if is_modifier(child, token)]
    return [*inner, *own]


def find_hyphenated(participle: Token) -> list[Token]:
    """The name joined to a participle by a hyphen: "Utrecht-based", "Meta-backed"."""
    doc = participle.doc
    if participle.i >= 2 and doc[participle.i - 1].text in {"-", "‑", "–"}:
        return [doc[participle.i - 2]]
    return []


def find_complements(noun: Token, preposition: str) -> list[Token]:
    """The words that a preposition of the noun governs, those of its coordination included."""
    own = [token for name, token in governed(noun) if name == preposition]
    if own:
        return own
    for other in to_members(to_first(noun)):
        shared = [token for name, token in governed(other) if name == preposition and token.i > noun.i]
        if shared:
            return shared
    return _deeper(noun, preposition) if preposition in _REACHING else []


def _deeper(noun: Token, preposition: str) -> list[Token]:
    """ "a memorandum of understanding with X": the parser hangs "with" on what the noun is of."""
    inner = (
        token
        for name, token in governed(noun)
        if name in {"of", "in"} and (token.pos_ == "NOUN" or preposition == "by")
    )
    return [token for below in inner for name, token in governed(below) if name == preposition]
