"""Days off: every day of 2014 to 2027 as the decisions were read, and what the law alone tells."""

from __future__ import annotations

import json
import pickle
import string
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import holidays
import icalendar
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from conftest import tool
from ngayle import lunar, resting
from ngayle.compat import holidays_vn
from ngayle.errors import CatalogueError, RequestError
from ngayle.period import parse
from ngayle.render.resting_ics import days_off_feed, uid
from ngayle.resting import (
    NotAnnounced,
    days_off,
    is_working_day,
    next_working_day,
    rests,
    working_days,
)

Run = Callable[..., Any]
DATA = Path(__file__).parent.parent / "data" / "days-off.toml"

# Read by hand from the document named; L: by law, B: nghỉ bù, O: swapped off, W: worked for it.
# The days that no document names are those of the code in force, with its clause on nghỉ bù.
YEARS = {
    # Công văn 10525/VPCP-KGVX of 12/12/2013; 27/12: Thông báo 4724/TB-LĐTBXH of 11/12/2014
    2014: """
        L 01-01  O 01-28 01-29  L 01-30 01-31 02-01 02-02 02-03  B 02-04 02-05  W 01-25 02-08
        L 04-09  W 04-26  L 04-30 05-01  O 05-02  O 09-01  L 09-02  W 09-06  W 12-27""",
    # Thông báo 4724/TB-LĐTBXH of 11/12/2014
    2015: """
        L 01-01  O 01-02  W 02-14  O 02-16  L 02-17 02-18 02-19 02-20 02-21  B 02-23
        W 04-25  L 04-28  O 04-29  L 04-30 05-01  L 09-02""",
    # Thông báo 4659/TB-LĐTBXH of 13/11/2015: 07/02 to 11/02, no swaps
    2016: """
        L 01-01  L 02-07 02-08 02-09 02-10 02-11  B 02-12  L 04-16  B 04-18
        L 04-30 05-01  B 05-02 05-03  L 09-02""",
    # Công văn 9794/VPCP-KGVX of 14/11/2016: 26/01 to 01/02
    2017: """
        L 01-01  B 01-02  L 01-26 01-27 01-28 01-29 01-30  B 01-31 02-01  L 04-06
        L 04-30 05-01  B 05-02  L 09-02  B 09-04""",
    # Thông báo 573/TB-VPCP of 14/12/2017; 31/12: Công văn 6519/VPCP-KGVX of 11/7/2018
    2018: """
        L 01-01  L 02-14 02-15 02-16 02-17 02-18  B 02-19 02-20  L 04-25  L 04-30 05-01
        L 09-02  B 09-03  O 12-31""",
    # Công văn 6519/VPCP-KGVX of 11/7/2018
    2019: """
        L 01-01  W 01-05  L 02-04 02-05 02-06 02-07 02-08  L 04-14  B 04-15
        O 04-29  L 04-30 05-01  W 05-04  L 09-02""",
    # Công văn 9087/VPCP-KGVX of 07/10/2019: 23/01 to 29/01
    2020: """
        L 01-01  L 01-23 01-24 01-25 01-26 01-27  B 01-28 01-29  L 04-02  L 04-30 05-01  L 09-02""",
    # Thông báo 4875/TB-LĐTBXH: 10/02 to 16/02, 02/9 to 05/9
    2021: """
        L 01-01  L 02-10 02-11 02-12 02-13 02-14  B 02-15 02-16  L 04-21  L 04-30 05-01  B 05-03
        L 09-02 09-03""",
    # Công văn 245/VPCP-KGVX of 11/01/2022: 31/01 to 04/02, 01/9 and 02/9
    2022: """
        L 01-01  B 01-03  L 01-31 02-01 02-02 02-03 02-04  L 04-10  B 04-11
        L 04-30 05-01  B 05-02 05-03  L 09-01 09-02""",
    # Công văn 8056/VPCP-KGVX of 01/12/2022, Thông báo 5034/TB-LĐTBXH of 07/12/2022
    2023: """
        L 01-01  B 01-02  L 01-20 01-21 01-22 01-23 01-24  B 01-25 01-26
        L 04-29 04-30 05-01  B 05-02 05-03  L 09-01 09-02  B 09-04""",
    # Công văn 8662/VPCP-KGVX of 03/11/2023; 29/4: Công văn 2450/VPCP-KGVX of 12/4/2024
    2024: """
        L 01-01  L 02-08 02-09 02-10 02-11 02-12  B 02-13 02-14  L 04-18
        O 04-29  L 04-30 05-01  W 05-04  L 09-02 09-03""",
    # Công văn 8726/VPCP-KGVX of 26/11/2024
    2025: """
        L 01-01  L 01-27 01-28 01-29 01-30 01-31  L 04-07  W 04-26  L 04-30 05-01  O 05-02
        L 09-01 09-02""",
    # Công văn 9859/VPCP-KGVX of 13/10/2025, 12729/VPCP-KGVX of 25/12/2025; Resolution 28/2026/QH16
    2026: """
        L 01-01  O 01-02  W 01-10  L 02-16 02-17 02-18 02-19 02-20  L 04-26  B 04-27
        L 04-30 05-01  W 08-22  O 08-31  L 09-01 09-02  L 11-24""",
    # Công văn 10065/VPCP-KGVX of 02/10/2026: 04/02 to 10/02, 02/9 and 03/9
    2027: """
        L 01-01  L 02-04 02-05 02-06 02-07 02-08  B 02-09 02-10  L 04-16  L 04-30 05-01  B 05-03
        L 09-02 09-03  L 11-24""",
}
LETTERS = {"L": "statutory", "B": "nghi-bu", "O": "swap-off", "W": "swap-work"}


