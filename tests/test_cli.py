"""The command line: what users type, and what they see when it is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest

import ngayle
import ngayle.lunar

Run = Callable[..., Any]
Writer = Callable[..., Path]

QUANG_NINH_JULY = [
    "63 năm Ngày Du lịch Việt Nam (09/7/1960 - 09/7/2023)",
    "36 năm Ngày Dân số thế giới (11/7/1987 - 11/7/2023)",
    "73 năm Ngày Truyền thống lực lượng Thanh niên xung phong (15/7/1950 - 15/7/2023)",
    "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
    "28 năm Việt Nam gia nhập ASEAN (28/7/1995 - 28/7/2023)",
    "94 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2023)",
]
"""The six lines of a real orientation for July 2023, with the capitals and spelling of the contract."""


def test_july_2023_has_the_six_lines_of_a_real_orientation(run: Run) -> None:
    """To the letter, in order of date."""
    lines = run("2023-07", "--format", "lines").out.splitlines()
    assert sorted(line for line in lines if line in QUANG_NINH_JULY) == sorted(QUANG_NINH_JULY)


def test_other_lines_of_real_documents_are_printed_to_the_letter(run: Run) -> None:
    """August and October of the same province; a city's plan for 2025; a district's June."""
    assert (
        "93 năm Ngày Truyền thống Ngành Tuyên giáo của Đảng (01/8/1930 - 01/8/2023)"
        in run("2023-08", "--format", "lines").out.splitlines()
    )
    october = run("2023-10", "--province", "Quảng Ninh", "--format", "lines").out.splitlines()
    assert "60 năm Ngày thành lập tỉnh Quảng Ninh (30/10/1963 - 30/10/2023)" in october
    plan = run("2025", "--province", "ha noi", "--format", "lines").out.splitlines()
    for line in (
        "95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)",
        "95 năm Ngày thành lập Đảng bộ thành phố Hà Nội (17/3/1930 - 17/3/2025)",
        "50 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)",
        "135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)",
        "80 năm Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2025)",
        "80 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2025)",
    ):
        assert line in plan
    june = run("2023-06", "--format", "lines").out.splitlines()
    assert (
        "75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2023)"
        in june
    )
    assert "Ngày Gia đình Việt Nam (28/6)" in june


def test_json_has_the_keys_of_the_contract(run: Run) -> None:
    """Exactly these, in this order, with the values of 27/7/2023."""
    document = json.loads(run("2023-07", "--format", "json").out)
    assert list(document) == ["schema", "period", "generated_from", "occurrences"]
    assert document["schema"] == 2
    assert document["period"] == "2023-07"
    (day,) = [o for o in document["occurrences"] if o["id"] == "thuong-binh-liet-si"]
    assert list(day) == [
        "id",
        "date",
        "end",
        "name",
        "aliases",
        "name_en",
        "years",
        "jubilee",
        "origin",
        "calendar",
        "lunar",
        "layer",
        "province",
        "sector",
        "home",
        "kind",
        "rank",
        "tone",
        "reserved",
        "confirmed",
        "disputed",
        "line",
        "legal_basis",
        "sources",
        "notes",
    ]
    assert (day["date"], day["end"], day["years"], day["jubilee"], day["origin"]) == (
        "2023-07-27",
        None,
        76,
        None,
        "1947-07-27",
    )
    assert day["lunar"] == {"year": 2023, "month": 6, "day": 10, "leap": False}
    assert (day["calendar"], day["layer"], day["province"], day["sector"]) == (
        "solar",
        "national",
        None,
        None,
    )
    assert all(o["sources"] for o in document["occurrences"])


def test_csv_has_the_same_values_and_no_formula(run: Run, toml: Writer) -> None:
    """A name that begins like a formula stays text."""
    path = toml(
        '[[anniversary]]\nid = "x"\nkind = "day"\nname = "=cmd|\' /C calc\'!A0"\non = { solar = "07-01" }\n'
    )
    rows = list(
        csv.DictReader(io.StringIO(run("2023-07", "--format", "csv", "--overlay", path).out))
    )
    (row,) = [r for r in rows if r["id"] == "x"]
    assert row["name"].startswith("'=cmd")
    (day,) = [r for r in rows if r["id"] == "thuong-binh-liet-si"]
    assert (day["years"], day["lunar"]) == ("76", "âm lịch 10/6/2023")


def test_markdown_is_harmless(run: Run, toml: Writer) -> None:
    """Pipes and markup in a name are escaped."""
    path = toml(
        '[[anniversary]]\nid = "x"\nkind = "day"\nname = "a|b <b>*c*</b>"\non = { solar = "07-01" }\n'
    )
    out = run("2023-07", "--format", "md", "--overlay", path).out
    assert r"a\|b \<b\>\*c\*\</b\>" in out
    rows = [line for line in out.splitlines() if line.startswith("| ")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {6}


def test_the_text_listing_shows_weekday_moon_count_and_mark(run: Run) -> None:
    """As a calendar of 2022 has them: 27/7/2022 was a Wednesday, 29/6 by the moon."""
    lines = run("2022-07").out.splitlines()
    (line,) = [x for x in lines if "Thương binh" in x]
    assert line.split() == [
        "T4",
        "27/7",
        "29/6",
        "75",
        "năm",
        "○",
        "Ngày",
        "Thương",
        "binh",
        "-",
        "Liệt",
        "sĩ",
        "cả",
        "nước",
    ]
    assert lines[0].startswith("Tháng 7/2022: ")
    assert lines[-1].endswith("○ năm lẻ 5")
    assert "\x1b" not in "".join(lines)


def test_columns_are_aligned(run: Run) -> None:
    """The layer of short names begins in one column."""
    lines = [x for x in run("2022-07").out.splitlines() if x.endswith(("  cả nước", "  quốc tế"))]
    starts = {x.rindex("  ") for x in lines if len(x) < 105}
    assert len(starts) == 1


def test_english_is_english(run: Run) -> None:
    """Names, words, weekdays."""
    out = run("2023-07", "--lang", "en").out
    assert "War Invalids and Martyrs Day" in out
    assert "Thu  27/7" in out
    assert out.startswith("July 2023: ")
    lines = run("2023-07", "--lang", "en", "--format", "lines").out.splitlines()
    assert "War Invalids and Martyrs Day, 76 years (27/7/1947 - 27/7/2023)" in lines


@pytest.mark.usefixtures("frozen")
def test_an_empty_period_says_so(run: Run) -> None:
    """And is no error."""
    result = run("2023-05-10")
    assert (result.status, result.out) == (0, "10/5/2023: không có ngày kỷ niệm nào.\n")
    assert json.loads(run("1901-01-08", "--jubilees", "--format", "json").out)["occurrences"] == []


@pytest.mark.parametrize(
    ("word", "period"),
    [
        ("today", "2026-12-31"),
        ("this-week", "2026-12-28..2027-01-03"),
        ("this-month", "2026-12"),
        ("next-month", "2027-01"),
        ("this-year", "2026"),
        ("tháng sau", "2027-01"),
    ],
)
def test_the_command_line_asks_what_day_it_is_in_viet_nam(
    run: Run, monkeypatch: pytest.MonkeyPatch, word: str, period: str
) -> None:
    """Half past eleven at night in Ha Noi on the last day of 2026, wherever the machine is."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 12, 31, 16, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("ngayle.lunar.datetime", Clock)
    assert ngayle.lunar.today() == date(2026, 12, 31)
    asked, meant = run(word, "--format", "lines"), run(period, "--format", "lines")
    assert (asked.status, asked.out) == (0, meant.out)
    assert meant.out.count("\n") > 1 or word == "today"


