"""``ngayle show ID``: one entry, where it comes from, and when it falls next."""

from __future__ import annotations

from datetime import date

from ngayle.catalogue import Catalogue
from ngayle.cli.options import Parser, add_overlay, catalogue_of
from ngayle.model import Anniversary
from ngayle.occurrences import next_occurrences
from ngayle.rules import Moved
from ngayle.words import dates
from ngayle.words.lines import cite, line


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle show", description="One entry: names, layers, sources, next occurrences."
    )
    parser.add_argument("id", metavar="ID", help="the id of an entry, as --format json gives it")
    add_overlay(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    print(entry(catalogue, catalogue[arguments.id], date.today()), end="")
    return 0


def entry(catalogue: Catalogue, anniversary: Anniversary, today: date) -> str:
    """The entry as text, with its next five occurrences from ``today`` on."""
    current = anniversary.name_on(today)
    rows = [("id", anniversary.id), ("name", current.text)]
    if current.en:
        rows.append(("English", current.en))
    for name in anniversary.names:
        if name is not current:
            until = f" (until {dates.full_date(name.until)})" if name.until else ""
            rows.append(("other name", name.text + until))
    rows += [("alias", a) for a in anniversary.aliases]
    slug = anniversary.sector or ", ".join(anniversary.provinces)
    rows.append(("layer", anniversary.layer + (f": {slug}" if slug else "")))
    rows += [("chain", c) for c in anniversary.chain]
    rows.append(("kind", f"{anniversary.kind}, rank {anniversary.rank}"))
    if anniversary.origin:
        origin = anniversary.origin
        if origin.solar:
            rows.append(
                (
                    "origin",
                    dates.partial_date(origin.solar.year, origin.solar.month, origin.solar.day),
                )
            )
        if origin.lunar:
            lunar = origin.lunar
            rows.append(("lunar origin", dates.partial_date(lunar.year, lunar.month, lunar.day)))
    kept = anniversary.observance
    if kept.every > 1:
        rows.append(("kept", f"when the count is a multiple of {kept.every}"))
    if kept.first_year or kept.last_year:
        rows.append(("kept", f"{kept.first_year or '…'} - {kept.last_year or '…'}"))
    rows += _moved(anniversary)
    rows += [("legal basis", cite(basis)) for basis in anniversary.legal]
    rows += [("source", s) for s in anniversary.sources]
    rows += [("disputed", f"{r.reading} ({r.source})") for r in anniversary.disputed]
    if not anniversary.confirmed:
        rows.append(("unconfirmed", "left out of the default listing"))
    if anniversary.notes:
        rows.append(("note", anniversary.notes))
    rows.append(("revised", anniversary.revised.isoformat()))
    rows += [
        ("next", f"{o.date.isoformat()}  {line(o)}")
        for o in next_occurrences(catalogue, anniversary, today)
    ]
    width = max(len(key) for key, _ in rows)
    shown, last = [], None
    for key, value in rows:
        shown.append(f"{'' if key == last else key:<{width}}  {value}\n")
        last = key
    return "".join(shown)


def _moved(anniversary: Anniversary) -> list[tuple[str, str]]:
    """The days it was moved to, and the years in which it is left out."""
    if not isinstance(anniversary.rule, Moved):
        return []
    moved = anniversary.rule.moved
    rows = [
        ("moved to", " - ".join(dates.full_date(day) for day in dict.fromkeys(days)))
        for _, days in moved
        if days
    ]
    unknown = [str(year) for year, days in moved if not days]
    return rows + ([("not known in", ", ".join(unknown))] if unknown else [])
