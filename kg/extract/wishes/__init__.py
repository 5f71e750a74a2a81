"""Reads what is asked for (proposals) and what is feared (risks), with who says so and to whom.

words.py      the tables of ontology/wishes.toml
wording.py    from a clause or noun to the shortest passage that names it
agents.py     the agents that words refer to
speakers.py   who a proposal or fear belongs to
found.py      what a construction finds: wording, speech, addressees, stance
asking.py     proposals by a verb or noun of asking: "urges X to", "calls for", "proposes that"
clauses.py    the clauses of a verb of asking, wherever the parser hung them
bills.py      proposals by what a bill would do, as the wish of whoever puts it forward
openness.py   whether a clause leaves open what ought to be
norms.py      proposals by "should" and its like, and by imperatives that answer a question
asides.py     words put in to say whose a sentence is
standing.py   who a noun or pronoun that coreference left open most likely is
equations.py  both, as what a noun of fear or wish is said to be
guarding.py   risks that a law or wish is put up against
dangers.py    what a noun of fear or danger says is feared
domains.py    a risk's place in the risk scheme
fearing.py    risks by a verb or adjective of fearing: "warned that", "is worried that"
harms.py      risks by what somebody says a thing would do: "said it would drive training abroad"
enumerations.py  risks enumerated in a sentence: "three dangers: A, B and C"
series.py     proposals in a row of imperatives or lettered parts
clefts.py     both, as "What … is …"
lists.py      both, as items under a lead-in or heading
gathering.py  the article's proposals and risks, each once, with their claims
"""

from kg.extract.wishes.gathering import Wishes, read_wishes

__all__ = ["Wishes", "read_wishes"]