def test_an_empty_period_is_told_in_english_too(run: Run) -> None:
    """A day so early that no origin of rank 1 lies before it."""
    assert run("1902-01-09", "--rank", "1", "--lang", "en").out == "09/01/1902: no anniversaries.\n"


def test_counts_of_one_year_are_one_year_in_english(run: Run) -> None:
    """ "1 year", not "01 years"; Vietnamese has its zero."""
    out = run("2020", "--all", "--lang", "en").out
    assert re.search(r"  1 year ", out)
    assert not re.search(r"\b0\d years?", out)
    assert re.search(r"  01 năm ", run("2020", "--all").out)


def test_remarks_and_units_are_said_in_the_language_asked_for(run: Run) -> None:
    """No line in two languages."""
    remark = run("2026-07", "--province", "Hai Duong", "--lang", "en").err
    assert remark == "ngayle: Hải Dương is part of Hải Phòng since 01/7/2025\n"
    vi, en = run("places", "hue").out, run("places", "hue", "--lang", "en").out
    assert "tách từ" in vi
    assert "nay: thành phố Huế" in vi
    assert "out of" not in vi
    assert "now: thành phố Huế" in en
    assert "nay" not in en.splitlines()[1]


def test_what_is_in_doubt_is_marked_in_every_format(run: Run) -> None:
    """Unconfirmed and disputed, in text, Markdown, CSV and JSON."""
    found = json.loads(run("2026", "--all", "--format", "json").out)["occurrences"]
    unsure = [o for o in found if not o["confirmed"]]
    disputed = [o for o in found if o["disputed"]]
    assert unsure
    assert disputed
    assert set(disputed[0]["disputed"][0]) == {"reading", "source"}
    for format_ in ("text", "md"):
        out = run("2026", "--all", "--format", format_).out
        assert out.count("chưa kiểm chứng") == len(unsure)
        assert out.count("có ý kiến khác") == len(disputed)
    rows = list(csv.DictReader(io.StringIO(run("2026", "--all", "--format", "csv").out)))
    assert [r["id"] for r in rows if r["confirmed"] == "false"] == [o["id"] for o in unsure]
    assert [r["id"] for r in rows if r["disputed"]] == [o["id"] for o in disputed]


