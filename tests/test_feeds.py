"""The folder of feeds: what each holds, how large it may be, and what is on disk after any run."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid5

import icalendar
import pytest

import ngayle
from conftest import tool
from ngayle import resting
from ngayle.errors import Problem
from ngayle.feeds import calendars as feeds
from ngayle.feeds import folder
from ngayle.feeds.calendars import Address, Window
from ngayle.occurrences import occurrences
from ngayle.render import ics

CATALOGUE = ngayle.load()
WINDOW = Window(2026)
SMALL = ("--year", "2026", "--back", "0", "--ahead", "0", "--lang", "en")
Run = Callable[..., Any]


def held(address: Address) -> set[str]:
    """The events of a feed over the whole window, as "<id>-<year>"."""
    return {key(o) for o in feeds.contents(CATALOGUE, address, WINDOW.period)}


def key(occurrence: ngayle.Occurrence) -> str:
    """What a UID is made from."""
    return f"{occurrence.anniversary.id}-{occurrence.year}"


def test_windows() -> None:
    """Whole calendar years, as far as the calendar reaches; narrower from the far end."""
    assert WINDOW.period == ngayle.parse("2025..2028")
    assert Window(2026, 0, 0).period == ngayle.parse("2026")
    assert Window(2100).period == ngayle.parse("2099..2100")
    assert [w.period.text for w in WINDOW.narrower()] == ["2025..2027", "2025..2026", "2026"]
    with pytest.raises(ngayle.RequestError, match="year 1900: outside 1901 to 2100"):
        Window(1900)


def test_a_feed_for_the_nation_every_province_and_every_sector() -> None:
    """The provinces are those of the map in force: 63 before July 2025, 34 since."""
    kinds = [a.kind for a in feeds.addresses(CATALOGUE, WINDOW)]
    assert [kinds.count(kind) for kind in ("nation", "main", "days-off")] == [1, 1, 1]
    assert kinds.count("province") == 34
    assert kinds.count("sector") == len(CATALOGUE.units.sectors)
    assert "own" not in kinds
    assert sum(a.kind == "province" for a in feeds.addresses(CATALOGUE, Window(2024))) == 63
    paths = [a.path(lang) for a in feeds.addresses(CATALOGUE, WINDOW) for lang in feeds.LANGS]
    assert len(set(paths)) == len(paths)
    assert {
        p for p in paths if not re.fullmatch(r"(vi/ngay-le|en/days-of)-[a-z0-9-]+\.ics", p)
    } == {
        "vi/nhung-ngay-chinh.ics",
        "en/the-main-days.ics",
        "vi/nghi-le.ics",
        "en/days-off.ics",
    }


def test_what_the_nations_feed_holds() -> None:
    """Ranks 1 to 3, a round year counting one better; nothing of a province alone."""
    nation = held(Address("nation"))
    known = ("quoc-khanh", "thuong-binh-liet-si", "tet-nguyen-dan", "ngay-nha-giao-viet-nam")
    assert {f"{id_}-2026" for id_ in known} <= nation
    assert "thanh-nien-doan-thanh-lap-2026" in nation
    assert held(Address("sector", "giao-duc")) & nation
    found = feeds.contents(CATALOGUE, Address("nation"), WINDOW.period)
    assert {o.anniversary.rank - (o.jubilee is not None) for o in found} == {0, 1, 2, 3}
    assert {o.anniversary.layer for o in found} == {
        "national",
        "international",
        "person",
        "sector",
    }
    narrow = feeds.contents(CATALOGUE, Address("nation"), WINDOW.period, 1)
    assert {key(o) for o in narrow} < nation
    assert max(o.anniversary.rank - (o.jubilee is not None) for o in narrow) == 1


def test_the_main_days() -> None:
    """Great days and ranks 1 and 2, single days, fewer than 90 a year; all of them the nation's."""
    found = feeds.contents(CATALOGUE, Address("main"), ngayle.parse("1995..2040"))
    assert all(o.anniversary.kind == "great" or o.anniversary.rank <= 2 for o in found)
    assert not {o.anniversary.kind for o in found} & {"period", "campaign", "document"}
    years = Counter(o.date.year for o in found)
    assert set(years) == set(range(1995, 2041))
    assert max(years.values()) < 90
    great = {a.id for a in CATALOGUE if a.kind == "great"}
    assert {o.anniversary.id for o in found if o.date.year == 2026} >= great
    assert held(Address("main")) <= held(Address("nation"))


