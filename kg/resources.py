"""Finds the files that ship with the package: in the checkout's `ontology/`, or inside an installed wheel."""

import tomllib
from pathlib import Path
from typing import Any

from kg.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


def ontology_path(*parts: str) -> Path:
    """The path of a file or folder below `ontology/`.

    Raises:
        ResourceError: it is in neither place.
    """
    for root in (_PACKAGE / "shipped" / "ontology", _PACKAGE.parent / "ontology"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise ResourceError(f"{'/'.join(('ontology', *parts))} is missing from the installation", "install kg again")


def read_table(path: Path) -> dict[str, Any]:
    """What a TOML file holds, as TOML's own types.

    Raises:
        ResourceError: it is missing, cannot be read, or is damaged.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"{path.name} cannot be read: {error}", "mend it or install kg again") from error
