"""The folder of feeds: which there are, what each holds, and how one that is too large is narrowed.

Values only: nothing here writes files or reads the clock. Every feed other than the nation's is an
addition to it, so that a person can subscribe to the nation's, their province's and their trade's:

* the nation's: what of the nation, the world, people and sectors has rank 1 to 3, a round year
  counting one better; the days of sectors in it stand in the sector's feed too;
* the main days, of which every one is in the nation's too: the great days and what has rank 1 or 2
  of its own, without periods; for a phone that wants no more;
* the days off, as :mod:`ngayle.render.resting_ics` has them;
* a province's, for each province of the map in force: its own days, those of the provinces that
  went into it, and whatever else happened on its ground and is not in the nation's;
* a sector's: all its days;
* one of each office's own days, if an overlay has any, called by its ``[office] id``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from ngayle import resting
from ngayle.catalogue import Catalogue
from ngayle.errors import Problem, RequestError
from ngayle.model import Occurrence
from ngayle.occurrences import occurrences, rank
from ngayle.period import AHEAD, BACK, Period
from ngayle.render.ics import MAX_BYTES, MAX_EVENTS, Feed, feed
from ngayle.render.resting_ics import days_off_feed
from ngayle.rules import FIRST_YEAR, LAST_YEAR
from ngayle.units.selection import Selection
from ngayle.words.labels import Labels

LANGS = ("vi", "en")
COLOUR_OF = {
    "nation": "firebrick",
    "main": "firebrick",
    "days-off": "seagreen",
    "province": "seagreen",
    "sector": "steelblue",
    "own": "slategray",
}
INDEX = "index.json"

NATION_RANK, MAIN_RANK = 3, 2
"""The last rank in the nation's feed, round years counting one better, and in the small one."""


@frozen
class Window:
    """Whole calendar years: ``year``, ``back`` years before it and ``ahead`` years after it."""

    year: int
    back: int = BACK
    ahead: int = AHEAD

    def __attrs_post_init__(self) -> None:
        """Raise RequestError for a year outside the calendar."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise RequestError("feeds.year", year=self.year, first=FIRST_YEAR, last=LAST_YEAR)

    @property
    def period(self) -> Period:
        """The period, as far as the calendar reaches."""
        first, last = max(FIRST_YEAR, self.year - self.back), min(LAST_YEAR, self.year + self.ahead)
        text = f"{first:04d}..{last:04d}" if first < last else f"{first:04d}"
        return Period(date(first, 1, 1), date(last, 12, 31), text)

    def narrower(self) -> Iterator[Window]:
        """Windows of fewer years: first fewer ahead, then fewer back. What is near goes last."""
        for ahead in range(self.ahead - 1, -1, -1):
            yield Window(self.year, self.back, ahead)
        for back in range(self.back - 1, -1, -1):
            yield Window(self.year, back, 0)


@frozen
class Address:
    """One feed of the folder, in every language.

    ``kind``: a key of ``COLOUR_OF``; ``slug``: whose, of a province, a sector or an office.
    """

    kind: str
    slug: str = ""

    def path(self, lang: str) -> str:
        """The place in the folder, permanent. Some programs show the file's name."""
        english = lang == "en"
        match self.kind:
            case "main":
                return "en/the-main-days.ics" if english else "vi/nhung-ngay-chinh.ics"
            case "days-off":
                return "en/days-off.ics" if english else "vi/nghi-le.ics"
            case "nation":
                whose = "viet-nam"
            case "sector":
                whose = f"{'sector' if english else 'nganh'}-{self.slug}"
            case "own":
                whose = f"{'our-own' if english else 'rieng'}-{self.slug}"
            case _:
                whose = self.slug
        return f"en/days-of-{whose}.ics" if english else f"vi/ngay-le-{whose}.ics"