def test_the_days_off_are_a_calendar_of_their_own() -> None:
    """As the command has them, in both languages; none before the table of laws."""
    made = feeds.make(CATALOGUE, Address("days-off"), WINDOW)
    days = resting.days_off("2025..2028", strict=False)
    assert {feed.events for feed in made.feeds.values()} == {len(days)}
    assert [e["path"] for e in made.entries()] == ["vi/nghi-le.ics", "en/days-off.ics"]
    for lang, feed in made.feeds.items():
        events = icalendar.Calendar.from_ical(feed.content).walk("VEVENT")
        assert [e.decoded("DTSTART") for e in events] == [d.date for d in days]
        assert [str(e["SUMMARY"]) for e in events] == [d.said_in(lang) for d in days]
    assert feeds.make(CATALOGUE, Address("days-off"), Window(1990)).feeds["vi"].events == 0


@pytest.mark.slow
def test_feeds_add_up_to_the_listing_without_doubles() -> None:
    """Nation and sectors are of the listing; provinces add to it, and share none of their own days."""
    every = [a for a in feeds.addresses(CATALOGUE, WINDOW) if a.kind != "days-off"]
    listed = occurrences(CATALOGUE, WINDOW.period)
    nation = held(Address("nation"))
    sectors = [held(a) for a in every if a.kind == "sector"]
    assert nation.union(*sectors) <= {key(o) for o in listed}
    assert {key(o) for o in listed if o.anniversary.sector} == set().union(*sectors)
    assert sum(map(len, sectors)) == len(set().union(*sectors))
    seen: set[str] = set()
    for address in (a for a in every if a.kind == "province"):
        assert not held(address) & nation
        # who was born in one province and fell in another stands in both
        found = feeds.contents(CATALOGUE, address, WINDOW.period)
        own = {key(o) for o in found if o.anniversary.layer == "province"}
        assert not own & seen
        seen |= own


def test_a_province_has_the_days_of_those_that_went_into_it() -> None:
    """Hải Dương is Hải Phòng since July 2025: from then on its days are in Hải Phòng's feed."""
    found = feeds.contents(CATALOGUE, Address("province", "hai-phong"), WINDOW.period)
    merged = [o for o in found if o.anniversary.provinces == ("hai-duong",)]
    assert merged
    assert min(o.date for o in merged) >= date(2025, 7, 1)
    alone = ngayle.listing("2026", provinces=["Hải Phòng"])
    assert {key(o) for o in found if o.year == 2026 and o.date.year == 2026} <= {
        key(o) for o in alone
    }


def many(number: int, **fields: str) -> str:
    """An overlay of so many days in a year."""
    extra = "".join(f'{k} = "{v}"\n' for k, v in fields.items())
    days = [(month, day) for month in range(1, 13) for day in range(1, 29)]
    return "".join(
        f'[[anniversary]]\nid = "rieng-{i}"\nkind = "day"\nname = "Ngày riêng {i}"\n{extra}'
        f'on = {{ solar = "{days[i % 336][0]:02d}-{days[i % 336][1]:02d}" }}\n'
        f'sources = ["https://example.org/{fields.get("name_en", "")}"]\n'
        for i in range(number)
    )


@pytest.mark.slow
def test_a_feed_that_is_too_large_has_fewer_years(toml: Run) -> None:
    """400 days a year are 1,600 in the window: two years of them fit."""
    catalogue = ngayle.load(toml(many(400)))
    made = feeds.make(catalogue, Address("own", "own"), WINDOW)
    assert made.narrowed == "only 2025..2026"
    assert {f.events for f in made.feeds.values()} == {800}
    assert {e["narrowed"] for e in made.entries()} == {"only 2025..2026"}


@pytest.mark.slow
def test_a_year_that_is_too_large_loses_its_least_weighty_days(toml: Run) -> None:
    """1,100 days a year; minor ones would go first."""
    catalogue = ngayle.load(toml(many(1100)))
    made = feeds.make(catalogue, Address("own", "own"), WINDOW)
    assert made.narrowed == "only 2026, without the 100 least weighty days"
    assert not any(f.too_large for f in made.feeds.values())
    assert {f.events for f in made.feeds.values()} == {1000}


@pytest.mark.slow
def test_a_feed_may_also_be_too_many_bytes(toml: Run) -> None:
    """500 days a year with long sources."""
    catalogue = ngayle.load(toml(many(500, name_en="x" * 990)))
    made = feeds.make(catalogue, Address("own", "own"), WINDOW)
    assert all(len(f.content) <= ics.MAX_BYTES for f in made.feeds.values())
    assert made.narrowed is not None
    assert made.narrowed.startswith("only 2026, without")


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {
        str(p.relative_to(folder)): sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }


