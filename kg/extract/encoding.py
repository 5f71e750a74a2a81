"""Words as vectors of their context: what the models' layers over words compute, in less than half the time.

A word's vector without context depends on its form alone, so it is worked out once for each form. The layers that
follow take each word with its two neighbours; here they find the three side by side in memory, need no copy of them,
and keep nothing that only training needs. Numbers are those of the models' own layers up to the last digits.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc as Parse

Floats = NDArray[np.float32]
FORMS_KEPT = 16_384  # 6 MB; 60 articles have 8,000 forms
ROWS_AT_ONCE = 1_000  # so that what a layer makes stays in a core's cache; half or twice as many cost the same
_WINDOW = 3  # words that a layer sees: one on each side
_SPREAD = 0x9E3779B97F4A7C15  # odd; its powers keep attributes apart when they are summed up to one number


class _Layer(NamedTuple):
    weights: Floats  # a window's numbers by those of the pieces, one whole piece after the other
    bias: Floats
    gain: Floats
    shift: Floats


class Encoder:
    """A model's layers from words to vectors (`Tok2Vec`): hashed attributes, windows of maxout, layer norms."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        extractor = next(node for node in embed.walk() if node.name == "extract_features")
        self._columns: list[int | str] = extractor.attrs["columns"]
        self._factors = np.array([pow(_SPREAD, i + 1, 2**64) for i in range(len(self._columns))], dtype=np.uint64)
        self._mixers = [layer for layer in embed.layers if layer.name.startswith("with_array")]
        nodes = list(encode.walk(order="dfs_pre"))
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        self._layers = [_to_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]
        self._width: int = encode.get_dim("nO")
        self._forget(FORMS_KEPT)

    def encode(self, docs: Sequence[Parse]) -> list[Floats]:
        """For each document a row of numbers for every token."""
        reach = len(self._layers)  # zeros that the models put around each text; the layers change them as they do words
        starts = list(accumulate((len(doc) + reach for doc in docs), initial=reach))
        rows: Floats = np.zeros((starts[-1], self._width), dtype=np.float32)
        is_word = np.zeros(len(rows), dtype=np.bool_)
        for start, doc in zip(starts, docs, strict=False):
            is_word[start : start + len(doc)] = True
        rows[is_word] = self._embed(docs)
        chunks = (rows[at : at + ROWS_AT_ONCE + 2 * reach] for at in range(0, len(rows) - 2 * reach, ROWS_AT_ONCE))
        found = np.concatenate([rows[:reach], *(reduce(_apply, self._layers, chunk) for chunk in chunks)])
        return [found[start : start + len(doc)] for start, doc in zip(starts, docs, strict=False)]

    def _embed(self, docs: Sequence[Parse]) -> Floats:
        """Every token's vector without context."""
        none = np.empty((0, len(self._columns)), np.uint64)
        features: NDArray[np.uint64] = np.concatenate([none, *(doc.to_array(self._columns) for doc in docs)])
        keys: list[int] = (features * self._factors).sum(axis=1).tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > FORMS_KEPT:
            new = {key: i for i, key in enumerate(keys)}
            self._forget(max(FORMS_KEPT, len(new)))
        if new:
            start = len(self._rows)
            mixed = reduce(lambda given, mixer: mixer.predict(given), self._mixers, features[list(new.values())])
            self._vectors[start : start + len(new)] = mixed
            # Last: an article may be broken off anywhere, and must leave no form without its vector.
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
        return self._vectors[[self._rows[key] for key in keys]]

    def _forget(self, room: int) -> None:
        self._rows: dict[int, int] = {}
        self._vectors: Floats = np.empty((room, self._width), dtype=np.float32)


def _to_layer(maxout: Any, norm: Any) -> _Layer:
    weights, bias = maxout.get_param("W"), maxout.get_param("b")  # numbers out × pieces (× numbers in)
    width, pieces, inwards = weights.shape
    assert inwards == _WINDOW * width, "a layer's window is not one word on each side"
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inwards).T)
    return _Layer(by_piece, bias.T.reshape(pieces * width), norm.get_param("G"), norm.get_param("b"))


def _apply(rows: Floats, layer: _Layer) -> Floats:
    """Each row but the first and the last, plus what the layer makes of it and its neighbours."""
    width = rows.shape[1]
    pieces = np.empty((max(len(rows) - _WINDOW + 1, 0), len(layer.bias)), dtype=np.float32)
    for offset in range(_WINDOW):  # every third window: these lie one after the other in memory
        out = pieces[offset::_WINDOW]
        windows = rows[offset : offset + _WINDOW * len(out)].reshape(len(out), _WINDOW * width)
        np.matmul(windows, layer.weights, out=out)
    pieces += layer.bias
    best: Floats = reduce(np.maximum, (pieces[:, at : at + width] for at in range(0, len(layer.bias), width)))
    best -= best.mean(axis=1, keepdims=True)
    best *= (np.einsum("ij,ij->i", best, best)[:, None] / width + 1e-8) ** -0.5
    best *= layer.gain
    best += layer.shift
    best += rows[1 : len(rows) - 1]
    return best