def _read(year: int) -> dict[date, str]:
    found: dict[date, str] = {}
    kind = ""
    for word in YEARS[year].split():
        if word in LETTERS:
            kind = LETTERS[word]
        else:
            day = date.fromisoformat(f"{year}-{word}")
            assert day not in found, day
            found[day] = kind
    return found


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(1)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_a_year_is_as_the_decision_says(year: int) -> None:
    """The kind of each day of the year, and whether each audience works on it."""
    read = _read(year)
    assert {d.date: d.kind for d in days_off(str(year))} == read
    assert len(days_off(str(year))) == len(read)
    private = {day: kind for day, kind in read.items() if not kind.startswith("swap")}
    for days, audience in ((read, "co-quan"), (private, "doanh-nghiep")):
        found = days_off(str(year), audience=audience)
        assert {d.date: d.kind for d in found} == days
        worked = working_days(date(year, 1, 1), date(year, 12, 31), audience=audience)
        assert worked == [
            day
            for day in _days(year)
            if days.get(day) == "swap-work" or (day.weekday() < 5 and day not in days)
        ]


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        # hanoimoi.vn 06/02/2010; Công văn 5971/VPCP-KGVX
        (2010, ["2010-02-19", "2010-09-03"], ["2010-02-27", "2010-09-11"]),
        # baolangson.vn: 29/01 is a Saturday, 30/01 a Sunday
        (
            2011,
            ["2011-01-31", "2011-02-01", "2011-04-11"],
            ["2011-01-29", "2011-01-30", "2011-04-09"],
        ),
        # Công văn 9197/VPCP-KGVX of 27/12/2011; 31/12: Công văn 9570/VPCP-KGVX
        (2012, ["2012-01-27", "2012-12-31"], ["2012-02-04"]),
        # Công văn 9570/VPCP-KGVX of 23/11/2012
        (2013, ["2013-02-15", "2013-04-29"], ["2013-01-05", "2013-02-23", "2013-05-04"]),
    ],
)
def test_swaps_of_2010_to_2013(year: int, off: list[str], worked: list[str]) -> None:
    """As the sources named tell them."""
    days = days_off(str(year))
    assert [str(d.date) for d in days if d.kind == "swap-off"] == off
    assert [str(d.date) for d in days if d.kind == "swap-work"] == worked


