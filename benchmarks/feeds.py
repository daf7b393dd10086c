"""What feeds cost: ratios of paired runs in one process, and seconds a feed.

    python benchmarks/feeds.py

``feed`` takes three years of the nation's days from the catalogue to bytes. ``icalendar`` is given
the finished values of the same events and only builds and writes them, by ``Event.add``; its bytes
must be the same. The ratio must stay within 1.3. Then the whole folder, and feeds of growing size,
whose time an event must not grow.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import icalendar

import ngayle
from ngayle.cli import main as command
from ngayle.feeds import calendars as feeds
from ngayle.model import Occurrence
from ngayle.render import ics
from ngayle.words.labels import Labels

RUNS, LIMIT = 11, 1.3
YEAR = 2026
NAME = "Ngày lễ Việt Nam"


def values(content: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The properties of a feed as plain values, ready to be added."""
    calendar = icalendar.Calendar.from_ical(content)
    head = {key: value for key, value in calendar.items() if key not in ("NAME", "X-WR-CALNAME")}
    return head, [
        {
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "uid": str(event["UID"]),
            "dtstart": event.decoded("DTSTART"),
            "dtend": event.decoded("DTEND"),
            "dtstamp": event.decoded("DTSTAMP"),
            "last-modified": event.decoded("LAST-MODIFIED"),
            "sequence": event.decoded("SEQUENCE"),
            "categories": event.decoded("CATEGORIES"),
            "transp": str(event["TRANSP"]),
            "x-microsoft-cdo-busystatus": icalendar.vText("FREE"),
        }
        for event in calendar.walk("VEVENT")
    ]


def plain_icalendar(head: dict[str, Any], events: list[dict[str, Any]]) -> bytes:
    """The package alone."""
    calendar = icalendar.Calendar()
    for key, value in head.items():
        calendar.add(key, value)
    for key in ("name", "x-wr-calname"):
        calendar.add(key, icalendar.vText(NAME))
    for properties in events:
        event = icalendar.Event()
        for key, value in properties.items():
            event.add(key, value)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def seconds(work: Callable[[], object]) -> float:
    """One run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def copies(found: list[Occurrence], number: int) -> list[Occurrence]:
    """So many occurrences: the same ones moved by years, each with a UID of its own."""
    many = []
    for i in range(number):
        o = found[i % len(found)]
        turn = i // len(found)
        day = o.date + timedelta(days=364 * turn)
        many.append(
            Occurrence(o.anniversary, day, None, o.year + 100 * turn, o.years, o.jubilee, o.closes)
        )
    return many


def main() -> int:
    """Print all figures; exit 1 if a limit is passed."""
    catalogue = ngayle.load()
    labels = Labels(catalogue)
    period = feeds.Window(YEAR, 1, 1).period

    def ours() -> bytes:
        feeds._listing.cache_clear()
        found = feeds.contents(catalogue, feeds.Address("nation"), period)
        return ics.feed(found, labels, name=NAME).content

    content = ours()
    head, events = values(content)
    if plain_icalendar(head, events) != content:
        print("icalendar wrote other bytes: the comparison means nothing")
        return 1
    pairs = [(seconds(ours), seconds(lambda: plain_icalendar(head, events))) for _ in range(RUNS)]
    a, b = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(x / y for x, y in pairs)
    print(
        f"nation, 3 years, {len(events)} events: feed {a * 1000:.0f} ms, icalendar alone "
        f"{b * 1000:.0f} ms, ratio {ratio:.2f} (limit {LIMIT})"
    )

    found = feeds.contents(catalogue, feeds.Address("nation"), period)
    each = []
    for number in (125, 250, 500, 1000, 2000, 4000):
        build = partial(ics.feed, copies(found, number), labels, name=NAME)
        took = statistics.median(seconds(build) for _ in range(5))
        each.append(took / number)
        print(
            f"  {number:>5} events: {took * 1000:7.1f} ms, {took / number * 1e6:5.0f} µs an event"
        )
    growth = each[-1] / each[0]
    print(f"  an event costs {growth:.2f} times as much among 4,000 as among 125")

    window = feeds.Window(YEAR)
    times = []
    for address in feeds.addresses(catalogue, window):
        start = time.perf_counter()
        made = feeds.make(catalogue, address, window)
        times.append(
            (time.perf_counter() - start, sum(f.events for f in made.feeds.values()), address)
        )
    for kind in feeds.COLOUR_OF:
        of_kind = [(t, n) for t, n, address in times if address.kind == kind]
        if of_kind:
            files, took, total = (
                2 * len(of_kind),
                sum(t for t, _ in of_kind),
                sum(n for _, n in of_kind),
            )
            print(
                f"{kind:>9}: {files:>4} feeds, {total:>5} events, "
                f"{took / files * 1000:6.1f} ms a feed"
            )
    with tempfile.TemporaryDirectory() as name:
        for jobs in ("1", "2"):
            folder = str(Path(name, jobs))
            again = partial(command, ["feeds", folder, "--year", str(YEAR), "--jobs", jobs])
            took = seconds(again)
            print(f"ngayle feeds --jobs {jobs}: {took:.2f} s")
        took = seconds(again)
        print(f"ngayle feeds again, nothing changed: {took:.2f} s")
    return 1 if ratio > LIMIT or growth > 1.5 else 0


if __name__ == "__main__":
    sys.exit(main())
