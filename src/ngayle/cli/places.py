"""``ngayle places``: the map; with a name: one province, its history and the days that it keeps."""

from __future__ import annotations

from datetime import date

from ngayle.catalogue import Catalogue
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.errors import RequestError
from ngayle.lunar import today
from ngayle.model import Anniversary
from ngayle.units import Life, Register, Unit, in_order
from ngayle.vietnamese import pad, width
from ngayle.words import dates
from ngayle.words.phrases import say


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle places")
    parser.add_argument("name", metavar="NAME", nargs="*")
    parser.add_argument("--on", metavar="DATE")
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    places = catalogue.units.provinces
    if arguments.name:
        print(one(catalogue, places.find(" ".join(arguments.name)), arguments.lang), end="")
        return 0
    day = today()
    if arguments.on:
        try:
            day = date.fromisoformat(arguments.on)
        except ValueError:
            raise RequestError("places.on", text=arguments.on) from None
    print(listing(places, day), end="")
    return 0


def listing(places: Register, day: date) -> str:
    """The places of a day, each with the former ones whose ground it holds."""
    rows = []
    for place in in_order(places.on(day)):
        life = place.life(day)
        assert life is not None
        held = [p.name for p in in_order(places.held_by(place.slug, day)) if p.iso and p != place]
        rows.append((life.name, life.type, place.slug, ", ".join(held)))
    columns = [max((width(row[i]) for row in rows), default=0) for i in range(3)]
    shown = [
        "  ".join(pad(cell, w) for cell, w in zip(row, [*columns, 0], strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([f"{dates.full_date(day)}: {len(rows)}", *shown, ""])


def one(catalogue: Catalogue, place: Unit, lang: str) -> str:
    """A place: its names, lives and the days of its layer."""
    codes = [place.slug, *([place.iso] if place.iso else []), *place.codes]
    rows = [f"{place.type} {place.name} ({', '.join(codes)})"]
    if place.aliases:
        rows.append(say(lang, "unit.also", names=", ".join(place.aliases)))
    rows += [_life(catalogue.units.provinces, life, lang) for life in place.lives]
    days = [a for a in catalogue if place.slug in a.provinces]
    if days:
        rows += ["", say(lang, "unit.days", number=len(days))]
    for anniversary in sorted(days, key=lambda a: (a.rule.in_year(2024) or (date.max,))[0]):
        origin = _origin(anniversary, lang)
        marks = (
            ("unconfirmed", not anniversary.confirmed),
            ("disputed", anniversary.disputed),
            ("reserved", anniversary.reserved),
            ("unit.ceremony", anniversary.ceremony_day),
            ("unit.ends", anniversary.unit_day == "ends"),
        )
        said = ", ".join(say(lang, key) for key, there in marks if there)
        rows.append(
            f"  {pad(origin, 10)}  {anniversary.names[-1]}"
            f"{f' ({said})' if said else ''}  [{anniversary.id}]"
        )
    return "\n".join([*rows, ""])


def _origin(anniversary: Anniversary, lang: str) -> str:
    """ "27/7/1947"; of what is known by the moon alone, "28/11/1585 âm lịch"."""
    origin = anniversary.origin
    if origin is None:
        return ""
    if origin.solar:
        return dates.known(origin.solar)
    assert origin.lunar is not None
    if origin.lunar.month is None:
        return dates.known(origin.lunar)
    return f"{dates.known(origin.lunar)} {say(lang, 'lunar')}"


def _life(places: Register, life: Life, lang: str) -> str:
    parts = [f"{life.span(lang)}: {life.full_name}"]
    for word, slugs in (("unit.out_of", life.out_of), ("unit.into", life.into)):
        if slugs:
            parts.append(say(lang, word, names=", ".join(places[s].name for s in slugs)))
    parts += [p for p in (life.act, life.source) if p]
    return "; ".join(parts)
