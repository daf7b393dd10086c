"""``ngayle PERIOD``: the listing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ngayle.cli import language, tell
from ngayle.cli.calendars import add_calendar, calendar, check, this_year, window_of
from ngayle.cli.options import (
    Parser,
    add_output,
    add_selection,
    catalogue_of,
    need,
    no_terminal,
    period_of,
    put,
    selection,
    settle_format,
)
from ngayle.errors import RequestError
from ngayle.occurrences import occurrences
from ngayle.words.labels import Labels
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from ngayle.model import Occurrence
    from ngayle.period import Period

FORMATS = ("text", "json", "csv", "md", "lines", "ics", "xlsx")
SHOW_IDS = ("text", "md", "lines")
"""The formats in which --ids adds something; JSON and CSV have ids always."""


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="ngayle")
    parser.add_argument("period", metavar="PERIOD", nargs="*")
    add_selection(parser)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--jubilees", action="store_true")
    parser.add_argument("--ids", action="store_true")
    add_output(parser, FORMATS)
    add_calendar(parser)
    parser.add_argument("--version", action="store_true")
    return parser


def run(argv: list[str]) -> int:
    """Run the command."""
    if "--version" in argv:
        return _version(language(argv))
    arguments = _parser().parse_args(argv)
    settle_format(arguments, FORMATS)
    check(arguments)
    if arguments.ids and arguments.format not in SHOW_IDS:
        raise RequestError("option.ids", format=arguments.format)
    if not arguments.period and arguments.format == "ics":
        period = window_of(arguments, this_year()).period
    else:
        period = _period(arguments.period)
    catalogue = catalogue_of(arguments)
    chosen, remarks = selection(arguments, catalogue, period)
    found = occurrences(catalogue, period, chosen)
    labels = Labels(catalogue, arguments.lang)
    for remark in remarks:
        tell(remark.said(arguments.lang))
    content: str | bytes | Iterable[str]
    match arguments.format:
        case "json":
            from ngayle.render.records import as_json

            content = as_json(found, period, catalogue.version, arguments.lang)
        case "csv":
            from ngayle.render.records import as_csv

            content = as_csv(found, arguments.lang)
            if arguments.output:
                # the mark by which a spreadsheet knows UTF-8
                content = f"\ufeff{content}"
        case "md":
            from ngayle.render.markdown import markdown

            content = markdown(found, period, labels, ids=arguments.ids)
        case "lines":
            from ngayle.words.lines import line

            content = "".join(
                f"{line(o, arguments.lang)}{_id(o) if arguments.ids else ''}\n" for o in found
            )
            if not found:
                tell(labels.empty(period))
        case "ics":
            content = calendar(arguments, found, chosen, labels)
        case "xlsx":
            no_terminal(arguments)
            need("xlsx")
            from ngayle.render.xlsx import listing

            content = listing(found, period, labels)
        case _:
            from ngayle.render.text import text

            content = text(
                found,
                period,
                labels,
                colour=_colour(arguments),
                ids=arguments.ids,
                rests=_rests(found, period),
            )
    put(arguments, content)
    return 0


def _rests(found: Sequence[Occurrence], period: Period) -> Collection[date]:
    """The days off of the period; the laws are read only where an entry may be one."""
    from ngayle.words.labels import MAY_REST

    if not any(o.anniversary.id in MAY_REST for o in found):
        return ()
    from ngayle.resting import marks

    return marks(period)


def _period(words: list[str]) -> Period:
    """The period asked for; a word that was meant as a command is named as one."""
    try:
        return period_of(words)
    except RequestError as error:
        if error.code == "period.unknown" and words[0][:1].isalpha():
            from ngayle.cli.complaints import unknown_command

            raise unknown_command(words[0]) or error from None
        raise


def _id(occurrence: Occurrence) -> str:
    return f"  [{occurrence.anniversary.id}]"


def _colour(arguments: argparse.Namespace) -> bool:
    """Only on a terminal, and not where the user has asked for none (no-color.org)."""
    return (
        not arguments.output
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def _version(lang: str) -> int:
    from ngayle import __version__
    from ngayle.catalogue import load

    print(say(lang, "version", program=__version__, data=load().version))
    return 0
