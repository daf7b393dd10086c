"""Read the feeds as calendar programs do, and compare what each of them shows.

    python tools/check_clients.py [--node-modules DIR] [--verbose]

Every reader must take each feed without an error and give the same (first day, day after the last,
summary) as the occurrences that it was made of. Readers that are not installed are skipped, with a
line that says so; exit 1 if one disagrees, or if fewer than three could run.

* icalendar, vobject, recurring-ical-events: Python packages of these names;
* ical.js (Thunderbird, Nextcloud): the npm package, in DIR, ./node_modules or NODE_PATH, and node;
* libical (Evolution, GNOME, KDE): the shared library;
* khal, fed by vdirsyncer over HTTP from a server on 127.0.0.1: the Python packages.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import http.server
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import ngayle
from ngayle.feeds.calendars import Window, addresses, contents
from ngayle.model import Anniversary, Name, Occurrence, Origin, PartialDate
from ngayle.occurrences import occurrences
from ngayle.render import ics
from ngayle.rules import SolarDay
from ngayle.words.labels import Labels

YEAR = 2026
Shown = tuple[str, str, str]
"""First day, day after the last, summary."""

HOSTILE = (
    "Ngày A, B; C: D",
    'Ngày "trong ngoặc" (1/1)',
    "Ngày \\ gạch, \\; ngược\\",
    "C:\\New\\nam",
    "dòng một\r\nBEGIN:VEVENT",
    "nu\x00l \x07chuông\x0b",
    "Ngày " + "Kỷ niệm " * 30,
    "🎉👨‍👩‍👧‍👦🇻🇳" * 12,
    unicodedata.normalize("NFD", "Kỷ niệm Đặng Đình Nguyễn"),
    "=1+1",
    "%0d%0a",
    "<b>đậm</b> & \u2028 dòng",
    "\u202eđảo",
)


class Missing(Exception):
    """A reader that is not installed; the message says what is missing."""


def need(module: str) -> Any:
    """A module, or Missing."""
    if importlib.util.find_spec(module) is None:
        raise Missing(f"the Python package {module}")
    return importlib.import_module(module)


def by_icalendar(content: bytes) -> list[Shown]:
    """The package that wrote it."""
    calendar = need("icalendar").Calendar.from_ical(content)
    problems = [e for c in calendar.walk() for e in c.errors]
    if problems:
        raise ValueError(problems)
    return [
        _shown(e.decoded("DTSTART"), e.decoded("DTEND"), str(e["SUMMARY"]))
        for e in calendar.walk("VEVENT")
    ]


def by_recurring(content: bytes) -> list[Shown]:
    """What is on screen in the window and around it."""
    recurring = need("recurring_ical_events")
    calendar = need("icalendar").Calendar.from_ical(content)
    events = recurring.of(calendar).between(date(YEAR - 5, 1, 1), date(YEAR + 5, 1, 1))
    return [_shown(e.decoded("DTSTART"), e.decoded("DTEND"), str(e["SUMMARY"])) for e in events]


def by_vobject(content: bytes) -> list[Shown]:
    """An older parser, still in many programs."""
    calendar = need("vobject").readOne(content.decode())
    events = calendar.contents.get("vevent", [])
    return [_shown(e.dtstart.value, e.dtend.value, e.summary.value) for e in events]


JS = """
const ICAL = require(process.argv[1]).default || require(process.argv[1]);
const text = require('fs').readFileSync(0, 'utf8');
const calendar = new ICAL.Component(ICAL.parse(text));
console.log(JSON.stringify(calendar.getAllSubcomponents('vevent').map(c => {
  const e = new ICAL.Event(c);
  if (!e.startDate.isDate || e.isRecurring()) throw new Error('not a plain day: ' + e.uid);
  return [e.startDate.toString(), e.endDate.toString(), e.summary];
})));
"""


def by_ical_js(content: bytes) -> list[Shown]:
    """The parser of Thunderbird and Nextcloud."""
    node = shutil.which("node")
    if not node:
        raise Missing("node")
    folders = [*MODULES, "node_modules", *os.environ.get("NODE_PATH", "").split(os.pathsep)]
    found = next((Path(f, "ical.js") for f in folders if f and Path(f, "ical.js").is_dir()), None)
    if found is None:
        raise Missing("the npm package ical.js (npm install ical.js)")
    done = subprocess.run(
        [node, "-e", JS, str(found.resolve())], input=content, capture_output=True, check=False
    )
    if done.returncode:
        raise ValueError(done.stderr.decode()[-400:])
    return [(a, b, c) for a, b, c in json.loads(done.stdout)]


MODULES: list[str] = []


class _Time(ctypes.Structure):
    _fields_ = [
        (n, ctypes.c_int)
        for n in ("year", "month", "day", "hour", "minute", "second", "is_date", "daylight")
    ]
    _fields_ = [*_fields_, ("zone", ctypes.c_void_p)]


VEVENT = 4
"""The number of the kind of component in libical 3."""


def by_libical(content: bytes) -> list[Shown]:
    """The parser of Evolution, GNOME Calendar and KDE."""
    path = ctypes.util.find_library("ical")
    if not path:
        raise Missing("the library libical (Debian: libical3)")
    lib = ctypes.CDLL(path)
    for name, result, arguments in (
        ("icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
        ("icalcomponent_get_first_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_get_next_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_count_errors", ctypes.c_int, [ctypes.c_void_p]),
        ("icalcomponent_get_summary", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icalcomponent_get_dtstart", _Time, [ctypes.c_void_p]),
        ("icalcomponent_get_dtend", _Time, [ctypes.c_void_p]),
        ("icalcomponent_free", None, [ctypes.c_void_p]),
        ("icalcomponent_kind_to_string", ctypes.c_char_p, [ctypes.c_int]),
    ):
        getattr(lib, name).restype, getattr(lib, name).argtypes = result, arguments
    if lib.icalcomponent_kind_to_string(VEVENT) != b"VEVENT":
        raise Missing("a libical whose numbers are known (3.0)")
    root = lib.icalparser_parse_string(content)
    if not root or lib.icalcomponent_count_errors(root):
        raise ValueError(f"{lib.icalcomponent_count_errors(root) if root else 'all'} errors")
    found = []
    event = lib.icalcomponent_get_first_component(root, VEVENT)
    while event:
        days = [lib.icalcomponent_get_dtstart(event), lib.icalcomponent_get_dtend(event)]
        if not all(d.is_date for d in days):
            raise ValueError("a time where a day should be")
        start, end = (date(d.year, d.month, d.day) for d in days)
        found.append(_shown(start, end, (lib.icalcomponent_get_summary(event) or b"").decode()))
        event = lib.icalcomponent_get_next_component(root, VEVENT)
    lib.icalcomponent_free(root)
    return found


def by_khal(content: bytes) -> list[Shown]:
    """vdirsyncer fetches over HTTP, khal shows."""
    need("vdirsyncer"), need("khal")
    with tempfile.TemporaryDirectory() as name, _Server(content) as url:
        home = Path(name)
        (home / "sync").write_text(
            f'[general]\nstatus_path = "{home}/status/"\n'
            '[pair days]\na = "web"\nb = "disk"\ncollections = null\n'
            'conflict_resolution = "a wins"\n'
            f'[storage web]\ntype = "http"\nurl = "{url}"\n'
            f'[storage disk]\ntype = "filesystem"\npath = "{home}/days/"\nfileext = ".ics"\n'
        )
        (home / "khal").write_text(
            f"[calendars]\n[[days]]\npath = {home}/days/\ntype = calendar\n"
            f"[sqlite]\npath = {home}/khal.db\n"
            "[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            "local_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\n"
        )
        (home / "days").mkdir()
        sync = [sys.executable, "-m", "vdirsyncer", "-c", str(home / "sync")]
        _run([*sync, "discover"], home)
        _run([*sync, "sync"], home)
        listing = [
            sys.executable,
            "-m",
            "khal",
            "-c",
            str(home / "khal"),
            "list",
            "--once",
            "--day-format",
            "",
            "--json",
            "start-date",
            "--json",
            "end-date",
            "--json",
            "title",
            f"{YEAR - 4}-01-01",
            f"{YEAR + 4}-12-31",
        ]
        lines = _run(listing, home).splitlines()
        found = [e for part in lines if part for e in json.loads(part)]
    # khal's end is the last day, not the day after it
    return [(e["start-date"], _next(e["end-date"]), e["title"]) for e in found]


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def _run(command: list[str], home: Path) -> str:
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
    }
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, check=False, input="y\n" * 9
    )
    if done.returncode:
        raise ValueError(f"{command[2]}: {(done.stderr or done.stdout)[-600:]}")
    return done.stdout


class _Server:
    """Serves one feed on the loopback, as a static host would."""

    def __init__(self, content: bytes) -> None:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/calendar; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/ngay-le.ics"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


READERS: dict[str, Callable[[bytes], list[Shown]]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "recurring-ical-events": by_recurring,
    "ical.js": by_ical_js,
    "libical": by_libical,
    "khal over vdirsyncer": by_khal,
}


def _shown(start: date, end: date, summary: str) -> Shown:
    return start.isoformat(), end.isoformat(), summary


def _end(occurrence: Occurrence) -> date:
    """The exclusive end; a span longer than a week stands in a calendar on its first day."""
    last = occurrence.last
    if (last - occurrence.date).days >= ics.LONGEST:
        last = occurrence.date
    return last + timedelta(1)


def cases() -> dict[str, tuple[list[Occurrence], Labels]]:
    """The nation's feed in both languages, a province's, everything, nothing, and hostile names."""
    catalogue = ngayle.load()
    period = Window(YEAR, 1, 1).period
    vi, en = Labels(catalogue), Labels(catalogue, "en")
    wanted = {a.slug or a.kind: a for a in addresses(catalogue, Window(YEAR))}
    nation = contents(catalogue, wanted["nation"], period)
    found: dict[str, tuple[list[Occurrence], Labels]] = {
        "nation, vi": (nation, vi),
        "nation, en": (nation, en),
        "everything": (
            occurrences(catalogue, Window(YEAR, 0, 0).period, ngayle.Selection(everything=True)),
            vi,
        ),
        "empty": ([], vi),
        "hostile names": (hostile(), vi),
    }
    if "ninh-binh" in wanted:
        found["Ninh Bình"] = contents(catalogue, wanted["ninh-binh"], period), vi
    return found


def hostile() -> list[Occurrence]:
    """Days under names that nobody should have."""
    found = []
    for number, text in enumerate(HOSTILE):
        anniversary = Anniversary(
            id=f"hostile-{number}",
            layer="local",
            kind="day",
            names=(Name(text),),
            rule=SolarDay(2, number + 1),
            origin=Origin(PartialDate(2000, 2, number + 1)),
            sources=("https://example.org/a,b;c?d=%5Cn",),
        )
        days = anniversary.rule.in_year(YEAR)
        assert days
        closes = PartialDate(YEAR, 2, number + 1)
        found.append(Occurrence(anniversary, days[0], None, YEAR, YEAR - 2000, None, closes))
    return found


def main() -> int:
    """Run every reader over every feed."""
    parser = argparse.ArgumentParser(
        description="Compare what calendar programs read in the feeds."
    )
    parser.add_argument("--node-modules", metavar="DIR", action="append", default=[])
    parser.add_argument("--verbose", action="store_true", help="show every pair that differs")
    arguments = parser.parse_args()
    MODULES.extend(arguments.node_modules)
    feeds = {
        title: (
            sorted(_shown(o.date, _end(o), ics.summary(o, labels)) for o in found),
            ics.feed(found, labels, name="Ngày lễ").content,
        )
        for title, (found, labels) in cases().items()
    }
    ran, failed = 0, 0
    for name, reader in READERS.items():
        try:
            for title, (expected, content) in feeds.items():
                different = _compare(reader, content, expected)
                failed += bool(different)
                print(f"{name}: {title}: {different or f'{len(expected)} events, all the same'}")
                if different and arguments.verbose:
                    read = reader(content)
                    print("\n".join(map(str, sorted(set(read) ^ set(expected)))))
            ran += 1
        except Missing as missing:
            print(f"{name}: SKIPPED, not installed: {missing}")
    print(f"{ran} readers ran, {failed} disagreements")
    return 1 if failed or ran < 3 else 0


def _compare(reader: Callable[[bytes], list[Shown]], content: bytes, expected: list[Shown]) -> str:
    try:
        read = sorted(reader(content))
    except Missing:
        raise
    except Exception as error:  # whatever a reader raises is what this is here to find
        return f"FAILED: {type(error).__name__}: {error}"
    if read == expected:
        return ""
    return (
        f"FAILED: {len(set(expected) - set(read))} of {len(expected)} events are missing or other"
    )


if __name__ == "__main__":
    sys.exit(main())
