"""Former districts and today's wards: names that lead to their province. Read when no other fits.

``data/localities.tsv`` has the districts of 2024, under the provinces of then, and the wards and
communes since 01/7/2025, under those of today.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from ngayle.errors import CatalogueError
from ngayle.values import Value
from ngayle.vietnamese import fold
from ngayle.words.phrases import say

FILE = "localities.tsv"

TYPES = {
    "q": "quận",
    "h": "huyện",
    "tx": "thị xã",
    "tp": "thành phố",
    "p": "phường",
    "x": "xã",
    "dk": "đặc khu",
}
_SHORT = {"p": "p", "q": "q", "h": "h", "x": "x", "tx": "tx", "tp": "tp"}
_TYPED = {**_SHORT, **{fold(name): short for short, name in TYPES.items()}}


@frozen(eq=False, repr=False)
class Locality(Value):
    """A former district or a ward of today: its name, type and province.

    ``old``: a district, which ended on 30/6/2025; ``province``: the slug of the province in which
    it lay, or lies.
    """

    name: str
    type: str
    province: str
    old: bool

    def __str__(self) -> str:
        return f"{self.type} {self.name}"


@frozen(eq=False, repr=False)
class Within(Value):
    """What is to be said if a locality was asked for: the province whose days are listed."""

    locality: Locality
    province: str

    def said(self, lang: str = "vi") -> str:
        """ "quận Kiến An (đến 30/6/2025): lấy các ngày của Hải Phòng"."""
        code = "unit.former_district" if self.locality.old else "unit.ward"
        return say(lang, code, name=str(self.locality), province=self.province)

    def __str__(self) -> str:
        return self.said()


def matching(text: str) -> list[Locality]:
    """The localities that are called so, with or without their type before the name.

    Of a district and wards of one name the district alone, if it is the only one: it is where those
    wards lie.
    """
    words = fold(text).split()
    found = list(_by_name().get(" ".join(words), ()))
    for length in (2, 1):
        short = _TYPED.get(" ".join(words[:length]))
        if short and len(words) > length:
            named = _by_name().get(" ".join(words[length:]), ())
            found += [place for place in named if place.type == TYPES[short]]
            break
    districts = {place.province for place in found if place.old}
    return [place for place in found if place.old] if len(districts) == 1 else found


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Locality]]:
    names: dict[str, list[Locality]] = {}
    for place in _read():
        names.setdefault(fold(place.name), []).append(place)
    return names


def _read() -> Iterator[Locality]:
    for line in _content().decode("utf-8").split("\n"):
        if line and not line.startswith("#"):
            province, kind, places = line.split("\t")
            for place in places.split("|"):
                short, _, name = place.partition(" ")
                yield Locality(name, TYPES[short], province, kind == "old")


def _content() -> bytes:
    """The file, from inside the package, or beside src/ in a checkout."""
    from pkgutil import get_data

    try:
        content = get_data("ngayle", f"data/{FILE}")
    except OSError:
        content = None
    if content is not None:
        return content
    root = os.path.join(os.path.dirname(__file__), *[os.pardir] * 3)
    try:
        with open(os.path.join(root, "data", FILE), "rb") as file:
            return file.read()
    except OSError as error:
        raise CatalogueError([f"{FILE}: cannot be read: {error.strerror}"]) from None
