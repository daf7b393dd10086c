"""The map: every day has one, and every province of the last map leads to one of today's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle import RequestError, listing, load
from ngayle.units import Register

Run = Callable[..., Any]

MAP: Register = load().units.provinces
SIXTY_THREE = {p.slug for p in MAP.on(date(2023, 7, 1))}
THIRTY_FOUR = {p.slug for p in MAP.on(date(2025, 7, 1))}
DAYS = st.dates(date(1976, 1, 1), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(1976, 7, 2), 38),
        (date(1979, 5, 30), 40),
        (date(1989, 7, 1), 44),
        (date(1993, 1, 1), 53),
        (date(1997, 1, 1), 61),
        (date(2004, 1, 1), 64),
        (date(2008, 7, 31), 64),
        (date(2008, 8, 1), 63),
        (date(2025, 6, 30), 63),
        (date(2025, 7, 1), 34),
        (date(2026, 11, 23), 34),
    ],
)
def test_the_map_has_as_many_provinces_as_history_counts(day: date, number: int) -> None:
    """38 at reunification, 40, 44, 53, 61, 64, 63, 34."""
    assert len(MAP.on(day)) == number


def test_on_every_day_of_change_there_is_neither_gap_nor_overlap() -> None:
    """Each province of the last map lies in exactly one that exists on the day, and none is left over.

    Before 24/02/1976 the South had smaller provinces, several to one of today's: there, each of them
    leads to one province of that day.
    """
    merged = date(1976, 2, 24)
    days = {d for d in MAP.changes() if d >= date(1976, 1, 1)}
    for day in sorted(days | {d - timedelta(1) for d in days if d > date(1976, 1, 1)}):
        alive = {p.slug for p in MAP.on(day)}
        holders = {MAP.holder(slug, day) for slug in SIXTY_THREE | {"ha-tay"}}
        assert holders <= alive, day
        for slug in alive - holders:
            assert day < merged, (day, slug)
            assert MAP.alive(MAP.holder(slug, merged), merged)


@given(DAYS, st.sampled_from(sorted(SIXTY_THREE)))
def test_the_ground_of_a_province_is_held_by_one_that_exists(day: date, slug: str) -> None:
    """By itself while it exists."""
    holder = MAP.holder(slug, day)
    assert MAP.alive(holder, day)
    if MAP.alive(slug, day):
        assert holder == slug


@given(DAYS, st.sampled_from(sorted(MAP)), st.sampled_from(sorted(MAP)))
def test_whoever_shares_a_holder_is_kin(day: date, one: str, other: str) -> None:
    """Listings look at the days of no other places."""
    if MAP.holder(one, day) == MAP.holder(other, day):
        assert other in MAP.kin([one])
    assert {one, MAP.holder(one, day)} <= MAP.kin([one])


def test_every_province_leads_to_one_of_the_thirty_four() -> None:
    """By one chain of successors, without a fork."""
    for slug in SIXTY_THREE:
        here, seen = slug, [slug]
        while not MAP.alive(here, date(2025, 7, 1)):
            (here,) = MAP[here].lives[-1].into
            assert here not in seen
            seen.append(here)
        assert here in THIRTY_FOUR
        assert MAP.holder(slug, date(2025, 7, 1)) == here


@given(DAYS)
def test_lives_of_one_place_do_not_overlap(day: date) -> None:
    """A place exists once at most."""
    for place in MAP.values():
        assert sum(day in life for life in place.lives) <= 1


def test_successors_and_predecessors_are_places() -> None:
    """And every act of 1976 or later that ended a life is named."""
    for place in MAP.values():
        for life in place.lives:
            assert set(life.into) | set(life.out_of) <= set(MAP)
            if life.until and life.until >= date(1989, 1, 1):
                assert life.act, (place.slug, life)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Quảng Ninh", "quang-ninh"),
        ("quang-ninh", "quang-ninh"),
        ("tỉnh Quảng Ninh", "quang-ninh"),
        ("QUANG NINH", "quang-ninh"),
        ("quangninh", "quang-ninh"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("TPHCM", "ho-chi-minh"),
        ("Thừa Thiên Huế", "hue"),
        ("Thừa Thiên - Huế", "hue"),
        ("Huế", "hue"),
        ("Bắc Cạn", "bac-kan"),
        ("Đăk Lăk", "dak-lak"),
        ("Đắc Lắc", "dak-lak"),
        ("Hoà Bình", "hoa-binh"),
        ("ba ria vung tau", "ba-ria-vung-tau"),
        ("Thanh Hoá", "thanh-hoa"),
        ("Hà Tây", "ha-tay"),
        ("Minh Hải", "minh-hai"),
        ("TP Đà Nẵng", "da-nang"),
        ("TP Huế", "hue"),
        ("Ha Noi", "ha-noi"),
        ("Hanoi", "ha-noi"),
    ],
)
def test_names_are_found_as_people_type_them(typed: str, slug: str) -> None:
    """With or without diacritics, "tỉnh", "TP.", old spellings."""
    assert MAP.find(typed).slug == slug


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Atlantis", "province 'Atlantis': unknown; `ngayle places` lists them"),
        ("Quảng Nink", "province 'Quảng Nink': unknown; nearest: Quảng Ninh"),
        ("Hà", "province 'Hà': could be Hà Bắc"),
    ],
)
def test_an_unknown_or_ambiguous_name_lists_the_candidates(typed: str, message: str) -> None:
    """In one line."""
    with pytest.raises(RequestError) as caught:
        MAP.find(typed)
    assert str(caught.value).startswith(message)


def test_a_merged_province_answers_with_its_successor(run: Run) -> None:
    """One line says so; the days are the successor's and its own, each under its own name."""
    result = run("2026-10", "--province", "Hải Dương")
    assert result.err == "ngayle: Hải Dương thuộc thành phố Hải Phòng từ ngày 01/7/2025\n"
    assert result.out == run("2026-10", "--province", "Hải Phòng").out
    assert "Ngày giải phóng thành phố Hải Dương" in result.out
    assert result.out.count("  Hải Dương\n") >= 1
    before = run("2023-10", "--province", "Hải Dương")
    assert before.err == ""
    assert "Ngày giải phóng thành phố Hải Dương" in before.out
    assert "giải phóng thành phố Hải Dương" not in run("2023-10", "--province", "Hải Phòng").out


