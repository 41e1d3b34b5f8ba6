"""Who may import whom: the table of the README's map, enforced; and which library has which home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEAVES = {"model", "errors", "names", "addresses"}
#: Package or module of kg to what it may import of kg, beside itself.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "names": {"errors", "model"},
    "addresses": {"errors"},
    **dict.fromkeys(("documents", "languages", "linking", "store", "rdf"), LEAVES),
    "extraction": LEAVES | {"languages"},
    **{name: LEAVES | {"store", "rdf"} for name in ("paths", "export")},
    "visualisation": LEAVES | {"paths", "rdf"},
    "reading": LEAVES | {"languages", "extraction"},
    "curating": LEAVES | {"linking", "rdf"},
    "build": LEAVES | {"curating", "documents", "languages", "linking", "store", "rdf", "extraction", "reading"},
}
#: Library to the places that may import it.
HOMES = {
    "spacy": ("kg/languages", "kg/extraction", "kg/evaluation", "kg/component.py"),
    "pyoxigraph": ("kg/store",),
    "networkx": ("kg/paths", "kg/visualisation", "kg/export", "kg/evaluation"),
    "prompt_toolkit": ("shell/terminal.py",),
    "pyshacl": ("kg/rdf",),
}


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a tree but those that only type checkers see."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from nodes(node)


def imported(path: Path) -> Iterator[str]:
    """Dotted names that a module imports when it runs."""
    for node in nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def row_of(path: Path) -> str:
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules("kg"), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_table(path: Path) -> None:
    row = row_of(path)
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("kg.")}
    if row in ALLOWED:
        assert ours <= ALLOWED[row] | {row}


@pytest.mark.parametrize("path", modules("kg"), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_of_kg_leave_the_shell_alone(path: Path) -> None:
    assert not [name for name in imported(path) if name.split(".")[0] == "shell"]


@pytest.mark.parametrize("path", modules("shell"), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_of_the_shell_take_public_names_only(path: Path) -> None:
    import kg

    names = {name for name in imported(path) if name.startswith("kg.")}
    assert {name.removeprefix("kg.") for name in names} <= set(kg.__all__)


@pytest.mark.parametrize("path", [*modules("kg"), *modules("shell")], ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_keep_each_library_at_home(path: Path) -> None:
    place = str(path.relative_to(ROOT))
    for name in imported(path):
        homes = HOMES.get(name.split(".")[0], ("",))
        assert place.startswith(homes), f"{place} imports {name}"
