"""The sentences of documents: styles, orders, paragraphs, and what no name can do to them."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ngayle import lunar
from ngayle.model import (
    KINDS,
    LAYERS,
    Anniversary,
    Kind,
    Lang,
    Layer,
    Name,
    Occurrence,
    Origin,
    PartialDate,
)
from ngayle.occurrences import falls
from ngayle.rules import LunarDay, LunarSpan, Month, Once, Rule, SolarDay, SolarSpan, Week, Weekday
from ngayle.words import dates
from ngayle.words.lines import (
    ORDERS,
    STYLES,
    arrange,
    bare_line,
    day,
    full_line,
    is_counted,
    line,
    name,
    pair,
    paragraph,
    tidy,
)


def kept(
    rule: Rule,
    year: int = 2023,
    origin: str | None = None,
    *,
    called: str = "Ngày X",
    kind: Kind = "day",
    layer: Layer = "national",
    bare: bool = False,
    lunar_origin: str | None = None,
) -> Occurrence:
    """The occurrence of one year of a made-up anniversary."""
    start = None
    if origin or lunar_origin:
        start = Origin(
            PartialDate.parse(origin) if origin else None,
            PartialDate.parse(lunar_origin) if lunar_origin else None,
        )
    anniversary = Anniversary(
        "x",
        layer,
        kind,
        (Name(called, "Day X"),),
        rule,
        start,
        bare=bare,
        sector="y" if layer == "sector" else None,
    )
    return next(
        o
        for o in falls(anniversary, date(year, 1, 1), date(year + 1, 12, 31), every_year=True)
        if o.year == year
    )


WAR_INVALIDS = kept(SolarDay(7, 27), origin="1947-07-27", called="Ngày Thương binh - Liệt sĩ")
FAMILY = kept(SolarDay(6, 28), origin="2001-06-28", called="Ngày Gia đình Việt Nam", bare=True)
FAMILY_2026 = kept(SolarDay(6, 28), 2026, "2001-06-28", called="Ngày Gia đình Việt Nam", bare=True)
FORESTRY = kept(SolarDay(6, 30), called="Ngày Y")


def test_the_sentence_of_a_listing() -> None:
    """Counted, or bare where documents print no count outside round years."""
    assert line(WAR_INVALIDS) == "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)"
    assert line(FAMILY) == "Ngày Gia đình Việt Nam (28/6)"
    assert line(FAMILY_2026) == "25 năm Ngày Gia đình Việt Nam (28/6/2001 - 28/6/2026)"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "full",
            [
                "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
                "Ngày Gia đình Việt Nam (28/6)",
                "Ngày Y (30/6)",
            ],
        ),
        (
            "round",
            ["Ngày Thương binh - Liệt sĩ (27/7)", "Ngày Gia đình Việt Nam (28/6)", "Ngày Y (30/6)"],
        ),
        (
            "list",
            [
                "27/7: 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
                "28/6: Ngày Gia đình Việt Nam",
                "30/6: Ngày Y",
            ],
        ),
        (
            "bullets",
            [
                "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
                "Ngày Gia đình Việt Nam (28/6)",
                "Ngày Y (30/6)",
            ],
        ),
    ],
)
def test_styles(style: str, expected: list[str]) -> None:
    """Each style as documents print it."""
    assert [line(o, style=style) for o in (WAR_INVALIDS, FAMILY, FORESTRY)] == expected
    assert line(FAMILY_2026, style=style).endswith(
        "25 năm Ngày Gia đình Việt Nam (28/6/2001 - 28/6/2026)"
    )


@pytest.mark.parametrize(
    ("occurrence", "full", "bare", "listed"),
    [
        (
            kept(SolarDay(2, 3), 2025, "1930-02-03"),
            "95 năm Ngày X (03/02/1930 - 03/02/2025)",
            "Ngày X (03/02)",
            "03/02: 95 năm Ngày X (03/02/1930 - 03/02/2025)",
        ),
        (
            kept(SolarDay(9, 2), 2025, "2023-09-02"),
            "02 năm Ngày X (02/9/2023 - 02/9/2025)",
            "Ngày X (02/9)",
            "02/9: 02 năm Ngày X (02/9/2023 - 02/9/2025)",
        ),
        (
            kept(SolarDay(10, 10), 2025, "1010"),
            "1015 năm Ngày X (1010 - 2025)",
            "Ngày X (10/10)",
            "10/10: 1015 năm Ngày X (1010 - 2025)",
        ),
        (
            kept(Month(6), 2025, "1925-06"),
            "100 năm Ngày X (6/1925 - 6/2025)",
            "Ngày X (6/2025)",
            "01/6 - 30/6: 100 năm Ngày X (6/1925 - 6/2025)",
        ),
        (kept(Month(5)), "Ngày X (5/2023)", "Ngày X (5/2023)", "01/5 - 31/5: Ngày X"),
        (
            kept(Month(5), kind="period", called="Tháng X"),
            "Tháng X",
            "Tháng X",
            "01/5 - 31/5: Tháng X",
        ),
        (
            kept(SolarSpan(SolarDay(4, 29), SolarDay(5, 6))),
            "Ngày X (29/4 - 06/5)",
            "Ngày X (29/4 - 06/5)",
            "29/4 - 06/5: Ngày X",
        ),
        (
            kept(LunarDay(3, 10)),
            "Ngày X (10/3 âm lịch)",
            "Ngày X (10/3 âm lịch)",
            "29/4: Ngày X (10/3 âm lịch)",
        ),
        (
            kept(LunarDay(8, 20), 2025, lunar_origin="1300-08-20"),
            "725 năm Ngày X (20/8 âm lịch, 1300 - 2025)",
            "Ngày X (20/8 âm lịch)",
            "11/10: 725 năm Ngày X (20/8 âm lịch, 1300 - 2025)",
        ),
        (
            # 28 to 30 September 2024 in the printed calendar
            kept(LunarSpan(LunarDay(8, 26), LunarDay(8, 28)), 2024, lunar_origin="1868-08"),
            "156 năm Ngày X (26/8 - 28/8 âm lịch, 1868 - 2024)",
            "Ngày X (26/8 - 28/8 âm lịch)",
            "28/9 - 30/9: 156 năm Ngày X (26/8 - 28/8 âm lịch, 1868 - 2024)",
        ),
        (
            kept(Once(date(2023, 5, 19), date(2023, 7, 11)), kind="campaign"),
            "Ngày X (từ 19/5 đến 11/7/2023)",
            "Ngày X (từ 19/5 đến 11/7/2023)",
            "19/5 - 11/7: Ngày X (từ 19/5 đến 11/7/2023)",
        ),
        (
            kept(
                SolarDay(5, 18), 2023, "2021-05-18", kind="document", called="Kết luận số 01-KL/TW"
            ),
            "02 năm thực hiện Kết luận số 01-KL/TW",
            "Thực hiện Kết luận số 01-KL/TW",
            "18/5: 02 năm thực hiện Kết luận số 01-KL/TW",
        ),
    ],
)
def test_kinds_of_days(occurrence: Occurrence, full: str, bare: str, listed: str) -> None:
    """Leading zeros, part of a date, spans, lunar days, campaigns, documents."""
    assert full_line(occurrence) == full
    assert bare_line(occurrence) == bare
    assert line(occurrence, style="list") == listed


def test_english() -> None:
    """The same facts; the Vietnamese name where no English one is known."""
    assert (
        full_line(kept(SolarDay(7, 27), origin="1947-07-27"), "en")
        == "Day X, 76 years (27/7/1947 - 27/7/2023)"
    )
    assert (
        full_line(kept(SolarDay(7, 27), origin="2022-07-27"), "en")
        == "Day X, 1 year (27/7/2022 - 27/7/2023)"
    )
    assert bare_line(kept(LunarDay(3, 10)), "en") == "Day X (10/3 lunar calendar)"
    assert full_line(kept(LunarDay(8, 20), 2025, lunar_origin="1300-08-20"), "en") == (
        "Day X, 725 years (20/8 lunar calendar, 1300 - 2025)"
    )


def test_a_list_of_more_than_a_year_has_years() -> None:
    """Else 03/02 of two years would look alike."""
    assert line(FORESTRY, style="list", with_year=True) == "30/6/2023: Ngày Y"


def test_the_national_day_is_joined_without_a_count_of_its_own() -> None:
    """As documents of 2025 print it, and in style "round" outside round years."""
    revolution, independence = (
        kept(SolarDay(m, d), 2025, f"1945-{m:02d}-{d:02d}", called=called)
        for m, d, called in ((8, 19, "Cách mạng tháng Tám thành công"), (9, 2, "Quốc khánh"))
    )
    assert pair(revolution, independence) == (
        "80 năm Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2025) và Quốc khánh (02/9/1945 - 02/9/2025)"
    )
    first, second = (
        kept(SolarDay(o.date.month, o.date.day), 2023, f"1945-{o.date:%m-%d}", called=o.name.text)
        for o in (revolution, independence)
    )
    assert (
        pair(first, second, "round") == "Cách mạng tháng Tám thành công (19/8) và Quốc khánh (02/9)"
    )


def test_orders() -> None:
    """Great days first; the nation before the province before the sectors before the office."""
    rows: tuple[tuple[int, Layer, Kind], ...] = (
        (1, "local", "day"),
        (2, "sector", "day"),
        (3, "province", "day"),
        (4, "national", "day"),
        (5, "national", "great"),
        (6, "national", "day"),
    )
    days = [kept(SolarDay(7, d), called=f"{d}", layer=layer, kind=kind) for d, layer, kind in rows]
    assert [o.name.text for o in arrange(days, "great")] == ["5", "4", "6", "3", "2", "1"]
    assert [o.name.text for o in arrange(days, "layer")] == ["4", "5", "6", "3", "2", "1"]
    assert [o.name.text for o in arrange(reversed(days), "date")] == ["1", "2", "3", "4", "5", "6"]


def test_a_paragraph() -> None:
    """Semicolons between sentences, a lead where it changes, one full stop."""
    assert paragraph(
        "Kỷ niệm:", [("", "a"), ("", "b"), ("hướng tới", "c"), ("hướng tới", "d")]
    ) == ("Kỷ niệm: a; b; hướng tới c; d.")
    assert paragraph("Kỷ niệm", [("hướng tới", "c.")]) == "Kỷ niệm hướng tới c."
    assert paragraph("Kỷ niệm:", []) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày X", "Ngày X"),
        ("Ngày (A) X (B (C))", "Ngày (A) X (B (C))"),
        ("Ngày  X", "Ngày X"),
        ("A; B", "A, B"),
        ("A ;", "A"),
        ("Ngày X (", "Ngày X"),
        ("Ngày ) X", "Ngày X"),
        (")Ngày (X", "Ngày X"),
        (";", "…"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ],
)
def test_a_name_is_tidied(text: str, expected: str) -> None:
    """Single blanks, no semicolons, parentheses in pairs."""
    assert tidy(text) == expected


NAMES = st.text(st.sampled_from("aĐế ()[];,.-=<b>*|&1"), max_size=20).map(lambda t: f"Ω{t}".strip())
"""Whatever the checks of a data file let pass; the Ω marks where the name begins."""

RULES = st.one_of(
    st.builds(SolarDay, st.integers(1, 12), st.integers(1, 28)),
    st.builds(LunarDay, st.integers(1, 12), st.integers(1, 30)),
    st.builds(Weekday, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]), st.integers(1, 12)),
    st.builds(Week, st.sampled_from([1, 2, 3, 4, -1]), st.integers(1, 12)),
    st.builds(Month, st.integers(1, 12)),
    st.just(SolarSpan(SolarDay(12, 20), SolarDay(1, 10))),
    st.just(LunarSpan(LunarDay(3, 8), LunarDay(3, 11))),
)


@st.composite
def origins(draw: st.DrawFn) -> Origin | None:
    """Every part of a date that an entry can know, by the sun or by the moon."""
    year, month, day_ = (
        draw(st.integers(1, 2090)),
        draw(st.integers(1, 12)),
        draw(st.integers(1, 28)),
    )
    partial = draw(
        st.sampled_from(
            [PartialDate(year), PartialDate(year, month), PartialDate(year, month, day_), None]
        )
    )
    if partial is None:
        return None
    return draw(st.sampled_from([Origin(solar=partial), Origin(lunar=partial)]))


@st.composite
def days(draw: st.DrawFn) -> Occurrence:
    """An occurrence of anything."""
    layer = draw(st.sampled_from(LAYERS))
    kind = draw(st.sampled_from([k for k in KINDS if k != "campaign"]))
    anniversary = Anniversary(
        "x",
        layer,
        kind,
        (Name(draw(NAMES)),),
        draw(RULES),
        draw(origins()),
        bare=draw(st.booleans()),
        sector="y" if layer == "sector" else None,
    )
    year = draw(st.integers(1905, 2095))
    found = list(falls(anniversary, date(year, 1, 1), date(year, 12, 31), every_year=True))
    assume(found)
    return found[0]


def balanced(text: str) -> bool:
    """Whether every parenthesis has its partner."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def dates_of(occurrence: Occurrence) -> set[str]:
    """Every date that may be printed of an occurrence."""
    first, last, origin = occurrence.date, occurrence.last, occurrence.anniversary.counted_from
    allowed = {
        dates.day_month(first.day, first.month),
        dates.full_date(first),
        str(first.year),
        str(occurrence.year),
        dates.day_month(last.day, last.month),
        dates.full_date(last),
        dates.partial_date(first.year, first.month),
    }
    for moon in map(lunar.from_date, (first, last)):
        allowed.add(dates.day_month(moon.day, moon.month))
    if origin:
        allowed |= {dates.partial_date(origin.year, origin.month, origin.day), str(origin.year)}
        # the anniversary's own day: that of the origin, so many years on
        end, (month, day_) = origin.year + (occurrence.years or 0), (origin.month, origin.day)
        if (month, day_) == (2, 29) and not calendar.isleap(end):
            day_ = 28
        allowed |= {dates.partial_date(end, month, day_), str(end)}
        if month and day_:
            allowed |= {dates.day_month(d, month) for d in {day_, min(day_, 29)}}
    return allowed