@frozen
class Made:
    """An address made: names and feeds by language.

    ``years``: the first and last year that they hold. ``narrowed``: what was done about one that
    would have been too large, else None; as text it is English, and stands so in the index.
    """

    address: Address
    names: dict[str, str]
    feeds: dict[str, Feed]
    years: tuple[int, int]
    narrowed: Problem | None

    def entries(self) -> list[dict[str, Any]]:
        """What the index says of it, a value a file."""
        return [
            {
                "path": self.address.path(lang),
                "kind": self.address.kind,
                "slug": self.address.slug or None,
                "lang": lang,
                "name": self.names[lang],
                "events": made.events,
                "bytes": len(made.content),
                "etag": made.etag,
                "last_modified": made.last_modified.isoformat(),
                "narrowed": self.narrowed,
            }
            for lang, made in self.feeds.items()
        ]


def addresses(catalogue: Catalogue, window: Window) -> list[Address]:
    """All feeds: the nation's three, provinces', sectors', and that of own days if there are any.

    The map in force is that of the end of the window's year.
    """
    there = catalogue.units.provinces.on(date(window.year, 12, 31))
    found = [Address("nation"), Address("main"), Address("days-off")]
    found += [Address("province", place.slug) for place in sorted(there, key=lambda p: p.slug)]
    found += [Address("sector", slug) for slug in sorted(catalogue.units.sectors)]
    found += [Address("own", slug) for slug in sorted(catalogue.offices) if _own(catalogue, slug)]
    return found


def _own(catalogue: Catalogue, slug: str) -> bool:
    """Whether an office has days of its own."""
    return any(a.layer == "local" and a.office == slug for a in catalogue)


def contents(
    catalogue: Catalogue, address: Address, period: Period, nation_rank: int = NATION_RANK
) -> list[Occurrence]:
    """The occurrences of one feed, of any but the days off.

    ``nation_rank``: the last rank in the nation's, 1 to 5.
    """
    common = _listing(catalogue, period)
    match address.kind:
        case "nation":
            return [o for o in common if _everybodys(o, nation_rank)]
        case "main":
            return [o for o in common if _is_main(o)]
        case "sector":
            return [o for o in common if o.anniversary.sector == address.slug]
        case "own":
            return [
                o
                for o in common
                if o.anniversary.layer == "local" and o.anniversary.office == address.slug
            ]
    places = catalogue.units.provinces
    elsewhere = {(o.anniversary.id, o.date) for o in common if _everybodys(o, nation_rank)}
    return [
        o
        for o in _at_home(catalogue, period)
        if (o.anniversary.id, o.date) not in elsewhere
        and places.holder(address.slug, o.date)
        in [places.holder(home, o.date) for home in o.anniversary.provinces]
    ]


@lru_cache(maxsize=8)
def _listing(catalogue: Catalogue, period: Period) -> tuple[Occurrence, ...]:
    return tuple(occurrences(catalogue, period))


@lru_cache(maxsize=8)
def _at_home(catalogue: Catalogue, period: Period) -> tuple[Occurrence, ...]:
    """What is at home in any province, for all of them at once."""
    anywhere = Selection(provinces=catalogue.units.provinces)
    return tuple(o for o in occurrences(catalogue, period, anywhere) if o.anniversary.provinces)


def _everybodys(occurrence: Occurrence, last: int) -> bool:
    return occurrence.anniversary.layer != "local" and rank(occurrence, own=False) <= last


def _is_main(occurrence: Occurrence) -> bool:
    anniversary = occurrence.anniversary
    if anniversary.layer == "local" or anniversary.kind in ("period", "campaign", "document"):
        return False
    return anniversary.kind == "great" or anniversary.rank <= MAIN_RANK


def name(labels: Labels, provinces: Sequence[str] = (), sectors: Sequence[str] = ()) -> str:
    """The name of a calendar: "Ngày lễ Việt Nam", "Ngày lễ Huế - ngành Báo chí". Takes slugs."""
    units, english = labels.catalogue.units, labels.lang == "en"
    parts = [units.provinces[slug].name for slug in provinces]
    for slug in sectors:
        trade = units.sectors[slug]
        called = trade.name_en if english and trade.name_en else trade.name
        parts.append(labels.word("calendar.sector", name=called))
    return labels.word("calendar", whose=" - ".join(parts) or labels.word("calendar.nation"))


