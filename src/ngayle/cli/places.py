"""``ngayle places``: the map; with a name: one province, its history and the days that it keeps."""

from __future__ import annotations

from datetime import date

from ngayle.catalogue import Catalogue
from ngayle.cli.options import Parser, add_overlay, catalogue_of
from ngayle.errors import RequestError
from ngayle.units.places import Life, Map, Place, map_of
from ngayle.vietnamese import pad, sort_key, width
from ngayle.words import dates


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle places",
        description="The provinces of a day, or one of them with its history and days.",
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="with or without diacritics")
    parser.add_argument(
        "--on", metavar="DATE", help="the map of another day than today, as 2023-07-01"
    )
    add_overlay(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    places = map_of(catalogue)
    if arguments.name:
        print(one(catalogue, places, places.find(arguments.name)), end="")
        return 0
    day = date.today()
    if arguments.on:
        try:
            day = date.fromisoformat(arguments.on)
        except ValueError:
            raise RequestError(f"--on {arguments.on!r}: not a date; write 2023-07-01") from None
    print(listing(places, day), end="")
    return 0


def listing(places: Map, day: date) -> str:
    """The places of a day, each with the former ones whose ground it holds."""
    rows = []
    for place in sorted(places.on(day), key=lambda p: sort_key(p.name)):
        life = place.life(day)
        assert life is not None
        held = [
            p.name
            for p in places.places.values()
            if p.slug != place.slug and places.holder(p.slug, day) == place.slug and p.iso
        ]
        rows.append((life.name, life.type, place.slug, ", ".join(sorted(held, key=sort_key))))
    columns = [max((width(row[i]) for row in rows), default=0) for i in range(3)]
    shown = [
        "  ".join(pad(cell, w) for cell, w in zip(row, [*columns, 0], strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([f"{dates.full_date(day)}: {len(rows)}", *shown, ""])


def one(catalogue: Catalogue, places: Map, place: Place) -> str:
    """A place: its names, lives and the days of its layer."""
    rows = [f"{place.type} {place.name} ({place.slug}{', ' + place.iso if place.iso else ''})"]
    if place.aliases:
        rows.append(f"also: {', '.join(place.aliases)}")
    for life in place.lives:
        rows.append(_life(places, life))
    days = [a for a in catalogue if place.slug in a.provinces]
    if days:
        rows += ["", f"{len(days)} days:"]
    for anniversary in sorted(days, key=lambda a: (a.rule.in_year(2024) or (date.max,))[0]):
        origin = anniversary.origin and (anniversary.origin.solar or anniversary.origin.lunar)
        since = dates.partial_date(origin.year, origin.month, origin.day) if origin else ""
        marks = ", ".join(
            m
            for m, on in (
                ("unconfirmed", not anniversary.confirmed),
                ("ceremony day", anniversary.ceremony_day),
                ("ends with the unit", anniversary.unit_day == "ends"),
            )
            if on
        )
        rows.append(
            f"  {pad(since, 10)}  {anniversary.names[-1].text}"
            f"{f' ({marks})' if marks else ''}  [{anniversary.id}]"
        )
    return "\n".join([*rows, ""])


def _life(places: Map, life: Life) -> str:
    end = dates.full_date(life.until) if life.until else "nay"
    parts = [f"{life.since} - {end}: {life.type} {life.name}"]
    for word, slugs in (("out of", life.out_of), ("into", life.into)):
        if slugs:
            parts.append(f"{word} {', '.join(places.places[s].name for s in slugs)}")
    parts += [p for p in (life.act, life.source) if p]
    return "; ".join(parts)
