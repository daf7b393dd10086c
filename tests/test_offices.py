"""What offices have tried to say in their files: each case with the line, day or message that is right."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import ngayle
from ngayle import CatalogueError, load
from ngayle.catalogue import Catalogue
from ngayle.catalogue.reading import File
from ngayle.drafts.orientation import orientation
from ngayle.model import Occurrence, Office
from ngayle.occurrences import occurrences
from ngayle.period import parse
from ngayle.render import ics
from ngayle.render.markdown import markdown
from ngayle.render.records import as_csv, as_json
from ngayle.units.selection import Selection
from ngayle.words import offices
from ngayle.words.labels import Labels

Run = Callable[..., Any]
Write = Callable[..., Path]


def day(name: str, kind: str = "day", **fields: str) -> str:
    """An [[anniversary]] as an office writes it; values are TOML."""
    rows = [f'name = "{name}"', f'kind = "{kind}"', *(f"{k} = {v}" for k, v in fields.items())]
    return "\n".join(["[[anniversary]]", *rows, ""])


def campaign(name: str, start: str, end: str, more: str = "") -> str:
    """A [[campaign]]."""
    return f'[[campaign]]\nname = "{name}"\nstart = "{start}"\nend = "{end}"\n{more}\n'


def own(catalogue: Catalogue, period: str) -> list[Occurrence]:
    """What falls of the office's own."""
    return [
        o for o in ngayle.listing(period, catalogue=catalogue) if o.anniversary.layer == "local"
    ]


def lines(catalogue: Catalogue, period: str) -> list[str]:
    """The printed lines of the office's own."""
    return [str(o) for o in own(catalogue, period)]


# --- counting

COUNTS = [
    pytest.param(
        day("Giỗ liệt sĩ", "death", origin='"1953-01-20"', on='{ lunar = "12-06" }'),
        "2027-01",
        "74 năm Giỗ liệt sĩ (06/12 âm lịch, 1952 - 2026)",
        id="died in January, kept by the moon",
    ),
    pytest.param(
        day("Giỗ liệt sĩ", "death", origin='"1953-01-20"', on='{ lunar = "12-06" }'),
        "1954-01",
        "01 năm Giỗ liệt sĩ (06/12 âm lịch, 1952 - 1953)",
        id="its first anniversary",
    ),
    pytest.param(
        day("Giỗ cụ", "death", origin_lunar='"1952-12-06"', on='{ solar = "01-20" }'),
        "2027-01",
        "74 năm Giỗ cụ (20/01/1953 - 20/01/2027)",
        id="known by the moon, kept by the sun",
    ),
    pytest.param(
        day("Giỗ cụ", "death", origin_lunar='"1852-12-06"', on='{ solar = "01-20" }'),
        "2027-01",
        "175 năm Giỗ cụ (1852 - 2027)",
        id="beyond the lunar table only the year is left",
    ),
    pytest.param(
        day(
            "Hội Năm mới", "festival", origin='"2019-01-02"', on='{ from = "12-28", to = "01-05" }'
        ),
        "2026-12",
        "08 năm Hội Năm mới (02/01/2019 - 02/01/2027)",
        id="a span over the New Year",
    ),
    pytest.param(
        day(
            "Hội Năm mới", "festival", origin='"2018-12-29"', on='{ from = "12-28", to = "01-05" }'
        ),
        "2026-12",
        "08 năm Hội Năm mới (29/12/2018 - 29/12/2026)",
        id="a span over the New Year, from its first days",
    ),
    pytest.param(
        day(
            "Trận Tết",
            "event",
            origin='"1968-02-02"',
            on='{ lunar_from = "12-28", lunar_to = "01-06" }',
        ),
        "2027-02",
        "59 năm Trận Tết (05/01 âm lịch, 1968 - 2027)",
        id="a span over Tết",
    ),
    pytest.param(
        day(
            "Ngày thành lập huyện",
            "founding",
            origin='"2002-03-15"',
            moved='[{ year = 2022, start = "2022-03-07", end = "2022-03-14" }]',
        ),
        "2022-03",
        "20 năm Ngày thành lập huyện (15/3/2002 - 15/3/2022)",
        id="celebrated a week before",
    ),
    pytest.param(
        day("Mít tinh", origin='"1947-07-27"', on='{ offset = -2, of = "thuong-binh-liet-si" }'),
        "2026-07-25",
        "79 năm Mít tinh (27/7/1947 - 27/7/2026)",
        id="two days before",
    ),
    pytest.param(
        day("Mít tinh", origin='"2000-01-01"', on='{ offset = -2, of = "tet-duong-lich" }'),
        "2026-12-30",
        "27 năm Mít tinh (01/01/2000 - 01/01/2027)",
        id="two days before, on the other side of the New Year",
    ),
    pytest.param(
        day("Ngày hội", origin='"2003-11-18"', on='{ weekday = "sunday", before = "11-18" }'),
        "2026-11",
        "23 năm Ngày hội (18/11/2003 - 18/11/2026)",
        id="on the Sunday before",
    ),
    pytest.param(
        day("Danh xưng huyện", "founding", origin="1469", on='{ from = "05-01", to = "12-31" }'),
        "2024-05",
        "555 năm Danh xưng huyện (1469 - 2024)",
        id="a year alone",
    ),
    pytest.param(
        day("Thành lập Đảng bộ xã", "founding", origin='"1930-04"', on="{ month = 4 }"),
        "2020-04",
        "90 năm Thành lập Đảng bộ xã (4/1930 - 4/2020)",
        id="a month",
    ),
    pytest.param(
        day("Thành Đoàn", "founding", origin="2000", on="{ month = 3 }", count='"inclusive"'),
        "2024-03",
        "25 năm Thành Đoàn (2000 - 2024)",
        id="the first year counts",
    ),
]


