"""The head and the foot of a letter: of a Party document, or of a state body's.

Party: Hướng dẫn 36-HD/VPTW of 03/4/2018, appendix 3: on the left the body above (capitals, 14) and
the office (capitals, bold, 14), "*", "Số …-CV/…" (14) and what the letter is about (italic, 12); on
the right "ĐẢNG CỘNG SẢN VIỆT NAM" (bold, 15) over a line of its own length, place and date (italic,
14). State: Decree 30/2020/NĐ-CP, appendix I, part I, section II: nation (bold, 12 to 13), motto
(bold, 13 to 14) over a line of its own length, the body above (capitals, 12 to 13), the office
(bold) over a line of a third to a half of its length, "Số: …/…" (13), "V/v …" (12 to 13), place and
date (italic, 13 to 14).

Number and date are left open: they are given when the letter is signed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ngayle.render.paragraphs import NBSP, bound
from ngayle.words import dates
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from ngayle.drafts.model import Draft

PARTY = ("party",)
"""The kinds of office whose letters have the Party's head; all others have the state's."""

LEFT_MM, RIGHT_MM, CELL_MARGIN_MM = 69, 96, 1.9
PARTY_MM, MOTTO_MM = 71, 53
"""How long the two titles are in their sizes of Times New Roman, and so the lines below them."""


def head(document: Document, office: Any, kind: str | None, draft: Draft) -> None:
    """The head, "Kính gửi" and the opening."""
    lang, party = draft.lang, kind in PARTY
    left, right = _two_columns(document)
    name = (office.name or say(lang, "letter.nowhere")).upper()
    size, most = (14, 22) if party else (13, 24)
    if office.superior:
        for part in _balanced(office.superior.upper(), most + 2):
            _line(left, part, size)
    for part in _balanced(name, most):
        _line(left, part, size, bold=True)
    place = office.place or say(lang, "letter.nowhere")
    day = say(lang, "letter.date", place=place, year=draft.signed_in)
    subject = _subject(draft)
    if party:
        _line(left, "*", 14)
        _line(left, say(lang, "letter.number_party"), 14)
        _line(left, subject, 12, italic=True, before=6)
        _line(right, say(lang, "letter.party"), 15, bold=True)
        _rule(right, PARTY_MM, RIGHT_MM)
    else:
        _rule(left, min(28, len(name)), LEFT_MM)
        _line(left, say(lang, "letter.number_state"), 13, before=4)
        about = say(lang, "letter.subject", subject=subject[:1].lower() + subject[1:])
        _line(left, about, 12, before=6)
        _line(right, say(lang, "letter.nation"), 12, bold=True)
        _line(right, say(lang, "letter.motto"), 13, bold=True)
        _rule(right, MOTTO_MM, RIGHT_MM)
    _line(right, day.replace(" ", NBSP), 14, italic=True, before=6)
    _addressees(document, office, lang, party=party)
    _paragraph(document, _opening(draft, office))


def _balanced(text: str, most: int) -> list[str]:
    """Two lines of about the same length where one would be too long; the first is the shorter."""
    blanks = [at for at, char in enumerate(text) if char == " "]
    if len(text) <= most or not blanks:
        return [text]
    # no line ends in "và"
    middle = min(
        blanks, key=lambda at: (abs(2 * at - len(text)) + 8 * text[:at].endswith(" VÀ"), at)
    )
    return [text[:middle], text[middle + 1 :]]


def _subject(draft: Draft) -> str:
    return bound(draft.title)


def _opening(draft: Draft, office: Any) -> str:
    """The office's own words, and the sentence that leads to the items."""
    month = dates.partial_date(draft.period.first.year, draft.period.first.month)
    name = office.name or say(draft.lang, "letter.nowhere")
    if any(item.kind in ("great", "quarter") for item in draft.items):
        when = dates.during(draft.period, draft.lang)
        said = say(draft.lang, "letter.opening_plan", office=name, when=when)
    else:
        said = say(draft.lang, "letter.opening", office=name, month=month)
    before = (office.opening or "").strip().rstrip(".,;:")
    if before.endswith("như sau"):
        # the office has the whole sentence
        return bound(f"{before}:")
    return bound(f"{before}, {said}" if before else said)