@pytest.mark.slow
def test_the_folder_and_its_index(run: Run, tmp_path: Path) -> None:
    """The index tells of every file what is in it; the library writes the same as the command."""
    result = run("feeds", tmp_path / "one", *SMALL)
    assert (result.status, result.err) == (0, "")
    done = folder.write(str(tmp_path / "two"), CATALOGUE, Window(2026, 0, 0))
    found = digests(tmp_path / "one")
    assert digests(tmp_path / "two") == found
    assert (done.feeds + 1, done.written, done.unchanged) == (len(found), len(found), 0)
    index = json.loads((tmp_path / "one" / "index.json").read_text(encoding="utf-8"))
    assert {e["path"] for e in index["feeds"]} | {"index.json"} == set(found)
    assert index["window"] == {"first": "2026-01-01", "last": "2026-12-31"}
    assert (
        f"{len(index['feeds'])} feeds and index.json, {len(found)} files written, 0 unchanged"
        in result.out
    )
    for entry in index["feeds"]:
        content = (tmp_path / "one" / entry["path"]).read_bytes()
        assert len(content) == entry["bytes"] <= ics.MAX_BYTES
        assert content.count(b"BEGIN:VEVENT") == entry["events"] <= ics.MAX_EVENTS
        assert entry["etag"] == f'"{sha256(content).hexdigest()[:32]}"'
        assert f"NAME:{ics.calendar_name(entry['name'])}\r\n".encode() in content.replace(
            b"\r\n ", b""
        )
        assert entry["lang"] in entry["path"][:2]


@pytest.mark.slow
def test_only_what_changed_is_written(run: Run, tmp_path: Path, toml: Run) -> None:
    """A second run touches no file; a day added touches its feed and the index."""
    out = tmp_path / "out"
    overlay = toml(many(3))
    run("feeds", out, *SMALL, "--overlay", overlay)
    for path in out.rglob("*"):
        os.utime(path, (1, 1))
    again = run("feeds", out, *SMALL, "--overlay", overlay)
    assert " 0 files written" in again.out
    assert {p.stat().st_mtime for p in out.rglob("*") if p.is_file()} == {1}
    toml(many(4))
    assert " 3 files written" in run("feeds", out, *SMALL, "--overlay", overlay).out
    touched = {
        str(p.relative_to(out)) for p in out.rglob("*") if p.is_file() and p.stat().st_mtime > 1
    }
    assert touched == {"index.json", "vi/ngay-le-rieng-own.ics", "en/days-of-our-own-own.ics"}


@pytest.mark.slow
def test_what_killed_runs_left_is_taken_away(run: Run, tmp_path: Path) -> None:
    """Files that a process began which is no more; not those of one that is at work, nor a user's own."""
    (tmp_path / "vi").mkdir()
    gone = tmp_path / "vi" / ".ngayle-0123456789abcdef.part"
    at_work = tmp_path / "vi" / ".ngayle-fedcba9876543210.part"
    kept = [
        at_work,
        tmp_path / "vi" / "notes.part",
        tmp_path / "vi" / "my.ics.99999999999999999999.part",
        tmp_path / "backup.json.123.part",
        tmp_path / "mine.txt",
    ]
    for path in (gone, *kept):
        path.write_text("x")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / ".ngayle-00000000000000ff.part").mkdir()
    with at_work.open() as file:
        # as a run holds it that is writing
        fcntl.flock(file, fcntl.LOCK_EX)
        assert run("feeds", tmp_path, *SMALL).status == 0
    assert not gone.exists()
    assert all(path.read_text() == "x" for path in kept)


@pytest.mark.slow
def test_feeds_that_are_no_longer_made_stay(run: Run, tmp_path: Path) -> None:
    """A merged province's subscribers keep what they have, and the office is told."""
    (tmp_path / "vi").mkdir()
    old = tmp_path / "vi" / "ngay-le-ha-giang.ics"
    old.write_bytes(b"x")
    result = run("feeds", tmp_path, *SMALL)
    assert (
        "1 feeds of earlier runs are no longer made and stay as they are: vi/ngay-le-ha-giang.ics"
        in result.err
    )
    assert old.read_bytes() == b"x"


