"""The order of the rooms: a module imports only what stands before it, and the document says so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ngayle
from conftest import ROOT, tool

PACKAGE = Path(ngayle.__file__).parent
ORDER: dict[str, str] = tool("rooms").ROOMS
DOORS: dict[tuple[str, str], str] = tool("rooms").DOORS


def _modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


def _imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Everything imported at run time, at the top or inside a function; not for type checkers."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            for other in node.orelse:
                yield from _imports(other)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from ((str(node.module), alias.name) for alias in node.names)
        else:
            yield from _imports(node)


def _edges() -> Iterator[tuple[str, str]]:
    modules = _modules()
    for name, path in modules.items():
        for source, imported in _imports(ast.parse(path.read_text(encoding="utf-8"))):
            if source != "ngayle" and not source.startswith("ngayle."):
                continue
            inside = source.removeprefix("ngayle").removeprefix(".")
            inner = f"{inside}.{imported}".strip(".")
            other = inner if inner in modules else inside
            if other != name:
                yield name, other


def _room(module: str) -> str:
    """The room of a module: its own name, or the package that it stands in."""
    while module not in ORDER and "." in module:
        module = module.rpartition(".")[0]
    return module


def test_every_module_stands_in_a_room_and_every_room_is_there() -> None:
    """So that a new module finds its place before it is used."""
    rooms = {_room(module) for module in _modules()}
    assert rooms == set(ORDER)


def test_no_arrow_goes_against_the_order() -> None:
    """But for the doors, each of which is named, inside a function, and used."""
    floors = {room: at for at, room in enumerate(ORDER)}
    against = {
        (name, other) for name, other in _edges() if floors[_room(name)] < floors[_room(other)]
    }
    assert against == set(DOORS)


def test_there_is_no_circle() -> None:
    """Of modules importing each other when they are loaded: tops of files only."""
    modules = _modules()
    needs: dict[str, set[str]] = {name: set() for name in modules}
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = ast.Module(
            [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)], type_ignores=[]
        )
        for source, imported in _imports(top):
            inside = source.removeprefix("ngayle").removeprefix(".")
            inner = f"{inside}.{imported}".strip(".")
            if source.startswith("ngayle.") or (source == "ngayle" and inner in modules):
                needs[name].add(inner if inner in modules else inside)
    while free := [name for name, others in needs.items() if not others]:
        for name in free:
            del needs[name]
        for others in needs.values():
            others.difference_update(free)
    assert needs == {}


def test_no_more_rooms_than_there_were() -> None:
    """28 at ccdd397."""
    assert len(ORDER) <= 28


def test_the_document_shows_the_rooms_in_their_order() -> None:
    """docs/architecture.md has the table that tools/rooms.py makes."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert tool("rooms").table() in text
