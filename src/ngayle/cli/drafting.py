"""What ``ngayle orientation`` and ``ngayle plan`` share: a draft's options and its formats."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from attrs import evolve

from ngayle.cli import tell
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
from ngayle.drafts.choosing import OFFICES
from ngayle.drafts.model import BREADTHS, GROUPS, Choices, Draft
from ngayle.errors import RequestError
from ngayle.words.lines import ORDERS, STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ngayle.catalogue import Catalogue
    from ngayle.period import Period
    from ngayle.units.selection import Selection

FORMATS = ("text", "md", "json", "docx")

PERIODS = {
    "orientation": "one month: 2023-07, this-month or next-month",
    "plan": "2025, 2024-12..2026-01 or another period",
}

HELP_ON_STYLES = """\
styles:
  full      every day with its count and both dates, joined by semicolons
  round     count and dates for years that end in 0 or 5, the bare day for the others
  list      a line each, the day first
  bullets   a line each, under a hyphen
"""


def draft_parser(command: str, description: str, style: str, examples: str) -> Parser:
    """A parser with the period, the selection, the wording and the output of a draft."""
    parser = Parser(
        prog=f"ngayle {command}",
        usage=f"ngayle {command} PERIOD [options]",
        description=description,
        epilog=HELP_ON_STYLES + examples,
    )
    parser.add_argument("period", metavar="PERIOD", help=PERIODS[command])
    add_selection(parser)
    parser.add_argument(
        "--only",
        metavar="GROUP",
        action="append",
        choices=GROUPS,
        default=[],
        help=f"of the anniversaries only these; repeatable: {', '.join(GROUPS)}",
    )
    group = parser.add_argument_group("wording")
    group.add_argument("--style", choices=STYLES, default=style, help=f"default: {style}")
    group.add_argument(
        "--order",
        choices=ORDERS,
        default="date",
        help="by date, great days first, or by layer; default: %(default)s",
    )
    group.add_argument(
        "--separate", action="store_true", help="each day on a line of its own in every style"
    )
    group.add_argument(
        "--no-pairs",
        action="store_true",
        help='the two days of a pair (Quân đội, Quốc phòng toàn dân) apart, not joined by "và"',
    )
    group.add_argument("--join-national-day", action="store_true", help=argparse.SUPPRESS)
    group = parser.add_argument_group("what is printed")
    group.add_argument(
        "--for",
        dest="office",
        metavar="KIND",
        choices=tuple(OFFICES),
        help=f"as offices of a kind do: {', '.join(OFFICES)}",
    )
    group.add_argument(
        "--breadth",
        choices=tuple(BREADTHS),
        help="brief: what every office prints; usual; wide: what many print; default: usual",
    )
    add_output(parser, FORMATS)
    return parser


def choices_of(arguments: argparse.Namespace) -> Choices:
    """The choices that the options mean."""
    choices = Choices(
        style=arguments.style,
        order=arguments.order,
        separate=arguments.separate,
        pairs=not arguments.no_pairs,
        only=frozenset(arguments.only),
        lang=arguments.lang,
    )
    if arguments.office:
        choices = OFFICES[arguments.office].applied(choices)
    return evolve(choices, breadth=arguments.breadth) if arguments.breadth else choices


def write_draft(
    arguments: argparse.Namespace,
    choices: Choices,
    make: Callable[[Catalogue, Period, Selection, Choices], Draft],
) -> int:
    """Make the draft that the options mean, and write it in the format asked for."""
    period = period_of(arguments.period)
    catalogue = catalogue_of(arguments)
    asked, remarks = selection(arguments, catalogue, period)
    draft = make(catalogue, period, asked, choices)
    for remark in remarks:
        tell(remark.said(arguments.lang))
    _put(arguments, catalogue, draft)
    return 0


def _put(arguments: argparse.Namespace, catalogue: Catalogue, draft: Draft) -> None:
    settle_format(arguments, FORMATS)
    content: str | bytes
    if arguments.format == "docx":
        if not arguments.output and sys.stdout.isatty():
            raise RequestError("docx.terminal")
        from ngayle.render.docx import docx

        content = docx(draft)
    else:
        from ngayle.render import drafts

        content = (
            drafts.as_json(draft, catalogue.version)
            if arguments.format == "json"
            else drafts.markdown(draft)
            if arguments.format == "md"
            else drafts.text(draft)
        )
    put(arguments, content)
