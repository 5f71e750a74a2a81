"""What one party says and another denies: "X says that …, which Y denies", "X said … Y said there was no such work"."""

import re
from functools import cache

from kg.extract.tokens import Token
from kg.extract.words import load_words


def is_contested(trigger: Token) -> bool:
    """Whether the rest of the sentence, or the next one, denies what somebody is there said to say."""
    return _denial().search(_rest(trigger)) is not None or _denial().search(_following(trigger)) is not None


def disputes_figure(trigger: Token) -> bool:
    """Whether the next sentence sets another figure against that of the trigger's: "the true figure is 19"."""
    return _true_figure().search(_following(trigger)) is not None


def is_undone(trigger: Token) -> bool:
    """Whether the next sentence says that what was told before is not so at all: "Neither thing has happened"."""
    return _not_at_all().search(_following(trigger)) is not None


def _rest(trigger: Token) -> str:
    last = trigger.sent[-1]
    return trigger.doc.text[trigger.idx : last.idx + len(last.text)]


def _following(trigger: Token) -> str:
    """The next sentence of the block; "" at its end."""
    end = trigger.sent.end
    return trigger.doc[end].sent.text if end < len(trigger.doc) else ""


def _either(*lists: str) -> str:
    """An expression for any of the words of some lists."""
    return f"(?:{'|'.join(sorted(word for name in lists for word in load_words(name)))})"


@cache
def _true_figure() -> re.Pattern[str]:
    return re.compile(rf"\bthe {_either('truths')} {_either('sizes')}(?: is| was|,)[^.]*\d", re.IGNORECASE)


@cache
def _not_at_all() -> re.Pattern[str]:
    """ "Neither thing has happened", "None of it is true", "It had not, of course", "is a fabrication"."""
    of_it = r"(?:thing |of (?:it|this|that|these|those|them|the sort|the kind) |such )?"
    so = r"(?:(?:is|was|are|were) (?:true|so|right|correct|real|accurate)|(?:has |have |had |ever |actually )*"
    forms = (
        rf"^\W*(?:Neither|None|Nothing) {of_it}{so}(?:happened|occurred|come about|taken place|materiali[sz]ed))\b",
        r"^\W*It (?:had|has|did|was|is) not,? of course",
        r"^\W*(?:That|This|It) (?:never|did not|has not) happened\b",
        rf"\b(?:is|was|were|proved|turned out to be) (?:an? )?(?:\w+ )?{_either('fabrications')}\b",
    )
    return re.compile("|".join(forms))


@cache
def _denial() -> re.Pattern[str]:
    """A verb of denying with "it" or "the claim" as object, "no such work", "that is not true", "it did not"."""
    verbs, what, false = _either("contesting"), _either("contested"), _either("falsehoods", "fabrications")
    the, are = "(?:the|that|this|those|these)", "(?: is| was| are| were|['’]s| to be)"
    forms = (
        rf"\b{verbs} (?:it|this|that|them|both)(?=$|[.,;:—”\"]| (?:at the time|and|but|outright|flatly)\b)",
        rf"\b{verbs} (?:the|that|this|those|these|such|both|any such) (?:\w+ )?{what}\b",
        rf"\b(?:which|(?:an?|the) {what} (?:that|which)?)\s?(?:[\w’'.]+ ){{1,6}}{verbs}\b",
        r"\bno such \w+",
        rf"\b(?i:that|this|it|which|{the} {what}){are}(?:n['’]t| not)? (?:\w+ )?{false}\b",
        rf"\b(?:call|brand|dismiss|describe|reject)(?:s|ed|d|es)? (?:it|this|that|{the} {what})(?: as)? "
        rf"(?:an? |\w+ly )?[“\"]?{false}\b",
        r"\b(?:it|he|she|they|we|[A-Z]\w+) (?:says |said |insists |insisted )?(?:that )?(?:it |he |she |they )?"
        r"(?:did|does|do|has|have|had|is|was|were|are)(?: not|n['’]t)[.,;”\"]",
    )
    return re.compile("|".join(forms))
