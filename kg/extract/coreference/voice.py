"""Who "we" and "I" are outside quotations: who publishes the article in its own name, or whoever answers in it.

An organization speaks an article where the article is published by it, or names it so ("At Halden, we"), and is written
in the first person plural throughout. Where a columnist, or people in general, may be meant, nobody speaks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.coreference.grounding import affiliations
from kg.extract.coreference.naming import take_class
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Referent
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import Article, BlockKind, EntityClass
from kg.names import fold, key_of

MIN_OWN = 3  # first persons plural of an article that speaks in its own name; fewer slip into any report
MIN_OWN_BLOCKS = 2  # and the paragraphs that they stand in
PLURAL_TO_SINGULAR = 3  # as many times "we" as "I": below it somebody writes of their own mind
MIN_AUTHORED = 2  # first persons singular of an article that somebody writes of their own mind
MIN_QUESTIONS = 2  # paragraphs that ask "you" something, in an interview
MIN_LABELS = 3  # paragraphs that begin with who speaks, in a transcript
_SECTIONS = re.compile(
    r"\s+(?:media room|newsroom|press room|press office|press|blog|news|research|media|online)$", re.I
)
_MAIL = re.compile(r"@([\w-]+)\.")
_HOST = re.compile(r"^https?://(?:www\.|blog\.|news\.)?([\w-]+)\.")
_AT = re.compile(r"\b(?:[Aa]t|[Ww]e at|[Ww]e,)\s+(?:the\s+)?$")
_QUESTION = ("Q.", "Q:", "Q ")
_BYLINE = re.compile(r"(?:Opinion |Comment |Column )?[Bb]y$")
_WE = re.compile(r",?\s+(?:we|our)\b")


@dataclass(frozen=True)
class Voice:
    """Who speaks in each block, outside quotations: a person and the organization spoken for, either may be unknown.

    `alone`: the person writes, and may mean everybody by "we".
    """

    person: Referent | None = None
    organization: Referent | None = None
    alone: bool = False

    @property
    def several(self) -> Referent | None:
        """Whom "we" stands for: the organization, or whoever answers for one that is not known."""
        return self.organization or (None if self.alone else self.person)


@dataclass(frozen=True)
class Voices:
    """The voices of an article's blocks, by their index; a block without one speaks for nobody."""

    by_block: Mapping[int, Voice] = field(default_factory=dict)

    def at(self, block: ParsedBlock) -> Voice:
        """Who speaks in a block."""
        return self.by_block.get(block.index, Voice())


def find_voices(
    outline: Outline, words: Words, named: Sequence[Referent], owners: Mapping[tuple[int, int], Referent]
) -> Voices:
    """Who speaks outside quotations, block by block: labelled speakers, else the interviewed, else the publisher."""
    scene = _Scene(outline, words, named, owners)
    return Voices(scene.labelled() or scene.interviewed() or scene.own() or scene.authored())


def first_persons(outline: Outline, words: Words, block: ParsedBlock) -> Iterator[Token]:
    """The first persons of a block outside quotations, in order; not the country."""
    for token in outline.tokens[block.index]:
        entry = words.pronouns.get(token.lower_)
        if entry is not None and entry.speaker and token.text != "US" and not outline.is_quoted(block.span_of(token)):
            yield token


