"""Mends what a parse says against itself: verbs without their subject, verbs that are called nouns."""

from collections.abc import Sequence

from kg.extract.analysis import to_verb_lemma
from kg.extract.tokens import Doc, Token, Word

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acl", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_INSIDE = frozenset({"pobj", "prep", "conj", "compound", "nmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TAGS = (("ing", "VBG"), ("ed", "VBD"), ("s", "VBZ"))


def mend(doc: Doc) -> Doc:
    """The same document, with the tag, part of speech and lemma of a verb where the tree says that a word is one.

    "Both back the measure" (particle), "SB 7 obliges providers to" (noun): the parser is right, the tagger is not.
    """
    for token in doc:
        if token.dep_ in _CLAUSES and token.pos_ not in {"VERB", "AUX"} and _is_used_as_verb(token):
            token.tag_ = next((tag for end, tag in _TAGS if token.lower_.endswith(end)), "VBP")
            token.pos_ = "VERB"
            token.lemma_ = to_verb_lemma(token.text)
        elif token.tag_ == "VBD" and _is_done_by(token):
            token.tag_ = "VBN"
    return doc


def _is_done_by(verb: Token) -> bool:
    """ "A firm started by two brothers": a past tense with an agent and no object is a participle."""
    deps = {child.dep_ for child in verb.children}
    return "agent" in deps and not deps & {"dobj", "aux", "auxpass"}


def _is_used_as_verb(token: Token) -> bool:
    deps = {child.dep_: child for child in token.children}
    if "nsubj" not in deps or "dobj" not in deps or not token.is_lower or "cop" in deps:
        return False
    return deps["nsubj"].i < token.i < deps["dobj"].i


def rehang(words: Sequence[Word]) -> list[Word]:
    """The same words, where a name that the parser took for an apposition is hung on the verb that lacks a subject.

    "In a shift for the whole industry, Acme, the firm behind Bolt, has urged …": Acme has.
    """
    mended = list(words)
    served = {word.head for word in words if word.analysis.dep in _SUBJECTS}
    finite = {word.head for word in words if word.analysis.tag in _FINITE and word.analysis.dep in {"aux", "auxpass"}}
    for i, word in enumerate(words):
        if word.analysis.dep != "appos" or word.analysis.pos != "PROPN":
            continue
        verb = _find_verb(words, i)
        is_finite = verb in finite or (verb is not None and words[verb].analysis.tag in _FINITE)
        if verb is not None and verb not in served and is_finite and _follows_comma(words, i):
            mended[i] = word._replace(head=verb, analysis=word.analysis._replace(dep="nsubj"))
            served.add(verb)
    return mended


def _find_verb(words: Sequence[Word], name: int) -> int | None:
    """The verb behind the name whose opening phrase holds it, or None."""
    at = words[name].head
    while words[at].analysis.dep in _INSIDE and words[at].head != at:
        at = words[at].head
        if words[at].analysis.pos in {"VERB", "AUX"}:
            return at if at > name else None
    return None


def _follows_comma(words: Sequence[Word], name: int) -> bool:
    """Whether a comma stands right before the words of the name."""
    first = name
    while first > 0 and words[first - 1].head == name and words[first - 1].analysis.dep in {"compound", "nmod"}:
        first -= 1
    return first > 0 and words[first - 1].text == ","
