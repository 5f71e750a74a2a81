"""Two articles for the commands to read, and what a command says."""

from collections.abc import Callable
from dataclasses import dataclass

HELDE = """Helde Robotics unveils Brisk-2

Helde Robotics released Brisk-2, an AI model for hospitals, on Monday. The company is based in Bergen.

"Brisk-2 cut waiting times by 18%," said Ingrid Solheim, chief executive of Helde Robotics.
"""

OSPREY = """Osprey Labs opposes licensing bill

Osprey Labs opposes the Frontier Licensing Act. Osprey Labs warned of a loss of human control over advanced systems.

Tomas Arkwright, who founded Osprey Labs, called for independent audits of frontier models.
"""


@dataclass(frozen=True)
class Said:
    """What one command ended with and printed."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]