@pytest.mark.parametrize(("text", "period", "printed"), COUNTS)
def test_counts_and_pairs(toml: Write, text: str, period: str, printed: str) -> None:
    """The count is of the rule's own calendar; the pair closes with the anniversary's own day."""
    assert lines(load(toml(text)), period) == [printed]


def test_a_moved_day_of_the_catalogue_closes_with_its_own(toml: Write) -> None:
    """Ngày hội Đại đoàn kết, held for a week, by `moved` or by `on`; and a bundled one."""
    alter = '[[alter]]\nid = "dai-doan-ket-toan-dan-toc"\n'
    for fields in (
        'moved = [{ year = 2028, start = "2028-11-11", end = "2028-11-18" }]',
        'on = { from = "11-11", to = "11-18" }',
    ):
        found = ngayle.listing("2028-11", catalogue=load(toml(f"{alter}{fields}\n")))
        (held,) = [o for o in found if o.anniversary.id == "dai-doan-ket-toan-dan-toc"]
        assert (held.date, held.end) == (date(2028, 11, 11), date(2028, 11, 18))
        assert str(held).endswith("(18/11/2003 - 18/11/2028)")
        assert held.years == 25
    (front,) = [
        o
        for o in ngayle.listing("2027-01", everything=True)
        if o.anniversary.id == "thong-nhat-mat-tran-to-quoc-viet-nam-1977"
    ]
    assert str(front).endswith("(04/02/1977 - 04/02/2027)")


def test_inclusive_documents_are_due_in_their_last_year(toml: Write) -> None:
    """A plan for 2016 - 2020 is summed up after five years, in 2020."""
    text = (
        '[[document]]\nact = "Đề án"\nnumber = "142-KH/TU"\ndate = "2016-09-01"\n'
        'last_year = 2020\ncount = "inclusive"\n'
    )
    assert lines(load(toml(text)), "2016..2024") == [
        "05 năm thực hiện Đề án số 142-KH/TU ngày 01/9/2016"
    ]


def test_every_third_year(toml: Write) -> None:
    """A review after three years."""
    text = '[[document]]\nact = "Nghị quyết"\nnumber = "05-NQ/ĐU"\ndate = "15/8/2023"\nevery = 3\n'
    assert [o.years for o in own(load(toml(text)), "2023..2035")] == [3, 6, 9, 12]


# --- days that offices keep

RULES = [
    pytest.param('{ weekday = "sunday" }', "2026-11", ["01", "08", "15", "22", "29"], id="weekly"),
    pytest.param('{ weekday = "saturday", nth = 1 }', "2026-11", ["07"], id="first Saturdays"),
    pytest.param('{ weekday = "saturday", nth = [1, 3] }', "2026-11", ["07", "21"], id="two"),
    pytest.param('{ weekday = "saturday", nth = [1, 2, 3, 4, 5, -1] }', "2026-11",
                 ["07", "14", "21", "28"], id="a month of four Saturdays"),
    pytest.param('{ weekday = "sunday", nth = 5 }', "2026-11", ["29"], id="the fifth"),
    pytest.param('{ weekday = "sunday", nth = 5, month = 11 }', "2025-11", ["30"], id="of a month"),
    pytest.param('{ weekday = "sunday", nth = 5, month = 11 }', "2027-11", [], id="none that year"),
    pytest.param('{ weekday = "sunday", nth = -1 }', "2026-11", ["29"], id="the last"),
    pytest.param('{ weekday = "saturday", month = [10, 11] }', "2026-11-15..2026-12-31",
                 ["21", "28"], id="weekly in two months"),
    pytest.param('{ weekday = "saturday", nth = 1, month = [1, 2, 11] }', "2026-11", ["07"],
                 id="of three months"),
    pytest.param('{ weekday = "sunday", before = "11-18" }', "2026-11", ["15"], id="before"),
    pytest.param('{ weekday = "sunday", after = "18/11" }', "2026-11", ["22"], id="after"),
    pytest.param('{ weekday = "sunday", near = "11-18" }', "2026-11", ["15"], id="near"),
    pytest.param('{ weekday = "wednesday", near = "11-18" }', "2026-11", ["18"], id="on it"),
    pytest.param('{ weekday = "wednesday", before = "11-18" }', "2026-11", ["11"], id="not on it"),
    pytest.param('{ weekday = "wednesday", after = "11-18" }', "2026-11", ["25"], id="nor then"),
    pytest.param('{ weekday = "sunday", lunar_before = "01-01" }', "2027-01", ["31"], id="of Tết"),
    pytest.param('{ offset = [-3, 1], of = "ngay-nha-giao-viet-nam" }', "2026-11", ["17"], id="around"),
    pytest.param('[{ from = "11-02", to = "11-04" }, { solar = "11-20" }]', "2026-11",
                 ["02", "20"], id="two bursts"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "period", "days"), RULES)
def test_rules_of_offices(toml: Write, rule: str, period: str, days: list[str]) -> None:
    """November of 2026 begins on a Sunday; Tết of 2027 is Saturday, 6 February."""
    found = own(load(toml(day("Ngày X", on=rule))), period)
    assert [f"{o.date.day:02d}" for o in found] == days


def test_a_span_around_another_day(toml: Write) -> None:
    """Flags from two days before Tết until the end of its seventh day."""
    text = day("Treo cờ", "period", on='{ offset = [-2, 7], of = "tet-nguyen-dan" }')
    (found,) = own(load(toml(text)), "2027-02")
    assert (found.date, found.end) == (date(2027, 2, 4), date(2027, 2, 13))


