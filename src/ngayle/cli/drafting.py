"""What ``ngayle orientation`` and ``ngayle plan`` share: a draft's options and its formats."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ngayle.cli import tell
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
from ngayle.drafts.choosing import OFFICES
from ngayle.drafts.model import BREADTHS, GROUPS, Choices, Draft
from ngayle.errors import RequestError
from ngayle.words.lines import ORDERS, STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ngayle.catalogue import Catalogue
    from ngayle.period import Period
    from ngayle.units.selection import Selection

FORMATS = {
    "orientation": ("text", "md", "json", "html", "docx"),
    "plan": ("text", "md", "json", "html", "docx", "xlsx"),
}


def draft_parser(command: str, style: str) -> Parser:
    """A parser with the period, the selection, the wording and the output of a draft."""
    parser = Parser(prog=f"ngayle {command}")
    parser.add_argument("period", metavar="PERIOD", nargs="*")
    add_selection(parser)
    parser.add_argument("--only", metavar="GROUP", action="append", choices=GROUPS, default=[])
    group = parser.add_argument_group("wording")
    group.add_argument("--style", choices=STYLES, default=style)
    group.add_argument("--order", choices=ORDERS, default="date")
    group.add_argument("--separate", action="store_true")
    group.add_argument("--no-pairs", action="store_true")
    group.add_argument("--join-national-day", action="store_true", help=argparse.SUPPRESS)
    group = parser.add_argument_group("what is printed")
    group.add_argument("--for", dest="office", metavar="KIND", choices=tuple(OFFICES))
    group.add_argument("--breadth", choices=tuple(BREADTHS))
    group.add_argument("--ids", action="store_true")
    group = parser.add_argument_group("letter")
    group.add_argument("--template", metavar="FILE.docx")
    group.add_argument("--force", action="store_true")
    add_output(parser, FORMATS[command])
    return parser


def choices_of(
    arguments: argparse.Namespace, kind: str | None, further: Mapping[str, Any]
) -> Choices:
    """The choices that the options mean; ``kind`` of office, if the overlay names one.

    What was typed goes before the custom of the kind.
    """
    choices = Choices(
        style=arguments.style,
        order=arguments.order,
        separate=arguments.separate,
        pairs=not arguments.no_pairs,
        only=frozenset(arguments.only),
        lang=arguments.lang,
    )
    if office := OFFICES.get(arguments.office or kind or ""):
        choices = office.applied(choices)
    if arguments.breadth:
        choices = evolve(choices, breadth=arguments.breadth)
    return evolve(choices, **further)


def write_draft(
    arguments: argparse.Namespace,
    make: Callable[[Catalogue, Period, Selection, Choices], Draft],
    further: Mapping[str, Any] | None = None,
) -> int:
    """Make the draft that the options mean, and write it in the format asked for."""
    formats = FORMATS[make.__name__]
    settle_format(arguments, formats)
    if arguments.template and arguments.format != "docx":
        raise RequestError("template.format")
    period = period_of(arguments.period)
    catalogue = catalogue_of(arguments)
    office = getattr(catalogue, "office", None)
    asked, remarks = selection(arguments, catalogue, period)
    choices = choices_of(arguments, office.kind if office else None, further or {})
    draft = make(catalogue, period, asked, choices)
    for remark in remarks:
        tell(remark.said(arguments.lang))
    put(arguments, _content(arguments, catalogue, draft))
    return 0


def _content(arguments: argparse.Namespace, catalogue: Catalogue, draft: Draft) -> str | bytes:
    match arguments.format:
        case "docx":
            no_terminal(arguments)
            need("docx")
            return _letter(arguments, catalogue, draft)
        case "xlsx":
            no_terminal(arguments)
            need("xlsx")
            from ngayle.render import xlsx
            from ngayle.words.labels import Labels

            return xlsx.draft(draft, Labels(catalogue, arguments.lang))
        case "html":
            from ngayle.render.html import html

            return html(draft, ids=arguments.ids)
    from ngayle.render import drafts

    match arguments.format:
        case "json":
            return drafts.as_json(draft, catalogue.version)
        case "md":
            return drafts.markdown(draft, ids=arguments.ids)
        case _:
            return drafts.text(draft, ids=arguments.ids)


def _letter(arguments: argparse.Namespace, catalogue: Catalogue, draft: Draft) -> bytes:
    """The Word file. Raises RequestError if it would replace one that was changed by hand."""
    from ngayle.render import docx

    office, template = getattr(catalogue, "office", None), None
    if arguments.template:
        template = _read(arguments.template)
    if arguments.output and not arguments.force:
        docx.refuse_changed(arguments.output)
    kind = arguments.office or (office.kind if office else None)
    return docx.docx(draft, office=office, kind=kind, template=template, ids=arguments.ids)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
