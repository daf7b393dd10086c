"""The words about days off in one language."""

from __future__ import annotations

from ngayle.lunar import LunarDate
from ngayle.words.resting_en import RESTING as EN
from ngayle.words.resting_vi import RESTING as VI

RESTING = {"vi": VI, "en": EN}
WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def say(lang: str, phrase: str, **values: object) -> str:
    """One of the phrases, filled in. ``lang`` is "vi" or "en"."""
    text = RESTING[lang][phrase]
    return text.format(**values) if values else text


def tet_day(lang: str, moon: LunarDate) -> str:
    """A day of Tết as it is called: "28 tháng Chạp", "mùng 1"."""
    return say(lang, "chap" if moon.month == 12 else "mung", day=moon.day)