def test_the_owner_of_a_layer_is_not_where_a_day_is_at_home(run: Run) -> None:
    """A national day at home in a province has no owner; a province's day has, and no home."""
    days = json.loads(run("2025", "--all", "--format", "json").out)["occurrences"]
    for day in days:
        assert (day["province"] is not None) == (day["layer"] == "province")
        assert (day["sector"] is not None) == (day["layer"] == "sector")
        assert day["layer"] != "province" or day["home"] == []
    assert any(day["home"] for day in days if day["layer"] == "national")


def test_a_rank_is_a_number_from_1_to_5(run: Run) -> None:
    """Anything else is one line."""
    for wrong in ("0", "6", "x", "1.5"):
        result = run("2023-07", "--rank", wrong)
        assert result.err == f"ngayle: rank {wrong!r}: must be a whole number from 1 to 5\n"
        assert result.status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2023-13"], "period '2023-13': there is no month 13; months are 01 to 12"),
        (
            ["23-7"],
            "period '23-7': not understood; write 2023-07, 7/2023, 2023, 2023-Q3, 2023-07-27, 27/7/2023, 2023-07..2024-03 or 2023-07-10..2023-07-20, or today, this-week, this-month, next-month, this-year\n",
        ),
        (["9999-12"], "period '9999-12': year 9999 is outside 1901 to 2100"),
        (["0000-01"], "period '0000-01': year 0000 is outside 1901 to 2100"),
        (["2023-07", "--sector", "bao-chhi"], "sector 'bao-chhi': unknown; nearest: Báo chí"),
        (
            ["2023-07", "--province", "Quảng Nink"],
            "province 'Quảng Nink': unknown; nearest: Quảng Ninh",
        ),
        (["2023-07", "--overlay", "none.toml"], "none.toml: no such file"),
        (["2023-07", "--frmat", "json"], "there is no option --frmat; did you mean --format?"),
        (["show", "quoc-khan"], "no anniversary has the id 'quoc-khan'; near it: quoc-khanh"),
        ([], "the following arguments are required: PERIOD (ngayle --help)"),
    ],
)
def test_a_mistake_is_one_clear_line_and_exit_2(
    run: Run, arguments: list[str], message: str
) -> None:
    """On stderr, and nothing on stdout."""
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.startswith(f"ngayle: {message}")