def test_the_founding_of_a_province_ends_with_it() -> None:
    """Its other days do not."""
    ids = {
        year: {o.anniversary.id for o in listing(str(year), provinces=["Vĩnh Phúc"])}
        for year in (2024, 2026)
    }
    assert "vinh-phuc-tai-lap" in ids[2024]
    assert "vinh-phuc-tai-lap" not in ids[2026]
    other = {i for i in ids[2026] if i.startswith("vinh-phuc-")}
    assert other


def test_a_unit_that_did_not_exist_says_when_it_did(run: Run) -> None:
    """One line, exit 2."""
    result = run("2023-07", "--province", "Hà Nam Ninh")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(
        "ngayle: province 'Hà Nam Ninh': did not exist on 31/7/2023; it existed "
    )
    assert run("1995-01", "--province", "Đắk Nông").err.startswith(
        "ngayle: province 'Đắk Nông': did not exist on 31/01/1995; it existed 01/01/2004 - 30/6/2025"
    )
    with pytest.raises(RequestError, match="province 'Đắk Nông': did not exist"):
        listing("1995-01", provinces=["Đắk Nông"])


def test_the_birthdays_of_leaders_are_kept_in_the_same_years_everywhere() -> None:
    """Nguyễn Văn Linh, born in 1915: 110 years in 2025; no 109th, not even in Hưng Yên."""
    for provinces in ([], ["Hưng Yên"]):
        counts = {
            year: {o.anniversary.id: o.years for o in listing(f"{year}-07", provinces=provinces)}
            for year in (2024, 2025)
        }
        assert "nguyen-van-linh-sinh" not in counts[2024]
        assert counts[2025]["nguyen-van-linh-sinh"] == 110


def test_the_places_command_lists_and_shows(run: Run) -> None:
    """The map of a day; one province with its history and days."""
    assert run("places", "--on", "2023-07-01").out.startswith("01/7/2023: 63\n")
    english = run("places", "hai duong", "--lang", "en").out
    assert english.startswith("tỉnh Hải Dương (hai-duong, VN-61")
    assert "into Hải Phòng" in english
    out = run("places", "hai duong").out
    assert "nhập vào Hải Phòng" in out
    assert "Ngày thành lập Đảng bộ tỉnh Hải Dương" in out
    assert run("places", "--on", "x").err == "ngayle: --on 'x': not a date; write 2023-07-01\n"


def test_the_lunar_command_converts_both_ways(run: Run) -> None:
    """Tết Giáp Thìn; a leap month; what the calendar lacks."""
    tet = "Thứ Bảy, 10/02/2024 = mùng 1 tháng Giêng năm Giáp Thìn\nngày Giáp Thìn, tháng Bính Dần, năm Giáp Thìn\n"
    assert run("lunar", "2024-02-10").out == tet
    assert run("lunar", "1/1/2024").out == tet
    assert run("lunar", "1/6/2025", "--leap").out.startswith(
        "Thứ Sáu, 25/7/2025 = mùng 1 tháng 6 nhuận năm Ất Tỵ"
    )
    for wrong, message in (
        (["1/13/2024"], "there is no lunar month 13: months are 1 to 12"),
        (["1/3/2025", "--leap"], "lunar year 2025 has no leap month 3: its leap month is 6"),
        (["30/1/2024"], "there is no day 30 in month 1 of lunar year 2024: days are 1 to 29"),
        (["1/1/1900"], "lunar year 1900 is out of range: "),
        (["2101-05-05"], "2101-05-05 is out of range: "),
        (
            ["tomorrow"],
            "'tomorrow': not a date; write 2024-02-10 (solar) or 1/1/2024 (lunar day/month/year)",
        ),
    ):
        result = run("lunar", *wrong)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith(f"ngayle: {message}")
        assert result.err.count("\n") == 1
