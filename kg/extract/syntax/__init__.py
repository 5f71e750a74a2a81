"""Grammar: what a sentence says, whichever way it is put.

coordination.py  the members of a coordination
voice.py         active, passive, participial; which prepositions and particles a word governs
arguments.py     the deep subject and object of a verb, through relatives, participles, control and sharing
nominals.py      what a noun stands for: its apposition, its copula's subject, the name it is a title of
frames.py        the frames of a sentence: a trigger word and its arguments by role
"""
