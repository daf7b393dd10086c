"""A text as it is compared, with the way back to the text as it was read.

A view has the length of what it shows, character by character: blanks of every kind become one
kind, dashes become hyphens, U+00D0 becomes Đ, combining marks are joined to their letters, and a
number that a line's end has cut is whole again. ``at`` gives the offset in the source, so that
nothing found is ever looked for a second time.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

_BLANKS = "\t\r\x0b\x0c\u00a0\u1680\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x2007))
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\uf02d"
SAME = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_DASHES, "-"),
        "\u00d0": "Đ",
        "\u00f0": "đ",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
    }
)
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_JOINED = re.compile(f"[^\u0300-\u036f]?[\u0300-\u036f]+|[{_DROPPED}]+")
_CUT_YEAR = re.compile(r"(?<=[/.-])(\d{1,3})( ?\n *)(\d{1,3})(?!\d)")


def _bare_letters() -> dict[int, str]:
    """Every precomposed letter of Vietnamese, either case, to its plain small letter."""
    table = {ord("Đ"): "d", ord("đ"): "d"}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0):
        table.setdefault(code, _bare(chr(code)))
    for code in range(0x1E00, 0x1F00):
        table[code] = _bare(chr(code))
    return {code: letter for code, letter in table.items() if len(letter) == 1}


def _bare(letter: str) -> str:
    small = unicodedata.normalize("NFD", letter.lower())
    return "".join(c for c in small if not unicodedata.combining(c)) or letter


_BARE = _bare_letters()


Cut: TypeAlias = tuple[int, int, str]
"""First and last offset of a piece, and what is read in its place (at most as long)."""


class View:
    """``plain``: the text as patterns see it; ``bare``: the same without case and marks.

    ``cuts``: pieces of the source that are read as something else (markup, entities), in order.
    """

    def __init__(self, source: str, cuts: Sequence[Cut] = ()) -> None:
        self.source = source
        self._map: array[int] | None = None
        text = source.translate(SAME)
        if cuts:
            text = self._cut(text, cuts)
        own: list[Cut] = []
        if not text.isascii():
            own = [
                (m.start(), m.end(), unicodedata.normalize("NFC", m[0]).strip(_DROPPED))
                for m in _JOINED.finditer(text)
            ]
        own += [(m.start(2), m.end(2), "") for m in _CUT_YEAR.finditer(text) if _is_year(m)]
        if own:
            own.sort()
            text = self._cut(text, own)
        self.plain = text

    def _cut(self, text: str, cuts: Sequence[Cut]) -> str:
        """``text`` with other words in some places; remembers where each character was."""
        pieces, places, done = [], array("l"), 0
        for start, end, new in cuts:
            if start < done:
                continue
            pieces += [text[done:start], new]
            places.extend(range(done, start))
            places.extend(range(start, start + len(new)))
            done = end
        pieces.append(text[done:])
        places.extend(range(done, len(text) + 1))
        if self._map is not None:
            earlier = self._map
            places = array("l", (earlier[place] for place in places))
        self._map = places
        return "".join(pieces)

    def at(self, offset: int) -> int:
        """The offset in the source of an offset in the view."""
        return offset if self._map is None else self._map[offset]

    def end_at(self, offset: int) -> int:
        """The offset in the source behind the character before ``offset`` of the view."""
        if self._map is None or offset == 0:
            return offset
        # behind a letter whose marks stand apart, but before markup that follows it
        end, last = self._map[offset], self._map[offset - 1] + 1
        while end > last and not unicodedata.combining(self.source[end - 1]):
            end -= 1
        return end

    @cached_property
    def bare(self) -> str:
        """As long as ``plain``: small letters without marks."""
        return self.plain.translate(_BARE)


def compared(text: str) -> tuple[str, str]:
    """``plain`` and ``bare`` of a name of the catalogue, which is NFC."""
    plain = text.translate(SAME)
    return plain, plain.translate(_BARE)


def _is_year(match: re.Match[str]) -> bool:
    """Whether two pieces of a number make a year: "19" and "47", never "20" and "11"."""
    whole = match[1] + match[3]
    return (len(whole) == 4 and whole[:2] in ("18", "19", "20") and len(match[1]) > 1) or (
        len(whole) == 4 and len(match[1]) == 1 and whole[0] in "12" and whole[1] in "0189"
    )


__all__ = ["Cut", "View", "compared"]
