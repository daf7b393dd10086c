"""``ngayle show ID|WORDS``: one entry, where it comes from, and when it falls next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ngayle.catalogue import Catalogue
from ngayle.cli.find import MOST, in_a_row, rows, unknown
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.lunar import today
from ngayle.model import Anniversary, Lang
from ngayle.occurrences import next_occurrences
from ngayle.rules import Moved
from ngayle.units.names import day_asked, search
from ngayle.vietnamese import pad, width
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.labels import Labels
from ngayle.words.lines import line
from ngayle.words.phrases import say


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle show")
    parser.add_argument("words", metavar="ID", nargs="+")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    found = meant(catalogue, " ".join(arguments.words))
    if arguments.format == "json":
        from ngayle.render.entries import as_json

        print(as_json(catalogue, found, today(), arguments.lang), end="")
    elif len(found) == 1:
        print(entry(catalogue, found[0], today(), arguments.lang), end="")
    else:
        labels = Labels(catalogue, arguments.lang)
        print(labels.word("show.several", number=len(found)))
        print("".join(rows(catalogue, found[:MOST], today(), labels)), end="")
    return 0


def meant(catalogue: Catalogue, text: str) -> list[Anniversary]:
    """The entry of an id or of a name; else those that have the words.

    Raises UnknownName, with the nearest, if there is none.
    """
    if text in catalogue:
        return [catalogue[text]]
    if day_asked(text) and (found := search(catalogue, text)):
        return found
    if exact := catalogue.names.matching(text):
        return [catalogue[id_] for id_ in exact]
    if "-" in text and " " not in text and text.isascii():
        # meant as an id: those near it are told
        return [catalogue[text]]
    if found := search(catalogue, text):
        return in_a_row(found, text) or found
    raise unknown(catalogue, text)


def entry(catalogue: Catalogue, anniversary: Anniversary, today: date, lang: Lang = "vi") -> str:
    """The entry as text, with its next five occurrences from ``today`` on."""
    shown = _rows(catalogue, anniversary, today, lang)
    table = [(say(lang, f"show.{key}"), value) for key, value in shown]
    table += [
        (say(lang, "show.next"), f"{dates.full_date(o.date)}  {line(o, lang)}")
        for o in next_occurrences(catalogue, anniversary, today)
    ]
    columns = max(width(key) for key, _ in table)
    out, last = [], None
    for key, value in table:
        out.append(f"{pad('' if key == last else key, columns)}  {value}\n")
        last = key
    return "".join(out)


def _rows(
    catalogue: Catalogue, anniversary: Anniversary, today: date, lang: str
) -> Iterator[tuple[str, str]]:
    """What is known of an entry, each under the key of its label."""
    yield "id", anniversary.id
    yield from _names(anniversary, today, lang)
    layer = say(lang, f"layer.{anniversary.layer}")
    units = catalogue.units
    owner = (
        units.sectors[anniversary.sector].name_on(today, lang)
        if anniversary.sector
        else units.provinces[anniversary.province].name_on(today, lang)
        if anniversary.province
        else ""
    )
    yield "layer", f"{layer}: {owner}" if owner else layer
    if anniversary.home:
        yield "home", ", ".join(units.provinces[s].name_on(today, lang) for s in anniversary.home)
    for step in anniversary.chain:
        file, _, done = step.partition(": ")
        verb, _, fields = done.partition(" ")
        altered = verb == "altered"
        yield "chain", say(lang, "chain.altered", file=file, fields=fields) if altered else file
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
    yield "revised", dates.full_date(anniversary.revised)


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
        if lang == "vi" and alias.isascii() and " " in alias:
            continue  # for who searches in English
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
