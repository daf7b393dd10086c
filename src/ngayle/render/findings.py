"""Findings as people and programs read them: text with a caret, JSON, annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Sequence

from attrs import frozen

from ngayle.checking.findings import LEVELS, Finding, Judged
from ngayle.checking.reading import Document
from ngayle.vietnamese import width
from ngayle.words import checking_en, checking_vi

_WIDE = 96
"""Columns of a text's line that are shown around a finding."""
_WORDS = {"vi": checking_vi, "en": checking_en}
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


@frozen
class Checked:
    """A document, and what was found in it."""

    document: Document
    judged: Judged


def text(checked: Sequence[Checked], lang: str, *, notes: bool = False) -> str:
    """For a terminal: `file:line:column: level code message`, the line, a caret, the repairs.

    The last line says how much was understood.
    """
    words = _WORDS[lang]
    out: list[str] = []
    for one in checked:
        for finding in one.judged.findings:
            if finding.level == "note" and not notes:
                continue
            place = f"{one.document.file}:{finding.line}:{finding.column}"
            out.append(f"{place}: {words.LEVELS[finding.level]} {finding.code} {finding.message}")
            out += [f"    {shown}" for shown in _caret(one.document.text, finding)]
            if finding.could_be:
                repairs = words.REPORT["or"].join(finding.could_be)
                out.append(f"    {words.REPORT['could_be']}{repairs}")
            if finding.sources:
                out.append(f"    {words.REPORT['source']}{finding.sources[0]}")
    out.append(_coverage(checked, lang, notes))
    return "\n".join(out) + "\n"


def _coverage(checked: Sequence[Checked], lang: str, notes: bool) -> str:
    words = _WORDS[lang]
    claims = sum(one.judged.claims for one in checked)
    left = sum(one.judged.dated - one.judged.understood for one in checked)
    levels = dict.fromkeys(LEVELS, 0)
    for one in checked:
        for finding in one.judged.findings:
            levels[finding.level] += 1
    found = words.REPORT["found"].format(
        errors=levels["error"], warnings=levels["warning"], notes=levels["note"]
    )
    if levels["note"] and not notes:
        found += words.REPORT["hidden"]
    return f"{found}; {words.REPORT['total'].format(claims=claims, left=left)}"


def _caret(source: str, finding: Finding) -> tuple[str, str]:
    """The line of a finding, cut to its neighbourhood, and the marks below it."""
    begin = source.rfind("\n", 0, finding.start) + 1
    end = source.find("\n", finding.start)
    end = len(source) if end < 0 else end
    stop = min(finding.end, end)
    low = begin if stop - begin <= _WIDE else max(begin, min(finding.start - 24, stop - _WIDE))
    high = min(end, max(stop, low + _WIDE))
    high = min(high, low + 4 * _WIDE)
    cut_low, cut_high = "…" if low > begin else "", "…" if high < end else ""
    shown = source[low:high].replace("\t", " ")
    ahead = width(cut_low) + width(source[low : finding.start])
    marks = max(1, width(source[finding.start : min(stop, high)]))
    return f"{cut_low}{shown}{cut_high}", " " * ahead + "^" + "~" * (marks - 1)


def as_json(checked: Sequence[Checked]) -> str:
    """The contract of schema 2."""
    files, findings = [], []
    for one in checked:
        document, judged = one.document, one.judged
        files.append(
            {
                "file": document.file,
                "kind": document.kind,
                "claims": judged.claims,
                "dated": judged.dated,
                "understood": judged.understood,
                "remarks": list(document.remarks),
            }
        )
        findings += [_record(document.file, finding) for finding in judged.findings]
    content = {"schema": 2, "files": files, "findings": findings}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _record(file: str, finding: Finding) -> dict[str, object]:
    return {
        "file": file,
        "line": finding.line,
        "column": finding.column,
        "start": finding.start,
        "end": finding.end,
        "code": finding.code,
        "level": finding.level,
        "text": finding.text,
        "message": finding.message,
        "could_be": list(finding.could_be),
        "id": finding.id,
        "sources": list(finding.sources),
    }


def github(checked: Sequence[Checked], lang: str, *, notes: bool = False) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    words, out = _WORDS[lang], []
    for one in checked:
        for finding in one.judged.findings:
            if finding.level == "note" and not notes:
                continue
            said = finding.message
            if finding.could_be:
                said += f"; {words.REPORT['could_be']}{words.REPORT['or'].join(finding.could_be)}"
            out.append(
                f"::{_GITHUB[finding.level]} file={_property(one.document.file)},"
                f"line={finding.line},col={finding.column},title={finding.code}::{_escaped(said)}"
            )
    out.append(_escaped(_coverage(checked, lang, notes)))
    return "\n".join(out) + "\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


__all__ = ["Checked", "as_json", "github", "text"]