def test_before_2010_there_are_no_swaps_and_before_2007_no_day_of_the_hung_kings() -> None:
    """Eight days by law, then nine from 26/4/2007 on, Tết the last day of the year and three."""
    days = days_off("2000..2009")
    assert {d.kind for d in days} == {"statutory", "nghi-bu"}
    kings = [str(d.date) for d in days if d.holiday.id == "gio-to-hung-vuong"]
    assert kings[:2] == ["2007-04-26", "2008-04-15"]
    for year in range(2000, 2014):
        by_law = [d for d in days_off(str(year)) if d.kind == "statutory"]
        assert len(by_law) == (8 if year < 2007 else 9), year
        tet = [d.date for d in by_law if d.holiday.id == "tet"]
        first = lunar.observed(year, 1, 1)
        assert tet == [first + timedelta(i) for i in range(-1, 3)]


# --- Beside other libraries -----------------------------------------------------------

HOLIDAYS_MISSES = {
    # off, and a working day there
    *("2010-09-03", "2011-01-31", "2011-02-01", "2011-04-11", "2012-12-31"),
    *("2014-01-28", "2014-02-05", "2026-01-02"),
    # worked, and a weekend there
    *("2010-09-11", "2011-01-29", "2011-01-30", "2011-04-09", "2013-01-05"),
    *("2013-02-23", "2014-01-25", "2014-02-08", "2026-01-10"),
}


def test_the_table_beside_holidays_is_whole() -> None:
    """docs/days-off.md names every day on which holidays 0.109 answers otherwise, 2000 to 2027."""
    theirs = holidays.country_holidays("VN", years=range(1999, 2029))
    ours = set(working_days(date(2000, 1, 1), date(2027, 12, 31)))
    days = [date(2000, 1, 1) + timedelta(i) for i in range(28 * 365 + 7)]
    assert days[-1] == date(2027, 12, 31)
    differ = {str(d) for d in days if theirs.is_working_day(d) != (d in ours)}
    assert differ == HOLIDAYS_MISSES
    off = {d.date for d in days_off("2000..2027") if d.kind != "swap-work"}
    weekend = {str(d) for d in days if d.weekday() > 4 and (d in theirs) != (d in off)}
    assert weekend == {"2015-02-22", "2025-02-01"}
    assert len([d for d in off if d.weekday() < 5]) == 290


def test_names_that_holidays_gives_wrongly() -> None:
    """The rows of the table on names."""
    theirs = holidays.country_holidays("VN", years=[2013, 2025, 2027, 2029, 2030], language="vi")
    for day in (date(2025, 1, 27), date(2027, 2, 4)):
        assert theirs[day] == "29 Tết"
        assert days_off(str(day))[0].name == "Tết Nguyên đán (28 tháng Chạp)"
    assert theirs[date(2013, 2, 15)] == "Mùng sáu Tết Nguyên Đán"
    kinds = [d.kind for d in days_off("2013-02-09..2013-02-15")]
    assert kinds == [*["statutory"] * 4, *["nghi-bu"] * 2, "swap-off"]
    for day in (date(2029, 11, 26), date(2030, 11, 25)):
        assert day in theirs
        assert days_off(str(day.year) + "-11", strict=False)[-1].date == day.replace(day=24)


# --- The law alone --------------------------------------------------------------------


def test_a_year_without_a_decision_raises_and_says_so() -> None:
    """Every function; the command and strict=False answer by the law."""
    message = (
        "2028: the decision on its days off is not out;"
        " strict=False answers by what the law itself fixes"
    )
    day = date(2028, 6, 15)
    for ask in (
        lambda: days_off("2028"),
        lambda: is_working_day(day),
        lambda: working_days(date(2027, 12, 1), day),
        lambda: next_working_day(date(2027, 12, 31)),
        lambda: rests("2028-06"),
        lambda: holidays_vn(2028),
    ):
        with pytest.raises(NotAnnounced, match=r"^2028: the decision") as raised:
            ask()
        assert str(raised.value) == message
        assert raised.value.year == 2028
    assert is_working_day(day, strict=False)


def test_what_the_law_alone_fixes_of_2028() -> None:
    """The fixed days and their nghỉ bù; of Tết its first day; nothing else."""
    days = days_off("2028", strict=False)
    assert [(str(d.date)[5:], d.kind) for d in days] == [
        *(("01-01", "statutory"), ("01-03", "nghi-bu"), ("01-26", "statutory")),
        *(("04-04", "statutory"), ("04-30", "statutory"), ("05-01", "statutory")),
        *(("05-02", "nghi-bu"), ("09-02", "statutory"), ("09-04", "nghi-bu")),
        ("11-24", "statutory"),
    ]
    assert not any(d.announced for d in days)
    assert all(d.announced for d in days_off("2014..2027"))


