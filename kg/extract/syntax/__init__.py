"""Grammar: what a sentence says, whichever way it is put.

coordination.py  the members of a coordination
voice.py         active, passive, participial; which prepositions and particles a word governs
arguments.py     the deep subject and object of a verb, through relatives, participles, control and sharing
companions.py    who does it too: "X, joined by Y", "X, along with Y"
membership.py    who is named as one of many: "X is among the signatories"
fates.py         what somebody wants to become of a law: "wants it scrapped", "called for its passage"
predications.py  what a verb or noun is said with: whose its object is, its verdict, its content, its recipient
surroundings.py  what governs a word, what its phrase belongs to, its neighbours
nominals.py      what a noun stands for: its apposition, its copula's subject, the name it is a title of
frames.py        the frames of a sentence: a trigger word and its arguments by role
"""
