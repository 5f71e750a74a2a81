"""From the head of a clause or noun phrase to the shortest passage that names it."""

from collections.abc import Iterable

from kg.extract.tokens import Doc, Token, TokenSpan

MAX_TOKENS = 32  # a longer passage is an account, not a name
# What a label can do without: comments, reasons and asides after the thing itself.
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_ASIDES = frozenset({"parataxis", "intj", "meta"})
_REASONS = frozenset({"because", "since", "as", "while", "although", "though", "whereas", "so", "if", "unless"})
_OPENERS = frozenset(
    {"that", "to", "the", "a", "an", ",", "“", '"', "'", "‘", "and", "or", "but", "both", ":", ";", "—"}
)
_CLOSERS = frozenset({".)", ",", "“", "”", '"', "'", "’", ".", ";", ":", "and", "or", "-", "—", "–", "!", "?", "("})


def to_passage(head: Token, without: Iterable[Token] = ()) -> TokenSpan | None:
    """The run of tokens that names what the head stands for; None where nothing is left.

    It is the head's subtree without its marker, articles, outer quotation marks, and what comes after the thing
    itself: comments, reasons, relative clauses set off by a comma. `without` are heads whose subtrees end it.
    """
    left, right = head.left_edge.i, head.right_edge.i + 1
    for token in head.subtree:
        if token == head:
            continue
        if token in set(without) or _is_aside(token, head):
            if token.left_edge.i > head.i:
                right = min(right, token.left_edge.i)
            elif token.right_edge.i < head.i and token.left_edge.i == left:
                left = token.right_edge.i + 1
    return trim(head.doc, left, right)


def _is_aside(token: Token, head: Token) -> bool:
    if token.dep_ in _ASIDES:
        return True
    if token.dep_ == "appos" and token.head == head and token.left_edge.i > head.i:  # "secret runs, the ones that"
        return token.left_edge.lower_ in {"the", "those"} and token.left_edge.nbor(-1).text == ","
    if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBN"):
        return token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
    if token.dep_ == "advcl" and token.head == head:
        return any(child.dep_ == "mark" and child.lower_ in _REASONS for child in token.children)
    return False


def trim(doc: Doc, left: int, right: int) -> TokenSpan | None:
    """The run from `left` to `right` without articles and punctuation at its ends; None where nothing is left."""
    while left < right and doc[left].lower_ in _OPENERS:
        left += 1
    while left < right and doc[right - 1].lower_ in _CLOSERS:
        right -= 1
    if right - left > MAX_TOKENS:
        right = _cut(doc, left)
        while left < right and doc[right - 1].lower_ in _CLOSERS:
            right -= 1
    return doc[left:right] if left < right else None


def _cut(doc: Doc, left: int) -> int:
    """The end of what fits: at the last comma, else at the limit."""
    for i in range(left + MAX_TOKENS, left + MAX_TOKENS // 3, -1):
        if doc[i].text in {",", ";", "—"}:
            return i
    return left + MAX_TOKENS


def to_clause(verb: Token, subject: Token | None = None) -> TokenSpan | None:
    """The passage of a clause with its subject, from the subject's first token on."""
    start = (
        subject if subject is not None else next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    )
    passage = to_passage(verb, without=[child for child in verb.children if child.dep_ == "conj" and _is_own(child)])
    if passage is None or start is None:
        return passage
    if _is_interrupted(start):
        return trim(verb.doc, max(passage.start, verb.i), passage.end)
    return trim(verb.doc, max(passage.start, start.left_edge.i), passage.end)


def _is_interrupted(subject: Token) -> bool:
    """Whether an aside parts a subject from its verb, "the burden, which it puts at X,": the verb then says it all."""
    asides = (c for c in subject.children if c.i > subject.i and c.dep_ in {"relcl", "appos", "acl"})
    return any(aside.left_edge.i > subject.i + 1 and aside.left_edge.nbor(-1).text == "," for aside in asides)


def to_predicates(verb: Token) -> list[TokenSpan]:
    """The passages of a verb phrase and of those coordinated with it: "publish X, name Y and spare Z" gives three."""
    passages = []
    for member in to_fellows(verb):
        passage = to_passage(member, without=_joined(member))
        trimmed = trim(verb.doc, max(passage.start, member.i), passage.end) if passage is not None else None
        if trimmed is not None:
            passages.append(trimmed)
    return passages


def to_whole(noun: Token, clause: Token) -> Token:
    """The noun that a clause behind a comma is about, where the parser hung it on the last: "a tax on X, which …"."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and clause.left_edge.nbor(-1).text == ",":
        noun = noun.head.head
    return noun


def to_things(head: Token) -> list[TokenSpan | None]:
    """The passages of a noun and of those beside it that begin anew: "a register, and a right to reasons" gives two.

    What follows the noun but hangs on its verb belongs to it: "demands a moratorium on scanning".
    """
    fellows = [c for c in head.children if c.dep_ == "conj" and _begins_anew(c)]
    own = to_passage(head, without=fellows)
    if own is not None and not fellows:
        own = _with_rest(own, head)
    return [own, *(passage for fellow in fellows for passage in to_things(fellow))]


def _begins_anew(noun: Token) -> bool:
    """Whether a coordinated noun has an article of its own, "a" or "an", or a comma before its "and"."""
    before = noun.doc[max(noun.left_edge.i - 2, 0) : noun.left_edge.i]
    own = any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in noun.children)
    return noun.pos_ == "NOUN" and (own or [t.text for t in before[:1]] == [","])


def _with_rest(passage: TokenSpan, head: Token) -> TokenSpan:
    """The passage with what stands right behind it and says of or for what it is, though it hangs on the verb."""
    doc, end = head.doc, passage.end
    while end < head.sent.end and doc[end].i < head.sent.end:
        following = doc[end]
        own = following.dep_ == "prep" and following.lower_ in {"on", "of", "against", "over"}
        clause = end > passage.end and following.tag_ == "VBG" and following.dep_ == "advcl"
        dated = any(t.pos_ == "NUM" or t.lower_ in _DAYS for t in following.subtree)
        if not (own or clause) or following.head.i >= head.i or dated or following.left_edge.i < end:
            break
        end = following.right_edge.i + 1
    return trim(doc, passage.start, end) or passage


def to_fellows(verb: Token) -> list[Token]:
    """The verb and the bare verbs coordinated with it that share its subject, in order of the text."""
    fellows = [verb]
    for fellow in fellows:
        fellows.extend(child for child in _joined(fellow) if _shares_subject(child) and child not in fellows)
    return sorted(fellows, key=lambda token: token.i)


def _joined(verb: Token) -> list[Token]:
    """What is coordinated with the verb, however deep the parser hung an "and to do" of it."""
    near = [child for child in verb.children if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}]
    for token in verb.subtree:
        opens = next((child for child in token.children if child.tag_ == "TO" and child.i == token.i - 1), None)
        hung = (
            token != verb
            and token.dep_ == "conj"
            and token.head.pos_ in {"ADJ", "NOUN", "PROPN"}
            and token.pos_ == "VERB"
        )
        if hung and token not in (verb, *near) and opens is not None and opens.nbor(-1).dep_ == "cc":
            near.append(token)
    return near


def _shares_subject(verb: Token) -> bool:
    own = any(child.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for child in verb.children)
    gerunds = verb.tag_ == "VBG" and verb.head.tag_ == "VBG"
    return not own and (verb.tag_ in {"VB", "VBP"} or gerunds)


def _is_own(verb: Token) -> bool:
    """Whether a coordinated clause has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)
