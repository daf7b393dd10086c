"""Feeds as bytes: what RFC 5545 asks of them, what they hold, and that only data change them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
import uuid
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha1
from pathlib import Path
from typing import Any

import icalendar
import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import ngayle
from ngayle.feeds.calendars import Window
from ngayle.model import Anniversary, LegalBasis, Name, Occurrence, Origin, PartialDate, Reading
from ngayle.occurrences import falls, occurrences
from ngayle.render import ics
from ngayle.render.ics import Feed, feed
from ngayle.rules import LunarDay, Month, Offset, SolarDay, SolarSpan
from ngayle.words.labels import Labels
from ngayle.words.lines import line

GOLDEN = Path(__file__).with_name("golden") / "feed.ics"
CATALOGUE = ngayle.load()
LABELS = {lang: Labels(CATALOGUE, lang) for lang in ("vi", "en")}

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            list("\\;,:\"'\r\n\t\x00\x07\x0b\x1c\x7f\x85\u2028\u2029\u202e\u200d\ufeffnN()=<>&")
        ),
        st.sampled_from(list("ăâđêôơưĂÂĐÊÔƠƯ\u0301\u0300\u0323\u0309🎉🇻🇳👨‍👩‍👧")),
        st.characters(),
    ),
    min_size=1,
    max_size=220,
)


def entry(name: str = "Ngày Thử", **fields: Any) -> Anniversary:
    """A day with a name, as the catalogue would build it."""
    known: dict[str, Any] = {
        "id": "ngay-thu",
        "layer": "local",
        "kind": "day",
        "names": (Name(name),),
        "rule": SolarDay(7, 27),
        "origin": Origin(PartialDate(1947, 7, 27)),
        "sources": ("https://example.org/a",),
        "revised": date(2026, 3, 4),
    }
    return Anniversary(**(known | fields))


NAMESPACE = uuid.UUID("0c726ba6-1402-55af-ba36-13de6c347a24")


def named(name: str) -> str:
    """The UID of "<id>-<year>"."""
    return str(uuid.uuid5(NAMESPACE, name))


def occurrence(anniversary: Anniversary, year: int = 2026) -> Occurrence:
    """Its occurrence in a year."""
    days = falls(anniversary, date(year, 1, 1), date(year + 1, 3, 1), every_year=True)
    return next(o for o in days if o.year == year)


def made(*occurrences: Occurrence, lang: str = "vi", **options: Any) -> Feed:
    """A feed of these."""
    return feed(occurrences, LABELS[lang], **({"name": "Ngày lễ"} | options))


def unfolded(content: bytes) -> list[str]:
    """The content lines of a feed, checked as raw bytes on the way (RFC 5545, 3.1)."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    found: list[str] = []
    for raw in lines:
        assert len(raw) <= 75, raw
        assert raw, "an empty line"
        # a fold inside a character would leave bytes that are no UTF-8
        text = raw.decode("utf-8")
        # nothing below a blank, no DEL, no C1, no separators: CR and LF only where lines end
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", text), text
        if text.startswith(" "):
            found[-1] += text[1:]
        else:
            found.append(text)
    for text in found:
        assert re.match(r"[A-Z-]+(;[A-Z-]+=[^:;,\"]+)*:", text), text
        assert unicodedata.is_normalized("NFC", text)
    return found


def events(content: bytes) -> list[dict[str, str]]:
    """The events of a feed: their lines by name, with parameters in the name."""
    found: list[dict[str, str]] = []
    depth: list[str] = []
    for text in unfolded(content):
        name, _, value = text.partition(":")
        if name == "BEGIN":
            depth.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert depth.pop() == value
        elif depth[-1] == "VEVENT":
            assert name not in found[-1], f"{name} twice"
            found[-1][name] = value
    assert not depth
    return found


