"""The catalogue: all anniversaries known, with their layers, ready to be asked for a period."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from ngayle.catalogue import compiled
from ngayle.errors import CatalogueError, RequestError, near_it
from ngayle.model import Anniversary

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

    @property
    def ids(self) -> list[str]:
        """All ids, in the order of the files."""
        ids: list[str] = self._part("ids")
        return ids

    @property
    def sectors(self) -> list[dict[str, Any]]:
        """The tables ``[[sector]]``."""
        sectors: list[dict[str, Any]] = self._part("sectors")
        return sectors

    @property
    def place_tables(self) -> list[dict[str, Any]]:
        """The tables ``[[place]]``; :mod:`ngayle.units.places` understands them."""
        places: list[dict[str, Any]] = self._part("places")
        return places

    @property
    def themes(self) -> list[dict[str, Any]]:
        """The tables ``[[theme]]``."""
        themes: list[dict[str, Any]] = self._part("themes")
        return themes

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
        """The anniversary with an id. Raises RequestError, with the nearest, if there is none."""
        try:
            return self._anniversary(self._positions[id_])
        except KeyError:
            message = f"no anniversary has the id {id_!r}{near_it(id_, self.ids)}"
            raise RequestError(message) from None

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
