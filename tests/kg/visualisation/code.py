"""The libraries that check the explorer's code, from its lock file; tests are skipped where npm can't fetch them."""

from __future__ import annotations

from functools import cache

import pytest

import hatch_build


@cache
def _missing() -> str:
    if (hatch_build.SOURCES / "node_modules" / "axe-core").is_dir():
        return ""
    try:
        hatch_build.install()
    except hatch_build.BundleError as error:
        return str(error)
    return ""


def wanted() -> None:
    """Skip the test where the libraries are not there."""
    if _missing():
        pytest.skip(f"npm's libraries are missing: {_missing()}")


def axe() -> str:
    """The accessibility checker, as script."""
    wanted()
    return (hatch_build.SOURCES / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
