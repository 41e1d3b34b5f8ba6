"""The newsroom's view, and a browser where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.visualisation import GraphView, has_explorer, view
from tests.kg.paths.source import QuadSet, read

#: Software drawing, and nothing that calls home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def newsroom() -> QuadSet:
    return read(Path(__file__).parents[1] / "paths" / "newsroom.trig")


@pytest.fixture
def seen(newsroom: QuadSet) -> GraphView:
    return view(newsroom, limit=6, reach=100)


@pytest.fixture(scope="session")
def browsers() -> Iterator[Callable[..., Any]]:
    """Chromium, started with further arguments where they are given."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    if not has_explorer():
        pytest.skip("the explorer is not built; run hatch_build.py")
    found: dict[tuple[str, ...], Any] = {}
    with playwright.sync_playwright() as started:

        def launched(*more: str) -> Any:
            if more not in found:
                found[more] = started.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])
            return found[more]

        yield launched
        for each in found.values():
            each.close()


@pytest.fixture
def opened(browsers: Callable[..., Any], tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page of its own from file://, without network; the test fails for any error, dialog or request."""
    faults: list[str] = []
    contexts = []

    def show(text: str, *, fragment: str = "", arguments: tuple[str, ...] = (), **options: Any) -> Any:
        file = tmp_path / f"graph{len(contexts)}.html"
        file.write_text(text, encoding="utf-8")
        settings = {"offline": True, "viewport": {"width": 1280, "height": 800}, **options}
        context = browsers(*arguments).new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "blob:")) else faults.append(asked.url))
        page.goto(file.as_uri() + fragment)
        if options.get("java_script_enabled", True):
            page.wait_for_selector(".ready")
        return page

    yield show
    for context in contexts:
        context.close()
    assert not faults
