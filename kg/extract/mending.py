"""Mends what a parse says against itself: a word with a subject and an object is a verb, whatever its tag says."""

from kg.extract.analysis import to_verb_lemma
from kg.extract.tokens import Doc, Token

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acl", "xcomp"})
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
