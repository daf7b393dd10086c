"""``ngayle PERIOD``: the listing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from ngayle.cli import tell
from ngayle.cli.calendars import add_calendar, calendar, check, this_year, window_of
from ngayle.cli.options import (
    Parser,
    add_output,
    add_selection,
    catalogue_of,
    period_of,
    put,
    selection,
    settle_format,
)
from ngayle.occurrences import occurrences
from ngayle.period import FORMS, WORDS
from ngayle.words.labels import Labels

FORMATS = ("text", "json", "csv", "md", "lines", "ics")

EPILOG = f"""\
PERIOD is {FORMS}, or {", ".join(WORDS)}.

commands:
  ngayle show ID                one entry: its names, layers, sources, next occurrences
  ngayle places [NAME]          the provinces of a day, or one of them with its history and days
  ngayle lunar DATE             2024-02-10 to the lunar date; 1/1/2024 back to the solar one
  ngayle feeds OUT_DIR          calendars to subscribe to: the nation, each province, each sector
  ngayle orientation PERIOD     the draft of a month's orientation: text, Markdown, JSON or Word
  ngayle plan PERIOD            the round years of a year or longer, by quarter, in the same formats
  ngayle overlay new FILE       a template of your own days; `overlay check FILE` reads it

examples:
  ngayle 2023-07
  ngayle 2023-07 --province "Quảng Ninh" --format lines
  ngayle 2025 --jubilees --format md -o nam-tron-2025.md
  ngayle next-month --sector bao-chi --sector y-te
  ngayle 2023-06 --overlay quan-kien-an.toml --format json
  ngayle --format ics --province "Quảng Ninh" --remind-days 7 -o quang-ninh.ics
"""


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="ngayle",
        usage="ngayle PERIOD [options]",
        epilog=EPILOG,
        description="The anniversaries that fall in a period, as Viet Nam keeps them.",
    )
    parser.add_argument("period", metavar="PERIOD", nargs="?", help="the days to list")
    add_selection(parser)
    parser.add_argument(
        "--all", action="store_true", help="every layer, province, sector and person, in every year"
    )
    parser.add_argument("--jubilees", action="store_true", help="only counts that end in 0 or 5")
    add_output(parser, FORMATS)
    add_calendar(parser)
    parser.add_argument(
        "--version", action="store_true", help="print the versions of program and data"
    )
    return parser


def run(argv: list[str]) -> int:
    """Run the command."""
    if "--version" in argv:
        return _version()
    parser = _parser()
    arguments = parser.parse_args(argv)
    settle_format(arguments, FORMATS)
    check(arguments)
    if arguments.period is not None:
        period = period_of(arguments.period)
    elif arguments.format == "ics":
        period = window_of(arguments, this_year()).period
    else:
        parser.error("the following arguments are required: PERIOD")
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
        case "md":
            from ngayle.render.markdown import markdown

            content = markdown(found, period, labels)
        case "lines":
            from ngayle.words.lines import line

            content = "".join(f"{line(o, arguments.lang)}\n" for o in found)
            if not found:
                tell(labels.empty(period))
        case "ics":
            content = calendar(arguments, found, chosen, labels)
        case _:
            from ngayle.render.text import text

            content = text(found, period, labels, colour=_colour(arguments))
    put(arguments, content)
    return 0


def _colour(arguments: argparse.Namespace) -> bool:
    """Only on a terminal, and not where the user has asked for none (no-color.org)."""
    return (
        not arguments.output
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def _version() -> int:
    from ngayle import __version__
    from ngayle.catalogue import load

    print(f"ngayle {__version__} (data of {load().version})")
    return 0
