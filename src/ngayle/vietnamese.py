"""Vietnamese text: how names are compared when typed, and sorted when listed.

Nothing here changes what is stored or printed; stored text is NFC and stays as its source has it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng (no mark is 0)."""

_LETTERS = {
    letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=20)
}


def nfc(text: str) -> str:
    """Return ``text`` in Unicode normalization form C."""
    return unicodedata.normalize("NFC", text)


def unmarked(text: str) -> str:
    """Return ``text`` in small letters without diacritics; hoà/hòa, Đ/đ/D and Ð agree."""
    lowered = text.lower().replace("đ", "d").replace("ð", "d")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return ``text`` as it is compared when a person types it.

    Lower case without diacritics (so that hoà/hòa, Đ/đ/D and Ð agree), sỹ/sĩ and kỷ/kỉ alike,
    everything that is not a letter or a digit turned into single spaces.
    """
    words = "".join(c if c.isalnum() else " " for c in unmarked(text)).split()
    return " ".join("si" if w == "sy" else "ki" if w == "ky" else w for w in words)


def slug(text: str) -> str:
    """Return ``text`` as an ASCII slug: ``slug("Quảng Ninh") == "quang-ninh"``."""
    lowered = text.lower().replace("đ", "d").replace("ð", "d")
    bare = unicodedata.normalize("NFD", lowered).encode("ascii", "ignore").decode("ascii")
    return "-".join("".join(c if c.isalnum() else " " for c in bare).split())


@lru_cache(maxsize=8192)
def sort_key(text: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Return a key that sorts in Vietnamese alphabetical order (a ă â b c d đ e ê …).

    Words are compared one by one: first by letters, then by tones.
    """
    key = []
    for word in unicodedata.normalize("NFC", text).lower().split():
        letters, tones = zip(*map(_letter_and_tone, word), strict=True)
        key.append((letters, tones))
    return tuple(key)


@lru_cache(maxsize=1024)
def _letter_and_tone(char: str) -> tuple[int, int]:
    """Where a letter stands in the alphabet, and its tone."""
    tone, letter = 0, ""
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        else:
            letter += part
    letter = unicodedata.normalize("NFC", letter)
    if not letter:
        return 0, tone
    first = ord(letter[0])
    return _LETTERS.get(letter, first if letter < "a" else 1000 + first), tone


def width(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=1024)
def _columns(c: str) -> int:
    return 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """Return ``text`` followed by blanks up to ``columns`` terminal columns."""
    return text + " " * max(0, columns - width(text))
