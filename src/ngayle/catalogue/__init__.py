"""The catalogue: all anniversaries known, with their layers, ready to be asked for a period."""

from __future__ import annotations

import json
import os
from _thread import allocate_lock
from collections.abc import (
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    Sequence,
    ValuesView,
)
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ngayle.catalogue import compiled
from ngayle.errors import CatalogueError, Problem, UnknownName
from ngayle.model import Anniversary, Office

if TYPE_CHECKING:
    from ngayle.catalogue.reading import File
    from ngayle.rules import Rule
    from ngayle.units import Units
    from ngayle.units.names import Names

T = TypeVar("T")

_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def data_folder() -> str:
    """The folder of the data: of this project's own checkout, else inside the package."""
    return _checkout() or os.path.join(_PACKAGE, "data")


def _checkout() -> str | None:
    """The folder ``data`` of the checkout in which this package stands, if it is this project's."""
    root = os.path.dirname(os.path.dirname(_PACKAGE))
    folder = os.path.join(root, "data")
    if not os.path.isfile(os.path.join(folder, "anniversaries.toml")):
        return None
    try:
        with open(os.path.join(root, "pyproject.toml"), encoding="utf-8") as file:
            return folder if '\nname = "ngayle"\n' in file.read() else None
    except (OSError, UnicodeDecodeError):
        return None


class Catalogue:
    """Anniversaries by id and by period.

    ``head`` has the parts named in ``compiled.HEAD``, as values or as JSON not parsed yet, and
    "offices", the tables ``[office]`` of overlays by their slugs, None of those that have none;
    "short", the full ids of overlays' entries that are known by a shorter one too.
    ``remarks``: what there is to say about overlays that were read all the same, a line each.
    """

    def __init__(
        self,
        head: dict[str, Any],
        tables: Sequence[dict[str, Any]],
        remarks: Sequence[Problem] = (),
    ) -> None:
        self._head = head
        self._tables = tables
        self.remarks = tuple(remarks)
        self._built: dict[int, Anniversary] = {}

    def _part(self, name: str) -> Any:
        value = self._head[name]
        if isinstance(value, bytes):
            value = self._head[name] = json.loads(value)
        return value

    @property
    def version(self) -> str:
        """The version of the data: the day of its last revision, and the overlays upon it."""
        return str(self._part("version"))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All ids, in the order of the files."""
        return tuple(self._part("ids"))

    @cached_property
    def units(self) -> Units:
        """Provinces, cities and sectors, with the names that people type for them."""
        from ngayle.units import Units

        return Units(self._part)

    @property
    def themes(self) -> tuple[Mapping[str, Any], ...]:
        """The tables ``[[theme]]``, which nobody can change."""
        return _fixed(self._part("themes"))

    @property
    def pairs(self) -> tuple[Mapping[str, Any], ...]:
        """The tables ``[[pair]]``: two days that documents print with "và" between them."""
        return _fixed(self._part("pairs"))

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices whose overlays were read, by slug; one without ``[office]`` has only that."""
        from ngayle.catalogue.building import office

        found = self._head.get("offices", {})
        return MappingProxyType({s: office(t or {"id": s}) for s, t in found.items()})

    @property
    def nameless(self) -> tuple[str, ...]:
        """The slugs of overlays without ``[office]``: their files' names stand for it."""
        return tuple(s for s, table in self._head.get("offices", {}).items() if not table)

    @cached_property
    def office(self) -> Office | None:
        """The office whose overlay was read, the last of several; None without ``[office]``."""
        named = [s for s, table in self._head.get("offices", {}).items() if table]
        return self.offices[named[-1]] if named else None

    def __len__(self) -> int:
        return len(self._tables)

    def __iter__(self) -> Iterator[Anniversary]:
        return map(self._anniversary, range(len(self)))

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._position(id_) is not None

    def __getitem__(self, id_: str) -> Anniversary:
        """The anniversary with an id.

        Raises UnknownName, a RequestError and a KeyError, with the nearest ids, if there is none.
        """
        position = self._position(id_) if isinstance(id_, str) else None
        if position is not None:
            return self._anniversary(position)
        from difflib import get_close_matches

        near = get_close_matches(str(id_), self.ids, 3)
        if near:
            raise UnknownName("entry.unknown_near", text=id_, near=", ".join(near))
        raise UnknownName("entry.unknown", text=id_)

    def get(self, id_: str, default: T | None = None) -> Anniversary | T | None:
        """The anniversary with an id, or ``default``."""
        position = self._position(id_)
        return default if position is None else self._anniversary(position)

    def keys(self) -> KeysView[str]:
        """All ids, in the order of the files."""
        return self._mapping.keys()

    def values(self) -> ValuesView[Anniversary]:
        """All anniversaries, in the order of the files."""
        return self._mapping.values()

    def items(self) -> ItemsView[str, Anniversary]:
        """All ids with their anniversaries."""
        return self._mapping.items()

    @cached_property
    def _mapping(self) -> Mapping[str, Anniversary]:
        return MappingProxyType({id_: self[id_] for id_ in self.ids})

    @cached_property
    def names(self) -> Names:
        """The names, other names and English names of all entries, for who types one of them."""
        from ngayle.units.names import Names

        return Names(
            "entry",
            ((a.id, a.names[-1].text, (a.id, *a.aliases, *_texts(a))) for a in self),
        )

    def candidates(
        self, first: date, last: date, *, provincial: bool = True, reference: bool = True
    ) -> Iterator[Anniversary]:
        """What may fall in a period.

        Without the provinces' own days if not ``provincial``, and if not ``reference`` without what
        of the others, offices' own days apart, is of rank 5.
        """
        from ngayle.catalogue.index import candidates

        index = self._part("index")
        return map(
            self._anniversary,
            candidates(index, first, last, provincial=provincial, reference=reference),
        )

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {id_: position for position, id_ in enumerate(self.ids)}

    def _position(self, id_: str) -> int | None:
        position = self._positions.get(id_)
        if position is None and "short" in self._head:
            position = self._positions.get(self._head["short"].get(id_, ""))
        return position

    def _anniversary(self, position: int) -> Anniversary:
        found = self._built.get(position)
        if found is None:
            from ngayle.catalogue.building import anniversary

            found = self._built[position] = anniversary(self._tables[position], self._rule)
        return found

    def _rule(self, id_: str) -> Rule:
        return self._anniversary(self._positions[id_]).rule


