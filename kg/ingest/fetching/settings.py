"""How fetching behaves: each limit with its unit and why it has that value."""

from dataclasses import dataclass
from pathlib import Path

from kg.config import Config
from kg.errors import ConfigError


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The limits of one run's fetching.

    agent: what the User-Agent header says; its first word, up to a slash, is the name that robots.txt knows us by.
    rate_per_s: requests per second to one host, on average.
    deadline_s: seconds for one address: its redirects, its retries and their waits included, the wait for the host's
        turn not.
    max_bytes: of one answer, after decompression; the largest news pages are near 5 MB.
    allow_private: whether every private address may be asked.
    private_hosts: hosts that may be asked though their address is private, each "name" or "name:port".
    obey_robots: whether robots.txt files are read and kept to.
    record: the folder into which every answer is written, for `replay`; None for none.
    replay: the folder from which alone answers come, without any network; None for the network.
    step_timeout_s: seconds for connecting, and between two pieces of an answer.
    retry_wait_s: seconds before the first retry; each further one waits twice as long.
    max_crawl_delay_s: seconds between two requests that a robots.txt may ask for; more is cut to this.
    """

    agent: str = "kg/0.1 (+https://w3id.org/aigov)"
    rate_per_s: float = 1.0
    deadline_s: float = 30.0
    max_bytes: int = 10_000_000
    allow_private: bool = False
    private_hosts: tuple[str, ...] = ()
    obey_robots: bool = True
    record: Path | None = None
    replay: Path | None = None
    step_timeout_s: float = 10.0
    retry_wait_s: float = 1.0
    max_crawl_delay_s: float = 10.0


def to_fetch_settings(config: Config) -> FetchSettings:
    """The fetching that a run's settings ask for.

    Raises:
        ConfigError: the agent cannot be sent.
    """
    if not config.agent.isascii() or not config.agent.isprintable():
        raise ConfigError(f"agent = {config.agent!r} holds more than plain ASCII", "write it as in other headers")
    return FetchSettings(
        agent=config.agent,
        rate_per_s=config.host_rate,
        deadline_s=config.fetch_seconds,
        max_bytes=config.fetch_megabytes * 1_000_000,
        allow_private=config.allow_private,
        private_hosts=config.private_hosts,
        obey_robots=config.obey_robots,
        record=config.record,
        replay=config.replay,
    )