@pytest.mark.slow
def test_several_days_a_year_have_uids_of_their_own(toml: Write, run: Run) -> None:
    """The UID holds the date: every Saturday of a year is an event."""
    path = toml(day("Thứ Bảy tình nguyện", on='{ weekday = "saturday" }'))
    out = run("2026", "--overlay", path, "--only", "local", "--format", "ics").out
    if not out:  # the listing has no --only: take the office's own from the whole
        out = run("2026", "--overlay", path, "--format", "ics").out
    events = [e for e in Calendar.from_ical(out).walk("VEVENT") if "Thứ Bảy" in str(e["SUMMARY"])]
    assert len(events) == len({str(e["UID"]) for e in events}) == 52


def test_two_bursts_under_one_name(toml: Write) -> None:
    """Each with its number, and its own event."""
    text = (
        '[[campaign]]\nname = "Treo cờ đợt {dot} năm {year}"\nspans = [\n'
        '  { start = "2019-08-18", end = "2019-08-20" },\n'
        '  { start = "2019-09-01", end = "2019-09-03" },\n]\n'
    )
    catalogue = load(toml(text))
    assert lines(catalogue, "2019") == [
        "Treo cờ đợt 1 năm 2019 (từ 18/8 đến 20/8/2019)",
        "Treo cờ đợt 2 năm 2019 (từ 01/9 đến 03/9/2019)",
    ]
    assert lines(catalogue, "2020") == []
    assert [o.to_dict()["aliases"] for o in own(catalogue, "2019")] == [[], []]


@pytest.mark.parametrize(
    ("name", "fields", "printed"),
    [
        ("Xuân tình nguyện lần thứ {n} năm {year}", {"first_year": "2008"}, "lần thứ 18 năm 2026"),
        ("Xuân tình nguyện lần thứ {N}", {"first_year": "2008"}, "lần thứ XVIII"),
        ("Hội xuân lần thứ {n}", {"origin": "2008"}, "lần thứ 18"),
        ("Hội {xuân} {year}", {}, "{xuân} 2026"),
    ],
)
def test_names_that_count(toml: Write, name: str, fields: dict[str, str], printed: str) -> None:
    """ "lần thứ 18" need not be typed anew each year; the year is that in which the days end."""
    text = day(name, "period", on='{ from = "12-28", to = "02-16" }', **fields)
    (found,) = own(load(toml(text)), "2026-01")
    assert printed in str(found)


def test_a_number_needs_something_to_count_from(toml: Write) -> None:
    """And bursts are needed for their number."""
    for name, message in (("lần thứ {n}", "first_year"), ("đợt {dot}", "spans")):
        with pytest.raises(CatalogueError, match=message):
            load(toml(day(name, on='{ solar = "01-05" }')))


def test_spans_of_years_print_them(toml: Write, run: Run) -> None:
    """In a line, a listing and a draft, wherever a day and month would not tell which years."""
    path = toml(
        day("Cuộc thi viết", "period", on='{ start = "2024-11-20", end = "2026-03-26" }')
        + campaign("Chương trình", "2021-01-01", "2025-12-31")
        + day("Tuần lễ qua năm", "period", on='{ from = "12-28", to = "01-05" }')
    )
    catalogue = load(path)
    assert "Cuộc thi viết (20/11/2024 - 26/3/2026)" in lines(catalogue, "2025-06")
    assert "Chương trình (từ 01/01/2021 đến 31/12/2025)" in lines(catalogue, "2024-06")
    assert "Tuần lễ qua năm (28/12 - 05/01)" in lines(catalogue, "2026-01")
    text = run("2024-06", "--overlay", path).out
    assert re.search(r"01/01/2021 - 31/12/2025 .*Chương trình", text)


# --- doubles and ids

HAS = [
    day("Ngày Thương binh - Liệt sĩ", origin='"1947-07-27"'),
    day("NGÀY THƯƠNG BINH, LIỆT SỸ", on='{ solar = "07-27" }'),
    day("Thương binh Liệt sĩ", origin='"27/7/1947"'),
    day("Tháng Thanh niên", "period", on="{ month = 3 }"),
]
HAS_NOT = [
    day("Ngày Thương binh - Liệt sĩ của xã", origin='"1947-08-27"'),
    day("Ngày Thương binh - Liệt sĩ", on='{ solar = "07-20" }'),
    day("Lễ thắp nến", on='{ solar = "07-27" }'),
    day("Mít tinh Ngày Thương binh - Liệt sĩ", origin='"1947-07-27"', on='{ solar = "07-25" }'),
]


@pytest.mark.parametrize("text", HAS)
def test_what_the_catalogue_has_is_refused(toml: Write, run: Run, text: str) -> None:
    """By the check, which names the id to alter; a listing says so and prints it."""
    path = toml(text)
    checked = run("overlay", "check", path, "--lang", "en")
    assert (checked.status, checked.out) == (2, "")
    assert re.search(
        r'alter that one: \[\[alter\]\] id = "thuong-binh-liet-si|thang-thanh-nien"', checked.err
    )
    used = run("2026-07", "--overlay", path)
    assert used.status == 0
    assert "would be printed twice" in used.err


@pytest.mark.parametrize("text", HAS_NOT)
def test_what_only_looks_like_it_is_not(toml: Write, text: str) -> None:
    """Another day, or another name."""
    assert not [remark for remark in load(toml(text)).remarks if "twice" in remark]


def test_what_hides_the_other_is_no_double(toml: Write) -> None:
    """Who drops the catalogue's entry may write it anew."""
    text = HAS[0] + '[[drop]]\nid = "thuong-binh-liet-si"\n'
    assert load(toml(text)).remarks == ()


