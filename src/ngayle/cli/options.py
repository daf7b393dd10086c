"""The options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any, NoReturn

from ngayle import cli
from ngayle.catalogue import Catalogue, load
from ngayle.errors import RequestError
from ngayle.files import is_one_of, write_whole
from ngayle.period import Period, parse
from ngayle.units.selection import Selection, select


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as it is written; a fixed width spares argparse an import at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)


class Parser(argparse.ArgumentParser):
    """argparse, with errors of one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        cli.parser_error(message)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """--province, --sector, --overlay."""
    group = parser.add_argument_group("which days")
    group.add_argument(
        "--province",
        metavar="NAME",
        action="append",
        default=[],
        help="add a province's days; with or without diacritics; repeatable",
    )
    group.add_argument(
        "--sector",
        metavar="NAME",
        action="append",
        default=[],
        help="of the sectors' days only those of this one; repeatable",
    )
    add_overlay(group)


def add_overlay(group: argparse._ActionsContainer) -> None:
    """--overlay."""
    group.add_argument(
        "--overlay",
        metavar="FILE.toml",
        action="append",
        default=[],
        help="lay your own days upon the catalogue; repeatable",
    )


def add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """--format, -o, --lang."""
    group = parser.add_argument_group("how")
    group.add_argument(
        "--format", choices=formats, help=f"default: what FILE ends with, else {formats[0]}"
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file, whole or not at all"
    )
    group.add_argument("--lang", choices=("vi", "en"), default="vi", help="default: vi")


def settle_format(arguments: argparse.Namespace, formats: tuple[str, ...]) -> None:
    """The format asked for, else the one that the file's name ends with, else the first."""
    if arguments.format is None:
        ending = (arguments.output or "").rpartition(".")[2].lower()
        arguments.format = ending if ending in formats else formats[0]


def period_of(text: str) -> Period:
    """A period; the clock is read only if its words ask for it."""
    return parse(text, date.today() if text[:1].isalpha() else None)


def selection(
    arguments: argparse.Namespace, catalogue: Catalogue, period: Period
) -> tuple[Selection, list[str]]:
    """The selection that the options mean, and remarks on those that have been merged."""
    return select(
        catalogue,
        period,
        provinces=arguments.province,
        sectors=arguments.sector,
        everything=getattr(arguments, "all", False),
        jubilees=getattr(arguments, "jubilees", False),
    )


def catalogue_of(arguments: argparse.Namespace) -> Catalogue:
    """The catalogue with the overlays asked for."""
    catalogue = load(*arguments.overlay)
    for remark in catalogue.remarks:
        cli.tell(remark)
    return catalogue


def put(arguments: argparse.Namespace, content: str | bytes) -> None:
    """Write to the file asked for, or to stdout."""
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    if arguments.output is not None:
        if is_one_of(arguments.output, arguments.overlay):
            raise RequestError(f"{arguments.output}: is an overlay of this command; name another")
        sys.stdout.flush()
        write_whole(arguments.output, content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
