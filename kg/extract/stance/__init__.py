"""How a statement is meant: affirmed or denied, actual or planned, possible, conditional; and who says so.

table.py        the words that change the stance of what they govern (ontology/stance.toml)
modality.py     the stance of a verb or noun, gathered on the way up from it to the top of its sentence
corrections.py  what a correction takes back
attribution.py  who says it: reporting verbs, "according to", quotations
source.py       the chain of the article that says it
claims.py       the stance of claims that were read from a passage
"""