def test_ids_from_names_live_apart(toml: Write) -> None:
    """Two files and two entries of one name, one that a bundled entry has as well."""
    a = toml(campaign("Hành trình Đỏ", "2025-05-01", "2025-08-31"), "2025.toml")
    b = toml(campaign("Hành trình Đỏ", "2026-05-01", "2026-08-31"), "2026.toml")
    catalogue = load(a, b)
    assert {"rieng-2025-hanh-trinh-do", "rieng-2026-hanh-trinh-do"} <= set(catalogue.ids)
    twice = toml(
        campaign("Treo cờ", "2019-08-18", "2019-08-20")
        + campaign("Treo cờ", "2019-09-01", "2019-09-03"),
        "x.toml",
    )
    assert list(load(twice).ids)[-2:] == ["rieng-x-treo-co", "rieng-x-treo-co-2019-09-01"]
    office = '[office]\nid = "truong-a"\n'
    named = toml(office + day("Ngày hội", on='{ solar = "03-03" }'), "y.toml")
    assert load(named).ids[-1] == "rieng-truong-a-ngay-hoi"
    assert not any(id_.startswith("rieng-") for id_ in load().ids)


def test_the_short_form_of_an_id_is_understood(toml: Write) -> None:
    """In [[alter]], [[drop]], [[pair]], `of` and look-ups, as in files that are years old."""
    first = toml(
        day("Ngày hội", on='{ solar = "03-03" }')
        + day("Hôm sau", on='{ offset = 1, of = "ngay-hoi" }')
        + day("Ngày thứ ba", on='{ solar = "03-05" }')
        + '[[pair]]\nfirst = "ngay-hoi"\nsecond = "hom-sau"\n'
    )
    second = toml(
        '[[alter]]\nid = "ngay-hoi"\nname = "Hội lớn"\n[[drop]]\nid = "ngay-thu-ba"\n', "b.toml"
    )
    catalogue = load(first, second)
    assert str(catalogue["ngay-hoi"].names[-1]) == "Hội lớn"
    assert "ngay-thu-ba" not in catalogue
    assert [(o.date.day, o.name.text) for o in own(catalogue, "2026-03")] == [
        (3, "Hội lớn"),
        (4, "Hôm sau"),
    ]
    (pair,) = [p for p in catalogue.pairs if p["first"].startswith("rieng-")]
    assert (pair["first"], pair["second"]) == ("rieng-own-ngay-hoi", "rieng-own-hom-sau")


def test_own_themes(toml: Write, run: Run) -> None:
    """A seasonal line of the office's own."""
    path = toml('[[theme]]\nmonths = [3]\ntext = "công tác chuẩn bị bầu cử"\nstanding = true\n')
    assert any(t["text"] == "công tác chuẩn bị bầu cử" for t in load(path).themes)
    assert "công tác chuẩn bị bầu cử" in run("orientation", "2026-03", "--overlay", path).out


# --- messages