def unescaped(text: str) -> str:
    """TEXT read strictly, as RFC 5545, 3.3.11 has it: nothing else may follow a backslash, no bare comma."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", text), text
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def lint(made_: Feed) -> list[dict[str, str]]:
    """Everything that a feed must be, whatever is in it; its events."""
    found = events(made_.content)
    assert len(found) == made_.events
    uids = [event["UID"] for event in found]
    assert len(set(uids)) == len(uids)
    for event in found:
        first, last = (
            date.fromisoformat(event[f"{key};VALUE=DATE"]) for key in ("DTSTART", "DTEND")
        )
        assert last > first
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
        assert "RRULE" not in event
        for key in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
            unescaped(event[key])
        assert re.fullmatch(
            r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", event["UID"]
        )
    parsed = icalendar.Calendar.from_ical(made_.content)
    assert not [error for component in parsed.walk() for error in component.errors]
    assert [str(e["UID"]) for e in parsed.walk("VEVENT")] == uids
    for event, read in zip(found, parsed.walk("VEVENT"), strict=True):
        for key in ("SUMMARY", "DESCRIPTION"):
            # read strictly, and as the many programs do that replace one escape after the other
            assert unescaped(event[key]) == str(read[key])
    return found


def test_an_event() -> None:
    """Every property of an ordinary day."""
    anniversary = entry(
        "Ngày Thương binh - Liệt sĩ",
        id="thuong-binh",
        layer="national",
        legal=(LegalBasis("Nghị định", "145/2013/NĐ-CP", date(2013, 10, 29), "Chính phủ"),),
    )
    (event,) = lint(made(occurrence(anniversary, 2023)))
    assert event == {
        "UID": named("thuong-binh-2023"),
        "DTSTAMP": "20260304T000000Z",
        "LAST-MODIFIED": "20260304T000000Z",
        "SEQUENCE": "62",
        "DTSTART;VALUE=DATE": "20230727",
        "DTEND;VALUE=DATE": "20230728",
        "SUMMARY": "76 năm Ngày Thương binh - Liệt sĩ",
        "DESCRIPTION": "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)\\nÂm lịch: 10/6 năm Quý Mão\\n"
        "Căn cứ: Nghị định số 145/2013/NĐ-CP ngày 29/10/2013 của Chính phủ\\nNguồn: https://example.org/a",
        "CATEGORIES": "Cả nước",
        "TRANSP": "TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS": "FREE",
    }


def test_the_calendar() -> None:
    """What stands above the events; NAME and X-WR-CALNAME without what programs show escaped."""
    head = unfolded(made(occurrence(entry()), name="Bưu chính, Viễn thông; \\n\r\nX:1").content)[
        1:10
    ]
    name = "Bưu chính Viễn thông \uff3cn X:1"
    assert head == [
        "VERSION:2.0",
        "PRODID:-//ngayle//ngayle//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "COLOR:firebrick",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-APPLE-CALENDAR-COLOR:#B22222",
        "X-PUBLISHED-TTL:P1D",
    ]


@pytest.mark.parametrize(
    ("year", "bare", "vi", "en"),
    [
        (1948, False, "01 năm Ngày Thử", "Test Day (1 year)"),
        (2023, False, "76 năm Ngày Thử", "Test Day (76 years)"),
        (2022, False, "○ 75 năm Ngày Thử", "○ Test Day (75 years)"),
        (2027, False, "● 80 năm Ngày Thử", "● Test Day (80 years)"),
        (2023, True, "Ngày Thử", "Test Day"),
        (2027, True, "● 80 năm Ngày Thử", "● Test Day (80 years)"),
    ],
)
def test_summaries(year: int, bare: bool, vi: str, en: str) -> None:
    """Counts, jubilees, and days that documents do not count; the mark stands where no phone cuts it off."""
    found = occurrence(entry(bare=bare, names=(Name("Ngày Thử", "Test Day"),)), year)
    assert [ics.summary(found, LABELS[lang]) for lang in ("vi", "en")] == [vi, en]


def test_other_kinds_of_days() -> None:
    """No origin, documents, spans, lunar days, days that are not confirmed."""
    family = occurrence(entry("Ngày Gia đình", origin=None))
    assert events(made(family).content)[0]["SUMMARY"] == "Ngày Gia đình"
    law = occurrence(entry("Luật số 1", kind="document"))
    assert ics.summary(law, LABELS["vi"]) == "79 năm thực hiện Luật số 1"
    month = occurrence(entry("Tháng Thử", rule=Month(2), origin=None))
    assert [events(made(month).content)[0][f"{k};VALUE=DATE"] for k in ("DTSTART", "DTEND")] == [
        "20260201",
        "20260202",
    ]
    assert ics.summary(month, LABELS["vi"]) == "Tháng Thử (02/2026)"
    assert ics.summary(month, LABELS["en"]).endswith(" (February 2026)")
    week, longer = (
        occurrence(
            entry("Tuần lễ Thử", rule=SolarSpan(SolarDay(6, 1), SolarDay(6, last)), origin=None)
        )
        for last in (7, 8)
    )
    assert [
        (e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"], e["SUMMARY"])
        for o in (week, longer)
        for e in events(made(o).content)
    ] == [
        ("20260601", "20260608", "Tuần lễ Thử"),
        ("20260601", "20260602", "Tuần lễ Thử (01/6 - 08/6)"),
    ]
    kings = occurrence(entry("Giỗ Tổ", rule=LunarDay(3, 10), origin=None))
    assert "\nÂm lịch: 10/3 năm Bính Ngọ" in ics.description(kings, LABELS["vi"])
    leap = occurrence(entry(rule=SolarDay(8, 1)), 2025)
    assert "Âm lịch: 08/6 nhuận năm Ất Tỵ" in ics.description(leap, LABELS["vi"])
    assert "Lunar date: 08/6 (leap month), Ất Tỵ" in ics.description(leap, LABELS["en"])
    doubtful = occurrence(entry(confirmed=False))
    assert ics.summary(doubtful, LABELS["vi"]) == "79 năm Ngày Thử (chưa kiểm chứng)"


def test_the_uid_is_the_year_of_the_rule() -> None:
    """A day at the end of a lunar year falls in January or February, and keeps its lunar year's UID."""
    eve = entry(rule=LunarDay(12, 30), origin=None)
    found = [occurrence(eve, year) for year in (2023, 2024)]
    assert [(ics.uid(o), o.date) for o in found] == [
        (named("ngay-thu-2023"), date(2024, 2, 9)),
        (named("ngay-thu-2024"), date(2025, 1, 28)),
    ]