def test_24_11_on_a_saturday_has_no_day_in_lieu() -> None:
    """2029: no act gives one."""
    days = days_off("2029-11", strict=False)
    assert [(d.date, d.kind) for d in days] == [(date(2029, 11, 24), "statutory")]
    assert days[0].date.weekday() == 5


@given(
    st.integers(2028, 2100),
    st.integers(0, 4),
    st.sampled_from((-1, 1)),
)
def test_no_later_decision_takes_back_what_the_law_alone_gave(
    year: int, before: int, side: int
) -> None:
    """Whatever days of Tết that hold its first, and whatever second National Day, are decided."""
    table = resting.load_table()
    decision = evolve(
        table.decisions[-1],
        year=year,
        tet=lunar.observed(year, 1, 1) - timedelta(before),
        national_day=date(year, 9, 2) + timedelta(side),
    )
    later = evolve(table, decisions=(*table.decisions, decision))
    before_it = days_off(str(year), strict=False, table=table)
    after_it = days_off(str(year), table=later)
    assert {d.date for d in before_it} <= {d.date for d in after_it}
    by_law = {d.date for d in after_it if d.kind == "statutory"}
    assert len([d for d in after_it if d.kind == "statutory"]) == 12
    in_lieu = [d for d in after_it if d.kind == "nghi-bu"]
    assert len({d.date for d in in_lieu} | by_law) == len(in_lieu) + len(by_law)
    for day in in_lieu:
        assert day.date.weekday() < 5
        assert day.replaces is not None
        assert day.replaces.weekday() > 4
        assert day.replaces < day.date
    weekend = {d for d in by_law if d.weekday() > 4 and d != date(year, 11, 24)}
    assert {d.replaces for d in in_lieu} == weekend


# --- Questions and answers ------------------------------------------------------------


def test_the_next_working_day_after_tet() -> None:
    """The eve, the whole rest, and a plain Friday."""
    for day in (date(2027, 2, 3), date(2027, 2, 7), date(2027, 2, 10)):
        assert next_working_day(day) == date(2027, 2, 11)
    assert next_working_day(date(2027, 6, 18)) == date(2027, 6, 21)
    assert next_working_day(date(2026, 8, 21)) == date(2026, 8, 22)
    assert next_working_day(date(2026, 8, 21), audience="doanh nghiệp") == date(2026, 8, 24)


def test_words_for_an_audience() -> None:
    """Slugs and the Vietnamese words, with or without marks."""
    for typed in ("co-quan", "cơ quan hành chính", "Co quan"):
        assert resting.audience_of(typed) == "co-quan"
    for typed in ("doanh-nghiep", "Doanh nghiệp"):
        assert resting.audience_of(typed) == "doanh-nghiep"
    with pytest.raises(RequestError) as raised:
        days_off("2027", audience="quân đội")
    assert str(raised.value) == (
        "audience 'quân đội': must be co-quan (cơ quan hành chính) or doanh-nghiep (doanh nghiệp)"
    )


def test_years_and_values_that_cannot_be_answered() -> None:
    """One line each."""
    with pytest.raises(RequestError, match=r"^1999-01-01: days off are known for the years 2000"):
        days_off("1999")
    with pytest.raises(TypeError, match=r"^a date is needed, not datetime\.datetime"):
        is_working_day(datetime(2027, 1, 1))  # noqa: DTZ001
    with pytest.raises(RequestError, match="it ends before it starts"):
        working_days(date(2027, 2, 1), date(2027, 1, 1))