@dataclass(frozen=True)
class _Scene:
    outline: Outline
    words: Words
    named: Sequence[Referent]
    owners: Mapping[tuple[int, int], Referent]

    def labelled(self) -> dict[int, Voice]:
        """ "Lee: We look at complaints first.": each block by who is named before the colon."""
        found = {}
        for block in self.outline.parsed.blocks:
            end = next((t.i for t in block.doc[:6] if t.text == ":"), 0)
            owner = self.owners.get((block.index, end - 1)) if end else None
            if owner is not None and all(self.owners.get((block.index, i)) is owner for i in range(end)):
                found[block.index] = owner
        if len(found) < MIN_LABELS or not any(owner.cls is EntityClass.PERSON for owner in found.values()):
            return {}
        start = min(found)
        return {index: self._voice(owner, start) for index, owner in found.items()}

    def interviewed(self) -> dict[int, Voice]:
        """Paragraphs that follow on questions to "you", said by the first person named before them."""
        blocks = [b for b in self.outline.parsed.blocks if b.block.kind is not BlockKind.TITLE]
        asking = {b.index for b in blocks if b.doc.text.rstrip().endswith("?") or b.doc.text.startswith(_QUESTION)}
        asked = [b for b in blocks if b.index in asking and any(t.lower_ in {"you", "your"} for t in b.doc)]
        if len(asked) < MIN_QUESTIONS:
            return {}
        start = min(asking)
        before = [r for r in self.named if r.cls is EntityClass.PERSON and r.places[0].block.index < start]
        said = [t for b in blocks if b.index > start for t in first_persons(self.outline, self.words, b)]
        if not before or not any(self.words.pronouns[t.lower_].number == "singular" for t in said):
            return {}
        person = min(before, key=Referent.first)
        named = {place.block.index for place in person.places}
        told = named - {b.index for b in blocks if any(first_persons(self.outline, self.words, b))}
        voice = self._voice(person, start)
        return {b.index: voice for b in blocks if b.index > start and b.index not in asking | told}

    def own(self) -> dict[int, Voice]:
        """Every block, of an article that one organization speaks."""
        blocks = self.outline.parsed.blocks
        found = [(b.index, t) for b in blocks for t in first_persons(self.outline, self.words, b)]
        plural = [(i, t) for i, t in found if self.words.pronouns[t.lower_].number == "plural"]
        singular = len(found) - len(plural)
        if len(plural) < max(MIN_OWN, PLURAL_TO_SINGULAR * singular) or len({i for i, _ in plural}) < MIN_OWN_BLOCKS:
            return {}
        speaking = [r for r in self.named if _may_publish(r) and self._speaks(r)]
        if len(speaking) != 1:
            return {}
        take_class(speaking[0], EntityClass.ORGANIZATION)
        voice = Voice(organization=speaking[0])
        return {block.index: voice for block in blocks}

    def authored(self) -> dict[int, Voice]:
        """Every block, of an article that one person writes, as "By Ann Lee" or a last paragraph on her tells."""
        blocks = self.outline.parsed.blocks
        found = [t for b in blocks for t in first_persons(self.outline, self.words, b)]
        if sum(self.words.pronouns[t.lower_].number == "singular" for t in found) < MIN_AUTHORED:
            return {}
        writing = [r for r in self.named if r.cls is EntityClass.PERSON and self._writes(r)]
        return {block.index: Voice(writing[0], alone=True) for block in blocks} if len(writing) == 1 else {}

    def _writes(self, person: Referent) -> bool:
        """Whether a person is named in a line of its own at the top, or only in a note on the author at the end."""
        blocks = self.outline.parsed.blocks
        if any(
            _BYLINE.fullmatch(p.block.doc.text[: p.span.start - p.block.block.span.start].strip())
            for p in person.places
        ):
            return True
        last = blocks[-1].index
        return len(blocks) > MIN_QUESTIONS and all(
            p.block.index == last and (p.first == 0 or p.sentence > person.places[0].sentence) for p in person.places
        )

    def _speaks(self, referent: Referent) -> bool:
        article = self.outline.parsed.article
        text = article.text
        if any(is_published_by(article, name) for name in referent.names):
            return True
        return any(
            _AT.search(text[max(0, p.span.start - 12) : p.span.start]) and _WE.match(text, p.span.end)
            for p in referent.places
        )

    def _voice(self, speaker: Referent, start: int) -> Voice:
        if speaker.cls is not EntityClass.PERSON:
            return Voice(organization=speaker)
        led = list(self._led(speaker, start)) or affiliations(speaker, self.owners)
        return Voice(speaker, led[-1] if led else None)

    def _led(self, person: Referent, start: int) -> Iterator[Referent]:
        """The organizations that a person is said to run or to have joined before the first answer, in order."""
        for block in self.outline.parsed.blocks[:start]:
            for verb in self.outline.tokens[block.index]:
                subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
                if subject is None or not _leads(verb, self.words):
                    continue
                is_person = self.owners.get((block.index, subject.i)) is person
                if is_person or subject.lower_ in {"he", "she"}:
                    owners = (self.owners.get((block.index, t.i)) for t in verb.subtree if t.i > verb.i)
                    led = next((r for r in owners if r is not None and r.cls is EntityClass.ORGANIZATION), None)
                    if led is not None:
                        yield led


def _may_publish(referent: Referent) -> bool:
    """Whether it is an organization, or only guessed to be a system or person: a lab's name looks like a model's."""
    guessed = referent.cls in {EntityClass.SYSTEM, EntityClass.PERSON}
    return referent.cls is EntityClass.ORGANIZATION or (
        guessed and all(mention.layer != "gazetteer" for mention in referent.mentions)
    )


def _leads(verb: Token, words: Words) -> bool:
    """Whether a verb puts its subject at an organization for now: "runs", "has run", "founded", not "ran"."""
    if verb.lemma_ in words.verbs["founding"]:
        return True
    return verb.lemma_ in words.verbs["leading"] and verb.tag_ != "VBD"


def is_published_by(article: Article, name: str) -> bool:
    """Whether the article's publisher, address or a mail address in it is an organization's of that name."""
    publisher = _SECTIONS.sub("", article.publisher or "")
    if publisher and key_of(EntityClass.ORGANIZATION, publisher) == key_of(EntityClass.ORGANIZATION, name):
        return True
    labels = {label.lower() for label in _MAIL.findall(article.text)}
    host = _HOST.match(article.url or "")
    labels |= {host[1].lower()} if host else set()
    return fold(name).replace(" ", "") in {label.replace("-", "") for label in labels}