def test_requests_that_are_not_right(run: Run, tmp_path: Path, toml: Run) -> None:
    """One line, exit 2, nothing written."""
    file = tmp_path / "file"
    file.write_text("x")
    for arguments, message in (
        ((file,), "file"),
        ((tmp_path / "o", "--year", "1800"), "year 1800: outside 1901 to 2100"),
        ((tmp_path / "o", "--back", "-1"), "--back -1: must be 0 to 199"),
        ((tmp_path / "o", "--ahead", "200"), "--ahead 200: must be 0 to 199"),
        (("",), "an empty name is no folder"),
        ((tmp_path / "o", "--overlay", tmp_path / "none.toml"), "no such file"),
        (
            (tmp_path / "o", "--overlay", toml("[[anniversary]]\nid='x'")),
            "own.toml: x: kind: missing",
        ),
        ((), "the following arguments are required"),
    ):
        result = run("feeds", *arguments)
        assert result.status == 2
        assert message in result.err
        assert "Traceback" not in result.err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("lang", "said", "told"),
    [
        (
            "vi",
            "lich: 4 lịch và index.json; ghi 3 tệp, 2 tệp không đổi\n",
            "ngayle: vi/a.ics: quá lớn, chỉ có 2026, bớt 7 ngày ít quan trọng nhất\n",
        ),
        (
            "en",
            "lich: 4 feeds and index.json, 3 files written, 2 unchanged\n",
            "ngayle: vi/a.ics: too large, only 2026, without the 7 least weighty days\n",
        ),
    ],
)
def test_what_the_command_says_is_in_the_language_asked_for(
    speak: Run, toml: Run, monkeypatch: pytest.MonkeyPatch, lang: str, said: str, told: str
) -> None:
    """The summary, remarks on the feeds and on an overlay, and what was refused."""
    narrowed = Problem("feeds.weighty", years="2026", number=7)
    remark = Problem("feeds.large", path="vi/a.ics", narrowed=narrowed)
    done = folder.Written(4, 3, (remark,))
    monkeypatch.setattr(folder, "write", lambda *_, **__: done)
    own = '[[anniversary]]\nid = "x"\nname = "Ngày Ví Dụ"\nkind = "day"\norigin = "2001-03-04"\n'
    result = speak("feeds", "lich", "--lang", lang, "--overlay", toml(f"{own}minor = true\n"))
    assert (result.status, result.out) == (0, said)
    assert result.err.endswith(told)
    assert ("không còn dùng" if lang == "vi" else "no longer") in result.err
    assert str(narrowed) == "only 2026, without the 7 least weighty days"


def test_calendars_that_would_lose_days_are_named_in_both_languages() -> None:
    """Each loss is a sentence of its own within the one of the refusal."""
    losses = tuple(Problem("feeds.loss", path=f"{p}.ics", after=1, before=9) for p in "ab")
    error = ngayle.RequestError("feeds.fewer", path="lich", number=2, losses=losses)
    assert "(a.ics: 1 events instead of 9; b.ics: 1 events instead of 9)" in str(error)
    assert "(a.ics: 1 sự kiện thay vì 9; b.ics: 1 sự kiện thay vì 9)" in error.message("vi")


def test_format_ics(run: Run) -> None:
    """A period's days as a calendar, under a name of the user's or one that says whose days they are."""
    result = run("2023-07", "--format", "ics", "--province", "quang ninh", "--sector", "bao-chi")
    assert result.status == 0
    calendar = icalendar.Calendar.from_ical(result.out)
    assert str(calendar["NAME"]) == "Ngày lễ Quảng Ninh - ngành Báo chí"
    listed = json.loads(
        run("2023-07", "--format", "json", "--province", "quang ninh", "--sector", "bao-chi").out
    )
    assert [str(e["UID"]) for e in calendar.walk("VEVENT")] == [
        str(uuid5(ics.NAMESPACE, f"{o['id']}-2023")) for o in listed["occurrences"]
    ]
    assert "NAME:Của tôi" in run("2023-07", "--format", "ics", "--name", "Của tôi").out
    assert "NAME:Days of Viet Nam" in run("2023-07", "--format", "ics", "--lang", "en").out
    assert "VALARM" not in result.out
    assert "TRIGGER:PT8H" in run("2023-07", "--format", "ics", "--alarm", "08:00").out
    assert "TRIGGER:-P6DT16H" in run("2022-07", "--format", "ics", "--remind-days", "7").out