def test_uids_are_these_for_ever() -> None:
    """RFC 9562, 5.5, worked out by hand: SHA-1 of the namespace's bytes and the name."""
    for id_ in ("thuong-binh-liet-si", "quoc-khanh"):
        digest = bytearray(sha1(NAMESPACE.bytes + f"{id_}-2026".encode()).digest()[:16])
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        assert ics.uid(occurrence(entry(id=id_))) == str(uuid.UUID(bytes=bytes(digest)))
    assert ics.uid(occurrence(entry(id="quoc-khanh"))) == named("quoc-khanh-2026")


def test_days_of_an_overlay_have_a_namespace_of_their_own() -> None:
    """Two offices may call a day alike; their subscribers keep both."""
    ours, theirs = (occurrence(entry(office=office)) for office in ("doan-ha-noi", "doan-hue"))
    assert len({ics.uid(o) for o in (ours, theirs, occurrence(entry()))}) == 3
    assert ics.uid(ours) == str(uuid.uuid5(uuid.uuid5(NAMESPACE, "doan-ha-noi"), "ngay-thu-2026"))


def test_a_day_that_falls_twice_in_a_year() -> None:
    """356 days after 10 January is 31 December in leap years, else the next 1 January: 2024 has both."""
    twice = entry(rule=Offset(356, SolarDay(1, 10)), origin=None)
    found = [*falls(twice, date(2024, 1, 1), date(2024, 12, 31))]
    assert [(ics.uid(o), o.date, o.year) for o in found] == [
        (named("ngay-thu-2024-01-01"), date(2024, 1, 1), 2024),
        (named("ngay-thu-2024-12-31"), date(2024, 12, 31), 2024),
    ]
    once = entry(rule=Offset(10, SolarDay(12, 25)), origin=None)
    (only,) = falls(once, date(2026, 1, 1), date(2026, 1, 31))
    assert ics.uid(only) == named("ngay-thu-2026")