MESSAGES = [
    pytest.param('[[anniversary]]\nname = “Ngày X”\nkind = "day"\norigin = "2000-01-01"\n',
                 "dòng 2: giá trị đặt trong dấu ngoặc kép cong", id="curly quotes"),
    pytest.param('[[anniversary]]\nname = Ngày X\n', "dòng 2: name: hãy đặt giá trị trong dấu ngoặc kép", id="bare"),
    pytest.param('[[anniversary]]\norigin = 05/9/1986\n', "dòng 2: origin: hãy đặt giá trị trong dấu ngoặc kép", id="bare date"),
    pytest.param('[[anniversary]]\nname = "Ngày "X""\n', "dòng 2: có dấu ngoặc kép thẳng bên trong", id="inner"),
    pytest.param('[[anniversary]]\nname = "Ngày\nX"\n', "dòng 2: giá trị thiếu dấu ngoặc kép đóng", id="two lines"),
    pytest.param('[[anniversary]]\nname = "C:\\Vidu"\n', "dòng 2: có dấu gạch chéo ngược", id="backslash"),
    pytest.param('[[anniversary]]\nname = "a"\nname = "b"\n', "dòng 3: name ghi hai lần", id="twice"),
    pytest.param('[[anniversary]]\ntên = "a"\n', "tên: không có trường này; có phải là name?", id="Vietnamese key"),
    pytest.param('[anniversary]\nname = "a"\n', "hãy viết [[anniversary]], hai dấu ngoặc vuông", id="one bracket"),
    pytest.param(day("a", "thành lập", origin='"2000-01-01"'), "founding (ngày thành lập)", id="kind"),
    pytest.param('[[anniversary]]\nname = "a"\norigin = "2000-01-01"\n', "kind: thiếu; ghi một trong: great (ngày lễ lớn)", id="no kind"),
    pytest.param(day("a", origin='"31/02/2000"'), "không có ngày 31/2/2000", id="no such day"),
    pytest.param(day("a", origin='"1986-09-05T07:00"'), "origin: phải là ngày, tháng hoặc năm (27/7/1947, 6/1948, 1010)", id="time"),
    pytest.param(day("a", origin='"2000-01-01"', layer='"commune:kien-an"'), "xã, phường là đơn vị của chính tệp này", id="commune"),
    pytest.param('[[alter]]\nid = "ngay-hoi-dai-doan-ket"\n',
                 "gần nhất: dai-doan-ket-toan-dan-toc (Ngày hội Đại đoàn kết toàn dân tộc)", id="near id"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_one_message_for_one_mistake(toml: Write, text: str, message: str) -> None:
    """In Vietnamese, with the line, the field and what would be right."""
    with pytest.raises(CatalogueError) as caught:
        load(toml(text))
    said = caught.value.message("vi")
    assert message in said
    assert said.count("\n") == 0
    assert not re.search(r"Expected|Invalid|unknown|must|Day\(|Traceback", said)


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_saved_as_unicode(tmp_path: Path, coding: str) -> None:
    """Notepad's word for UTF-16, with or without a mark."""
    path = tmp_path / "x.toml"
    path.write_bytes(day("Ngày X", origin='"2000-01-01"').encode(coding))
    with pytest.raises(CatalogueError) as caught:
        load(path)
    assert caught.value.message("vi").endswith("hãy lưu lại với mã UTF-8")


@pytest.mark.parametrize("coding", ["cp1252", "cp1258"])
def test_a_file_saved_as_ansi(tmp_path: Path, coding: str) -> None:
    """It says under which encoding to save it."""
    path = tmp_path / "x.toml"
    path.write_bytes('name = "Ngày hè"'.encode(coding, "replace"))
    with pytest.raises(CatalogueError) as caught:
        load(path)
    assert "hãy lưu lại với mã UTF-8" in caught.value.message("vi")


READ = [
    ("05/9/1986", "1986-09-05"),
    ("5-9-1986", "1986-09-05"),
    ("5.9.1986", "1986-09-05"),
    ("1986\u201309\u201305", "1986-09-05"),
    ("1986-09-05", "1986-09-05"),
    ("9/1986", "1986-09"),
]


@pytest.mark.parametrize(("typed", "read"), READ)
def test_dates_as_people_write_them(toml: Write, typed: str, read: str) -> None:
    """Day before month, as everywhere in Viet Nam."""
    text = day("Ngày X", origin=f'"{typed}"', on='{ solar = "5/9" }')
    (found,) = own(load(toml(text)), "2026-09")
    assert (str(found.anniversary.origin and found.anniversary.origin.solar)) == read
    assert found.date == date(2026, 9, 5)


def test_blanks_that_web_pages_have(toml: Write) -> None:
    """No-break spaces are blanks, in names and around keys; what has no width is not there."""
    text = day("Ngày\u00a0truyền\u202fthống\u200b X", origin='"2000-09-05"').replace(
        "kind =", "kind\u00a0="
    )
    (found,) = own(load(toml(text)), "2026-09")
    assert found.name.text == "Ngày truyền thống X"


# --- the office and its calendar

OFFICE = """[office]
id = "{id}"
name = "{name}"
recipients = ["Người nhận bí mật"]
signer = "Người ký bí mật"
"""


def events(path: Path) -> dict[str, Any]:
    """The events of a calendar by UID."""
    return {str(e["UID"]): e for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


@pytest.mark.slow
def test_two_schools_in_one_calendar(toml: Write, run: Run, tmp_path: Path) -> None:
    """Days of one name and year are two events; each school has a feed under its own name."""
    a = toml(OFFICE.format(id="truong-a", name="Trường A")
             + day("Ngày thành lập Trường", "founding", origin='"1986-09-05"'), "a.toml")  # fmt: skip
    b = toml(OFFICE.format(id="truong-b", name="Trường B")
             + day("Ngày thành lập Trường", "founding", origin='"1996-10-15"'), "b.toml")  # fmt: skip
    folder = tmp_path / "feeds"
    done = run(
        "feeds",
        folder,
        "--overlay",
        a,
        "--overlay",
        b,
        "--year",
        "2026",
        "--back",
        "0",
        "--ahead",
        "0",
    )
    assert done.status == 0
    first, second = (events(folder / "vi" / f"ngay-le-rieng-truong-{x}.ics") for x in "ab")
    assert len(first) == len(second) == 1
    assert set(first).isdisjoint(second)
    text = (folder / "vi" / "ngay-le-rieng-truong-a.ics").read_text("utf-8")
    assert "X-WR-CALNAME:Ngày lễ Trường A\n" in text
    for path in folder.rglob("*.*"):
        assert "bí mật" not in path.read_text("utf-8")


def test_recipients_and_signer_are_in_no_listing(toml: Write, run: Run) -> None:
    """They belong to letters."""
    path = toml(OFFICE.format(id="x", name="Phường X") + day("Ngày X", origin='"2000-11-05"'))
    for format_ in ("text", "json", "csv", "md", "lines", "ics"):
        out = run("2026-11", "--overlay", path, "--format", format_).out
        assert "Ngày X" in out
        assert "bí mật" not in out
    assert "Phường X" in run("2026-11", "--overlay", path).out


@pytest.mark.slow
def test_a_prolonged_contest_moves_for_subscribers(toml: Write, run: Run, tmp_path: Path) -> None:
    """SEQUENCE 0, then 1 with the day's date; what did not change keeps every byte."""
    other = day("Ngày khác", origin='"2000-11-05"')
    target = tmp_path / "own.ics"

    def written(end: str) -> dict[str, Any]:
        path = toml(campaign("Cuộc thi", "2026-05-19", end) + other)
        assert run("2026", "--overlay", path, "--format", "ics", "-o", target).status == 0
        return {
            str(e["SUMMARY"]): e
            for e in events(target).values()
            if "Cuộc" in str(e["SUMMARY"]) or "khác" in str(e["SUMMARY"])
        }

    def text(event: Any) -> bytes:
        content: bytes = event.to_ical()
        return content

    first = written("2026-05-21")
    bytes_ = target.read_bytes()
    assert [e["SEQUENCE"] for e in first.values()] == [0, 0]
    assert written("2026-05-21").keys() == first.keys()
    assert target.read_bytes() == bytes_
    second = written("2026-05-24")
    contest = "Cuộc thi"
    assert second[contest]["UID"] == first[contest]["UID"]
    assert second[contest]["SEQUENCE"] == 1
    assert second[contest]["DTEND"].dt == date(2026, 5, 25)
    assert second[contest]["LAST-MODIFIED"].dt > first[contest]["LAST-MODIFIED"].dt
    (same,) = second.keys() - {contest}
    assert text(second[same]) == text(first[same])
    third = written("2026-05-24")
    assert text(third[contest]) == text(second[contest])
    assert written("2026-05-21")[contest]["SEQUENCE"] == 2


@pytest.mark.slow
def test_a_folder_of_feeds_remembers_too(toml: Write, run: Run, tmp_path: Path) -> None:
    """Also with a name of its own, and with `revised` written by hand."""
    folder = tmp_path / "feeds"
    options = ("--year", "2026", "--back", "0", "--ahead", "0", "--name", "Lịch phường")

    def made(end: str, more: str = "") -> Any:
        path = toml(
            OFFICE.format(id="p", name="Phường") + campaign("Cuộc thi", "2026-05-19", end, more)
        )
        assert run("feeds", folder, "--overlay", path, *options).status == 0
        (event,) = events(folder / "vi" / "ngay-le-rieng-p.ics").values()
        return event

    assert made("2026-07-11")["SEQUENCE"] == 0
    assert made("2026-07-31")["SEQUENCE"] == 1
    assert "Lịch phường" in (folder / "vi" / "ngay-le-rieng-p.ics").read_text("utf-8")
    assert made("2026-08-31", 'revised = "2027-01-02"\n')["SEQUENCE"] == 366


@pytest.mark.slow
def test_without_an_office_the_file_stands_for_it(toml: Write, run: Run, tmp_path: Path) -> None:
    """And both commands say so."""
    path = toml(day("Ngày X", origin='"2000-11-05"'), "Phường X.toml")
    assert (
        "chú ý: chưa có bảng [office]; lịch gọi theo tên tệp, phuong-x"
        in run("overlay", "check", path).out
    )
    done = run(
        "feeds", tmp_path / "f", "--overlay", path, "--year", "2026", "--back", "0", "--ahead", "0"
    )
    assert "phuong-x" in done.err
    assert (tmp_path / "f" / "vi" / "ngay-le-rieng-phuong-x.ics").exists()


# --- what the check says


def test_the_check_speaks_no_python(toml: Write, run: Run) -> None:
    """01 ngày, not 1 days; an ended day is over, by its last occurrence; rules in words."""
    ended = day("Ngày thành lập huyện", "founding", origin='"2002-03-15"', last_year="2025")
    alter = '[[alter]]\nid = "dai-doan-ket-toan-dan-toc"\nmoved = [{ year = 2028, start = "2028-11-11" }]\nrank = 2\n'
    out = run("overlay", "check", toml(ended + alter)).out
    assert out.startswith("own.toml: hợp lệ; 01 ngày, 0")
    assert "23 năm Ngày thành lập huyện (15/3/2002 - 15/3/2025), đã kết thúc" in out
    assert "khi nào: 18/11 -> 18/11; 2028: 11/11/2028" in out
    assert not re.search(r"\w+\(|None|True|False|->.*=", out.replace("(15/3", ""))


def test_an_origin_off_its_rule_is_named(toml: Write, run: Run) -> None:
    """With what it was taken for."""
    path = toml(day("Giỗ cụ", "death", origin='"1953-01-20"', on='{ lunar = "12-16" }'))
    result = run("overlay", "check", path)
    assert result.status == 0
    assert "20/01/1953" in result.err
    assert "06/12/1952" in result.err


@pytest.mark.slow
def test_a_thousand_entries_counted_a_second_time() -> None:
    """Days, counts and pairs of every rule form, found by going through the days: see the script."""
    from conftest import tool

    total, wrong = tool("brute_overlays").compare(1000, 15)
    assert total > 200_000
    assert wrong == []


# --- one file, release after release

FROZEN = sorted((Path(__file__).parent / "overlays").glob("*.toml"))
IN_2026 = {
    "huyen": [
        "73 năm Ngày giỗ liệt sĩ Ví Dụ (06/12 âm lịch, 1952 - 2025)",
        "Hành trình Đỏ lần thứ XI (từ 01/5 đến 31/8/2026)",
        "05 năm thực hiện Nghị quyết số 05-NQ/VD ngày 15/8/2021 của Ban Chấp hành Ví Dụ",
        "32 năm Ngày thành lập huyện Ví Dụ (29/8/1994 - 29/8/2026)",
    ],
    "truong": [
        "Ngày hội đọc sách (20/4)",
        "Lễ tổng duyệt (04/9)",
        "40 năm Ngày thành lập Trường (05/9/1986 - 05/9/2026)",
    ],
    "phuong": [
        "Xuân tình nguyện lần thứ 18 năm 2026 (28/12 - 16/02)",
        "Treo cờ đợt 1 (từ 18/8 đến 20/8/2026)",
        "Treo cờ đợt 2 (từ 01/9 đến 03/9/2026)",
        "Ngày Chủ nhật xanh (04/10)",
        "Ngày Chủ nhật xanh (11/10)",
        "Ngày Chủ nhật xanh (18/10)",
        "Ngày Chủ nhật xanh (25/10)",
        "23 năm Ngày hội Đoàn kết của phường (18/11/2003 - 18/11/2026)",
        "Xuân tình nguyện lần thứ 19 năm 2027 (28/12 - 16/02)",
    ],
}


def later(folder: Path, ids: list[str]) -> Catalogue:
    """A later release: the small catalogue, with entries that have these ids."""
    from ngayle.catalogue.merging import merge

    shutil.copytree(Path(__file__).parent / "data", folder)
    head = (
        'layer = "national"\nkind = "day"\nname_en = "New"\nsources = ["https://example.vn/1"]\n'
        'on = { solar = "02-03" }\n'
    )
    rows = [f'[[anniversary]]\nid = "{i}"\nname = "Mới {n}"\n{head}' for n, i in enumerate(ids)]
    (folder / "moi.toml").write_text('revised = "2026-11-29"\n' + "".join(rows), "utf-8")
    return Catalogue(*merge(str(folder)))


@pytest.mark.parametrize("path", FROZEN, ids=[p.stem for p in FROZEN])
def test_what_worked_with_one_release_works_with_the_next(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of earlier releases, upon today's catalogue and upon one that has taken all their ids."""
    from ngayle import catalogue as module
    from ngayle.vietnamese import slug

    today = load(path)
    assert lines(today, "2026") == IN_2026[path.stem]
    ids = [o.id for o in today if o.office is not None]
    names = [slug(o.names[-1].text) for o in today if o.office is not None]
    short = [i.split("-", 3)[-1] for i in ids]
    taken = [i for i in dict.fromkeys([*ids, *names, *short]) if not i.startswith("rieng-")]
    new = later(tmp_path / "data", [i for i in taken if i not in today or today[i].office])
    monkeypatch.setattr(module, "_bundled", lambda: new)
    after = load(path)
    assert lines(after, "2026") == IN_2026[path.stem]
    assert [str(r) for r in after.remarks if "kept as" not in r] == [
        str(r) for r in today.remarks if "kept as" not in r
    ]


# --- names that lead to a province


@pytest.mark.parametrize(
    ("typed", "province", "said"),
    [
        ("Kiến An", "hai-phong", "quận Kiến An (đến 30/6/2025): lấy các ngày của Hải Phòng"),
        ("quan kien an", "hai-phong", "quận Kiến An (đến 30/6/2025): lấy các ngày của Hải Phòng"),
        ("phường Kiến An", "hai-phong", "phường Kiến An: lấy các ngày của Hải Phòng"),
        ("Cẩm Phả", "quang-ninh", "thành phố Cẩm Phả (đến 30/6/2025): lấy các ngày của Quảng Ninh"),
        ("TP Thủ Đức", "ho-chi-minh", "thành phố Thủ Đức (đến 30/6/2025)"),
        ("xã Mê Linh", "ha-noi", "xã Mê Linh: lấy các ngày của Hà Nội"),
        ("huyện Châu Thành, Bến Tre", "ben-tre", "huyện Châu Thành (đến 30/6/2025)"),
        ("đặc khu Phú Quốc", "an-giang", "đặc khu Phú Quốc: lấy các ngày của An Giang"),
    ],
)
def test_districts_and_wards_lead_to_their_province(typed: str, province: str, said: str) -> None:
    """Districts of 2024 to the province of then, wards to that of today."""
    unit, within = load().units.provinces.located(typed)
    assert unit.slug == province
    assert str(within).startswith(said)


def test_a_name_of_many_places_is_named() -> None:
    """With the province of each; and a name of a province is never taken for a ward."""
    provinces = load().units.provinces
    with pytest.raises(ngayle.RequestError, match=r"huyện Châu Thành \(An Giang\), "):
        provinces.find("Châu Thành")
    with pytest.raises(ngayle.RequestError, match="Atlantis"):
        provinces.find("Atlantis")
    for unit in provinces.values():
        assert provinces.located(unit.name) == (unit, None)


def test_every_locality_lies_in_a_province_of_its_time() -> None:
    """705 districts in the 63 of 2024, 3,321 wards and communes in the 34 of today."""
    from ngayle.units.localities import _read

    provinces, places = load().units.provinces, list(_read())
    old, new = ([p for p in places if p.old is kind] for kind in (True, False))
    assert (len(old), len(new)) == (705, 3321)
    assert {p.province for p in old} == {u.slug for u in provinces.on(date(2024, 7, 1))}
    assert {p.province for p in new} == {u.slug for u in provinces.on(date(2025, 7, 1))}


# --- the whole grammar


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_written(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value, ensure_ascii=False)


MONTHS = st.integers(1, 12)
WEEKDAYS = st.sampled_from(["monday", "wednesday", "saturday", "sunday"])
NTHS = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=3, unique=True)
SOLAR = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: f"{d:%m-%d}")
LUNAR = st.tuples(MONTHS, st.integers(1, 30)).map(lambda d: f"{d[0]:02d}-{d[1]:02d}")
ONCE = st.tuples(st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.integers(0, 500)).map(
    lambda d: {"start": d[0].isoformat(), "end": (d[0] + timedelta(d[1])).isoformat()}
)
ON = st.one_of(
    st.fixed_dictionaries({"solar": SOLAR}),
    st.fixed_dictionaries({"lunar": LUNAR}),
    st.fixed_dictionaries({"weekday": WEEKDAYS}),
    st.fixed_dictionaries({"weekday": WEEKDAYS, "nth": NTHS}),
    st.fixed_dictionaries(
        {"weekday": WEEKDAYS, "month": st.lists(MONTHS, min_size=1, unique=True)}
    ),
    st.fixed_dictionaries({"weekday": WEEKDAYS, "nth": NTHS, "month": MONTHS}),
    *(
        st.fixed_dictionaries({"weekday": WEEKDAYS, key: LUNAR if "lunar" in key else SOLAR})
        for key in ("before", "after", "near", "lunar_before", "lunar_after", "lunar_near")
    ),
    st.fixed_dictionaries({"week": st.sampled_from([1, 4, -1]), "month": MONTHS}),
    st.fixed_dictionaries({"month": MONTHS}),
    st.fixed_dictionaries({"from": SOLAR, "to": SOLAR}),
    st.fixed_dictionaries({"lunar_from": LUNAR, "lunar_to": LUNAR}),
    ONCE,
    st.fixed_dictionaries({"offset": st.integers(-366, 366), "of": st.just("quoc-khanh")}),
    st.tuples(st.integers(-60, 60), st.integers(0, 60)).map(
        lambda d: {"offset": [d[0], d[0] + d[1]], "of": "tet-nguyen-dan"}
    ),
    st.lists(SOLAR.map(lambda d: {"solar": d}), min_size=1, max_size=4, unique_by=str),
)
NAME = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\u00a0"),
    min_size=1,
    max_size=40,
).map(lambda t: f"N {' '.join(t.split())}".strip())
ENTRY = st.fixed_dictionaries(
    {"name": NAME | st.just("lần thứ {n} {N} {year}"), "on": ON, "first_year": st.just(1990)},
    optional={
        "origin": st.one_of(
            st.integers(1000, 2000), st.dates(date(1930, 1, 1), date(2000, 1, 1)).map(str)
        ),
        "count": st.sampled_from(["always", "jubilees", "inclusive"]),
        "tone": st.sampled_from(["celebrate", "mourn"]),
        "notes": NAME,
    },
)


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ENTRY, min_size=1, max_size=4))
def test_every_output_has_the_same_days(entries: list[dict[str, Any]]) -> None:
    """Whatever an office writes: JSON, CSV, Markdown and a calendar of 2026 hold the same events."""
    text = "".join(
        '[[anniversary]]\nkind = "day"\n' + "".join(f"{k} = {_written(v)}\n" for k, v in e.items())
        for e in entries
    )
    catalogue = load(File("own.toml", text.encode()))
    period = parse("2026")
    found = [o for o in occurrences(catalogue, period) if o.anniversary.office]
    listed = json.loads("".join(as_json(found, period, catalogue.version)))["occurrences"]
    days = [(r["date"], r["end"] or r["date"]) for r in listed]
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert [(r["date"], r["end"] or r["date"]) for r in rows] == days
    labels = Labels(catalogue)
    events_ = Calendar.from_ical(ics.feed(found, labels, name="x").content).walk("VEVENT")
    assert [str(e.decoded("DTSTART")) for e in events_] == [first for first, _ in days]
    for event, o in zip(events_, found, strict=True):
        # a long span need not be a banner over weeks
        if (o.last - o.date).days < 7:
            assert event.decoded("DTEND") == o.last + timedelta(1)
    table = markdown(found, period, labels)
    assert sum(line.startswith("| ") for line in table.splitlines()) >= len(days)
    for o in found:
        assert o.date <= date(2026, 12, 31)
        assert o.last >= date(2026, 1, 1)
        assert "\n" not in str(o)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Quận ủy Kiến An", "của quận"),
        ("Ban Tuyên giáo Huyện ủy Ví Dụ", "của huyện"),
        ("Thành ủy Chí Linh", "của thành phố"),
        ("UBND phường Xuân Hòa", "của phường"),
        ("Đảng ủy xã Ví Dụ", "của xã"),
        ("Trường THPT Ví Dụ", "của nhà trường"),
        ("Công ty Ví Dụ", "của địa phương, đơn vị"),
    ],
)
def test_whose_days_a_draft_says_they_are(toml: Write, run: Run, name: str, whose: str) -> None:
    """By the office's name."""
    path = toml(OFFICE.format(id="x", name=name) + day("Ngày X", "founding", origin='"2000-11-05"'))
    out = run("orientation", "2026-11", "--overlay", path).out
    assert f"{whose}:" in out or f"{whose} " in out


