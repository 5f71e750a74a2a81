"""Who a proposal or fear belongs to: the word's subject, through documents and their authors to who put them out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import DIRECT, Referent, find_referents
from kg.extract.stance.attribution import is_reporting
from kg.extract.syntax.arguments import find_subjects, to_antecedent
from kg.extract.syntax.voice import governed
from kg.extract.tokens import Token
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.standing import find_stand_in
from kg.extract.wishes.words import load_wish_words
from kg.extract.words import load_words
from kg.model import BlockKind, Chain, Claim, EntityClass

_VOICES = load_words("voices")
_SELF = frozenset({"i", "we", "me", "us", "our", "my"})
_PLEADINGS = frozenset({"suit", "lawsuit", "complaint", "claimant", "plaintiff", "petition", "filing"})
_ASKING = load_wish_words("proposal")["ask"] | load_wish_words("proposal")["seek"]
ORGANIZED = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON})
_SOME = frozenset({"some", "others", "many", "several", "most", "all", "few"})
_PUTTING_OUT = load_wish_words("speakers")["putting_out"]
_WRITINGS = frozenset({"report", "study", "paper", "survey", "analysis", "letter", "brief", "memo"})
_ASKING_TEXTS = frozenset({"declaration", "statement", "communiqué", "communique", "resolution", "appeal", "manifesto"})
_TOP = frozenset({"head", "boss", "chief", "founder", "co-founder", "cofounder", "owner", "leader", "ceo"})
_LEADING = frozenset({"lead", "head", "organise", "organize", "convene", "coordinate", "chair", "back", "run"})
LOOK_BACK = 2  # blocks before a list in which its speaker may have been named


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in {"the", "these", "those"} for child in noun.children)


def _named_among(tokens: Sequence[Token]) -> list[Token]:
    """ "twenty experts, among them X": X as well."""
    found = []
    for token in tokens:
        for child in token.children:
            before = {other.lower_ for other in token.doc[token.i : child.left_edge.i]}
            if child.dep_ == "appos" and before & {"among", "including"}:
                found.append(child)
    return found


def _is_told(name: Token, noun: Token) -> bool:
    """Whether the name is whom a letter or petition is to, or what it is about."""
    above = name.head
    while above.dep_ in {"pobj", "conj"} or above.pos_ == "PROPN":
        if above.head == above:
            break
        above = above.head
    return above.lower_ in {"to", "on", "about", "in", "against"} and above.i > noun.i


@dataclass(frozen=True)
class Speech:
    """Who speaks. No agent and nobody unknown: the article speaks itself."""

    agents: tuple[Referent, ...] = ()
    unknown: bool = False


@dataclass(frozen=True)
class Speakers:
    """Finds who a proposal or fear belongs to, from the article's chains and the relations read from it."""

    resolved: Resolved
    relations: Sequence[Claim]

    def of_word(self, block: ParsedBlock, tokens: Sequence[Token]) -> Speech:
        """Who the subjects of a word are, through documents, authors and spokespeople to who is behind them."""
        for token in tokens:
            owner = self._behind(block, token)
            if owner is not None:
                return Speech((owner,))
        agents = find_agents(self.resolved, block, [*tokens, *_named_among(tokens)])
        if agents or not tokens:
            return Speech(agents)
        if any(self._is_writing(block, token) for token in tokens):
            return Speech()  # a document that nobody is known to be behind speaks for itself
        return self._unnamed(block, tokens)

    def _is_writing(self, block: ParsedBlock, token: Token) -> bool:
        """Whether it is a document, or a law in name that only asks: "the Declaration urges states to"."""
        found = find_referents(self.resolved, block, token, {EntityClass.DOCUMENT, EntityClass.POLICY})
        soft = (_ASKING_TEXTS & set(r.chain.name.lower().split()) for r in found if r.chain.cls is EntityClass.POLICY)
        return any(r.chain.cls is EntityClass.DOCUMENT for r in found) or any(soft)

    def _unnamed(self, block: ParsedBlock, tokens: Sequence[Token]) -> Speech:
        """Who words mean that refer to no agent by themselves: "I", "they", "others", "the head of X"."""
        if all(token.lower_ in _SELF for token in tokens):
            quoted = [t for t in find_said_by(tokens[0].head) if t.lower_ not in _SELF]
            return self.of_word(block, quoted) if quoted else Speech(self._interviewed(block))
        if all(token.lower_ in _SOME for token in tokens):
            return Speech()
        first = to_antecedent(tokens[0])
        above = first.head.head
        if first.lower_ == "those" and first.dep_ == "pobj" and above.lemma_ == "be":
            return self.of_word(block, find_subjects(above))  # "X was among those that asked"
        if all(token.pos_ == "PRON" for token in tokens):
            return self._same_as_before(block, tokens[0])
        homes = [home for token in tokens for home in self._homes(block, token)]
        homes = homes or list(find_stand_in(self.resolved, block, tokens[0]))
        return Speech(tuple(homes[:1]), unknown=not homes and any(t.tag_ != "NNS" or _is_definite(t) for t in tokens))

    def _homes(self, block: ParsedBlock, token: Token) -> tuple[Referent, ...]:
        """The organization that an unnamed person speaks for: "a lawyer at X", "the company's co-founder"."""
        if token.pos_ != "NOUN":
            return ()
        near = [child for child in token.children if child.dep_ == "poss"]
        near += [inner for name, inner in governed(token) if name in {"at", "of", "from", "for"}]
        led = [child for child in token.children if child.dep_ == "acl" and child.lemma_.lower() in _LEADING]
        near += [inner for clause in led for name, inner in governed(clause) if name == "by"]
        homes = find_agents(self.resolved, block, near)
        return self._post_holder(homes) or homes if token.lemma_.lower() in _TOP else homes

    def _post_holder(self, homes: tuple[Referent, ...]) -> tuple[Referent, ...]:
        """Who heads the organization, where the article names one person there and no other."""
        ids = {home.chain.id for home in homes}
        people = {claim.subject for claim in self.relations if claim.predicate == "worksFor" and claim.object in ids}
        people |= {claim.object for claim in self.relations if claim.predicate == "foundedBy" and claim.subject in ids}
        found = [c for c in self.resolved.chains if c.id in people and c.cls is EntityClass.PERSON]
        return (Referent(found[0], 0.7),) if len(found) == 1 else ()

    def _same_as_before(self, block: ParsedBlock, pronoun: Token) -> Speech:
        """An unresolved "they also want": who was speaking right before in the same block."""
        for token in reversed(list(block.doc[: pronoun.sent.start])):
            speaks = is_reporting(token) or token.lemma_ in _ASKING | load_wish_words("risk")["oppose"]
            subjects = find_subjects(token) if speaks else []
            named = [subject for subject in subjects if subject.pos_ != "PRON"]
            if named:
                return self.of_word(block, named)
        stand_in = find_stand_in(self.resolved, block, pronoun)
        return Speech(stand_in, unknown=not stand_in)

    def _interviewed(self, block: ParsedBlock) -> tuple[Referent, ...]:
        """Whom "I" means in the answer to a question: the person whom the article mentions first."""
        before = self.resolved.parsed.blocks[max(0, block.index - LOOK_BACK) : block.index]
        people = [chain for chain in self.resolved.chains if chain.cls is EntityClass.PERSON]
        asked = any(other.doc.text.rstrip().endswith("?") for other in before)
        return (Referent(people[0], 0.7),) if asked and people else ()

    def of_clause(self, block: ParsedBlock, verb: Token) -> Speech:
        """Who says a clause: its teller, or who its section's heading says is speaking ("What they want")."""
        tellers = find_said_by(verb)
        if tellers:
            return self.of_word(block, tellers)
        if any(token.lower_ in {"i", "my"} for token in block.doc) and (interviewed := self._interviewed(block)):
            return Speech(interviewed)
        heading = self._heading_of(block)
        return self.of_lead(heading, "proposal") if heading is not None else Speech()

    def of_lead(self, lead: ParsedBlock, kind: str) -> Speech:
        """Who the last sentence of a lead-in or heading speaks for: its own subject, or "they".

        Fears listed without a speaker are those of who was speaking right before; proposals are the article's own.
        """
        last = list(lead.doc.sents)[-1]
        subjects = find_subjects(last.root) or [s for token in last for s in find_subjects(token)]
        behind = [owner for subject in subjects if (owner := self._behind(lead, subject)) is not None]
        agents = tuple(behind[:1]) or find_agents(self.resolved, lead, subjects)
        words = {token.lower_ for token in last}
        if agents or words & _SELF:
            return Speech(agents)
        if any(token.lemma_.lower() in _WRITINGS for token in find_subjects(last.root)):
            return Speech()  # a document that nobody is known to be behind speaks for itself
        if words & {"they", "their"}:
            leading = self._author() or self._leading()
            return Speech((Referent(leading, 0.6),) if leading else ())
        return self._before(lead) if kind == "risk" and lead.block.kind is not BlockKind.HEADING else Speech()

    def _before(self, lead: ParsedBlock) -> Speech:
        for block in reversed(self.resolved.parsed.blocks[max(0, lead.index - LOOK_BACK) : lead.index + 1]):
            for token in reversed(list(block.doc)):
                agents = find_agents(self.resolved, block, find_subjects(token)) if is_reporting(token) else ()
                if agents:
                    return Speech(agents)
        return Speech()

    def _heading_of(self, block: ParsedBlock) -> ParsedBlock | None:
        """The heading that a block stands under, if it speaks of wishes."""
        for other in reversed(self.resolved.parsed.blocks[: block.index]):
            if other.block.kind is BlockKind.HEADING:
                words = {token.lower_ for token in other.doc}
                return other if words & load_wish_words("proposal")["cues"] else None
        return None

    def _behind(self, block: ParsedBlock, token: Token) -> Referent | None:
        """Who is behind a document, its authors or a spokesperson: its possessor, else the article's author of one."""
        documents = find_referents(self.resolved, block, token, {EntityClass.DOCUMENT})
        token = to_antecedent(token)
        lemma = token.lemma_.lower()
        if lemma not in _VOICES and not documents:
            return None
        apposed = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children)
        for child in token.subtree:
            if child == token or (apposed and child.tag_ == "PRP$") or _is_told(child, token):
                continue  # "their lawyer, X": X; "a letter to Y by X": X
            named = find_referents(self.resolved, block, child, ORGANIZED, DIRECT)
            if named:
                return named[0]
        if token.dep_ == "dobj" and token.head.lemma_ in _PUTTING_OUT:
            signers = find_agents(self.resolved, block, find_subjects(token.head))
            if signers:
                return signers[0]
        if documents and all(d.chain.cls is EntityClass.DOCUMENT and not d.chain.local for d in documents):
            document = documents[0].chain
            makers = {c.subject for c in self.relations if c.predicate == "releases" and c.object == document.id}
            makers = makers or self._drafters(document)
            made = next((chain for chain in self.resolved.chains if chain.id in makers), None)
            return Referent(made, 0.8) if made is not None else None
        leading = self._maker("actsAgainst") if lemma in _PLEADINGS else self._author() or self._leading()
        return Referent(leading, 0.6) if leading is not None else None

    def _author(self) -> Chain | None:
        """The organization that the article says put a document out."""
        return self._maker("releases") or self._named_author()

    def _named_author(self) -> Chain | None:
        """Whom the first document spoken of is by: "a report released on Monday by X"."""
        for block in self.resolved.parsed.blocks:
            for noun in (token for token in block.doc if token.lemma_.lower() in _WRITINGS):
                by = [token for token in noun.subtree if token.i > noun.i and token.head.lower_ == "by"]
                put = [c for c in noun.children if c.dep_ == "relcl" and c.lemma_.lower() in _PUTTING_OUT]
                by += [subject for clause in put for subject in find_subjects(clause)]
                for token in by:
                    found = find_referents(self.resolved, block, token, ORGANIZED, DIRECT)
                    if found:
                        return found[0].chain
        return None

    def _drafters(self, document: Chain) -> set[str]:
        """Who wrote or launched a document, as it is said beside one of its names."""
        found: set[str] = set()
        for mention in document.mentions:
            block = self.resolved.parsed.block_at(mention.span)
            tokens = block.tokens_in(mention.span) if block is not None else None
            if block is None or tokens is None:
                continue
            noun = tokens.root
            around = [noun, *(t for t in noun.subtree if t.lemma_.lower() in _PUTTING_OUT)]
            near = [noun.head, *(c for c in noun.head.children if c.dep_ == "conj")]
            around += [verb for verb in near if verb.lemma_.lower() in _PUTTING_OUT]
            words = [t for word in around for name, t in governed(word) if name == "by"]
            words += [t for word in around if word != noun for t in find_subjects(word)]
            found |= {r.chain.id for r in find_agents(self.resolved, block, words) if r.chain.cls in ORGANIZED}
        return found

    def _maker(self, predicate: str) -> Chain | None:
        found = Counter(c.subject for c in self.relations if c.predicate == predicate and c.is_fact)
        best = max(found, key=lambda id_: found[id_], default=None)
        return next((chain for chain in self.resolved.chains if chain.id == best), None)

    def _leading(self) -> Chain | None:
        """The organization that the article mentions most, if it is well ahead of the next."""
        organizations = [chain for chain in self.resolved.chains if chain.cls is EntityClass.ORGANIZATION]
        ranked = sorted(organizations, key=lambda chain: (-len(chain.mentions), chain.mentions[0].span))
        if not ranked or (len(ranked) > 1 and len(ranked[0].mentions) < 1.5 * len(ranked[1].mentions)):
            return None
        return ranked[0]
