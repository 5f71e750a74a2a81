"""How far a long command is, how fast, and how long it still takes."""

from collections import deque
from dataclasses import dataclass, field

WINDOW_S = 60.0  # a rate over less jumps with every batch; over more it still counts what a resumed run passed over


@dataclass
class Pace:
    """Counts what is done. Times are seconds of any clock that only goes forward; `total` is None where unknown."""

    total: int | None = None
    done: int = 0
    _seen: deque[tuple[float, int]] = field(default_factory=deque)

    def add(self, now_s: float) -> None:
        """One more is done."""
        if not self._seen:
            self._seen.append((now_s, self.done))
        self.done += 1
        if self.total is not None and self.done > self.total:
            self.total = None  # there was more in the sources than could be seen from outside
        while len(self._seen) > 1 and self._seen[1][0] < now_s - WINDOW_S:
            self._seen.popleft()
        if now_s - self._seen[-1][0] >= 1:
            self._seen.append((now_s, self.done))

    def rate(self, now_s: float) -> float:
        """How many were done in a second, over the last minute; 0 before that can be said."""
        if not self._seen or now_s - self._seen[0][0] < 1:
            return 0.0
        return (self.done - self._seen[0][1]) / (now_s - self._seen[0][0])

    def describe(self, now_s: float) -> str:
        """How far it is: "1200 of 5000 done, 8.1/s, 8 min left"."""
        parts = [f"{self.done} done" if self.total is None else f"{self.done} of {self.total} done"]
        if rate := self.rate(now_s):
            parts.append(f"{rate:.1f}/s" if rate < 100 else f"{rate:.0f}/s")
            if self.total is not None:
                parts.append(f"{to_duration((self.total - self.done) / rate)} left")
        return ", ".join(parts)


def to_duration(seconds: float) -> str:
    """How long that is, in one or two units: "45 s", "8 min", "2 h 5 min", "3 d 4 h"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // 1440} d {minutes % 1440 // 60} h"
