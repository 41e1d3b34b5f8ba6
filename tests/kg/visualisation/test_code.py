"""The explorer's sources: its own tests and lint, run by Node; and the bundle made of them."""

from __future__ import annotations

import pytest

import hatch_build
from kg.visualisation import has_explorer
from tests.kg.visualisation.code import wanted


def test_code_of_the_explorer_has_no_lint() -> None:
    wanted()
    done = hatch_build.node("node_modules/eslint/bin/eslint.js", "src", "tests")
    assert done.returncode == 0, done.stdout


def test_code_of_the_explorer_passes_its_own_tests() -> None:
    try:
        done = hatch_build.node("--test", "tests/*.test.js")
    except hatch_build.BundleError as error:
        pytest.skip(str(error))
    assert done.returncode == 0, done.stdout


def test_bundle_is_made_of_the_sources() -> None:
    if not has_explorer():
        pytest.skip("the explorer is not built; run hatch_build.py")
    assert hatch_build.is_current(), "the sources have changed; run hatch_build.py"


def test_bundle_comes_with_its_licences() -> None:
    if not has_explorer():
        pytest.skip("the explorer is not built; run hatch_build.py")
    text = (hatch_build.BUNDLE / "LICENSES.txt").read_text(encoding="utf-8")
    assert {"graphology 0", "sigma 3", "events 3"} <= {f"{line.split('.')[0]}" for line in text.splitlines()}
