"""What values have in common: equality, hash and text, by their fields.

attrs would compile these three for each class anew. The classes that every listing needs take them
from here (``@frozen(eq=False, repr=False)``): that is a tenth of the time it takes to start.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

_READERS: dict[type, Callable[[Any], Any]] = {}


class Value:
    """Equal to another of its class when all fields are."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def _values(self) -> Any:
        kind = type(self)
        read = _READERS.get(kind)
        if read is None:
            read = _READERS[kind] = attrgetter(*(field.name for field in kind.__attrs_attrs__))
        return read(self)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self is other or self._values() == other._values())

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        fields = (f"{f.name.strip('_')}={getattr(self, f.name)!r}" for f in self.__attrs_attrs__)
        return f"{type(self).__name__}({', '.join(fields)})"
