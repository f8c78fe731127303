"""The house rules that no linter holds: small modules, few parameters, nothing done at import."""

import ast
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "groundcheck"
MODULES = sorted(SOURCE.rglob("*.py"))
READING = {"open", "read_text", "read_bytes", "read", "loads", "load", "run", "urlopen", "connect"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def lines(module: Path) -> int:
    return module.read_text(encoding="utf-8").count("\n")


def name(module: Path) -> str:
    return str(module.relative_to(SOURCE))


def at_import(node: ast.AST):
    """Every node under ``node`` that runs when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            continue
        yield child
        yield from at_import(child)


def test_modules_are_small():
    assert median(map(lines, MODULES)) <= 100
    assert {name(m): lines(m) for m in MODULES if lines(m) > 500} == {}


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_functions_take_at_most_six_parameters(module):
    many = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, FUNCTIONS[:2]):
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if len([a for a in given if a.arg not in ("self", "cls")]) > 6:
                many.append(node.name)
    assert many == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_nothing_is_read_at_import(module):
    reads = []
    for node in at_import(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            word = getattr(called, "attr", None) or getattr(called, "id", "")
            if word in READING:
                reads.append(f"line {node.lineno}: {word}()")
    assert reads == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_every_module_says_what_it_is_for(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


PAGE = SOURCE.parent.parent / "docs" / "architecture.md"


@pytest.mark.parametrize("module", [m for m in MODULES if m.parent != SOURCE], ids=name)
def test_every_module_is_on_the_page_about_the_architecture(module):
    if module.stem == "__init__":
        assert f"\n### {module.parent.name}\n" in PAGE.read_text(encoding="utf-8")
        return
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    first = said.splitlines()[0].rstrip(".").replace("``", "`")
    chapter = PAGE.read_text(encoding="utf-8").split(f"\n### {module.parent.name}\n")[1]
    assert f"| `{module.stem}` | {first} |\n" in chapter.split("\n## ")[0].split("\n### ")[0]


def test_the_page_about_the_architecture_names_no_other_modules():
    modules = PAGE.read_text(encoding="utf-8").split("\n## Modules\n")[1].split("\n## ")[0]
    named = [row.split("`")[1] for row in modules.splitlines() if row.startswith("| `")]
    assert sorted(named) == sorted(
        m.stem for m in MODULES if m.parent != SOURCE and m.stem != "__init__"
    )