def make(
    catalogue: Catalogue,
    address: Address,
    window: Window,
    nation_rank: int = NATION_RANK,
    *,
    own_name: str | None = None,
    before: Mapping[str, bytes] = MappingProxyType({}),
    today: date | None = None,
) -> Made:
    """The feeds of one address. None of them is above 1,000 events or 900 KB.

    ``own_name``: what the calendar of an office is called, else by its ``[office] name``.
    ``before``: the calendars that are being replaced ``today``, by language: see
    :func:`ngayle.render.ics.feed`.

    One that would be has fewer years ahead, then fewer years back; if a single year is still too
    much, the least weighty days are left out. Both languages hold the same days. ``nation_rank``:
    the last rank in the nation's, 1 to 5.
    """
    labels = {lang: Labels(catalogue, lang) for lang in LANGS}
    names = {lang: _name(address, labels[lang], own_name) for lang in LANGS}
    if address.kind == "days-off":
        return _days_off(address, window, names)

    def rendered(found: Sequence[Occurrence]) -> dict[str, Feed]:
        return {
            lang: feed(
                found,
                labels[lang],
                name=names[lang],
                colour=COLOUR_OF[address.kind],
                since=date(window.year, 1, 1),
                before=before.get(lang),
                today=today,
            )
            for lang in LANGS
        }

    feeds, held, narrowed = _fitted(
        lambda years: contents(catalogue, address, years.period, nation_rank), rendered, window
    )
    return Made(address, names, feeds, (held.first.year, held.last.year), narrowed)


def _days_off(address: Address, window: Window, names: dict[str, str]) -> Made:
    """The days off of state bodies, of the window's years that the table of laws reaches."""
    period = window.period
    years = period.first.year, period.last.year
    first = max(period.first, date(resting.FIRST_YEAR, 1, 1))
    days = (
        resting.days_off(Period(first, period.last, period.text), strict=False)
        if first <= period.last
        else []
    )
    since, colour = date(window.year, 1, 1), COLOUR_OF[address.kind]
    feeds = {
        lang: days_off_feed(days, lang, name=names[lang], colour=colour, since=since)
        for lang in LANGS
    }
    return Made(address, names, feeds, years, None)


def _name(address: Address, labels: Labels, own_name: str | None) -> str:
    if address.kind == "own":
        office = labels.catalogue.offices[address.slug]
        if own_name or office.name is None:
            return own_name or labels.word("calendar.own")
        return labels.word("calendar", whose=office.name)
    if address.kind == "main":
        return labels.word("calendar.main")
    if address.kind == "days-off":
        return labels.word("rest.calendar")
    return name(
        labels,
        [address.slug] if address.kind == "province" else [],
        [address.slug] if address.kind == "sector" else [],
    )


def _fitted(
    found_in: Callable[[Window], list[Occurrence]],
    rendered: Callable[[Sequence[Occurrence]], dict[str, Feed]],
    window: Window,
) -> tuple[dict[str, Feed], Period, Problem | None]:
    for years in (window, *window.narrower()):
        found = found_in(years)
        feeds = _if_small(found, rendered)
        if feeds:
            held = years.period
            only = None if years is window else Problem("feeds.only", years=held.text)
            return feeds, held, only
    total = len(found)
    # by weight, then as they stand; what is kept goes back into the order of days
    ranked = sorted(range(total), key=lambda i: (found[i].anniversary.weight, i))
    keep = min(total, MAX_EVENTS)
    while not (feeds := _if_small([found[i] for i in sorted(ranked[:keep])], rendered)):
        keep = keep * 9 // 10
    narrowed = Problem("feeds.weighty", years=years.period.text, number=total - keep)
    return feeds, years.period, narrowed


def _if_small(
    found: Sequence[Occurrence], rendered: Callable[[Sequence[Occurrence]], dict[str, Feed]]
) -> dict[str, Feed] | None:
    if len(found) > MAX_EVENTS:
        return None
    feeds = rendered(found)
    return None if any(f.too_large for f in feeds.values()) else feeds


def index(catalogue: Catalogue, window: Window, entries: Sequence[dict[str, Any]]) -> bytes:
    """``index.json``: what is in the folder, by path. Nothing in it depends on when it was made."""
    period = window.period
    document = {
        "generated_from": catalogue.version,
        "window": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        "limits": {"events": MAX_EVENTS, "bytes": MAX_BYTES},
        "feeds": sorted(entries, key=lambda e: str(e["path"])),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
