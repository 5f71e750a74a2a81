"""The style line is measured rightly: what the script counts, and what it must find."""

import ast
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def style() -> ModuleType:
    spec = spec_from_loader("measure_style", SourceFileLoader("measure_style", str(ROOT / "scripts" / "measure-style")))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_module(style: ModuleType, name: str, source: str) -> object:
    return style.Module(name, ROOT / f"{name}.py", source.count("\n"), ast.parse(source))


def figures_of(style: ModuleType, source: str) -> dict[str, object]:
    module = make_module(style, "sample", source)
    return {figure.name: figure for figure in style.measure([module], [module], worst=3)}


def test_a_sound_module_holds_the_line(style: ModuleType) -> None:
    figures = figures_of(style, '"""One."""\n\n\ndef to_two(one: int) -> int:\n    """Two."""\n    return one + 1\n')
    assert all(figure.held for figure in figures.values())


@pytest.mark.parametrize(
    ("source", "figure"),
    [
        ('"""M."""\ndef f(a):\n    """D."""\n', "annotated arguments, %"),
        ('"""M."""\ndef f(a: int) -> int:\n    return a\n', "public docstrings, %"),
        ("def f() -> None:\n    ...\n", "public docstrings, %"),
        ('"""M."""\nclass A:\n    """A."""\n    def f(self, x: int) -> None:\n        ...\n', "public docstrings, %"),
        (
            '"""M."""\n\n\ndef f(a: int) -> None:\n    """D."""\n' + "    a += 1\n" * 48,
            "functions of 50 lines and more",
        ),
        ('"""M."""\n' + "a = 1\n" * 300 + "def f(a: int) -> None: ...\n", "largest module, lines"),
        (
            '"""M."""\ndef f(a: int, b: int, c: int, d: int, e: int, g: int) -> None:\n    """D."""\n',
            "functions of more than 5 arguments",
        ),
    ],
)
def test_what_breaks_the_line_is_found(style: ModuleType, source: str, figure: str) -> None:
    found = figures_of(style, source)[figure]
    assert not found.held


def test_self_is_no_argument(style: ModuleType) -> None:
    source = '"""M."""\nclass A:\n    """A."""\n    def f(self, x: int) -> None:\n        """D."""\n'
    assert figures_of(style, source)["annotated arguments, %"].held


def test_cycles_are_found_through_others(style: ModuleType) -> None:
    assert style.find_cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert style.find_cycles({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_imports_for_types_and_inside_functions_make_no_cycle(style: ModuleType) -> None:
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b\ndef f():\n    import c\nimport d\n"
    module = make_module(style, "a", source)
    assert style.find_imports(module, {"a", "b", "c", "d"}) == {"d"}
