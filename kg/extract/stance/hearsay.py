"""Who tells a thing, and whether it is to be believed: nobody in particular, a fake; "reports that … were wrong"."""

from kg.extract.stance.table import StanceTable
from kg.extract.syntax.arguments import find_subjects
from kg.extract.tokens import Token
from kg.extract.words import load_words

HEARSAY = load_words("hearsay")
FORGED = load_words("forged")
WRONGLY = load_words("wrongly")


def is_hearsay(verb: Token) -> bool:
    """Whether nobody in particular says it, or nobody to be believed: "many say", "a fake memo", "falsely said"."""
    subjects = find_subjects(verb)
    told = {word.lower_ for subject in subjects for word in (subject, *subject.children)}
    wrongly = any(child.dep_ == "advmod" and child.lower_ in WRONGLY for child in verb.children)
    return wrongly or bool(told & FORGED) or any(subject.lower_ in HEARSAY for subject in subjects)


def find_verdict(report: Token, table: StanceTable) -> str:
    """What is said of a report, the subject: "Reports that … were wrong", "Claims that … were denied"; else ""."""
    if report.dep_ not in {"nsubj", "nsubjpass"}:
        return ""
    above = report.head
    if report.dep_ == "nsubjpass" and table.verbs.get(above.lemma_.lower()) == "deny":
        return "deny"
    said = [above, *(child for child in above.children if child.dep_ in {"acomp", "attr", "oprd"})]
    return next((table.verdicts[word.lower_] for word in said if word.lower_ in table.verdicts), "")
