"""From the catalogue to the occurrences of a period."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ngayle
from ngayle import Occurrence, Period, Selection, listing, load
from ngayle.occurrences import falls, next_occurrences, occurrences
from ngayle.vietnamese import sort_key

EVERYTHING = Selection(everything=True)
DAYS = st.dates(date(1901, 1, 1), date(2100, 12, 31))


@pytest.mark.slow
@given(DAYS, st.integers(0, 120), st.integers(0, 120))
def test_splitting_a_period_neither_loses_nor_doubles_an_occurrence(
    first: date, a: int, b: int
) -> None:
    """What touches both parts is in both; everything else in exactly one."""
    middle = min(first + timedelta(a), date(2100, 12, 30))
    last = min(middle + timedelta(b + 1), date(2100, 12, 31))
    whole = occurrences(load(), Period(first, last), EVERYTHING)
    left = occurrences(load(), Period(first, middle), EVERYTHING)
    right = occurrences(load(), Period(middle + timedelta(1), last), EVERYTHING)
    across = [o for o in left if o.last > middle]
    assert len(whole) == len(left) + len(right) - len(across)
    assert set(whole) == set(left) | set(right)


@pytest.mark.slow
@given(DAYS, st.integers(0, 400), st.booleans())
def test_occurrences_are_in_the_order_of_the_contract(
    first: date, days: int, everything: bool
) -> None:
    """Date, rank, older origin, name in Vietnamese order; each one touches the period and counts from 1."""
    period = Period(first, min(first + timedelta(days), date(2100, 12, 31)))
    found = occurrences(load(), period, Selection(everything=everything))
    keys = [
        (o.date, o.anniversary.rank, _since(o), sort_key(o.name.text), o.anniversary.id)
        for o in found
    ]
    assert keys == sorted(keys)
    for o in found:
        assert o.date <= period.last
        assert o.last >= period.first
        assert o.years is None or o.years >= 1
        assert (o.jubilee is not None) == (o.years is not None and o.years % 5 == 0)
    assert len({(o.anniversary.id, o.date) for o in found}) == len(found)


def _since(occurrence: Occurrence) -> tuple[int, int, int]:
    origin = occurrence.anniversary.counted_from
    return (origin.year, origin.month or 0, origin.day or 0) if origin else (9999, 0, 0)


@pytest.mark.slow
@given(DAYS)
def test_a_year_is_its_months(day: date) -> None:
    """Everything that begins in a year begins in one of its months."""
    year = occurrences(load(), Period(date(day.year, 1, 1), date(day.year, 12, 31)))
    months = [
        o
        for m in range(1, 13)
        for o in occurrences(load(), ngayle.parse(f"{day.year}-{m:02d}"))
        if o.date.month == m
    ]
    assert [o for o in year if o.date.year == day.year] == [
        o for o in months if o.date.year == day.year
    ]


def test_the_default_is_what_an_orientation_prints() -> None:
    """No province's own days, nothing for reference, nothing unconfirmed or reserved."""
    for o in listing("2023"):
        assert o.anniversary.layer != "province"
        assert o.anniversary.rank < 5
        assert o.anniversary.confirmed
        assert not o.anniversary.reserved


def _ids(period: str, **options: Any) -> set[str]:
    return {o.anniversary.id for o in listing(period, **options)}


@pytest.mark.slow
def test_a_sector_asked_for_adds_its_days_and_takes_none_away() -> None:
    """Of rank 5 only those in a round year; `only_sectors` is what narrows."""
    plain = {(o.anniversary.id, o.date) for o in listing("2023")}
    for sector in load().units.sectors:
        with_it = listing("2023", sectors=sector)
        assert plain <= {(o.anniversary.id, o.date) for o in with_it}
        for o in with_it:
            if (o.anniversary.id, o.date) not in plain:
                assert (o.anniversary.sector, o.anniversary.rank) == (sector, 5)
                assert o.jubilee
    found = {
        (o.anniversary.layer, o.anniversary.sector)
        for o in listing("2023", only_sectors=["Báo chí", "y te"])
    }
    assert {s for layer, s in found if layer == "sector"} == {"bao-chi", "y-te"}
    assert ("national", None) in found
    assert ("international", None) in found


RANKED = """
[[sector]]
slug = "thu-nghiem"
name = "Thử nghiệm"
name_en = "Trials"

[[anniversary]]
id = "x{rank}"
layer = "sector:thu-nghiem"
kind = "day"
name = "Ngày thứ {rank}"
name_en = "Day {rank}"
origin = "2000-07-1{rank}"
rank = {rank}
sources = ["https://example.vn/{rank}"]
"""


