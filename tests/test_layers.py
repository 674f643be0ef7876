"""How the modules are made: the way of an article has one direction (the contract is in pyproject.toml), and names stand once."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_imports_point_down() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kept, 0 broken" in done.stdout


def test_the_contract_names_every_module() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract, _ = project["tool"]["importlinter"]["contracts"]
    named = {name.strip() for layer in contract["layers"] for name in layer.replace(":", "|").split("|")}
    package = ROOT / "earnsum"
    modules = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    assert named == modules - {"__init__"}
    assert contract["exhaustive"] is True


def test_no_module_gives_a_name_twice() -> None:
    """Neither ruff nor mypy minds a second pattern of the same name, which silently takes the place of the first."""
    twice = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "earnsum").rglob("*.py"))
        for name, times in Counter(given(ast.parse(path.read_text("utf-8")))).items()
        if times > 1
    ]
    assert not twice


def given(module: ast.Module) -> list[str]:
    """Return the names that a module's own assignments give, as often as they do."""
    plain = [target for node in module.body if isinstance(node, ast.Assign) for target in node.targets]
    typed = [node.target for node in module.body if isinstance(node, ast.AnnAssign)]
    return [target.id for target in (*plain, *typed) if isinstance(target, ast.Name)]
