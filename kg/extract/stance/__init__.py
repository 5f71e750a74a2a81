"""How a statement is meant: affirmed or denied, actual or planned, possible, conditional; and who says so.

table.py        the words that change the stance of what they govern (ontology/stance.toml)
stance.py       polarity and modality of one statement
modality.py     the stance of a verb, gathered on the way up from it to the top of its sentence
nouns.py        the stance of a noun: of what it hangs on, and of what becomes of it
frames.py       sentences within which nothing is so
contested.py    what the next words or sentences deny
hearsay.py      who tells a thing, and whether it is to be believed
corrections.py  what a correction takes back
attribution.py  who says it: reporting verbs, "according to", quotations
source.py       the chain of the article that says it
claims.py       the stance of claims that were read from a passage
"""