def test_what_is_in_doubt_says_so() -> None:
    """In the description; what nobody has confirmed also where a phone shows it first."""
    readings = (Reading("mất năm 40", "https://a.vn/1"), Reading("mất năm 43", "https://b.vn/2"))
    doubtful = occurrence(entry(confirmed=False, disputed=readings))
    told = ics.description(doubtful, LABELS["vi"]).split("\n")
    assert "Chưa kiểm chứng." in told
    both = "mất năm 40 (https://a.vn/1); mất năm 43 (https://b.vn/2)"
    assert f"Các nguồn ghi khác nhau: {both}" in told
    told = ics.description(doubtful, LABELS["en"]).split("\n")
    assert {"Unconfirmed.", f"Sources differ: {both}"} < set(told)
    plain = ics.description(occurrence(entry()), LABELS["vi"])
    assert "Chưa" not in plain
    assert "khác nhau" not in plain


def test_categories_without_separators() -> None:
    """Outlook ends a category at a comma."""
    slug = next(s.slug for s in CATALOGUE.units.sectors.values() if "," in s.name)
    (event,) = lint(made(occurrence(entry(layer="sector", sector=slug))))
    assert "," not in event["CATEGORIES"]
    assert " - " in event["CATEGORIES"]


def alarms(content: bytes) -> list[str]:
    """The triggers of a feed."""
    return [text.partition(":")[2] for text in unfolded(content) if text.startswith("TRIGGER")]


def test_alarms_only_when_asked_for() -> None:
    """At an hour of the day itself; ahead for jubilees only, at that hour or at eight."""
    plain, jubilee = occurrence(entry(), 2026), occurrence(entry(), 2027)
    assert alarms(made(plain, jubilee).content) == []
    assert alarms(made(plain, jubilee, alarm=time(8)).content) == ["PT8H", "PT8H"]
    assert alarms(made(plain, jubilee, remind_days=7).content) == ["-P6DT16H"]
    assert alarms(made(jubilee, alarm=time(7, 30), remind_days=1).content) == [
        "-PT16H30M",
        "PT7H30M",
    ]
    lint(made(plain, jubilee, alarm=time(0, 0), remind_days=365))


def test_midnight_is_an_alarm_too() -> None:
    """00:00 is an hour, not nothing."""
    assert alarms(made(occurrence(entry()), alarm=time(0)).content) == ["P0D"]


def test_no_events() -> None:
    """A valid calendar: RFC 5545 wants one component, and a time zone is one that no program shows."""
    empty = made()
    assert lint(empty) == []
    components = [text for text in unfolded(empty.content) if text.startswith("BEGIN:")]
    assert components == ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"]
    assert empty.events == 0
    assert not empty.too_large


def test_what_a_server_needs() -> None:
    """ETag of the bytes, media type, the day of the last change."""
    one = made(occurrence(entry()))
    assert one.media_type == "text/calendar; charset=utf-8"
    assert re.fullmatch(r'"[0-9a-f]{32}"', one.etag)
    assert one.last_modified == datetime(2026, 3, 4, tzinfo=UTC)
    assert made(occurrence(entry()), since=date(2027, 1, 1)).last_modified == datetime(
        2027, 1, 1, tzinfo=UTC
    )
    assert one.max_age == 86400
    assert made(occurrence(entry()), name="Khác").etag != one.etag
    assert made(occurrence(entry())) == one


def test_an_occurrence_given_twice_is_written_once() -> None:
    """UIDs are unique whatever is asked for."""
    twice = occurrence(entry())
    assert lint(made(twice, twice)) == lint(made(twice))


