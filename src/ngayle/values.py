"""What values have in common: equality, hash and text, by their fields.

attrs would compile these three for each class anew. The classes that every listing needs take them
from here (``@frozen(eq=False, repr=False)``): that is a tenth of the time it takes to start.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

_set = object.__setattr__
_READERS: dict[type, Callable[[Any], Any]] = {}


class Value:
    """Equal to another of its class when all fields are."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        return tuple(field.name for field in cls.__attrs_attrs__)

    def _values(self) -> Any:
        kind = type(self)
        read = _READERS.get(kind)
        if read is None:
            read = _READERS[kind] = attrgetter(*kind._fields())
        return read(self)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self is other or self._values() == other._values())

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        fields = (f"{name.strip('_')}={getattr(self, name)!r}" for name in self._fields())
        return f"{type(self).__name__}({', '.join(fields)})"


@dataclass_transform(frozen_default=True)
class Plain(Value):
    """A frozen value without attrs: its fields are what its class annotates, with their defaults.

    For the small classes that every start loads, a rule for each form among them: attrs takes as
    long to make those as a listing takes to be printed.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = (n for n, t in cls.__annotations__.items() if "ClassVar" not in t)
        cls.FIELDS = tuple(dict.fromkeys((*cls.FIELDS, *own)))

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        return cls.FIELDS

    def __init__(self, *values: Any, **named: Any) -> None:
        fields, kind = self.FIELDS, type(self)
        if len(values) == len(fields) and not named:
            # one by one: Python reads these faster than what was put into __dict__
            for name, value in zip(fields, values, strict=True):
                _set(self, name, value)
            return
        given = dict(zip(fields, values, strict=False), **named)
        once = len(given) == len(values) + len(named) and given.keys() <= set(fields)
        if not once or any(name not in given and not hasattr(kind, name) for name in fields):
            raise TypeError(f"{kind.__name__} takes {', '.join(fields)}, each once")
        for name, value in given.items():
            _set(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")