def test_format_ics_without_a_period(run: Run) -> None:
    """A fixed window around this year; every other format wants a PERIOD."""
    year = date.today().year  # noqa: DTZ011 - the command line reads the same clock
    result = run("--format", "ics", "--jubilees", "--back", "0", "--ahead", "1")
    starts = [e.decoded("DTSTART") for e in icalendar.Calendar.from_ical(result.out).walk("VEVENT")]
    assert {day.year for day in starts} >= {year, year + 1}
    assert max(day.year for day in starts) == year + 1
    assert (
        run("--format", "md").err
        == "ngayle: the following arguments are required: PERIOD (ngayle --help)\n"
    )


@pytest.mark.slow
def test_format_ics_that_is_large(run: Run, tmp_path: Path) -> None:
    """It is written all the same, with one line that says what would make it smaller."""
    out = tmp_path / "all.ics"
    result = run("2024..2027", "--all", "--format", "ics", "-o", out, "--lang", "en")
    assert result.status == 0
    (warning,) = result.err.splitlines()
    for part in ("events", "KB", "--all", "--jubilees", "--sector", "PERIOD"):
        assert part in warning
    assert out.read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert run("2026-07", "--format", "ics").err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("2026", "--format", "ics", "--alarm", "25:00"),
            "--alarm '25:00': write an hour of the day as 08:00",
        ),
        (
            ("2026", "--format", "ics", "--alarm", "8h"),
            "--alarm '8h': write an hour of the day as 08:00",
        ),
        (("2026", "--format", "ics", "--remind-days", "0"), "--remind-days 0: must be 1 to 365"),
        (("2026", "--remind-days", "7"), "--remind-days: goes with --format ics only"),
        (("2026", "--format", "md", "--name", "x"), "--name: goes with --format ics only"),
    ],
)
def test_options_of_calendars_that_are_not_right(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    """One line each."""
    result = run(*arguments)
    assert (result.status, result.err) == (2, f"ngayle: {message}\n")


@pytest.mark.slow
def test_calendars_that_would_lose_days_are_kept(run: Run, tmp_path: Path, toml: Run) -> None:
    """Ten own days a year become seven: refused, nothing written, unless it is said to be right."""
    out, overlay = tmp_path / "out", toml(many(10))
    window = ("--year", "2026", "--back", "1", "--ahead", "1")
    assert run("feeds", out, *window, "--overlay", overlay).status == 0
    before = digests(out)
    toml(many(9))
    assert run("feeds", out, *window, "--overlay", overlay).status == 0  # a tenth, not more
    toml(many(10))
    run("feeds", out, *window, "--overlay", overlay)
    assert digests(out) == before
    toml(many(7))
    result = run("feeds", out, *window, "--overlay", overlay)
    assert (result.status, result.out) == (2, "")
    # of 2026 and 2027: what is past may go
    assert "vi/ngay-le-rieng-own.ics: 14 events instead of 20" in result.err
    assert "en/days-of-our-own-own.ics: 14 events instead of 20" in result.err
    assert "2 calendars would lose days" in result.err
    assert "--allow-fewer" in result.err
    assert digests(out) == before
    assert run("feeds", out, *window, "--overlay", overlay, "--allow-fewer").status == 0
    assert digests(out) != before


@pytest.mark.slow
def test_fewer_years_are_no_fewer_days(run: Run, tmp_path: Path, toml: Run) -> None:
    """Only years that both hold are compared; one event less is no loss to speak of."""
    out, overlay = tmp_path / "out", toml(many(2))
    options = ("--overlay", overlay, "--back", "0")
    assert run("feeds", out, *options, "--year", "2026", "--ahead", "3").status == 0
    assert run("feeds", out, *options, "--year", "2027", "--ahead", "0").status == 0
    toml(many(1))
    assert run("feeds", out, *options, "--year", "2027", "--ahead", "0").status == 0


@pytest.mark.slow
def test_a_pipe_under_a_feeds_name_is_no_feed(run: Run, tmp_path: Path) -> None:
    """It would be waited for without end."""
    (tmp_path / "vi").mkdir()
    os.mkfifo(tmp_path / "vi" / "ngay-le-viet-nam.ics")
    result = run("feeds", tmp_path, *SMALL)
    assert result.status == 2
    assert result.err.endswith("vi/ngay-le-viet-nam.ics: is no file; take it away\n")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killing_it_leaves_every_file_whole() -> None:
    """Five kills; ``tools/kill_feeds.py`` does a hundred."""
    assert tool("kill_feeds").check(5, 7) == []
