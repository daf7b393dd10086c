"""check FILE…: reads drafts and names every wrong count and date."""

from __future__ import annotations

import argparse
import os
import re
import sys

from ngayle import cli
from ngayle.checking.findings import LEVELS, Judged
from ngayle.checking.reading import Document, Unreadable, read_file
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of, put, refuse_input
from ngayle.errors import RequestError, reason
from ngayle.model import Occurrence, PartialDate
from ngayle.render.findings import Checked
from ngayle.words import checking_en, checking_vi

FORMATS = ("text", "json", "github", "docx")
FAIL_ON = ("error", "warning", "never")
GREAT = 2
"""The rank up to which a missing day is told of."""
_ON = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_WORDS = {"vi": checking_vi, "en": checking_en}


def run(argv: list[str]) -> int:
    """Run the command; 0, 1 with findings, 2 with a file that could not be read."""
    arguments = _parser().parse_args(argv)
    lang = arguments.lang
    if arguments.format is None:
        arguments.format = _format_of(arguments.output)
    if arguments.format == "docx":
        _settle_docx(arguments)
    refuse_input(arguments)
    checked, failed, contents = _check(arguments)
    if not checked:
        return 2
    _write(arguments, checked, contents, lang)
    if failed:
        return 2
    return int(_fails(checked, arguments.fail_on))


def _parser() -> Parser:
    parser = Parser(prog="ngayle check")
    parser.add_argument("files", nargs="+", metavar="FILE")
    group = parser.add_argument_group("what is right")
    group.add_argument("--on", metavar="DATE")
    add_overlay(group)
    group.add_argument("--ignore", metavar="CODE", action="append", default=[])
    group.add_argument("--missing", metavar="MONTH")
    group.add_argument("--province", metavar="NAME", action="append", default=[])
    group = parser.add_argument_group("how")
    group.add_argument("--format", choices=FORMATS)
    group.add_argument("-o", "--output", metavar="FILE")
    group.add_argument("--notes", action="store_true")
    group.add_argument("--fail-on", choices=FAIL_ON, default="warning")
    add_lang(group)
    return parser


def _format_of(output: str | None) -> str:
    ending = os.path.splitext(output or "")[1].lower()
    return {".json": "json", ".docx": "docx"}.get(ending, "text")


def _settle_docx(arguments: argparse.Namespace) -> None:
    """Comments go into a copy of one Word file, never into the original."""
    files, output = arguments.files, arguments.output
    same = output and os.path.realpath(files[0]) == os.path.realpath(output)
    if len(files) != 1 or not output or same:
        raise Unreadable("docx-only", lang=arguments.lang)


def _check(
    arguments: argparse.Namespace,
) -> tuple[list[Checked], bool, dict[str, bytes]]:
    from ngayle.checking import document_date
    from ngayle.checking.claims import read
    from ngayle.checking.findings import Judge

    catalogue = catalogue_of(arguments)
    judge = Judge(catalogue, arguments.lang)
    given = _date_of(arguments.on) if arguments.on else None
    expected = _expected(arguments)
    ignored = {code for text in arguments.ignore for code in re.split(r"[,\s]+", text) if code}
    unknown = sorted(ignored - set(checking_en.MESSAGES))
    if unknown:
        known = ", ".join(sorted(checking_en.MESSAGES))
        raise RequestError("option.code", text=unknown[0], known=known)
    words = _WORDS[arguments.lang]
    checked, failed, contents = [], False, {}
    for path in arguments.files:
        try:
            if path == "-":
                contents[path] = sys.stdin.buffer.read()
                document = read_file(path, contents[path])
            else:
                document = read_file(path)
        except Unreadable as error:
            failed = True
            cli.tell(words.FILES[error.reason].format(**error.fields))
            continue
        except OSError as error:
            failed = True
            unread = RequestError("system.file", path=path, **reason(error))
            cli.tell(cli.said(unread, arguments.lang))
            continue
        for remark in document.remarks:
            cli.tell(words.FILES[remark].format(file=path))
        view = document.view()
        judged = judge.judge(read(view), given or document_date(view), expected)
        checked.append(Checked(document, _without(judged, ignored)))
    return checked, failed, contents


def _without(judged: Judged, ignored: set[str]) -> Judged:
    if not ignored:
        return judged
    kept = tuple(f for f in judged.findings if f.code not in ignored)
    return Judged(kept, judged.claims, judged.dated, judged.understood)


def _date_of(text: str) -> PartialDate:
    """ "2026-12-01", "2026-12", "01/12/2026", "12/2026" or "2026"."""
    m = _ON.fullmatch(text.strip())
    if m:
        year, month, day = (m[1], m[2], m[3]) if m[1] else (m[6], m[5], m[4])
        found = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
        if _exists(found):
            return found
    raise RequestError("option.on", text=text)


def _exists(value: PartialDate) -> bool:
    from datetime import date

    try:
        date(value.year, value.month or 1, value.day or 1)
    except ValueError:
        return False
    return True


def _expected(arguments: argparse.Namespace) -> list[Occurrence]:
    """The great days of the month asked for."""
    if not arguments.missing:
        return []
    from ngayle.cli.options import period_of
    from ngayle.occurrences import occurrences
    from ngayle.units.selection import select

    catalogue = catalogue_of(arguments)
    period = period_of([arguments.missing])
    selection, _ = select(catalogue, period, provinces=arguments.province)
    found = occurrences(catalogue, period, selection)
    return [o for o in found if o.anniversary.rank <= GREAT and not o.anniversary.reserved]


def _write(
    arguments: argparse.Namespace, checked: list[Checked], contents: dict[str, bytes], lang: str
) -> None:
    from ngayle.render import findings

    if arguments.format == "json":
        put(arguments, findings.as_json(checked))
    elif arguments.format == "github":
        put(arguments, findings.github(checked, lang, notes=arguments.notes))
    elif arguments.format == "docx":
        put(arguments, _commented(checked[0], contents, arguments))
    else:
        put(arguments, findings.text(checked, lang, notes=arguments.notes))


def _commented(
    checked: Checked, contents: dict[str, bytes], arguments: argparse.Namespace
) -> bytes:
    from ngayle.render.comments import commented

    document: Document = checked.document
    if document.kind != "docx":
        raise Unreadable("docx-only", lang=arguments.lang)
    content = contents.get(document.file)
    if content is None:
        with open(document.file, "rb") as file:
            content = file.read()
    shown = [f for f in checked.judged.findings if arguments.notes or f.level != "note"]
    return commented(content, document, shown, arguments.lang)


def _fails(checked: list[Checked], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    severe = LEVELS[: LEVELS.index(fail_on) + 1]
    return any(f.level in severe for one in checked for f in one.judged.findings)
