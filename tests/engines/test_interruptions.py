"""An interruption waits until what must not be broken off is done, and is then not forgotten."""

import signal
import time

import pytest

from kg.engines.limits import Limits, Overtime, limited
from kg.interruptions import interrupt, unbroken


def test_elsewhere_it_comes_at_once() -> None:
    with pytest.raises(Overtime):
        interrupt(Overtime())


def test_it_waits_for_the_outermost_stretch() -> None:
    done: list[str] = []

    def work() -> None:
        with unbroken():
            with unbroken():
                interrupt(Overtime())
                done.append("inner")
            done.append("outer")

    with pytest.raises(Overtime):
        work()
    assert done == ["inner", "outer"]
    with unbroken():
        done.append("nothing is left of it")


def test_an_error_of_the_stretch_gives_way_to_it() -> None:
    @unbroken()
    def work() -> None:
        interrupt(Overtime())
        raise ValueError

    with pytest.raises(Overtime) as caught:
        work()
    assert isinstance(caught.value.__context__, ValueError)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers that interrupt")
def test_an_article_whose_time_is_up_ends_behind_the_stretch() -> None:
    begun = time.process_time()

    @unbroken()
    def work() -> None:
        while time.process_time() - begun < 0.2:
            pass

    with pytest.raises(Overtime), limited(Limits(seconds=0.05)):
        work()
    assert time.process_time() - begun >= 0.2
