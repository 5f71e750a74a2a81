"""Fetching as a run's settings ask for it."""

from pathlib import Path

import pytest

from kg.config import Config, to_config
from kg.errors import ConfigError
from kg.ingest.fetching import FetchSettings, to_fetch_settings


def test_both_have_the_same_defaults() -> None:
    assert to_fetch_settings(Config()) == FetchSettings()


def test_every_setting_of_a_run_counts() -> None:
    values = {
        "agent": "lake/2 (+https://lake.example)",
        "host_rate": 2,
        "fetch_seconds": 5.0,
        "fetch_megabytes": 3,
        "allow_private": True,
        "private_hosts": ["lake.example:8000"],
        "obey_robots": False,
        "record": "a",
        "replay": "b",
    }
    assert to_fetch_settings(to_config(values, "kg.toml")) == FetchSettings(
        agent="lake/2 (+https://lake.example)",
        rate_per_s=2.0,
        deadline_s=5.0,
        max_bytes=3_000_000,
        allow_private=True,
        private_hosts=("lake.example:8000",),
        obey_robots=False,
        record=Path("a"),
        replay=Path("b"),
    )


@pytest.mark.parametrize("agent", ["kg\r\nX: y", "k\u00e4g", "kg\t"])
def test_an_agent_that_cannot_be_sent_is_refused(agent: str) -> None:
    with pytest.raises(ConfigError, match="agent"):
        to_fetch_settings(Config(agent=agent))
