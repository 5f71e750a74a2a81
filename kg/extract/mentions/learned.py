"""Names that a trained recogniser reads from their context; it runs on documents that are parsed already."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.errors import ResourceError
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.decoding import Decoder
from kg.extract.models import load_model
from kg.extract.tokens import Doc
from kg.model import EntityClass

WEIGHTS = Path(__file__).resolve().parent.parent / "weights" / "mentions.npz"
LABELS = ("Organization", "Person", "AISystem", "Policy", "Document", "Event", "Place")
CONFIDENCE = 0.8  # the transition system gives no probabilities; about its precision on the held-out lines
_ARCHITECTURE: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 2500],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    },
}


def make_recogniser(language: Language) -> Any:
    """An untrained recogniser of our classes, of the shape of the official small model's."""
    from spacy.training import Example

    recogniser: Any = language.create_pipe("ner", config={"model": _ARCHITECTURE})
    for label in LABELS:
        recogniser.add_label(label)
    words = Example.from_dict(language.make_doc("Warm up ."), {"entities": []})
    recogniser.initialize(lambda: [words], nlp=language)
    return recogniser


def store_weights(recogniser: Any, path: Path) -> None:
    """Writes the recogniser's parameters, in halves of the usual precision, which changes no name."""
    import numpy

    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {key: node.get_param(name).astype(numpy.float16) for key, node, name in _parameters(recogniser)}
    numpy.savez_compressed(path, allow_pickle=False, **arrays)


def _parameters(recogniser: Any) -> Iterator[tuple[str, Any, str]]:
    for index, node in enumerate(recogniser.model.walk()):
        for name in node.param_names:
            if node.has_param(name):
                yield f"{index}.{node.name.split('>')[0]}.{name}", node, name


@cache
def load_recogniser(path: Path = WEIGHTS) -> Any:
    """The trained recogniser, once per process.

    Raises:
        ResourceError: the weights are missing or of another shape.
    """
    import numpy

    if not path.exists():
        raise ResourceError(f"the weights {path.name} are missing", "install kg again, or run scripts/train-mentions")
    recogniser = make_recogniser(load_model())
    with numpy.load(path, allow_pickle=False) as arrays:
        for key, node, name in _parameters(recogniser):
            if key not in arrays or arrays[key].shape != node.get_param(name).shape:
                raise ResourceError(f"the weights {path.name} do not fit", "run scripts/train-mentions")
            node.set_param(name, arrays[key].astype(numpy.float32))
    return recogniser


@cache
def load_decoder() -> Decoder:
    """The trained recogniser as it is used, for whole batches of parsed texts, once per process."""
    return Decoder(load_recogniser())


def find_learned(docs: Iterable[Doc]) -> Iterator[list[Candidate]]:
    """For each document the names that the recogniser saw in it, in order."""
    for doc in docs:
        yield [Candidate(start, end, EntityClass(label), "ner", CONFIDENCE) for start, end, label in doc.names]
