"""Settings: defaults, the file, and what is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from kg.config import Config, read_config, to_config
from kg.errors import ConfigError


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config() == Config()


def test_the_file_of_the_current_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('store = "elsewhere"\nbatch_articles = 8\n', encoding="utf-8")
    assert read_config() == Config(store=Path("elsewhere"), batch_articles=8)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml cannot be read"):
        read_config(tmp_path / "none.toml")


@pytest.mark.parametrize("key", ["sotre", "batch_article", "zzz"])
def test_unknown_keys_are_refused(key: str) -> None:
    with pytest.raises(ConfigError, match=f"unknown setting '{key}'") as raised:
        to_config({key: 1}, "kg.toml")
    assert raised.value.advice


@pytest.mark.parametrize("value", [0, -1, True, "64", 1.5, None, [], {}])
def test_wrong_values_are_refused(value: object) -> None:
    with pytest.raises(ConfigError, match="batch_articles"):
        to_config({"batch_articles": value}, "kg.toml")


@pytest.mark.parametrize("value", ["lake.example", ["lake.example", ""], [1], {}, True])
def test_wrong_lists_are_refused(value: object) -> None:
    with pytest.raises(ConfigError, match="private_hosts"):
        to_config({"private_hosts": value}, "kg.toml")


def test_a_list_is_read() -> None:
    hosts = ("lake.example", "127.0.0.1:8000")
    assert to_config({"private_hosts": list(hosts)}, "kg.toml").private_hosts == hosts


def test_a_home_folder_is_found() -> None:
    assert to_config({"store": "~/news"}, "kg.toml").store == Path.home() / "news"


def test_every_setting_is_explained() -> None:
    explained = Config.__doc__ or ""
    assert all(f"\n    {field.name}: " in explained for field in fields(Config))