def test_output_is_written_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    """A failed run leaves the old file as it was, and nothing beside it."""
    path = tmp_path / "july.txt"
    assert run("2023-07", "-o", path).status == 0
    before = path.read_bytes()
    assert before.decode().startswith("Tháng 7/2023")
    assert run("2023-07", "-o", tmp_path / "july.md").status == 0
    assert (tmp_path / "july.md").read_text(encoding="utf-8").startswith("# Tháng 7/2023")
    (tmp_path / "july.md").unlink()
    assert run("2023-13", "-o", path).status == 2
    assert run("2023-07", "--overlay", tmp_path / "none.toml", "-o", path).status == 2
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["july.txt"]
    result = run("2023-07", "-o", tmp_path)
    assert (result.status, result.err) == (2, f"ngayle: {tmp_path}: is a folder; name a file\n")
    result = run("2023-07", "-o", tmp_path / "no" / "file.txt")
    assert (result.status, result.err) == (
        2,
        f"ngayle: {tmp_path}/no/file.txt: cannot be written: No such file or directory\n",
    )


def process(*arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """A real process, in a bare environment."""
    return subprocess.run(
        [sys.executable, "-m", "ngayle", *arguments],
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], **env},
    )


@pytest.mark.slow
def test_it_works_in_an_ascii_locale_and_is_the_same_everywhere() -> None:
    """Language, time zone and hash seed change nothing."""
    plain = process("2023-07", "--all", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONHASHSEED="1")
    other = process(
        "2023-07",
        "--all",
        LANG="vi_VN.UTF-8",
        TZ="America/New_York",
        PYTHONHASHSEED="2",
        COLUMNS="40",
    )
    assert plain.returncode == 0
    assert plain.stdout == other.stdout
    assert "Ngày Thương binh - Liệt sĩ" in plain.stdout.decode()


@pytest.mark.usefixtures("installed")
@pytest.mark.slow
def test_a_reader_that_closes_early_is_no_error() -> None:
    """As in `ngayle 2015..2035 --all | head -1`."""
    command = f"{sys.executable} -m ngayle 2015..2035 --all | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("01/01/2015 - 31/12/2035: ")


@pytest.mark.usefixtures("installed")
def test_a_full_disk_is_one_line() -> None:
    """No traceback, whatever cannot be written."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ngayle", "2023-07", "--lang", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"ngayle: output: No space left on device\n")


def test_show_tells_where_an_entry_comes_from(run: Run) -> None:
    """Chain of layers, sources, the next five occurrences."""
    out = run("show", "thuong-binh-liet-si", "--lang", "en").out
    rows = [line.split(maxsplit=1) for line in out.splitlines()]
    assert ["id", "thuong-binh-liet-si"] in rows
    assert ["chain", "anniversaries.toml"] in rows
    assert any(row[:1] == ["source"] for row in rows)
    assert out.count("years (27/7/1947 - 27/7/") == 5


def test_show_tells_to_which_days_others_moved_a_day(run: Run) -> None:
    """And in which years it is left out."""
    out = run("show", "gio-trai-dat", "--lang", "en").out
    assert "moved to      19/3/2016\n              23/3/2024\n              22/3/2025\n" in out
    assert "not known in  2013, 2018, 2027, 2029, 2032, 2040, 2043\n" in out


def test_version(run: Run) -> None:
    """Of the program and of the data."""
    assert re.fullmatch(
        r"ngayle \S+ \(data of \d{4}-\d\d-\d\d\)\n", run("--version", "--lang", "en").out
    )


@pytest.mark.parametrize(
    "command",
    [
        *(pytest.param(c, marks=pytest.mark.slow) for c in ([], ["feeds"])),
        *(["find"], ["show"], ["sectors"], ["places"], ["lunar"], ["days-off"]),
        *(["orientation"], ["plan"], ["overlay"]),
    ],
)
@pytest.mark.parametrize(("lang", "word"), [("vi", "ví dụ"), ("en", "examples")])
def test_every_example_of_the_help_runs(
    run: Run,
    command: list[str],
    lang: str,
    word: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beside the files that the examples name, in both languages."""
    monkeypatch.chdir(tmp_path)
    help_ = run(*command, "--help", "--lang", lang)
    assert (help_.status, help_.err) == (0, "")
    _, _, examples = help_.out.partition(f"{word}:\n")
    for line in examples.splitlines():
        arguments = shlex.split(line, comments=True)
        if not arguments:
            break
        assert arguments[0] == "ngayle"
        for name in arguments:
            if name.endswith(".toml") and "new" not in arguments:
                Path(name).write_text("")
        result = run(*arguments[1:])
        assert result.status == 0, (line, result.err)