def _fixed(tables: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Tables that nobody can change, and their lists neither."""
    return tuple(
        MappingProxyType({k: tuple(v) if isinstance(v, list) else v for k, v in table.items()})
        for table in tables
    )


def _texts(anniversary: Anniversary) -> Iterator[str]:
    for name in anniversary.names:
        yield name.text
        if name.en:
            yield name.en


_LOADING = allocate_lock()
"""Two threads that ask at once get the same one."""


@lru_cache(maxsize=1)
def _bundled() -> Catalogue:
    content = _compiled()
    if content is not None:
        try:
            head, tables = compiled.load(content)
        except ValueError as error:
            raise _unusable(str(error)) from None
        return Catalogue(dict(zip(compiled.HEAD, head, strict=True)), tables)
    folder = _checkout()
    if folder is None:
        raise _unusable("not there")
    from ngayle.catalogue.merging import merge

    return Catalogue(*merge(folder))


def _compiled() -> bytes | None:
    """The compiled catalogue, through what loaded this package: it may stand in a zip. Or None."""
    path = os.path.join(_PACKAGE, "data", compiled.FILE)
    try:
        get_data = getattr(__spec__.loader, "get_data", None)
        if get_data is not None:
            content: bytes = get_data(path)
            return content
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        # zipimport's error for what is not in the zip says nothing else
        if error.strerror in (None, ""):
            return None
        raise _unusable(f"cannot be read: {error.strerror}") from None


def _unusable(why: str) -> CatalogueError:
    """The message where the data of an installation cannot be used."""
    path = os.path.join(_PACKAGE, "data", compiled.FILE)
    return CatalogueError([f"{path}: {why}; no days are known without it; install ngayle anew"])


def given(catalogue: Catalogue | None) -> Catalogue:
    """A catalogue that a caller gave, or the bundled one; TypeError for what is none."""
    if catalogue is None:
        return load()
    if not isinstance(catalogue, Catalogue):
        raise TypeError(f"a catalogue is what ngayle.load gives, not {catalogue!r}")
    return catalogue


def load(*overlays: str | os.PathLike[str] | File) -> Catalogue:
    """The bundled catalogue, with the user's own TOML files upon it, the last one on top.

    Raises CatalogueError with a line for each problem in a file, and where the bundled catalogue
    cannot be found, was cut short or changed.
    """
    with _LOADING:
        base = _bundled()
    if not overlays:
        return base
    from ngayle.catalogue.merging import overlay
    from ngayle.catalogue.reading import File

    files = [o if isinstance(o, File) else File.read(os.fspath(o)) for o in overlays]
    return Catalogue(*overlay(base._part, base._tables, files))


__all__ = ["Catalogue", "CatalogueError", "data_folder", "load"]
