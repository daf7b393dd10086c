"""The options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from ngayle import cli
from ngayle.catalogue import Catalogue, load
from ngayle.errors import Problem, RequestError
from ngayle.lunar import today
from ngayle.period import Period, parse
from ngayle.units.selection import Selection, select

if TYPE_CHECKING:
    from ngayle.model import Lang
    from ngayle.units.localities import Within
    from ngayle.units.remarks import Remark

KNOWN_ENDINGS = {
    "text": "txt",
    "lines": "txt",
    "github": "txt",
    "json": "json",
    "csv": "csv",
    "md": "md",
    "ics": "ics",
    "xlsx": "xlsx",
    "docx": "docx",
    "html": "html",
}
"""What a file of a format is called."""

ENDINGS = {
    "txt": "text",
    "htm": "html",
    "ical": "ics",
    "markdown": "md",
    **{name: name for name in ("json", "csv", "md", "ics", "xlsx", "docx", "html")},
}
"""The format that an ending stands for."""

MAKERS = {
    "docx": ("orientation", "plan"),
    "html": ("orientation", "plan"),
    "xlsx": ("12/2026", "plan", "days-off"),
    "csv": ("12/2026", "days-off"),
    "ics": ("12/2026", "days-off"),
}
"""The commands that write a format which others do not."""

INSTEAD = {"doc": "docx", "rtf": "docx", "odt": "docx", "pdf": "docx", "xls": "xlsx", "ods": "xlsx"}
"""Formats of offices that no command writes, and the one that their programs open instead."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as it is written; a fixed width spares argparse an import at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)