def test_a_round_year_and_the_trade_asked_for_count_one_rank_better_each(
    toml: Callable[..., Path],
) -> None:
    """What is for reference is better only where both hold; 2020 is round, 2021 is not."""
    table, *_ = RANKED.split("[[anniversary]]")
    entries = "".join(
        "[[anniversary]]" + RANKED.split("[[anniversary]]")[1].format(rank=rank)
        for rank in range(1, 6)
    )
    catalogue = load(toml(table + entries))

    def found(year: int, rank: int | None, sectors: str = "") -> str:
        ids = _ids(f"{year}-07", rank=rank, sectors=sectors, catalogue=catalogue)
        return "".join(sorted(i[1:] for i in ids if i in {"x1", "x2", "x3", "x4", "x5"}))

    assert found(2021, None) == "1234"
    assert found(2020, None) == "1234"
    assert found(2021, None, "thu-nghiem") == "1234"
    assert found(2020, None, "thu-nghiem") == "12345"
    assert found(2021, 2) == "12"
    assert found(2020, 2) == "123"
    assert found(2021, 2, "thu-nghiem") == "123"
    assert found(2020, 2, "thu-nghiem") == "1234"
    assert found(2020, 3, "thu-nghiem") == "12345"
    assert found(2021, 5) == "12345"


def test_what_is_reserved_is_listed_only_when_asked_for(toml: Callable[..., Path]) -> None:
    """By `reserved` or by `everything`; a round year does not bring it in."""
    path = toml(
        '[[anniversary]]\nid = "x"\nlayer = "national"\nkind = "event"\nname = "Trận"\n'
        'name_en = "Battle"\norigin = "2000-07-14"\nrank = 1\nreserved = true\n'
        'sources = ["https://example.vn/a"]\n'
    )
    catalogue = load(path)
    assert "x" not in _ids("2020-07", catalogue=catalogue)
    assert "x" in _ids("2020-07", catalogue=catalogue, reserved=True)
    assert "x" in _ids("2020-07", catalogue=catalogue, everything=True)


def test_births_are_kept_of_the_dead_from_the_hundredth_on(toml: Callable[..., Path]) -> None:
    """Not before the year after the death; the death is a field or an entry of the same person."""
    path = toml(
        "".join(
            f'[[anniversary]]\nid = "{id_}"\nlayer = "person"\nkind = "{kind}"\n'
            f'name = "Ngày của {id_}"\norigin = "{origin}"\nrank = 1\n{more}'
            'sources = ["https://example.vn/a"]\n'
            for id_, kind, origin, more in (
                ("alive-sinh", "birth", "1900-07-14", ""),
                ("field-sinh", "birth", "1900-07-15", 'died = "2005-01-01"\n'),
                ("entry-sinh", "birth", "1900-07-16", ""),
                ("entry-mat", "death", "1950-08-01", ""),
            )
        )
    )
    catalogue = load(path)

    def years(id_: str) -> list[int]:
        return [
            year for year in range(1995, 2010) if id_ in _ids(f"{year}-07", catalogue=catalogue)
        ]

    assert years("alive-sinh") == []
    assert years("field-sinh") == list(range(2006, 2010))
    assert years("entry-sinh") == list(range(2000, 2010))
    assert "alive-sinh" in _ids("2004-07", catalogue=catalogue, everything=True)
    first = ngayle.next("entry-sinh", date(1990, 1, 1), catalogue=catalogue)
    assert first is not None
    assert (first.date, first.years) == (date(2000, 7, 16), 100)


def test_the_great_birthday_is_kept_in_every_year() -> None:
    """19/5: 133 years in 2023."""
    (day,) = [o for o in listing("2023-05") if o.anniversary.id == "sinh-chu-tich-ho-chi-minh"]
    assert day.years == 133


def test_the_users_own_days_are_always_in(toml: Callable[..., Path]) -> None:
    """Whatever rank is asked for, unless only round years are."""
    path = toml(
        '[[anniversary]]\nid = "x"\nkind = "day"\nname = "Ngày của tôi"\norigin = "2001-07-15"\n'
        "rank = 5\nconfirmed = false\n"
    )
    catalogue = load(path)
    assert "x" in _ids("2023-07", catalogue=catalogue, rank=1)
    assert "x" not in _ids("2023-07", catalogue=catalogue, jubilees=True)


def test_every_year_is_for_everything_alone() -> None:
    """What is kept in round years is so in its province too; `show` names the same years."""
    province = {
        (o.anniversary.id, o.year): o
        for slug in ("hue", "ha-noi", "nghe-an")
        for o in listing("2024", provinces=slug)
    }
    for (id_, year), o in province.items():
        every = o.anniversary.observance.every
        assert o.years is None or o.years % every == 0, id_
        assert year in {n.year for n in next_occurrences(load(), load()[id_], o.date, 1)}, id_


