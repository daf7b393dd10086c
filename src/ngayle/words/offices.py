"""The office of an overlay in a sentence: "của quận", "của nhà trường"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.vietnamese import fold
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.model import Office

WORDS = (
    ("quan", "quận"),
    ("huyen", "huyện"),
    ("thi xa", "thị xã"),
    ("thi uy", "thị xã"),
    ("thanh pho", "thành phố"),
    ("thanh uy", "thành phố"),
    ("tinh", "tỉnh"),
    ("phuong", "phường"),
    ("dac khu", "đặc khu"),
    ("xa", "xã"),
    ("truong", "nhà trường"),
    ("benh vien", "bệnh viện"),
)
"""What an office's name says of whose days they are; the first that it has."""


def own(office: Office | None, lang: str = "vi") -> str:
    """Whose an overlay's days are, by the name of its office; without one, of the office itself."""
    if office is None or office.name is None:
        return say(lang, "own")
    if lang == "en":
        return office.name
    # "Phòng Văn hóa - Xã hội" is of no xã
    called = f" {fold(office.name)} ".replace(" xa hoi ", " ")
    for words, whose in WORDS:
        if f" {words} " in called:
            return say(lang, "of", whose=whose)
    return say(lang, "own")
