"""``ngayle show ID``: one entry, where it comes from, and when it falls next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ngayle.catalogue import Catalogue
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.lunar import today
from ngayle.model import Anniversary
from ngayle.occurrences import next_occurrences
from ngayle.rules import Moved
from ngayle.vietnamese import pad, width
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.lines import line
from ngayle.words.phrases import say


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle show", description="One entry: names, layers, sources, next occurrences."
    )
    parser.add_argument("id", metavar="ID", help="the id of an entry, as --format json gives it")
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    print(entry(catalogue, catalogue[arguments.id], today(), arguments.lang), end="")
    return 0


def entry(catalogue: Catalogue, anniversary: Anniversary, today: date, lang: str = "vi") -> str:
    """The entry as text, with its next five occurrences from ``today`` on."""
    rows = [(say(lang, f"show.{key}"), value) for key, value in _rows(anniversary, today, lang)]
    rows += [
        (say(lang, "show.next"), f"{o.date.isoformat()}  {line(o, lang)}")
        for o in next_occurrences(catalogue, anniversary, today)
    ]
    columns = max(width(key) for key, _ in rows)
    shown, last = [], None
    for key, value in rows:
        shown.append(f"{pad('' if key == last else key, columns)}  {value}\n")
        last = key
    return "".join(shown)


def _rows(anniversary: Anniversary, today: date, lang: str) -> Iterator[tuple[str, str]]:
    """What is known of an entry, each under the key of its label."""
    yield "id", anniversary.id
    yield from _names(anniversary, today, lang)
    layer = say(lang, f"layer.{anniversary.layer}")
    slug = anniversary.sector or anniversary.province
    yield "layer", f"{layer}: {slug}" if slug else layer
    if anniversary.home:
        yield "home", ", ".join(anniversary.home)
    for step in anniversary.chain:
        yield "chain", step
    kind = say(lang, f"kind.{anniversary.kind}")
    yield "kind", say(lang, "show.kind_of", kind=kind, rank=anniversary.rank)
    if anniversary.reserved:
        yield "reserved", say(lang, "show.reserved_text")
    yield from _when(anniversary, lang)
    for basis in anniversary.legal:
        yield "legal", cite(basis)
    for source in anniversary.sources:
        yield "source", source
    for reading in anniversary.disputed:
        yield "disputed", f"{reading.reading} ({reading.source})"
    if not anniversary.confirmed:
        yield "unconfirmed", say(lang, "show.unconfirmed_text")
    if anniversary.notes:
        yield "note", anniversary.notes
    day = anniversary.revised.isoformat()
    yield "revised", say(lang, "show.revision", day=day, number=anniversary.revision)


def _names(anniversary: Anniversary, today: date, lang: str) -> Iterator[tuple[str, str]]:
    current = anniversary.name_on(today)
    yield "name", current.text
    if current.en:
        yield "name_en", current.en
    for name in anniversary.names:
        if name is not current:
            until = name.until and dates.full_date(name.until)
            yield (
                "other_name",
                say(lang, "show.until", name=name, day=until) if until else name.text,
            )
    for alias in anniversary.aliases:
        yield "alias", alias


def _when(anniversary: Anniversary, lang: str) -> Iterator[tuple[str, str]]:
    """What it is counted from, in which years it is kept, and what was moved."""
    if origin := anniversary.origin:
        if origin.solar:
            yield "origin", dates.known(origin.solar)
        if origin.lunar:
            yield "lunar_origin", dates.known(origin.lunar)
    kept = anniversary.observance
    if kept.every > 1:
        yield "kept", say(lang, "show.every", number=kept.every)
    if kept.first_year or kept.last_year:
        span = {"first": kept.first_year or "…", "last": kept.last_year or "…"}
        yield "kept", say(lang, "show.span", **span)
    if anniversary.kind == "birth":
        yield "kept", say(lang, "show.birth")
    if isinstance(anniversary.rule, Moved):
        moved = anniversary.rule.moved
        for days in (days for _, days in moved if days):
            yield "moved", " - ".join(dates.full_date(day) for day in dict.fromkeys(days))
        unknown = [str(year) for year, days in moved if not days]
        if unknown:
            yield "unknown_in", ", ".join(unknown)