def _split(recipients: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Whom the letter addresses, and who gets it besides: "(b/c)", "Lưu …"."""
    bare = [text.strip().strip("-").strip().rstrip(".,;") for text in recipients]
    besides = [t for t in bare if t.lower().startswith("lưu") or "(b/c)" in t or "báo cáo" in t]
    return [t for t in bare if t not in besides and not t.lower().startswith("như ")], besides


def _addressees(document: Document, office: Any, lang: str, *, party: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    to, _ = _split(office.recipients)
    to = to or [say(lang, "letter.nowhere")]
    said = say(lang, "letter.to")
    opening = document.add_paragraph()
    opening.paragraph_format.space_before = Pt(12)
    if len(to) == 1:
        opening.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(opening, f"{said} {to[0]}", 14, italic=party)
        return
    opening.paragraph_format.left_indent = Cm(2.5)
    _run(opening, said, 14, italic=party)
    mark = "," if party else ";"
    for at, text in enumerate(to):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Cm(4.8)
        line.paragraph_format.space_after = Pt(0 if at < len(to) - 1 else 12)
        _run(line, f"-{NBSP}{text}{mark if at < len(to) - 1 else '.'}", 14)


def foot(document: Document, office: Any, kind: str | None, lang: str) -> None:
    """ "Nơi nhận" on the left, the signer on the right, kept together on one page."""
    from docx.shared import Pt

    party = kind in PARTY
    _gap(document)
    left, right = _two_columns(document, unsplit=True)
    _, besides = _split(office.recipients)
    listed = [say(lang, "letter.as_above"), *besides]
    if not besides:
        listed.append(say(lang, "letter.file"))
    said = say(lang, "letter.recipients")
    first = _line(left, said, 14 if party else 12, bold=not party, italic=not party, centred=False)
    first.runs[0].underline = party or None
    mark = "," if party else ";"
    for at, text in enumerate(listed):
        end = mark if at < len(listed) - 1 else "."
        _line(left, f"-{NBSP}{text}{end}", 12 if party else 11, centred=False)
    *titles, name = office.signer if len(office.signer) > 1 else (*office.signer, "")
    for text in titles or [say(lang, "letter.nowhere")]:
        _line(right, text.upper(), 14, bold=True)
    for _ in range(4):
        _line(right, "", 14)
    _line(right, name, 14, bold=True)
    for cell in (left, right):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_after = Pt(0)


def _gap(document: Document) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.keep_with_next = True


def _two_columns(document: Document, *, unsplit: bool = False) -> tuple[Any, Any]:
    """Two cells side by side without lines around them."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    row = table.rows[0]
    if unsplit:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, width in zip(row.cells, (LEFT_MM, RIGHT_MM), strict=True):
        cell.width = Mm(width)
    for column, width in zip(table.columns, (LEFT_MM, RIGHT_MM), strict=True):
        column.width = Mm(width)
    return row.cells[0], row.cells[1]


def _line(
    cell: Any,
    text: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    centred: bool = True,
    before: int = 0,
) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    first = cell.paragraphs[0]
    fresh = len(cell.paragraphs) == 1 and not first.runs
    paragraph: Paragraph = first if fresh else cell.add_paragraph()
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    spacing = paragraph.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(0), 1.0
    _run(paragraph, text, size, bold=bold, italic=italic)
    return paragraph


def _run(
    paragraph: Paragraph, text: str, size: int, *, bold: bool = False, italic: bool = False
) -> None:
    from docx.shared import Pt

    from ngayle.render.docx import say_run

    run = say_run(paragraph, text)
    run.font.size = Pt(size)
    run.bold, run.italic = bold or None, italic or None


def _paragraph(document: Document, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    _run(paragraph, text, 14)


def _rule(cell: Any, length_mm: float, width_mm: int) -> None:
    """A thin line of a length in the middle of a cell: the border of a paragraph without text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = cell.add_paragraph()
    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = Pt(3)
    side = Mm(max(0, (width_mm - 2 * CELL_MARGIN_MM - length_mm) / 2))
    spacing.left_indent = spacing.right_indent = side
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")
