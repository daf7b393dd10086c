"""``ngayle places``: the map; with a name: one province, its history and the days that it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

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
    rows += [_life(catalogue.units.provinces, place, life, lang) for life in place.lives]
    rows += _gains(catalogue.units.provinces, place, lang)
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


def _life(places: Register, place: Unit, life: Life, lang: str) -> str:
    parts = [f"{life.span(lang)}: {life.full_name}"]
    if life.out_of:
        parts.append(_change(places, place, life.out_of, life.from_, lang, "unit.out_of"))
    if life.into:
        after = life.until + timedelta(1) if life.until else None
        parts.append(_change(places, place, life.into, after, lang, "unit.into"))
    parts += [p for p in (life.act, life.source) if p]
    return "; ".join(parts)


def _gains(places: Register, place: Unit, lang: str) -> list[str]:
    """What was joined to a unit that went on under its name, a row a day."""
    begun = {(life.from_, slug) for life in place.lives for slug in life.out_of}
    gained: dict[date, list[str]] = {}
    for other in in_order(places.values()):
        for life in other.lives:
            if life.until is None or other is place or life.into[:1] != (place.slug,):
                continue
            day = life.until + timedelta(1)
            if (day, other.slug) not in begun and place.life(life.until) is not None:
                gained.setdefault(day, []).append(life.full_name)
    return [
        say(lang, "unit.gained", day=dates.full_date(day), names=", ".join(names))
        for day, names in sorted(gained.items())
    ]


def _change(
    places: Register, place: Unit, others: Sequence[str], day: date | None, lang: str, word: str
) -> str:
    """What a unit came out of or went into on a day: renamed, split, or joined with others."""
    before = word == "unit.out_of"
    if len(others) > 1:
        word = "unit.joined" if before else "unit.split"
    elif day is not None:
        (other,) = (places[s] for s in others)
        then = other.life(day - timedelta(before))
        if then and tuple(then.into if before else then.out_of) == (place.slug,):
            return say(lang, "unit.was" if before else "unit.became", name=then.full_name)
    return say(lang, word, names=", ".join(places[s].name for s in others))