def test_rests_are_whole_and_count_their_parts() -> None:
    """2015: 15 to 23 February with 14/02 worked, as Thanh Niên News of 12/2014 counts them."""
    tet = rests("2015-02-20")[0]
    assert (tet.first, tet.last, tet.count) == (date(2015, 2, 15), date(2015, 2, 23), 9)
    assert [d.date for d in tet.worked] == [date(2015, 2, 14)]
    kinds = [tet.number(k) for k in resting.KINDS]
    assert (kinds, tet.weekly) == ([5, 1, 1, 0], 2)
    # Công văn 6519/VPCP-KGVX: 31/12/2018 by swap, so the rest goes from one year into the next
    for period in ("2018-12", "2019-01"):
        found = rests(period)
        assert (found[-1].first, found[-1].last) == (date(2018, 12, 29), date(2019, 1, 1))


def test_days_to_mark_in_a_listing() -> None:
    """Rest alone, as far as it is known; a listing of 1945 asks in vain and is not stopped."""
    found = resting.marks(parse("2026-08..2026-09"))
    assert sorted(map(str, found)) == ["2026-08-31", "2026-09-01", "2026-09-02"]
    assert resting.marks(parse("1945-09")) == {}
    assert sorted(resting.marks(parse("1999-12..2000-01"))) == [date(2000, 1, 1), date(2000, 1, 3)]
    assert list(resting.marks(parse("2029-11"))) == [date(2029, 11, 24)]


def test_a_mapping_as_holidays_gives_it() -> None:
    """Off days with their names; worked Saturdays are not in it."""
    found = holidays_vn([2026, 2027])
    assert found[date(2026, 1, 2)] == "Nghỉ hoán đổi dịp Tết Dương lịch"
    assert found[date(2027, 2, 5)] == "Tết Nguyên đán (29 tháng Chạp)"
    assert date(2026, 1, 10) not in found
    assert list(found) == sorted(found)
    assert date(2026, 1, 2) not in holidays_vn(2026, audience="doanh-nghiep")
    assert holidays_vn(2027, lang="en")[date(2027, 2, 9)] == "Day off in lieu of Lunar New Year"
    assert date(2028, 9, 2) in holidays_vn(2028, strict=False)


def test_days_off_are_looked_up_as_in_the_library_that_programs_used() -> None:
    """By text, by datetime, and in years that were not asked for; what is not known is no "no"."""
    off = holidays_vn(2026)
    assert "2026-09-02" in off
    assert datetime(2026, 9, 2, 8) in off  # noqa: DTZ001
    assert off["2026-01-01"] == off.get(date(2026, 1, 1)) == "Tết Dương lịch"
    assert off.get("2026-01-05") is None
    assert date(2025, 9, 2) in off
    with pytest.raises(NotAnnounced):
        date(2030, 9, 2) in off  # noqa: B015
    with pytest.raises(TypeError, match="a date is needed, not 2026"):
        2026 in off  # noqa: B015
    with pytest.raises(NotAnnounced) as raised:
        is_working_day(date(2030, 1, 3))
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.year, again.code, str(again)) == (2030, "rest.not_announced", str(raised.value))
    assert again.message("vi").startswith("2030: chưa có quyết định")


# --- The command and the calendar -----------------------------------------------------


def test_the_json_has_the_keys_of_the_contract(run: Run) -> None:
    """And null for a day that is everybody's."""
    document = json.loads(run("days-off", "2026-08..2026-09", "--format", "json").out)
    assert list(document) == ["schema", "period", "days"]
    assert (document["schema"], document["period"]) == (2, "2026-08..2026-09")
    keys = [
        "date",
        "name",
        "name_en",
        "kind",
        "announced",
        "audience",
        "replaces",
        "legal_basis",
        "sources",
    ]
    assert all(list(d) == keys for d in document["days"])
    shown = [(d["date"], d["kind"], d["audience"], d["replaces"]) for d in document["days"]]
    assert shown == [
        ("2026-08-22", "swap-work", "co-quan", "2026-08-31"),
        ("2026-08-31", "swap-off", "co-quan", "2026-08-22"),
        ("2026-09-01", "statutory", None, None),
        ("2026-09-02", "statutory", None, None),
    ]
    assert all(d["sources"] and d["legal_basis"] for d in document["days"])


def test_a_csv_file_begins_with_a_byte_order_mark_and_has_a_row_a_day(
    run: Run, tmp_path: Path
) -> None:
    """On stdout it does not."""
    path = tmp_path / "nghi-le.csv"
    assert run("days-off", "2027", "-o", path).status == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfdate,name,")
    assert content.count(b"\r\n") == 1 + len(_read(2027))
    assert run("days-off", "2027", "--format", "csv").out.startswith("date,")


