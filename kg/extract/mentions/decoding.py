"""Which names a recogniser sees, decided for all words of many texts at once.

The recogniser goes from word to word and takes one action at each: outside, unit, begin, in, last. Outside of a name an
action depends on the word alone, so that these are decided together; only the few names of several words are followed
word by word, all of them side by side. Names are those that its own parser, which spends a call on each word, finds.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc as Parse

from kg.extract.encoding import Encoder, Floats

TOGETHER = 12  # words behind its first for which a name is followed beside the others, though they may lie inside it

Integers = NDArray[np.intp]
Flags = NDArray[np.bool_]


class Name(NamedTuple):
    """The tokens [start, end) of a text that are a name, and the name's class."""

    start: int
    end: int
    label: str


class _Words(NamedTuple):
    """All words of some texts: what speaks for an action at each by its own vector, and where names must not go."""

    vectors: Floats
    own: Floats
    is_space: Flags
    is_last: Flags  # of its text or sentence: a name does not go on behind it


class Decoder:
    """A trained recogniser's layers and its rules, for whole batches."""

    def __init__(self, recogniser: Any) -> None:
        words, lower, upper = recogniser.model.layers
        to_vectors, _, narrow = words.layers
        self._encoder = Encoder(to_vectors)
        weights, bias, padding = (lower.get_param(name) for name in ("W", "b", "pad"))
        places, width, pieces, _ = weights.shape
        assert places == 3, "the recogniser looks at other words than the next, the name's first and the name's last"
        by_piece = weights.transpose(0, 2, 1, 3).reshape(places, pieces * width, -1)
        self._width = width
        self._next, self._first, self._before = (by_piece @ narrow.get_param("W")).transpose(0, 2, 1)
        constant = by_piece @ narrow.get_param("b")
        self._inside = constant.sum(axis=0) + bias.T.reshape(-1)
        self._outside = constant[0] + bias.T.reshape(-1) + padding[0, 1:].sum(axis=0).T.reshape(-1)
        self._scores, self._score_bias = upper.get_param("W").T, upper.get_param("b")
        actions = recogniser.moves
        self._read_actions([actions.get_class_name(index) for index in range(actions.n_moves)])

    def _read_actions(self, names: Sequence[str]) -> None:
        kinds = np.array([name.partition("-")[0] for name in names])
        self._labels = np.array([name.partition("-")[2] for name in names])
        at = {name: index for index, name in enumerate(names)}
        self._begins, self._units = (kinds == "B"), (kinds == "U") & (self._labels != "")
        self._never = ~(self._begins | self._units | (kinds == "O"))  # while no name is open
        self._goes_on = np.array([at.get(f"I-{label}", 0) for label in self._labels])
        self._ends = np.array([at.get(f"L-{label}", 0) for label in self._labels])

    def decode(self, docs: Sequence[Parse]) -> list[list[Name]]:
        """For each parsed text its names, in order; none goes beyond its sentence."""
        starts = list(accumulate((len(doc) for doc in docs), initial=0))
        words = self._gather(docs)
        moves = self._decide(words)
        opened = np.flatnonzero(self._begins[moves])
        ends = dict(zip(opened.tolist(), self._follow(words, opened, moves[opened], TOGETHER).tolist(), strict=True))
        names: list[list[Name]] = [[] for _ in docs]
        doc, free = 0, 0
        for at in np.flatnonzero((self._begins | self._units)[moves]).tolist():
            if at < free:
                continue
            while at >= starts[doc + 1]:
                doc += 1
            here = np.array([at])
            free = ends.get(at, at + 1) or int(self._follow(words, here, moves[here], len(moves))[0])
            names[doc].append(Name(at - starts[doc], free - starts[doc], str(self._labels[moves[at]])))
        return names

    def _gather(self, docs: Sequence[Parse]) -> _Words:
        vectors = np.concatenate([np.empty((0, len(self._next)), np.float32), *self._encoder.encode(docs)])
        flags = [doc.to_array(["IS_SPACE", "SENT_START"]) == 1 for doc in docs]
        is_space, begins = np.concatenate([np.empty((0, 2), np.bool_), *flags]).T
        is_last = np.append(begins[1:], True)[: len(begins)]
        is_last[[end - 1 for end in accumulate(len(doc) for doc in docs) if end]] = True
        return _Words(vectors, vectors @ self._next, is_space, is_last)

    def _hidden(self, summed: Floats) -> Floats:
        return reduce(np.maximum, (summed[:, at : at + self._width] for at in range(0, summed.shape[1], self._width)))

    def _decide(self, words: _Words) -> Integers:
        """The action at each word while no name is open."""
        scores = self._hidden(words.own + self._outside) @ self._scores + self._score_bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(words.is_space | words.is_last, self._begins)] = -np.inf
        scores[np.ix_(words.is_space, self._units)] = -np.inf
        found: Integers = scores.argmax(axis=1)
        return found

    def _follow(self, words: _Words, opened: Integers, moves: Integers, steps: int) -> Integers:
        """Where each of the names that begin at some words ends; 0 if it goes on for more than so many words more."""
        ends, active, at = np.zeros_like(opened), np.arange(len(opened)), opened + 1
        first = words.vectors[opened] @ self._first + self._inside
        while len(active) and steps:
            steps -= 1
            hidden = self._hidden(words.own[at] + first[active] + words.vectors[at - 1] @ self._before)
            on, end = (
                np.einsum("ij,ji->i", hidden, self._scores[:, actions[moves[active]]])
                + self._score_bias[actions[moves[active]]]
                for actions in (self._goes_on, self._ends)
            )
            stays = (on >= end) & ~words.is_last[at]
            ends[active[~stays]] = at[~stays] + 1
            active, at = active[stays], at[stays] + 1
        return ends