def test_an_altered_day_moves_for_subscribers(toml: Write, run: Run, tmp_path: Path) -> None:
    """Also one of the catalogue, in the office's own calendar of everything."""
    target = tmp_path / "all.ics"

    def held(start: str) -> Any:
        path = toml(
            '[[alter]]\nid = "dai-doan-ket-toan-dan-toc"\n'
            f'moved = [{{ year = 2028, start = "{start}", end = "2028-11-18" }}]\n'
        )
        assert run("2028-11", "--overlay", path, "--format", "ics", "-o", target).status == 0
        return next(e for e in events(target).values() if "Đại đoàn kết" in str(e["SUMMARY"]))

    first, second = held("2028-11-11"), held("2028-11-14")
    assert second["UID"] == first["UID"]
    assert second["SEQUENCE"] == first["SEQUENCE"] + 1
    assert second["DTSTART"].dt == date(2028, 11, 14)
    assert held("2028-11-14").to_ical() == second.to_ical()


def test_an_own_day_of_every_week_is_one_sentence(toml: Callable[..., Path]) -> None:
    """With its days; nobody announces it."""
    path = toml(
        '[[anniversary]]\nname = "Ngày Chủ nhật xanh"\nkind = "day"\non = { weekday = "sunday" }\n'
    )
    draft = orientation(load(path), parse("2026-12"), Selection())
    told = [x.text for i in draft.items for x in i.lines if "Chủ nhật xanh" in x.text]
    assert told == ["Ngày Chủ nhật xanh (06/12, 13/12, 20/12, 27/12)"]


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Quận ủy Kiến An", "của quận"),
        ("Cơ quan Ví Dụ", "của địa phương, đơn vị"),
        ("Bộ Chỉ huy quân sự", "của địa phương, đơn vị"),
        ("Phòng Văn hóa - Xã hội", "của địa phương, đơn vị"),
        ("Phòng Văn hóa - Xã hội phường Ví Dụ", "của phường"),
        ("Thành uỷ Huế", "của thành phố"),
    ],
)
def test_whose_an_offices_days_are(name: str, whose: str) -> None:
    """By the words of its name, with their marks."""
    assert offices.own(Office("x", name)) == whose
