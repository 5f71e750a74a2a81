"""The values that travel between the stages: frozen, plain, comparable, free of third-party types.

Article (ingest) -> Extraction (extract) -> Linkage (link) -> quads (graph).

Offsets everywhere are half-open and count Unicode code points of `Article.text`.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class EntityClass(StrEnum):
    """The classes of things that are named; each value is the local name of the class in the ontology."""

    ORGANIZATION = "Organization"
    PERSON = "Person"
    GROUP = "StakeholderGroup"
    SYSTEM = "AISystem"
    POLICY = "Policy"
    DOCUMENT = "Document"
    EVENT = "Event"
    PLACE = "Place"


class BlockKind(StrEnum):
    """What a stretch of an article is, as its page or text marks it."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"
    CAPTION = "caption"


class Polarity(StrEnum):
    """Whether a claim says that something is so, or that it is not."""

    AFFIRMED = "Affirmed"
    DENIED = "Denied"


class Modality(StrEnum):
    """How real the content of a claim is said to be."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    CONDITIONAL = "Conditional"


class Comparator(StrEnum):
    """How the stated number bounds the real one."""

    EXACTLY = "Exactly"
    MORE_THAN = "MoreThan"
    LESS_THAN = "LessThan"
    UP_TO = "UpTo"
    AT_LEAST = "AtLeast"
    ABOUT = "About"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points the span covers."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One structural unit of an article.

    `level` is the depth of a heading (1 is highest) or of a nested item (1 is outermost), else 0.
    `lead` is the index in `Article.blocks` of the block that this one stands under: the lead-in paragraph or
    heading of an item, the header row of a row, the row of a caption; None where there is none.
    `cells` are the spans of a row's cells, in order, else empty.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    lead: int | None = None
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is kept: its final text, the structure of that text, and where it comes from.

    `text` is what evidence is cut from: the blocks' texts joined by an empty line, in order. `id` is 16 hex digits,
    of the canonical URL where there is one and of the text otherwise, so that it does not depend on the machine.
    `location` is where it was read from (an absolute path or an address); it never enters the graph.
    `published` is ISO 8601 (a date or a date with time) or None. `language` is a BCP 47 tag.
    `origins` says for each metadata field which part of the page it was taken from, as (field, origin) pairs.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    location: str
    url: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    origins: tuple[tuple[str, str], ...] = ()

    def cut(self, block: Block) -> str:
        """The text of one of the article's blocks."""
        return block.span.cut(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where an entity is named or referred to.

    `layer` names what found it ("gazetteer", "ner", "grammar", "pronoun", "description", ...);
    `confidence` is 0..1, the finder's own.
    """

    span: Span
    cls: EntityClass
    layer: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions within one article that are one thing: the outcome of coreference.

    `id` is unique within its extraction ("e1", "e2", ...). `name` is its best name in the article, `names` all proper
    names seen there, `name` included, in order of first appearance. `known` is the gazetteer's id of the entity where
    the gazetteer decided it. `local` marks a thing that only its article can tell apart ("a blog post").
    """

    id: str
    cls: EntityClass
    name: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    known: str | None = None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Metric:
    """One measured or stated quantity.

    `value` is in the unit as written (80 for "80%", 965000000000 for "$965 billion"). `unit` is a compact IRI:
    "unit:PERCENT", "unit:UNITLESS", "aig:Times", "currency:USD", "unit:YR", ... `measures`, `baseline` and `period`
    are passages of the article or short rewordings of them, empty where the article gives none.
    """

    id: str
    label: str
    value: Decimal
    unit: str
    comparator: Comparator
    span: Span
    measures: str = ""
    baseline: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody asks for: `label` is the shortest passage that names it, `description` the full one."""

    id: str
    label: str
    span: Span
    description: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A harm or concern that somebody names; `domain` is the local name of its concept in the risk scheme, or empty."""

    id: str
    label: str
    span: Span
    description: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that the article makes or reports.

    `subject` and `object` are ids of chains, metrics, proposals or risks of the same extraction; `predicate` is a
    local name of the ontology ("develops"). `evidence` is the passage that says it. `attributed_to` is the id of the
    chain that says so, None where the article speaks in its own voice. `role` is the post held, for `worksFor` and
    `formerlyAt`. `rule` names the lexicon entry or construction that read it. `confidence` is 0..1.
    """

    subject: str
    predicate: str
    object: str
    evidence: Span
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attributed_to: str | None = None
    confidence: float = 1.0
    role: str = ""
    rule: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether the article affirms it as true now or in the past, so that it may stand as a direct triple."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article, and the article itself."""

    article: Article
    chains: tuple[Chain, ...] = ()
    metrics: tuple[Metric, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    risks: tuple[Risk, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, as several articles may name it.

    `label` is the name to show, `alternatives` the other names seen, sorted. `same_as` are IRIs of the same thing
    elsewhere (Wikidata). `because` says which rules merged the names, sorted.
    """

    iri: str
    cls: EntityClass
    label: str
    alternatives: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linkage:
    """Which node of which article is which thing.

    `entities` maps the IRI of every entity to the entity; `iris` maps (article id, node id) to an IRI for every chain,
    metric, proposal and risk of the articles that were linked. The outcome does not depend on the articles' order.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    iris: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one source gave no article: what happened and what to do, each one line; a value, so a batch goes on."""

    location: str
    reason: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why one source gave no article though nothing went wrong: it is in another language, unchanged, or no article.

    `reason` is one of a few fixed phrases, so that a run can count them; `detail` is about this one source.
    """

    location: str
    reason: str
    detail: str = ""
