"""Drafts as Word files, through python-docx (the extra ``ngayle[docx]``).

The layout is that of Decree 30/2020/NĐ-CP, appendix I, part I, sections I and II.6: A4 upright,
margins of 20 to 25 mm above and below, 30 to 35 on the left, 15 to 20 on the right; Times New
Roman of size 13 to 14, justified, first lines indented by 1 or 1.27 cm, at least 6 pt between
paragraphs; Arabic page numbers of size 13 to 14, centred in the top margin from the second page on.
The heads of an official letter (nation, office, number, signature) are the office's own and are
left to its template.

The same draft gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ngayle.errors import RequestError
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from ngayle.drafts.model import Draft

FONT = "Times New Roman"
SIZE, PAGE_NUMBER_SIZE = 14, 13
PAPER_MM = (210, 297)
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
UNUSED_PARTS = ("thumbnail", "stylesWithEffects", "numbering", "customXml")
USED_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "HeaderChar")
STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the first that ZIP knows."""


def docx(draft: Draft) -> bytes:
    """The bytes of the Word file. Raises RequestError if python-docx is not installed."""
    try:
        import docx as library
    except ImportError:
        raise RequestError("docx.missing") from None
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = library.Document()
    _properties(document, draft)
    _page(document)
    _style(document, LANGUAGES[draft.lang])
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(draft.title).bold = True
    title.paragraph_format.keep_with_next = True
    for number, item in enumerate(draft.items, 1):
        for at, (separate, words) in enumerate(item.paragraphs()):
            body = _body(document)
            if at == 0:
                words = f"{number}. {words}"
            run = body.add_run(f"{item.marker}{words}" if separate else words)
            run.bold = (item.kind == "quarter" and item.separate and not separate) or None
            # a heading does not stay behind at the foot of a page
            body.paragraph_format.keep_with_next = item.separate and not separate
    if not draft.items:
        _body(document).add_run(say(draft.lang, "nothing"))
    _prune(document)
    return _same_bytes(document)


def _body(document: Document) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    return paragraph


def _properties(document: Document, draft: Draft) -> None:
    """No author, no clock: what would differ from one run or machine to the next stays out."""
    properties = document.core_properties
    properties.title = draft.title
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = LANGUAGES[draft.lang]
    properties.revision = 1
    first = draft.period.first
    properties.created = properties.modified = datetime(
        first.year, first.month, first.day, tzinfo=UTC
    )


def _page(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAPER_MM)
    section.top_margin, section.bottom_margin = Mm(MARGINS_MM["top"]), Mm(MARGINS_MM["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS_MM["left"]), Mm(MARGINS_MM["right"])
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = number.add_run()
    run.font.size = Pt(PAGE_NUMBER_SIZE)
    for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
        run._r.append(_field(kind, text))


def _field(kind: str | None, text: str | None) -> Any:
    """A piece of the field that prints the page's number; python-docx has no call for it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if kind:
        piece = OxmlElement("w:fldChar")
        piece.set(qn("w:fldCharType"), kind)
        return piece
    piece = OxmlElement("w:instrText")
    piece.text = text
    return piece


def _style(document: Document, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    # Vietnamese is spell-checked as such, not underlined as bad English
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    spoken.set(qn("w:eastAsia"), language)
    properties.append(spoken)
    spacing = normal.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(0), Pt(6), 1.15
    spacing.widow_control = True


def _prune(document: Document) -> None:
    """Take away what the library's template brings and a draft does not use: most of its size."""
    package, part = document.part.package, document.part
    for owner in (package, part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED_PARTS:
                del owner.rels[key]
    for style in list(document.styles.element.style_lst):
        if style.styleId not in USED_STYLES:
            style.getparent().remove(style)


def _same_bytes(document: Document) -> bytes:
    """The file with fixed times, and stored: compressors differ between machines."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, STAMP)
            # the same attributes on every system
            entry.create_system, entry.external_attr = 0, 0
            archive.writestr(entry, parts.read(name))
    return out.getvalue()
