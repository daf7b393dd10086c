"""The office of an overlay in a sentence: "của quận", "của nhà trường"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.vietnamese import nfc
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.model import Office

WORDS = (
    ("quận", "quận"),
    ("huyện", "huyện"),
    ("thị xã", "thị xã"),
    ("thị ủy", "thị xã"),
    ("thành phố", "thành phố"),
    ("thành ủy", "thành phố"),
    ("tỉnh", "tỉnh"),
    ("phường", "phường"),
    ("đặc khu", "đặc khu"),
    ("xã", "xã"),
    ("trường", "nhà trường"),
    ("bệnh viện", "bệnh viện"),
)
"""What an office's name says of whose days they are; the first that it has, with its marks."""


def own(office: Office | None, lang: str = "vi") -> str:
    """Whose an overlay's days are, by the name of its office; without one, of the office itself."""
    if office is None or office.name is None:
        return say(lang, "own")
    if lang == "en":
        return office.name
    words_ = "".join(c if c.isalnum() else " " for c in nfc(office.name).casefold()).split()
    # "Phòng Văn hóa - Xã hội" is of no xã
    called = f" {' '.join(words_)} ".replace(" xã hội ", " ").replace(" uỷ ", " ủy ")
    for words, whose in WORDS:
        if f" {words} " in called:
            return say(lang, "of", whose=whose)
    return say(lang, "own")
