"""Two people of one name: articles whose posts for a name have no organization in common are about two people.

A post tells a person better than a name does: where each of two articles says where somebody works or has worked, and
neither so much as names an organization of the other's posts, they mean namesakes. An article that gives no post goes
with most of the others. Whoever the gazetteer knows is one person everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.link.groups import Key
from kg.link.keys import is_shared, name_key
from kg.model import Chain, EntityClass, Extraction, Polarity

POSTS = frozenset({"worksFor", "formerlyAt"})


@dataclass(frozen=True)
class Account:
    """What one article tells of a person: the organizations of the posts, and all organizations that it names."""

    article: str
    posts: frozenset[str]
    around: frozenset[str]

    def contradicts(self, other: "Account") -> bool:
        """Whether both give posts and neither names an organization of the other's."""
        both = bool(self.posts and other.posts)
        return both and self.posts.isdisjoint(other.around) and other.posts.isdisjoint(self.around)


def find_namesakes(extractions: Iterable[Extraction]) -> set[tuple[Key, str]]:
    """The people to keep apart from the others of their name, by name key and article; the same for any order."""
    accounts: dict[Key, list[Account]] = defaultdict(list)
    for extraction in extractions:
        for key, account in _accounts(extraction):
            accounts[key].append(account)
    return {
        (key, account.article)
        for key, told in accounts.items()
        if sum(bool(account.posts) for account in told) > 1
        for account in _minorities(sorted(told, key=lambda account: account.article))
    }


def _accounts(extraction: Extraction) -> list[tuple[Key, Account]]:
    chains = {chain.id: chain for chain in extraction.chains}
    posts: dict[str, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        if claim.predicate in POSTS and claim.polarity is Polarity.AFFIRMED and claim.object in chains:
            posts[claim.subject] |= _keys(chains[claim.object])
    around = frozenset(k for c in extraction.chains if c.cls is EntityClass.ORGANIZATION for k in _keys(c))
    found: list[tuple[Key, Account]] = []
    for chain in extraction.chains:
        if chain.cls is EntityClass.PERSON and not chain.known and not chain.local and is_shared(chain.cls, chain.name):
            account = Account(extraction.article.id, frozenset(posts[chain.id]), around)
            found.append(((chain.cls, name_key(chain.cls, chain.name)), account))
    return found


def _keys(chain: Chain) -> set[str]:
    known = {f"={chain.known}"} if chain.known else set()
    return known | {name_key(chain.cls, name) for name in chain.names}


def _minorities(accounts: list[Account]) -> list[Account]:
    """The accounts that are not of the person whom most articles mean."""
    people: list[list[Account]] = []
    for account in (told for told in accounts if told.posts):
        same = [person for person in people if not all(account.contradicts(other) for other in person)]
        merged = [account, *(other for person in same for other in person)]
        people = [person for person in people if person not in same] + [merged]
    main = max(people, key=lambda person: (len(person), [-ord(c) for c in min(a.article for a in person)]))
    return [account for person in people if person is not main for account in person]