def test_a_wrong_audience_is_one_line_on_stderr(run: Run) -> None:
    """Exit 2."""
    result = run("days-off", "2027", "--audience", "x")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_a_day_of_tet_not_yet_decided_is_not_called_a_working_day(run: Run) -> None:
    """Mùng 2 of 2028."""
    out = run("days-off", "2028-01-27").out
    assert out == (
        "27/01/2028 (Thứ Năm): chưa trả lời được; luật không ấn định ngày này là ngày nghỉ.\n"
        "Chưa công bố: Thủ tướng Chính phủ chưa quyết định ngày nghỉ của năm 2028.\n"
    )


def test_a_period_without_days_off_says_so(run: Run) -> None:
    """In both languages, and in Markdown as a table without rows."""
    assert run("days-off", "2027-06").out == "Tháng 6/2027: không có ngày nghỉ lễ, Tết nào.\n"
    assert run("days-off", "2027-06", "--lang", "en").out == "June 2027: no days off.\n"
    assert run("days-off", "2027-06", "--format", "md").out.count("\n") == 4


def test_the_calendar_has_an_event_a_day_under_permanent_ids() -> None:
    """Both languages the same UIDs and dates; a worked Saturday is an event that says so."""
    days = days_off("2026..2027")
    events = {}
    for lang in ("vi", "en"):
        feed = days_off_feed(days, lang)
        calendar = icalendar.Calendar.from_ical(feed.content)
        events[lang] = {str(e["UID"]): e for e in calendar.walk("VEVENT")}
        assert feed.events == len(events[lang]) == len(days)
        assert days_off_feed(days, lang) == feed
    assert events["vi"].keys() == events["en"].keys()
    worked = events["vi"][uid(next(d for d in days if d.date == date(2026, 8, 22)))]
    assert str(worked["SUMMARY"]) == "Đi làm bù dịp Quốc khánh"
    assert worked.decoded("DTSTART") == date(2026, 8, 22)
    assert worked.decoded("DTEND") == date(2026, 8, 23)
    assert "Thay cho: 31/8/2026" in str(worked["DESCRIPTION"])
    # chosen once, for ever
    ids = {d.id: uid(d) for d in days}
    assert ids["tet-2027-3"] == "76517d2e-0701-5072-b7d9-8d76cb7de5d2"
    assert {d.id for d in days if d.date.month == 9} == {
        *("quoc-khanh-2026-1", "quoc-khanh-2026-2", "quoc-khanh-2027-1", "quoc-khanh-2027-2")
    }


def test_a_calendar_of_no_days_is_valid() -> None:
    """It has a time zone, as RFC 5545 wants a component."""
    calendar = icalendar.Calendar.from_ical(days_off_feed([]).content)
    assert [c.name for c in calendar.subcomponents] == ["VTIMEZONE"]


