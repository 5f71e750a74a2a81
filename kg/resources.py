"""Finds the files that ship with the package: in the checkout's `ontology/`, or inside an installed wheel."""

from pathlib import Path

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
