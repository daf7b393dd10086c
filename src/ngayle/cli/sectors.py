"""``ngayle sectors``: the trades; with a name: one of them with its history and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.cli.find import rows
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.lunar import today
from ngayle.units import in_order
from ngayle.vietnamese import pad, width
from ngayle.words import dates
from ngayle.words.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ngayle.catalogue import Catalogue
    from ngayle.model import Anniversary
    from ngayle.units import Unit


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle sectors")
    parser.add_argument("name", metavar="NAME", nargs="*")
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    labels = Labels(catalogue, arguments.lang)
    if arguments.name:
        unit = catalogue.units.sectors.find(" ".join(arguments.name))
        print("".join(_one(catalogue, unit, today(), labels)), end="")
    else:
        print("".join(_all(catalogue, today(), labels)), end="")
    return 0


def _all(catalogue: Catalogue, today: date, labels: Labels) -> Iterator[str]:
    """A row a sector: its name, the slug that --sector takes, its days as 27/02."""
    days: dict[str, list[str]] = {}
    for anniversary in catalogue:
        if anniversary.sector and anniversary.rank < 5:
            days.setdefault(anniversary.sector, []).append(_day(anniversary, today, labels))
    units = in_order(catalogue.units.sectors.values())
    rows = [
        (
            unit.name_on(today, labels.lang),
            unit.slug,
            ", ".join(filter(None, days.get(unit.slug, ()))),
        )
        for unit in units
    ]
    yield f"{labels.word('sectors.number', number=len(rows))}\n"
    columns = [max(width(row[at]) for row in rows) for at in range(2)]
    for name, slug, listed in rows:
        yield f"{pad(name, columns[0])}  {pad(slug, columns[1])}  {listed}".rstrip() + "\n"


def _day(anniversary: Anniversary, today: date, labels: Labels) -> str:
    """Where its day lies this year: "27/02"; nothing where it has none."""
    days = anniversary.rule.in_year(today.year)
    if days is None:
        return ""
    if anniversary.rule.lunar:
        from ngayle import lunar

        moon = lunar.from_date(days[0])
        return f"{dates.lunar_day(moon, labels.lang)} {labels.word('lunar')}"
    return dates.day_month(days[0].day, days[0].month)


def _one(catalogue: Catalogue, unit: Unit, today: date, labels: Labels) -> Iterator[str]:
    """The sector: names, lives, and its days at their next occurrence."""
    yield f"{unit.name_on(today, labels.lang)} ({unit.slug})\n"
    if unit.aliases:
        yield f"{labels.word('unit.also', names=', '.join(unit.aliases))}\n"
    for life in unit.lives:
        if life.from_ or life.until:
            into = ", ".join(catalogue.units.sectors[slug].name for slug in life.into)
            heir = f"; {labels.word('unit.into', names=into)}" if into else ""
            yield f"{life.span(labels.lang)}: {life.name}{heir}\n"
    days = sorted(
        (a for a in catalogue if a.sector == unit.slug),
        key=lambda a: (a.rank, (a.rule.in_year(today.year) or (today,))[0]),
    )
    if days:
        yield f"\n{labels.word('unit.days', number=len(days))}\n"
        yield from rows(catalogue, days, today, labels)
