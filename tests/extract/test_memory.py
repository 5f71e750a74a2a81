"""The search for unreachable objects waits for the end of a block, and for nothing longer."""

import gc

import pytest

from kg.extract.memory import collecting_later


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if before else gc.disable)()


def test_waits_inside_and_goes_on_behind():
    with collecting_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_goes_on_after_an_error():
    with pytest.raises(ValueError, match="broken"), collecting_later():
        raise ValueError("broken")
    assert gc.isenabled()


def test_an_inner_block_ends_nothing():
    with collecting_later():
        with collecting_later():
            pass
        assert not gc.isenabled()


def test_what_is_switched_off_stays_so():
    gc.disable()
    with collecting_later():
        pass
    assert not gc.isenabled()