@given(days(), st.sampled_from(STYLES), st.sampled_from(["vi", "en"]))
def test_no_style_prints_a_wrong_count_or_a_foreign_date(
    occurrence: Occurrence, style: str, lang: Lang
) -> None:
    """What stands around the name is the count of the occurrence, its dates and its origin's."""
    text = line(occurrence, lang, style=style)
    before, called, after = text.partition(name(occurrence, lang))
    assert called
    assert set(
        re.findall(r"[\d/]*\d", before.partition(": ")[0] if style == "list" else "")
    ) <= dates_of(occurrence)
    counts = re.findall(r"(\d+) (?:năm|years?)\b", before.rpartition(": ")[2] + after)
    counted = is_counted(occurrence) and (style != "round" or occurrence.jubilee)
    assert [int(c) for c in counts] == ([occurrence.years] if counted else [])
    inside = re.sub(r"(\d+) (?:năm|years?)\b", "", after)
    assert set(re.findall(r"[\d/]*\d", inside)) <= dates_of(occurrence)


@given(st.lists(days(), min_size=1, max_size=6), st.sampled_from(STYLES), st.sampled_from(ORDERS))
def test_a_paragraph_is_well_formed_whatever_the_names(
    found: list[Occurrence], style: str, order: str
) -> None:
    """Single blanks; a semicolon between two sentences and nowhere else; parentheses in pairs."""
    arranged = arrange(found, order)
    assert sorted(map(id, arranged)) == sorted(map(id, found))
    for text in [line(o, style=style) for o in arranged] + [line(o) for o in found]:
        assert "  " not in text
        assert ";" not in text
        assert text == text.strip()
        assert balanced(text)
    whole = paragraph("Tuyên truyền kỷ niệm:", (("", line(o, style=style)) for o in arranged))
    assert whole.count(";") == whole.count("; ") == len(found) - 1
    assert whole.endswith((".", "?", "!", "…"))
    assert "  " not in whole
    assert balanced(whole)


@given(days())
def test_the_day_alone_has_no_parenthesis(occurrence: Occurrence) -> None:
    """So that it can stand in one."""
    assert not set("();") & set(day(occurrence))
