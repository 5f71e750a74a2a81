"""A cast of made-up names, so that sentences of the tables below need no marks, and what is read from such sentences.

Names of the cast are marked by themselves; any other word for them is marked by hand: `[she=Mara Lind|Person]`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from kg.extract.relations import read_relations
from kg.extract.wishes import Wishes, read_wishes
from kg.model import Claim, Modality, Polarity
from tests.extract.marked import MARK, Marked, parse_marked

CAST = {
    "Organization": ("Acme", "Zenith", "Heron Labs", "Kestrel", "Orrin Institute", "Data Authority", "Parliament"),
    "Person": ("Mara Lind", "Tom Okafor", "Ines Roy"),
    "AISystem": ("Bolt", "Quill"),
    "Place": ("Oslo", "Norland", "Leeds"),
    "Policy": ("Data Act", "Audit Bill", "Safety Charter"),
    "Document": ("Grey Book",),
    "StakeholderGroup": ("laboratories", "governments", "lawmakers"),
}
_CLASS = {name: cls for cls, names in CAST.items() for name in names}
_NAME = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_CLASS, key=len, reverse=True))})(?!\w)")


def mark(text: str) -> str:
    """The text with every name of the cast marked that is not marked by hand."""
    parts, last = [], 0
    for match in MARK.finditer(text):
        parts += [_mark_cast(text[last : match.start()]), match[0]]
        last = match.end()
    return "".join([*parts, _mark_cast(text[last:])])


def _mark_cast(text: str) -> str:
    return _NAME.sub(lambda match: f"[{match[0]}|{_CLASS[match[0]]}]", text)


@cache
def parse(text: str) -> Marked:
    """The text, marked and parsed; parsed once however many tests ask for it."""
    return parse_marked(mark(text))


def relations(text: str) -> tuple[Claim, ...]:
    """The claims that relate two names of the text."""
    return read_relations(parse(text).resolved)


def wishes(text: str) -> Wishes:
    """The proposals and risks of the text, with what it says of named things taken into account."""
    return read_wishes(parse(text).resolved, relations(text))


def name_of(text: str, id_: str) -> str:
    """The name of one of the text's chains."""
    return next(chain.name for chain in parse(text).resolved.chains if chain.id == id_)


def to_words(text: str, claim: Claim) -> str:
    """A claim as the tables write it: "Acme develops Bolt", "Denied Planned: Acme develops Bolt"."""
    how = to_stance(claim)
    said = f"{name_of(text, claim.subject)} {claim.predicate} {name_of(text, claim.object)}"
    return f"{how}: {said}" if how else said


def to_stance(claim: Claim) -> str:
    """How a claim is meant, empty where it is affirmed as so."""
    denied = [claim.polarity] if claim.polarity is Polarity.DENIED else []
    return " ".join([*denied, *([] if claim.modality is Modality.ACTUAL else [claim.modality])])


def claims(text: str) -> set[str]:
    """What the text claims about its names, as the tables write it."""
    return {to_words(text, claim) for claim in relations(text)}


def facts(text: str) -> set[str]:
    """What the text affirms about its names."""
    return {to_words(text, claim) for claim in relations(text) if claim.is_fact}


def tellers(text: str) -> set[str]:
    """What the text claims, and who says so: "Tom Okafor: Acme develops Bolt", with "-" for the article itself."""
    return {
        f"{name_of(text, c.attributed_to) if c.attributed_to else '-'}: {name_of(text, c.subject)} {c.predicate} "
        f"{name_of(text, c.object)}"
        for c in relations(text)
    }


def roles(text: str) -> set[str]:
    """The posts that the text gives: "Mara Lind, director: Acme"."""
    return {
        f"{name_of(text, c.subject)}, {c.role}: {name_of(text, c.object)}"
        for c in relations(text)
        if c.predicate in {"worksFor", "formerlyAt"}
    }


def to_rows(table: str) -> Iterator[tuple[str, set[str]]]:
    """The rows of a table of lines "sentence => claim; claim", each claim once; lines with # are headings."""
    for line in table.strip().splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            sentence, _, expected = line.partition("=>")
            yield sentence.strip(), {part.strip() for part in expected.split(";") if part.strip()}


def find_wrong(table: str, read: Callable[[str], set[str]] = claims) -> list[str]:
    """The rows of a table that are read otherwise than it says, each with what is read instead.

    What a row expects must be there, and with no other stance than it says; what it marks with "~" must not be there.
    A row that expects nothing must give nothing.
    """
    return [f"{text}  GOT {sorted(read(text))}" for text, expected in to_rows(table) if not _fits(read(text), expected)]


def _fits(found: set[str], expected: set[str]) -> bool:
    if not expected:
        return not found
    wanted = {item for item in expected if not item.startswith("~")}
    unwanted = {item.removeprefix("~").strip() for item in expected - wanted}
    rivals = {claim for claim in found if _statement(claim) in {_statement(item) for item in wanted}}
    return rivals == wanted and not found & unwanted


def _statement(claim: str) -> str:
    return claim.rpartition(": ")[2]


def wished(text: str) -> set[str]:
    """What the text asks for and fears: "Acme asks laboratories: pause", "Acme fears: loss of control"; "-": nobody."""
    found = wishes(text)
    asked = {f"{_put(text, p.id, 'proposes')} asks {_asked_of(text, p.id)}: {p.label}" for p in found.proposals}
    return asked | {f"{_put(text, r.id, 'warnsOf')} fears: {r.label}" for r in found.risks}


def _put(text: str, node: str, predicate: str) -> str:
    made = [c for c in wishes(text).claims if c.object == node and c.predicate == predicate]
    how = {to_stance(claim) for claim in made} - {""}
    who = sorted(name_of(text, claim.subject) for claim in made)
    return " ".join([*sorted(how), " and ".join(who) or "-"])


def _asked_of(text: str, node: str) -> str:
    made = [c for c in wishes(text).claims if c.subject == node and c.predicate == "addressedTo"]
    return " and ".join(sorted(name_of(text, c.object) for c in made)) or "-"
