"""The catalogue: all anniversaries known, with their layers, ready to be asked for a period."""

from __future__ import annotations

import json
import os
from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ngayle.catalogue import compiled
from ngayle.errors import CatalogueError, UnknownName
from ngayle.model import Anniversary

if TYPE_CHECKING:
    from ngayle.units import Units
    from ngayle.units.names import Names

T = TypeVar("T")

_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def data_folder() -> str:
    """The folder of the TOML files: inside the installed package, or of the source checkout."""
    installed = os.path.join(_PACKAGE, "data")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data")


class Catalogue:
    """Anniversaries by id and by period.

    ``head`` has the parts named in ``compiled.HEAD``, as values or as JSON not parsed yet.
    """

    def __init__(self, head: dict[str, Any], tables: Sequence[dict[str, Any]]) -> None:
        self._head = head
        self._tables = tables
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

        return Units(self._part("places"), self._part("sectors"))

    @property
    def themes(self) -> tuple[Mapping[str, Any], ...]:
        """The tables ``[[theme]]``, which nobody can change."""
        return tuple(map(MappingProxyType, self._part("themes")))

    @property
    def pairs(self) -> list[dict[str, Any]]:
        """The tables ``[[pair]]``: two days that documents print with "và" between them."""
        pairs: list[dict[str, Any]] = self._part("pairs")
        return pairs

    def __len__(self) -> int:
        return len(self._tables)

    def __iter__(self) -> Iterator[Anniversary]:
        return map(self._anniversary, range(len(self)))

    def __contains__(self, id_: object) -> bool:
        return id_ in self._positions

    def __getitem__(self, id_: str) -> Anniversary:
        """The anniversary with an id.

        Raises UnknownName, a RequestError and a KeyError, with the nearest ids, if there is none.
        """
        position = self._positions.get(id_) if isinstance(id_, str) else None
        if position is not None:
            return self._anniversary(position)
        from difflib import get_close_matches

        near = get_close_matches(str(id_), self.ids, 3)
        if near:
            raise UnknownName("entry.unknown_near", text=id_, near=", ".join(near))
        raise UnknownName("entry.unknown", text=id_)

    def get(self, id_: str, default: T | None = None) -> Anniversary | T | None:
        """The anniversary with an id, or ``default``."""
        position = self._positions.get(id_)
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
        self, first: date, last: date, *, provincial: bool = True
    ) -> Iterator[Anniversary]:
        """What may fall in a period; without the provinces' own days if not ``provincial``."""
        from ngayle.catalogue.index import candidates

        return map(self._anniversary, candidates(self._part("index"), first, last, provincial))

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {id_: position for position, id_ in enumerate(self.ids)}

    def _anniversary(self, position: int) -> Anniversary:
        found = self._built.get(position)
        if found is None:
            from ngayle.catalogue.building import anniversary

            found = self._built[position] = anniversary(self._tables[position], self._table)
        return found

    def _table(self, id_: str) -> dict[str, Any]:
        return self._tables[self._positions[id_]]


def _texts(anniversary: Anniversary) -> Iterator[str]:
    for name in anniversary.names:
        yield name.text
        if name.en:
            yield name.en


@lru_cache(maxsize=1)
def _bundled() -> Catalogue:
    path = os.path.join(data_folder(), compiled.FILE)
    if os.path.exists(path):
        head, tables = compiled.load(path)
        return Catalogue(dict(zip(compiled.HEAD, head, strict=True)), tables)
    from ngayle.catalogue.merging import merge

    return Catalogue(*merge(data_folder()))


def load(*overlays: str | os.PathLike[str]) -> Catalogue:
    """The bundled catalogue, with the user's own TOML files upon it, the last one on top.

    Raises CatalogueError with a line for each problem in a file.
    """
    if not overlays:
        return _bundled()
    from ngayle.catalogue.merging import overlay

    base = _bundled()
    return Catalogue(*overlay(base._part, base._tables, [os.fspath(p) for p in overlays]))


__all__ = ["Catalogue", "CatalogueError", "data_folder", "load"]
