"""What is said of days off: the phrases ``rest.…`` of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.words import phrases

if TYPE_CHECKING:
    from ngayle.lunar import LunarDate


def say(lang: str, phrase: str, **values: object) -> str:
    """One of the phrases on days off, filled in. ``lang`` is "vi" or "en"."""
    return phrases.say(lang, f"rest.{phrase}", **values)


def tet_day(lang: str, moon: LunarDate) -> str:
    """A day of Tết as it is called: "28 tháng Chạp", "mùng 1"."""
    return say(lang, "chap" if moon.month == 12 else "mung", day=moon.day)
