"""Names are compared without diacritics, and sorted in Vietnamese order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle.vietnamese import fold, pad, slug, sort_key, width


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("quang ninh", "Quảng Ninh"),
        ("Hoà Bình", "Hòa Bình"),
        ("LIET SY", "Liệt sĩ"),
        ("kỉ niệm", "kỷ niệm"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("da-nang", "Đà Nẵng"),
        (unicodedata.normalize("NFD", "Thừa Thiên Huế"), "thua thien hue"),
    ],
)
def test_what_a_person_types_folds_to_what_is_stored(typed: str, stored: str) -> None:
    """Capitals, tones, old and new tone placement, đ and its look-alike make no difference."""
    assert fold(typed) == fold(stored)


def test_names_sort_in_vietnamese_alphabetical_order() -> None:
    """Letters first (a ă â b c d đ e ê …), tones (ngang huyền hỏi ngã sắc nặng) only then."""
    words = [
        "An",
        "Ăn",
        "Ân",
        "Bà",
        "Cà",
        "Da",
        "Đa",
        "Em",
        "Êm",
        "Oanh",
        "Ôn",
        "Ơn",
        "Tu",
        "Tư",
        "Yên",
    ]
    assert sorted(sorted(words), key=sort_key) == words
    tones = ["ma", "mà", "mả", "mã", "má", "mạ", "man"]
    assert sorted(sorted(tones), key=sort_key) == tones
    assert sorted(["Ngày Đo lường", "Ngày Dân số"], key=sort_key) == [
        "Ngày Dân số",
        "Ngày Đo lường",
    ]


def test_a_slug_is_ascii() -> None:
    """đ becomes d, everything else loses its marks."""
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
    assert slug("Đắk Lắk") == "dak-lak"


@given(st.text())
def test_folding_twice_changes_nothing_and_never_fails(text: str) -> None:
    """Whatever is typed."""
    assert fold(fold(text)) == fold(text)
    sort_key(text)
    assert slug(text).isascii()


@given(st.text(alphabet="aăâđêôơưỷệạ 1"), st.integers(0, 30))
def test_padding_fills_up_to_the_columns_asked_for(text: str, columns: int) -> None:
    """A Vietnamese letter takes one column."""
    assert width(pad(text, columns)) == max(len(text), columns)
