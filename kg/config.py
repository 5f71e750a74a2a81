"""Every setting with its default, its unit and why it has that value; `kg.toml` in the current folder overrides them.

    store = "news-store"
    batch_articles = 128

A command's option beats the environment, which beats the file, which beats the default. Unknown keys are refused.
"""

import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.iris import DEFAULT_BASE

FILE_NAME = "kg.toml"
MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run.

    store: the folder of the store. Relative, so that each folder of work has its own.
    base: what the IRIs of resources begin with. The default is shared, so that two users' graphs can be merged.
    judgements: the file in which people say which names are one thing and which are not; it need not be there. Text,
        beside the articles, so that it is kept under version control and outlives the store.
    batch_articles: articles that are written at once. Writing 64 takes 30 ms, so that it costs nothing beside their
        extraction, and little is done twice after a crash.
    engine: where articles are extracted: "local" in this process, "processes" in worker processes, "auto" in this
        process as long as there is but a shard of them, for a worker takes a second to start, "dask" on a cluster.
    address: of the cluster's scheduler, as tcp://host:8786; only for the engine "dask".
    shards: a folder in which what is extracted is kept besides, and taken from; no folder where it is not set. A run
        that needs no store, or many machines that share the folder, then need nothing twice.
    workers: worker processes at most. As many as there are processors, but 8 at most by default: each holds 200 MB, and
        reading and storing keep up with no more.
    article_seconds: processor time that extracting one article may take. News articles take 0.1 to 2; this is enough
        for 150,000 characters. By the clock it is four times as much, for the machine may be busy.
    article_megabytes: memory that extracting one article may take. News articles need 50, and 600 are enough for
        400,000 characters; with what a worker holds anyway it stays below a gigabyte.
    kept_runs: runs of which is kept what became of each article. A hundred are four days of one an hour; of older ones
        the record stays as long as an article is held that they brought.
    allow_private: whether addresses of private networks and of this machine may be fetched. Not by default: a feed's
        link must not reach what only this machine can reach.
    private_hosts: hosts, each "name" or "name:port", that may be fetched though their address is private.
    agent: what servers are told of who asks; its first word, up to a slash, is the name that robots.txt files know.
    obey_robots: whether robots.txt files are kept to. To be turned off only for sites that allow more by other ways;
        some forbid their own feeds there.
    host_rate: requests per second to one host, on average. Sites that say what they bear mostly ask for one.
    fetch_seconds: for one address, its redirects and retries included. Slow news sites answer within ten.
    fetch_megabytes: of one answer, after decompression. The largest news pages are near 5.
    record: a folder in which every answer of the network is kept; none where it is not set.
    replay: a folder so recorded, which then stands for the network: nothing is asked of anyone.
    port: TCP port of `kg serve`, on loopback only. 8731 is registered for nothing that a laptop runs.
    """

    store: Path = Path("kg-store")
    base: str = DEFAULT_BASE
    judgements: Path = Path("judgements.txt")
    batch_articles: int = 64
    engine: str = "auto"
    address: str = ""
    shards: Path | None = None
    workers: int = field(default_factory=lambda: min(os.cpu_count() or 1, MOST_WORKERS))
    article_seconds: float = 8.0
    article_megabytes: int = 600
    kept_runs: int = 100
    allow_private: bool = False
    private_hosts: tuple[str, ...] = ()
    agent: str = "kg/0.1 (+https://w3id.org/aigov)"
    obey_robots: bool = True
    host_rate: float = 1.0
    fetch_seconds: float = 30.0
    fetch_megabytes: int = 10
    record: Path | None = None
    replay: Path | None = None
    port: int = 8731


def read_config(path: Path | None = None) -> Config:
    """The defaults overridden by a settings file: `path`, or `kg.toml` in the current folder where there is one.

    Raises:
        ConfigError: the file is missing or no TOML, a key is unknown, or a value has the wrong type or range.
    """
    chosen = path or Path(FILE_NAME)
    if path is None and not chosen.is_file():
        return Config()
    try:
        values = tomllib.loads(chosen.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{chosen} cannot be read ({error.strerror})", "name a settings file that exists") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{chosen} is not TOML ({error})", "see https://toml.io") from error
    return to_config(values, str(chosen))


def to_config(values: dict[str, Any], origin: str) -> Config:
    """The defaults overridden by `values`; `origin` names where they come from in what is raised.

    Raises:
        ConfigError: a key is unknown, or a value has the wrong type or range.
    """
    defaults = Config()
    known = [setting.name for setting in fields(Config)]
    for key in values:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"known settings: {', '.join(known)}"
            raise ConfigError(f"{origin}: unknown setting {key!r}", advice)
    checked = {key: _to_setting(origin, key, value, getattr(defaults, key)) for key, value in values.items()}
    return replace(defaults, **checked)


def _to_setting(origin: str, key: str, value: object, default: object) -> Any:
    """The value in the type of its default."""
    wanted = {Path: "a path", str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
            raise ConfigError(f"{origin}: {key} = {value!r} is not a list of texts", 'write it as ["one", "two"]')
        return tuple(value)
    cls = type(default) if type(default) in wanted else Path
    if cls is Path and isinstance(value, str) and value:
        return Path(value).expanduser()
    if cls is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not cls or value == "":
        raise ConfigError(f"{origin}: {key} = {value!r} is not {wanted[cls]}", f"the default is {default}")
    if isinstance(value, int | float) and cls is not bool and value <= 0:
        raise ConfigError(f"{origin}: {key} = {value} is not above 0", f"the default is {default}")
    return value