def test_jubilees_end_in_0_or_5() -> None:
    """And only those are listed."""
    found = listing("2025", jubilees=True)
    assert {o.years % 5 for o in found if o.years} == {0}
    assert all(o.years for o in found)
    assert "giai-phong-mien-nam" in {o.anniversary.id for o in found}


def test_the_index_is_not_an_opinion() -> None:
    """A listing by index finds what a walk over every entry finds."""
    period = ngayle.parse("2025-01")
    walked = {o for a in load() for o in falls(a, period.first, period.last, every_year=True)}
    listed = set(occurrences(load(), period, EVERYTHING))
    assert listed <= walked
    assert {o.anniversary.unit_day for o in walked - listed} <= {"ends"}


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("module", ["icalendar", "dateutil.parser", "zoneinfo"])
def test_importing_and_listing_stay_light(module: str) -> None:
    """Neither needs what only feeds need."""
    code = f"import sys, ngayle; ngayle.listing('2023-07'); sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_clock_and_no_environment_outside_the_command_line() -> None:
    """Nothing but the command line, and what is called today, asks what day it is."""
    package = Path(ngayle.__file__).parent
    today = "    return datetime.now(timezone(timedelta(hours=7))).date()\n"
    for path in package.rglob("*.py"):
        if "cli" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        for word in (
            ".today(",
            ".now(",
            "time.time(",
            "os.environ",
            "getlocale",
            "getenv",
            "localtime",
        ):
            assert word not in text.replace(today, ""), f"{path.name} has {word}"


def test_overlays_do_not_leak(toml: Callable[..., Path]) -> None:
    """A catalogue with an overlay is another catalogue."""
    path = toml(
        '[[anniversary]]\nid = "x"\nkind = "day"\nname = "Ngày của tôi"\norigin = "2001-07-15"\n'
    )
    own = listing("2023-07", catalogue=load(path))
    assert "x" in {o.anniversary.id for o in own}
    assert [o for o in own if o.anniversary.id != "x"] == listing("2023-07")


def test_a_campaign_of_more_than_a_year_is_found_to_its_end(toml: Callable[..., Path]) -> None:
    """From 19/5/2023 to 11/7/2025: in every month between, and in none beside."""
    path = toml(
        '[[campaign]]\nid = "x"\nname = "Phong trào"\nstart = 2023-05-19\nend = 2025-07-11\n'
    )
    catalogue = load(path)
    for month, there in {
        "2023-04": 0,
        "2023-05": 1,
        "2024-12": 1,
        "2025-07": 1,
        "2025-08": 0,
        "2024": 1,
    }.items():
        assert sum(o.anniversary.id == "x" for o in listing(month, catalogue=catalogue)) == there


def test_what_is_offset_is_found_however_far_it_reaches(toml: Callable[..., Path]) -> None:
    """From a campaign of two years, and a year after a day at the end of a lunar year."""
    path = toml(
        '[[campaign]]\nid = "long"\nname = "Phong trào"\nstart = 2023-05-19\nend = 2025-07-11\n'
        '[[anniversary]]\nid = "later"\nname = "Sau"\nkind = "day"\non = { offset = 10, of = "long" }\n'
        '[[anniversary]]\nid = "year"\nname = "Năm sau"\nkind = "day"\non = { offset = 366, of = "giao-thua" }\n'
    )
    catalogue = load(path)
    assert "later" in {o.anniversary.id for o in listing("2025-07-21", catalogue=catalogue)}
    # the eve of Tết Giáp Thìn, 09/02/2024, is the last day of the lunar year 2023
    assert "year" in {o.anniversary.id for o in listing("2025-02-09", catalogue=catalogue)}


def test_a_day_that_others_moved_falls_where_they_kept_it() -> None:
    """Earth Hour and Ok Om Bok as the papers announced them; not at all where nobody has yet.

    In the years between by the rule: the last Saturday of March, the 15th of the tenth moon.
    """

    def kept(id_: str, year: int) -> list[tuple[date, date]]:
        found = occurrences(load(), Period(date(year, 1, 1), date(year, 12, 31)), EVERYTHING)
        return [(o.date, o.last) for o in found if o.anniversary.id == id_]

    for day in (date(2016, 3, 19), date(2017, 3, 25), date(2024, 3, 23), date(2025, 3, 22)):
        assert kept("gio-trai-dat", day.year) == [(day, day)]
    assert kept("gio-trai-dat", 2027) == []
    assert kept("ok-om-bok", 2018) == [(date(2018, 11, 21),) * 2]
    assert kept("ok-om-bok", 2025) == [(date(2025, 11, 3), date(2025, 11, 5))]
    assert kept("sene-dolta", 2009) == [(date(2009, 9, 16), date(2009, 9, 18))]
    assert kept("sene-dolta", 2024) == [(date(2024, 10, 1), date(2024, 10, 3))]
    assert kept("sene-dolta", 2028) == []
