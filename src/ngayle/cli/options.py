"""The options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from ngayle import cli
from ngayle.catalogue import Catalogue, load
from ngayle.errors import RequestError
from ngayle.files import is_one_of, write_whole
from ngayle.lunar import today
from ngayle.period import Period, parse
from ngayle.units.selection import Selection, select

if TYPE_CHECKING:
    from ngayle.units import Remark


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
    """--province, --sector, --only-sector, --rank, --reserved, --overlay."""
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
        help="add a trade's days; repeatable",
    )
    group.add_argument(
        "--only-sector",
        metavar="NAME",
        action="append",
        default=[],
        help="of the sectors' days only those of this one; repeatable",
    )
    group.add_argument(
        "--rank",
        metavar="N",
        help="only days of this rank or better, 1 to 5; a round year, the place and the trade asked"
        " for count one better each; default: 4",
    )
    group.add_argument(
        "--reserved",
        action="store_true",
        help="also days that offices print only when told from above",
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
    add_lang(group)


def add_lang(group: argparse._ActionsContainer) -> None:
    """--lang."""
    group.add_argument("--lang", choices=("vi", "en"), default="vi", help="default: vi")


def settle_format(arguments: argparse.Namespace, formats: tuple[str, ...]) -> None:
    """The format asked for, else the one that the file's name ends with, else the first."""
    if arguments.format is None:
        ending = (arguments.output or "").rpartition(".")[2].lower()
        arguments.format = ending if ending in formats else formats[0]


def period_of(text: str) -> Period:
    """A period; the clock is read only if its words ask for it."""
    return parse(text, today() if text[:1].isalpha() else None)


def selection(
    arguments: argparse.Namespace, catalogue: Catalogue, period: Period
) -> tuple[Selection, list[Remark]]:
    """The selection that the options mean, and remarks on those that have been merged."""
    return select(
        catalogue,
        period,
        provinces=arguments.province,
        sectors=arguments.sector,
        only_sectors=arguments.only_sector,
        rank=rank_of(arguments.rank),
        reserved=arguments.reserved,
        everything=getattr(arguments, "all", False),
        jubilees=getattr(arguments, "jubilees", False),
    )


def rank_of(text: str | None) -> int | None:
    """A rank, 1 to 5; None for none. Raises RequestError for another."""
    if text is None:
        return None
    if text not in ("1", "2", "3", "4", "5"):
        raise RequestError("rank", text=text)
    return int(text)


def catalogue_of(arguments: argparse.Namespace) -> Catalogue:
    """The catalogue with the overlays asked for."""
    catalogue = load(*arguments.overlay)
    for remark in catalogue.remarks:
        cli.tell(remark)
    return catalogue


def put(arguments: argparse.Namespace, content: str | bytes | Iterable[str]) -> None:
    """Write to the file asked for, or to stdout; text may come in pieces."""
    pieces: Iterable[bytes]
    if isinstance(content, bytes):
        pieces = (content,)
    else:
        texts = (content,) if isinstance(content, str) else content
        pieces = (text.encode("utf-8", "replace") for text in texts)
    if arguments.output is not None:
        if is_one_of(arguments.output, arguments.overlay):
            raise RequestError("output.overlay", path=arguments.output)
        sys.stdout.flush()
        write_whole(arguments.output, pieces)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