class Parser(argparse.ArgumentParser):
    """argparse, with errors of one line, and help from the table of the language asked for.

    The table (:mod:`ngayle.words.help_vi`) has the texts by command and option; it is loaded when
    help is shown. What it does not know keeps the text that the command gave it.
    """

    def __init__(self, *, prog: str, **options: Any) -> None:
        super().__init__(prog=prog, formatter_class=Formatter, allow_abbrev=False, **options)
        self._lang: Lang = "vi"

    @property
    def command(self) -> str:
        """The name of the command, "listing" for the one that has none."""
        return self.prog.partition(" ")[2] or "listing"

    def parse_args(  # type: ignore[override]  # its overloads are for namespaces of other kinds
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> Any:
        """As argparse does; texts in the language that the arguments ask for."""
        self._lang = cli.language(args or ())
        return super().parse_args(args, namespace)

    def format_help(self) -> str:
        """The help in the language asked for, the way to the other one in its first line."""
        from ngayle.words.help import texts

        table, command = texts(self._lang), self.command
        self.description = table.get(command, self.description)
        self.epilog = table.get(f"{command}/examples", self.epilog)
        self.usage = table.get(f"{command}/usage", self.usage)
        for group in self._action_groups:
            title = group.title or ""
            group.title = table.get(f"group/{title}", title)
            group.description = table.get(f"about/{title}", group.description) or None
        for action in self._actions:
            both = f"{command}/{action.dest}", f"*/{action.dest}"
            action.help = next((table[key] for key in both if key in table), action.help)
            if isinstance(action.metavar, str):
                action.metavar = table.get(f"metavar/{action.metavar}", action.metavar)
        shown = super().format_help().removeprefix("usage: ")
        return f"{table['other-language'].format(command=self.prog)}\n{table['usage']} {shown}"

    def error(self, message: str) -> NoReturn:
        """Raise RequestError for what argparse says in English."""
        from ngayle.cli.complaints import complaint

        raise complaint(message, self._lang, self._option_string_actions)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """--province, --sector, --only-sector, --rank, --reserved, --overlay."""
    group = parser.add_argument_group("which days")
    for option in ("--province", "--sector", "--only-sector"):
        group.add_argument(option, metavar="NAME", action="append", default=[])
    group.add_argument("--rank", metavar="N")
    group.add_argument("--reserved", action="store_true")
    add_overlay(group)


def add_overlay(group: argparse._ActionsContainer) -> None:
    """--overlay."""
    group.add_argument("--overlay", metavar="FILE.toml", action="append", default=[])


def add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """--format, -o, --lang."""
    group = parser.add_argument_group("how")
    group.add_argument("--format", choices=formats)
    group.add_argument("-o", "--output", metavar="FILE")
    add_lang(group)


def add_lang(group: argparse._ActionsContainer) -> None:
    """--lang."""
    group.add_argument("--lang", choices=("vi", "en"), default=cli.language(()))


def settle_format(arguments: argparse.Namespace, formats: tuple[str, ...]) -> None:
    """The format asked for, else the one that the file's name ends with, else the first.

    Raises RequestError for a name that ends like a format of another command, like one that nobody
    writes, or like another format than the one asked for: no file gets a name that lies.
    """
    refuse_input(arguments)
    name = os.path.basename(arguments.output or "")
    stem, dot, ending = name.rpartition(".")
    ending = ending.lower() if dot and stem else ""
    meant = ENDINGS.get(ending)
    if arguments.format is not None:
        wanted = ENDINGS.get(KNOWN_ENDINGS[arguments.format])
        if (meant and meant != wanted) or ending in INSTEAD:
            right = f"{stem}.{KNOWN_ENDINGS[arguments.format]}"
            raise RequestError(
                "ending.other", path=arguments.output, format=arguments.format, right=right
            )
    elif not ending or meant in formats:
        arguments.format = meant or formats[0]
    else:
        raise _wrong_ending(arguments.output, ending, formats)


def refuse_input(arguments: argparse.Namespace) -> None:
    """Raise RequestError if the file to write is one of those that are read."""
    read = (*getattr(arguments, "overlay", ()), *getattr(arguments, "files", ()))
    if not arguments.output or not read:
        return
    from ngayle.files import is_one_of

    if is_one_of(arguments.output, read):
        raise RequestError("output.input", path=arguments.output)


def _wrong_ending(path: str, ending: str, formats: tuple[str, ...]) -> RequestError:
    possible = ", ".join(dict.fromkeys(f".{KNOWN_ENDINGS[name]}" for name in formats))
    meant = ENDINGS.get(ending, "")
    if makers := MAKERS.get(meant):
        commands = ", ".join(f"ngayle {maker}" for maker in makers)
        return RequestError("ending.command", path=path, possible=possible, commands=commands)
    instead = INSTEAD.get(ending)
    if instead in formats:
        return RequestError(
            "ending.instead", path=path, ending=ending, right=f"{path.rpartition('.')[0]}.{instead}"
        )
    if instead:
        commands = ", ".join(f"ngayle {maker}" for maker in MAKERS[instead])
        return RequestError(
            "ending.nobody",
            path=path,
            ending=ending,
            possible=possible,
            instead=instead,
            commands=commands,
        )
    return RequestError("ending.unknown", path=path, ending=ending, possible=possible)


def period_of(words: Sequence[str]) -> Period:
    """A period of one word or of several, as "tháng 12/2026" comes without quotes.

    The clock is read only if the words ask for it. Raises RequestError if there is none, or if
    words follow one.
    """
    if not words:
        raise RequestError("option.no_period")
    first, *rest = words
    if rest:
        try:
            period_of([first])
        except RequestError:
            first = " ".join(words)
        else:
            raise RequestError("period.more", text=" ".join(rest))
    return parse(first, today() if first[:1].isalpha() else None)


def selection(
    arguments: argparse.Namespace, catalogue: Catalogue, period: Period
) -> tuple[Selection, list[Remark | Within]]:
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
        cli.tell(cli.said(remark, arguments.lang) if isinstance(remark, Problem) else remark)
    return catalogue


LIBRARIES = {"docx": ("docx", "python-docx"), "xlsx": ("openpyxl", "openpyxl")}
"""What the formats of the extras need: the module and the name to install it by."""


def need(format_: str) -> None:
    """Raise RequestError, with a command that works here, if a format's library is not there."""
    from importlib.util import find_spec

    module, library = LIBRARIES[format_]
    if find_spec(module) is None:
        python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
        command = f"{python} -m pip install {library}"
        raise RequestError("extra.missing", format=format_, library=library, command=command)


def no_terminal(arguments: argparse.Namespace) -> None:
    """Raise RequestError where bytes of an office program would be printed on a screen."""
    if not arguments.output and sys.stdout.isatty():
        if arguments.format == "docx":
            raise RequestError("docx.terminal")
        raise RequestError("file.terminal", format=arguments.format)


def put(arguments: argparse.Namespace, content: str | bytes | Iterable[str]) -> None:
    """Write to the file asked for, or to stdout; text may come in pieces."""
    pieces: Iterable[bytes]
    if isinstance(content, bytes):
        pieces = (content,)
    else:
        texts = (content,) if isinstance(content, str) else content
        pieces = (text.encode("utf-8", "replace") for text in texts)
    if arguments.output is not None:
        from ngayle.files import write_whole

        refuse_input(arguments)
        sys.stdout.flush()
        write_whole(arguments.output, pieces)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
