"""A copy of a Word file with a comment on the exact words of each finding.

Needs python-docx 1.2 or later (the extra ``ngayle[docx]``). Runs are cut where a finding begins and
ends, which changes no letter and no format; findings in headers, footers and notes, where Word
allows no comment, are told in one on the first paragraph. The author is "ngayle", never the user.
"""

from __future__ import annotations

import copy
import io
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ngayle.checking.findings import Finding
from ngayle.checking.reading import Document, Unreadable
from ngayle.words import checking_en, checking_vi

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "ngayle", "ng"
_WORDS = {"vi": checking_vi, "en": checking_en}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(content: bytes, document: Document, findings: Sequence[Finding], lang: str) -> bytes:
    """The bytes of the copy. ``content``: the file that ``document`` was read from."""
    try:
        import docx as library
        from docx.oxml.ns import qn
    except ImportError:
        raise Unreadable("docx-extra", lang=lang) from None
    word = library.Document(io.BytesIO(content))
    if not hasattr(word, "add_comment"):
        raise Unreadable("docx-extra", lang=lang)
    runs = _Runs(list(word.element.body.iter(qn("w:t"))))
    starts = [piece.start for piece in document.pieces]
    elsewhere: list[Finding] = []
    for finding in findings:
        at = max(0, bisect_right(starts, finding.start) - 1)
        inside = []
        for piece in document.pieces[at : bisect_left(starts, finding.end)]:
            if piece.start + piece.length > finding.start:
                inside.append(piece)
        if not inside:
            elsewhere.append(finding)
            continue
        first, last = inside[0], inside[-1]
        begin = runs.from_(first.number, max(0, finding.start - first.start))
        end = runs.until(last.number, min(last.length, finding.end - last.start))
        _comment(word, begin, end, [finding], lang)
    if elsewhere:
        run = runs.from_(0, 0) if runs else word.add_paragraph().add_run("")._r
        _comment(word, run, run, elsewhere, lang)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


class _Runs:
    """The runs of the body, cut as the comments need it."""

    def __init__(self, texts: list[Any]) -> None:
        # of every w:t as it was read: the offsets at which it has been cut, and the pieces
        self._cuts = [([0], [text]) for text in texts]

    def __bool__(self) -> bool:
        return bool(self._cuts)

    def from_(self, number: int, offset: int) -> Any:
        """The run that begins at an offset of a ``w:t``."""
        return _run_of(self._cuts[number][1][self._cut(number, offset)])

    def until(self, number: int, offset: int) -> Any:
        """The run that ends at an offset of a ``w:t``."""
        return _run_of(self._cuts[number][1][self._cut(number, offset) - 1])

    def _cut(self, number: int, offset: int) -> int:
        """Which piece begins at an offset; behind the last one, their number."""
        begins, pieces = self._cuts[number]
        at = bisect_right(begins, offset) - 1
        if begins[at] == offset:
            return at
        text = pieces[at]
        words = text.text or ""
        local = offset - begins[at]
        if local >= len(words):
            return at + 1
        behind = _divide(text)
        text.text, behind.text = words[:local], words[local:]
        for part in (text, behind):
            part.set(_XML_SPACE, "preserve")
        begins.insert(at + 1, offset)
        pieces.insert(at + 1, behind)
        return at + 1


def _run_of(text: Any) -> Any:
    """The run that a ``w:t`` stands in."""
    return next(text.iterancestors(text.tag[: -len("t")] + "r"))


def _divide(text: Any) -> Any:
    """Cut a run behind one of its ``w:t``: the ``w:t`` that begins the second half, a copy."""
    run = _run_of(text)
    place = run.index(text)
    second = copy.deepcopy(run)
    twin = second[place]
    for child in list(second)[:place]:
        if child is not second.rPr:
            second.remove(child)
    for child in list(run)[place + 1 :]:
        run.remove(child)
    run.addnext(second)
    return twin


def _comment(
    word: WordDocument, first: Any, last: Any, findings: Sequence[Finding], lang: str
) -> None:
    from docx.text.run import Run

    words = _WORDS[lang]
    lines = []
    for finding in findings:
        lines.append(f"{words.LEVELS[finding.level]} {finding.code}: {finding.message}")
        if len(findings) > 1:
            lines[-1] = f"“{finding.text}”: {lines[-1]}"
        if finding.could_be:
            lines.append(words.REPORT["could_be"] + words.REPORT["or"].join(finding.could_be))
        lines += [f"{words.REPORT['source']}{source}" for source in finding.sources[:1]]
    ends = [Run(first, word), Run(last, word)]
    comment = word.add_comment(ends, text="\n".join(lines), author=AUTHOR, initials=INITIALS)
    # the library reads the clock; the same file gives the same comments
    stamp = [key for key in comment._comment_elm.attrib if key.endswith("}date")]
    for key in stamp:
        del comment._comment_elm.attrib[key]


__all__ = ["commented"]