# --- The file -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('tet = "2027-02-04"', 'tet = "2027-02-14"', "decision 2027: tet: 5 days from 2027-02-14 do not hold the first of the year, 2027-02-06"),
        ('national_day = "2027-09-03"', 'national_day = "2027-09-04"', "decision 2027: national_day: 2027-09-04 is not next to 2027-09-02"),
        ('work = "2026-08-22"', 'work = "2026-08-21"', "decision 2026: 2026-08-21 is worked instead but is no day of a weekend"),
        ('off = "2026-08-31"', 'off = "2026-08-30"', "decision 2026: 2026-08-30 is swapped off but is no working day"),
        ('off = "2026-08-31"', 'off = "2026-01-02"', "decision 2026: 2026-01-02 is swapped twice"),
        ('work = "2026-08-22"', 'work = "2027-01-09"', "decision 2026: 2027-01-09 is not in 2026 or the December before"),
        ('year = 2013\n', 'year = 2013\ntet = "2013-02-09"\n', "decision 2013: 2013-02-09 is given for tet, whose days the law itself fixes"),
        ('year = 2027\n', 'yaer = 2027\n', "decision 10065/VPCP-KGVX: yaer: unknown key; did you mean year?"),
        ('tet = "2027-02-04"', 'tet = "2027-02-30"', 'decision 2027: tet: must be a day that exists, as 2023-07-27, not "2027-02-30"'),
        ('solar = "09-02"', 'solar = "09-31"', "holiday quoc-khanh: solar: must be month-day, as \"09-02\", not '09-31'"),
        ('solar = "09-02"', 'lunar = "09-02"\nsolar = "09-02"', "holiday quoc-khanh: needs either solar or lunar"),
        ('id = "tet"', 'id = "tet-am-lich"', "holiday tet: must be there once, not 0 times"),
        ('holiday = "quoc-khanh" }]\nsources = [\n  "https://chinhphu', 'holiday = "tet-tay" }]\nsources = [\n  "https://chinhphu', "decision 2026: a swap of an unknown holiday: tet-tay"),
        ('revised = "2026-11-29"', "", "revised: missing"),
    ],
    ids=string.ascii_lowercase[:14],
)  # fmt: skip
def test_a_file_that_contradicts_law_or_calendar_is_refused(
    old: str, new: str, problem: str
) -> None:
    """One line a problem, naming the table."""
    text = DATA.read_text("utf-8")
    assert old in text
    with pytest.raises(CatalogueError) as raised:
        resting.read_table(text.replace(old, new, 1).encode())
    assert f"days-off.toml: {problem}" in raised.value.problems
    assert all("\n" not in p for p in raised.value.problems)


def test_two_decisions_cannot_tell_the_same_year() -> None:
    """A second table for 2027 may have swaps, not another Tết."""
    text = DATA.read_text("utf-8")
    table = text[text.rindex("[[decision]]") :]
    with pytest.raises(CatalogueError, match="decision 2027: tet is told by two decisions"):
        resting.read_table(f"{text}\n{table}".encode())


def test_broken_toml_is_one_line() -> None:
    """Not a traceback."""
    for content in (b"[[law]", b"\xff"):
        with pytest.raises(CatalogueError, match=r"^days-off\.toml: not valid TOML: "):
            resting.read_table(content)


def test_unquoted_days_are_read_alike() -> None:
    """TOML has days of its own."""
    text = DATA.read_text("utf-8").replace('tet = "2027-02-04"', "tet = 2027-02-04")
    table = resting.read_table(text.encode())
    assert days_off("2027", table=table) == days_off("2027")


def test_every_day_has_its_document_and_sources() -> None:
    """And the lunar days their names: no day is called 29 or 30 that is not."""
    for day in days_off("2000..2027"):
        assert day.legal_basis
        assert all(s.startswith("http") for s in day.sources)
        if day.holiday.id == "tet" and day.kind == "statutory":
            moon = lunar.from_date(day.date)
            called = f"{moon.day} tháng Chạp" if moon.month == 12 else f"mùng {moon.day}"
            assert day.name == f"Tết Nguyên đán ({called})"


@pytest.mark.usefixtures("installed")
def test_other_commands_do_not_read_the_days_off() -> None:
    """The catalogue passes the file by, and the listing loads nothing of it."""
    import subprocess
    import sys

    code = (
        "import sys, ngayle.cli; ngayle.cli.main(['2026-07']);"
        " sys.exit('ngayle.resting' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


# --- The check of coming years --------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2026, 11, 29), []),
        (date(2027, 6, 30), []),
        (date(2027, 7, 1), [2028]),
        (date(2027, 12, 31), [2028]),
        (date(2028, 1, 12), [2028]),
        (date(2028, 7, 1), [2028, 2029]),
    ],
)
def test_from_july_on_the_decision_of_the_next_year_is_asked_for(
    today: date, years: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a year, exit 1."""
    check = tool("check_decisions")
    assert check.main([str(today)]) == (1 if years else 0)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[4] for line in lines] == list(map(str, years))


def test_the_check_refuses_what_is_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2."""
    for arguments, shown in ((["July"], "'July'"), ([], "''")):
        assert tool("check_decisions").main(arguments) == 2
        assert capsys.readouterr().err == f"{shown}: give one day, as 2027-07-15\n"