@pytest.mark.slow
@settings(max_examples=150)
@given(name=HOSTILE, source=HOSTILE, legal=HOSTILE, calendar=HOSTILE)
@example("C:\\New\\nam, \\; \\N \\\\N", "\\n", "\\,", "\\N")
@example("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x", "\r", "\n", "a\r\nX-EVIL:1")
@example("Kỷ niệm " * 27, "ệ" * 70, "ể" * 71, "ữ" * 72)
@example("\ud800", "\x00", "\u2028", "\x85")
@example(
    unicodedata.normalize("NFD", "Kỷ niệm ngày truyền thống ngành Bưu điện Việt Nam " * 3),
    "a",
    "b",
    "c",
)
def test_hostile_text(name: str, source: str, legal: str, calendar: str) -> None:
    """Whatever a name holds, the feed is one event with that name, and nothing gets in beside it."""
    anniversary = entry(name, sources=(source,), legal=(LegalBasis(legal),))
    for lang in ("vi", "en"):
        (event,) = lint(made(occurrence(anniversary), name=calendar, lang=lang, alarm=time(8)))
        shown = unescaped(event["SUMMARY"])
        assert shown == ics.summary(occurrence(anniversary), LABELS[lang])
        assert "\n" not in shown
        # what is no control character, no blank and no backslash before n is there as it was given
        text = unicodedata.normalize("NFC", ics._INVISIBLE.sub("", name))
        kept = "".join(text.split()).replace("\\n", "\uff3cn").replace("\\N", "\uff3cN")
        if "\\" not in name:
            assert kept in "".join(shown.split()) or unicodedata.normalize("NFC", kept) in "".join(
                shown.split()
            )


@pytest.mark.parametrize(
    "year",
    [1907, *(pytest.param(y, marks=pytest.mark.slow) for y in (1954, 1985, 2026, 2030, 2099))],
)
def test_every_day_of_a_year(year: int) -> None:
    """All entries in all layers."""
    found = ngayle.listing(f"{year}", everything=True)
    for o, event in zip(found, lint(made(*found)), strict=True):
        assert date.fromisoformat(event["DTSTART;VALUE=DATE"]) == o.date
        shown = o.last if o.last < o.date + timedelta(days=7) else o.date
        assert date.fromisoformat(event["DTEND;VALUE=DATE"]) == shown + timedelta(days=1)
        assert unescaped(event["DESCRIPTION"]).split("\n")[0] == ics.plain(line(o))
        marked = o.jubilee == "tron" and o.anniversary.tone != "mourn"
        assert marked == event["SUMMARY"].startswith("● ")


PRINT_ETAGS = """
import ngayle
from ngayle.render.ics import feed
from ngayle.words.labels import Labels
catalogue = ngayle.load()
for lang in ("vi", "en"):
    for everything in (False, True):
        found = ngayle.listing("2026", everything=everything)
        print(feed(found, Labels(catalogue, lang), name="Ng\\u00e0y").etag)
"""


