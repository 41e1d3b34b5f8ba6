"""What pyproject.toml names for compiling can be compiled, as far as that is seen without a compiler."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

import hatch_build
from tests.test_imports import ROOT, imported

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HOOK = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
PLACES = [ROOT / place.removeprefix("/") for place in HOOK["include"]]
MODULES = sorted({path for place in PLACES for path in ([place] if place.suffix else place.rglob("*.py"))})


def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def yields(function: ast.AST) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))


def is_cached_property(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and any(name_of(each) == "cached_property" for each in node.decorator_list)


def name_of(called: ast.expr) -> str | None:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", None)


def test_compiling_is_asked_for_and_no_default():
    assert HOOK["enable-by-default"] is False


def test_checkout_holds_no_compiled_module():
    """One would run in place of its source, and go on doing so when that changes."""
    assert [path for pattern in hatch_build.COMPILED for path in ROOT.glob(pattern)] == []


@pytest.mark.parametrize("place", PLACES, ids=lambda path: path.name)
def test_what_is_compiled_is_there(place):
    assert place.exists()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_compiled_modules_import_no_library(path):
    assert not {name for name in imported(path) if name.partition(".")[0] in ("spacy", "numpy", "thinc")}


def test_compiled_generators_are_never_searched():
    """mypyc's generators lack `in`: "word in other.above()"."""
    parsed = trees()
    functions = (node for tree in parsed.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    generators = {function.name for function in functions if yields(function)}
    searched = [
        f"{path.stem}:{node.lineno}"
        for path, tree in parsed.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
        if isinstance(node.comparators[0], ast.Call) and name_of(node.comparators[0].func) in generators
    ]
    assert searched == []


def test_compiled_modules_cache_no_property():
    """mypyc computes a `cached_property` anew each time that it is asked for."""
    cached = [path.stem for path, tree in trees().items() for node in ast.walk(tree) if is_cached_property(node)]
    assert cached == []
