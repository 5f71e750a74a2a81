"""How one statement is meant: its polarity and modality, gathered word by word."""

from dataclasses import dataclass

from kg.extract.tokens import Token
from kg.model import Modality, Polarity

_OPEN = {"plan": Modality.PLANNED, "possible": Modality.POSSIBLE, "conditional": Modality.CONDITIONAL}
_RANK = [Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL]


@dataclass
class Stance:
    """Polarity and modality of one statement; `purpose` marks an infinitive of purpose, `teller` a reporting verb.

    `hearsay` marks what nobody in particular tells, or nobody to be believed.
    """

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    purpose: bool = False
    teller: Token | None = None
    hearsay: bool = False

    @property
    def is_actual(self) -> bool:
        """Whether it is affirmed as so."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL

    def apply(self, effect: str) -> None:
        """Takes the effect of one governing word into account; the most open modality met wins.

        What is denied twice over is open: "has not ruled out suing", "could not refute that".
        """
        if effect == "deny":
            twice = self.polarity is Polarity.DENIED
            self.polarity = Polarity.AFFIRMED if twice else Polarity.DENIED
            self.apply("possible" if twice else "actual")
        elif effect in _OPEN:
            self.modality = max(self.modality, _OPEN[effect], key=_RANK.index)

    def take_back(self) -> None:
        """What was affirmed is denied; what was denied is open, for the correction may be of something else."""
        if self.polarity is Polarity.AFFIRMED:
            self.polarity, self.modality = Polarity.DENIED, Modality.ACTUAL
        else:
            self.apply("possible")