@pytest.mark.slow
def test_the_same_bytes_in_every_environment() -> None:
    """Processes with other languages, time zones and hash seeds."""
    places = [
        {"LANG": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"},
        {
            "LANG": "vi_VN.UTF-8",
            "LC_ALL": "vi_VN.UTF-8",
            "TZ": "Asia/Ho_Chi_Minh",
            "PYTHONHASHSEED": "1",
        },
        {
            "LANG": "th_TH.UTF-8",
            "TZ": "Pacific/Kiritimati",
            "PYTHONHASHSEED": "4242",
            "PYTHONOPTIMIZE": "2",
        },
        {
            "LC_ALL": "tr_TR.UTF-8",
            "TZ": "America/Los_Angeles",
            "PYTHONHASHSEED": "random",
            "PYTHONUTF8": "0",
        },
    ]
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
    seen = {
        subprocess.run(
            [sys.executable, "-c", PRINT_ETAGS], env=kept | place, capture_output=True, check=True
        ).stdout
        for place in places
    }
    assert len(seen) == 1
    assert len(set(seen.pop().split())) == 4


@pytest.mark.slow
def test_renaming_an_entry_changes_its_events_and_no_others() -> None:
    """A corrected name with its revision: same UIDs, higher SEQUENCE, new text; every other byte stays."""
    found = occurrences(CATALOGUE, Window(2026, 1, 1).period)
    renamed = evolve(
        CATALOGUE["thuong-binh-liet-si"],
        names=(Name("Ngày Thương binh, Liệt sĩ", "War Invalids"),),
        revised=date(2027, 1, 2),
    )
    after = [evolve(o, anniversary=renamed) if o.anniversary.id == renamed.id else o for o in found]
    old, new = lint(made(*found)), lint(made(*after))
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert [b["UID"] for _, b in changed] == [
        named(f"thuong-binh-liet-si-{y}") for y in (2025, 2026, 2027)
    ]
    for a, b in changed:
        assert a["UID"] == b["UID"]
        days = (CATALOGUE["thuong-binh-liet-si"].revised - date(2026, 1, 1)).days
        assert (a["SEQUENCE"], b["SEQUENCE"]) == (str(days), "366")  # days since 2026-01-01
        assert b["LAST-MODIFIED"] == b["DTSTAMP"] == "20270102T000000Z"
        assert {k for k in a if a[k] != b[k]} == {
            "SUMMARY",
            "DESCRIPTION",
            "SEQUENCE",
            "DTSTAMP",
            "LAST-MODIFIED",
        }


def test_moving_a_day_moves_its_event() -> None:
    """A corrected date keeps the UID: the phone moves the event."""
    before, after = occurrence(entry()), occurrence(entry(rule=SolarDay(7, 28)))
    (a,), (b,) = lint(made(before)), lint(made(after))
    assert a["UID"] == b["UID"]
    assert (a["DTSTART;VALUE=DATE"], b["DTSTART;VALUE=DATE"]) == ("20260727", "20260728")


@pytest.mark.usefixtures("installed")
def test_importing_ngayle_or_listing_imports_no_icalendar() -> None:
    """Only feeds pay for it."""
    code = (
        "import sys, ngayle.cli; ngayle.cli.main(['2026-07']); sys.exit('icalendar' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_golden_bytes() -> None:
    """A small feed whose every byte was read: a change of icalendar's writing shows here.

    Written by ``python tests/test_ics.py``; look at the difference before keeping it.
    """
    assert golden().content == GOLDEN.read_bytes()


def golden() -> Feed:
    """Days of every kind, made here so that no change of the data moves them."""
    act = LegalBasis("Nghị định", "145/2013/NĐ-CP", date(2013, 10, 29), "Chính phủ")
    names = (Name("Ngày Thương binh - Liệt sĩ", "War Invalids and Martyrs Day"),)
    soldiers = entry(id="thuong-binh-liet-si", layer="national", names=names, legal=(act,))
    kings = entry(
        "Giỗ Tổ Hùng Vương",
        id="gio-to-hung-vuong",
        layer="national",
        kind="great",
        origin=None,
        rule=LunarDay(3, 10),
    )
    long = entry(
        'Ngày truyền thống lực lượng Thông tin, Liên lạc; và Cơ yếu "Đặng Đình Nguyễn" \\ Việt Nam',
        id="thong-tin",
        origin=Origin(PartialDate(1946, 9)),
        rule=SolarDay(9, 9),
        sources=("https://example.org/rat-dai/" + "duong-dan-" * 9 + "?a=1,2;b",),
    )
    youth = entry(
        "Tháng Thanh niên",
        id="thang-thanh-nien",
        kind="period",
        rule=Month(3),
        origin=None,
        sources=(),
    )
    found = [
        occurrence(youth, 2027),
        occurrence(kings, 2027),
        occurrence(soldiers, 2026),
        occurrence(soldiers, 2027),
        occurrence(long, 2026),
    ]
    return made(*found, name="Ngày lễ Việt Nam", remind_days=7)


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_bytes(golden().content)
