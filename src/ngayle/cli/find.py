"""``ngayle find WORDS``: entries by name, without marks, or by day of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.errors import UnknownName
from ngayle.lunar import today
from ngayle.occurrences import next_occurrences
from ngayle.units.names import day_asked, search
from ngayle.vietnamese import fold, pad, width
from ngayle.words import dates
from ngayle.words.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ngayle.catalogue import Catalogue
    from ngayle.model import Anniversary

MOST = 30
"""Rows that are printed unless --all asks for every one."""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle find")
    parser.add_argument("words", metavar="WORDS", nargs="+")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    catalogue = catalogue_of(arguments)
    text = " ".join(arguments.words)
    found = search(catalogue, text)
    if not found:
        raise unknown(catalogue, text)
    # names that have the words side by side come first; of a day, what search puts first
    beside = [] if day_asked(text) else in_a_row(found, text)
    found = [*beside, *(a for a in found if a not in beside)]
    shown = found if arguments.all else found[:MOST]
    if arguments.format == "json":
        from ngayle.render.entries import as_json

        print(as_json(catalogue, found, today(), arguments.lang), end="")
        return 0
    labels = Labels(catalogue, arguments.lang)
    print("".join(rows(catalogue, shown, today(), labels)), end="")
    if len(shown) < len(found):
        print(labels.word("find.more", number=len(found) - len(shown)))
    return 0


def in_a_row(found: Sequence[Anniversary], text: str) -> list[Anniversary]:
    """Those of some entries that have the words side by side in one of their names."""
    wanted = f" {fold(text)} "

    def has(anniversary: Anniversary) -> bool:
        names = (*(name.text for name in anniversary.names), *anniversary.aliases)
        return any(wanted in f" {fold(name)} " for name in names)

    return [anniversary for anniversary in found if has(anniversary)]


def rows(
    catalogue: Catalogue, found: Sequence[Anniversary], today: date, labels: Labels
) -> Iterable[str]:
    """A row an entry: the day, name and count of its next occurrence, its id."""
    cells = []
    for anniversary in found:
        coming = next_occurrences(catalogue, anniversary, today, 1)
        if coming:
            (o,) = coming
            cells.append((dates.full_date(o.date), labels.years(o), labels.name(o), anniversary.id))
        else:
            name = anniversary.names[-1].said_in(labels.lang)
            cells.append((labels.word("find.over"), "", name, anniversary.id))
    widths = [max(width(row[at]) for row in cells) for at in range(2)]
    for day, count, name, id_ in cells:
        yield f"{pad(day, widths[0])}  {pad(count, widths[1])}  {name}  [{id_}]\n"


def unknown(catalogue: Catalogue, text: str) -> UnknownName:
    """The error for words that are in no name, with the names nearest in spelling."""
    near = [catalogue[id_].names[-1].text for id_ in catalogue.names.near(text, 3)]
    if near:
        return UnknownName("find.near", text=text, near="; ".join(near))
    return UnknownName("find.none", text=text)
