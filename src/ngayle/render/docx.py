"""Drafts as Word files, through python-docx (the extra ``ngayle[docx]``).

The page is that of Decree 30/2020/NĐ-CP, appendix I, part I, sections I and II.6: A4 upright,
margins of 20 to 25 mm above and below, 30 to 35 on the left, 15 to 20 on the right; Times New
Roman of size 13 to 14, justified, first lines indented by 1 or 1.27 cm, at least 6 pt between
paragraphs; Arabic page numbers of size 13 to 14, centred in the top margin from the second page on.
Hướng dẫn 36-HD/VPTW has the same page.

Where an overlay says whose the letter is, it has a head, an opening, "Nơi nhận" and a signer
(:mod:`ngayle.render.letter`); without one the title stands alone. What is there to choose from, and
the sources of the lines, stand on pages of their own behind it.

The same draft gives the same bytes. A file carries the hash of its text, by which the next run
knows whether it was changed by hand.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ngayle.errors import RequestError
from ngayle.render.paragraphs import NBSP, bound, choices, letter, paragraphs
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from ngayle.drafts.model import Draft, Item, Line

FONT = "Times New Roman"
SIZE, PAGE_NUMBER_SIZE = 14, 13
PAPER_MM = (210, 297)
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
UNUSED_PARTS = ("thumbnail", "stylesWithEffects", "numbering", "customXml")
USED_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "HeaderChar")
ANNEX_MM = (23, 42, 45, 55)
"""How wide the columns of the table of sources are: day, id, legal basis, source."""

STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the first that ZIP knows."""

PLACE = "[NỘI DUNG]"
"""The paragraph of a template in whose place the text goes; without one it goes to the end."""

HASH = "ngayle-sha256"
"""The property of docProps/custom.xml with the hash of word/document.xml as it was written."""

_CUSTOM = "docProps/custom.xml"
_TEXT = "word/document.xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SCHEMAS = "http://schemas.openxmlformats.org"


def docx(
    draft: Draft,
    *,
    office: Any = None,
    kind: str | None = None,
    template: bytes | None = None,
    ids: bool = False,
) -> bytes:
    """The bytes of the Word file.

    ``office``: whose letter it is (the table ``[office]`` of an overlay), ``kind`` the kind of
    office; ``template``: a Word file of the office's own, whose head, styles and pages are kept;
    ``ids``: with a table of the lines' ids, legal bases and sources. Raises RequestError if
    python-docx is not installed or the template is no Word file.
    """
    try:
        import docx as library
    except ImportError:
        raise RequestError("docx.missing") from None
    document = library.Document() if template is None else _opened(template)
    _properties(document, draft, office, own=template is None)
    if template is None:
        _page(document)
        _style(document, LANGUAGES[draft.lang])
    writer = _Writer(document, own=template is None)
    ends = _text(writer, draft, office if template is None else None, kind)
    if ends:
        from ngayle.render.letter import foot

        foot(document, office, kind, draft.lang)
    _annexes(writer, draft, ids=ids)
    writer.settle()
    if template is None:
        _prune(document)
    _compatible(document, own=template is None)
    return _same_bytes(document, own=template is None)


def refuse_changed(path: str) -> None:
    """Raise RequestError if a Word file that is there was not written by us, or not by us alone.

    A file is unchanged while the hash in its properties is that of its text. Word writes the text
    anew when it saves.
    """
    if not os.path.isfile(path):
        return
    try:
        with zipfile.ZipFile(path) as parts:
            text, custom = parts.read(_TEXT), parts.read(_CUSTOM).decode("utf-8", "replace")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        raise RequestError("file.foreign", path=path) from None
    found = re.search(rf'name="{HASH}"[^>]*>\s*<[^>]*lpwstr[^>]*>([0-9a-f]+)<', custom)
    if found is None:
        raise RequestError("file.foreign", path=path)
    if found[1] != hashlib.sha256(text).hexdigest():
        raise RequestError("file.changed", path=path)


def _opened(template: bytes) -> Document:
    import docx as library

    try:
        return library.Document(io.BytesIO(template))
    except (KeyError, ValueError, zipfile.BadZipFile):
        raise RequestError("template", path="--template") from None


class _Writer:
    """Adds paragraphs at the end, or where the template has its place for them."""

    def __init__(self, document: Document, *, own: bool) -> None:
        self.document = document
        self.own = own
        self._place = None
        if not own:
            self._place = next((p for p in document.paragraphs if PLACE in p.text), None)

    def add(
        self, text: str = "", *, bold: bool = False, centred: bool = False, ragged: bool = False
    ) -> Paragraph:
        """A paragraph: justified, its first line indented; or centred, or ``ragged``."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        if self._place is None:
            paragraph = self.document.add_paragraph()
        else:
            paragraph = self._place.insert_paragraph_before(style=self._place.style)
        if self.own or centred:
            align = WD_ALIGN_PARAGRAPH.LEFT if ragged else WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else align
        if self.own and not centred:
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
        if text:
            say_run(paragraph, text).bold = bold or None
        return paragraph

    def page(self) -> None:
        """What follows begins on a page of its own, at the end of the file."""
        from docx.enum.text import WD_BREAK

        self.settle()
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def settle(self) -> None:
        """Take the mark of the place away."""
        if self._place is not None:
            self._place._p.getparent().remove(self._place._p)
            self._place = None


def say_run(paragraph: Paragraph, text: str) -> Any:
    """A run of text in which a hyphen between no-break blanks allows no break either."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    first, *others = text.split(f"{NBSP}-{NBSP}")
    for at, part in enumerate((first, *others)):
        if at:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        element = OxmlElement("w:t")
        element.text = f"{NBSP if at else ''}{part}{NBSP if at < len(others) else ''}"
        element.set(qn("xml:space"), "preserve")
        run._r.append(element)
    return run


def _text(writer: _Writer, draft: Draft, office: Any, kind: str | None) -> bool:
    """The letter itself; whether "Nơi nhận" and a signer are to follow."""
    items = letter(draft)
    if office is not None:
        from ngayle.render.letter import head

        head(writer.document, office, kind, draft)
    else:
        title = writer.add(bound(draft.title), bold=True, centred=True)
        title.paragraph_format.keep_with_next = True
    for number, item in enumerate(items, 1):
        end = "./." if office is not None and number == len(items) else "."
        for at, paragraph in enumerate(paragraphs(item, end)):
            marker = item.marker.replace(" ", NBSP) if paragraph.separate else ""
            words = f"{number}. " if at == 0 else marker
            body = writer.add(
                f"{words}{paragraph.text}",
                bold=_is_bold(item, paragraph.heading),
                # a plan's short lines: one date pair on the next line would tear them apart
                ragged=item.kind in ("great", "quarter") and paragraph.separate,
            )
            # a heading does not stay behind at the foot of a page
            body.paragraph_format.keep_with_next = paragraph.heading or None
    if not items:
        writer.add(say(draft.lang, "nothing"))
    return office is not None


def _is_bold(item: Item, heading: bool) -> bool:
    return item.kind in ("great", "quarter") and heading


def _annexes(writer: _Writer, draft: Draft, *, ids: bool) -> None:
    """What is not sent: days to choose from, what is to be followed up, sources."""
    others, notes = choices(draft), _notes(draft)
    if others or (notes and not ids):
        writer.page()
    for item in others:
        writer.add(say(draft.lang, "others.title"), bold=True, centred=True)
        for paragraph in paragraphs(item):
            if paragraph.separate:
                writer.add(f"-{NBSP}{paragraph.text}", ragged=True)
    if notes and not ids:
        writer.add(say(draft.lang, "annex.follow"), bold=True, centred=True)
        for line in notes:
            writer.add(f"-{NBSP}{bound(line.sent)}: {bound(line.note)}.", ragged=True)
    if ids:
        writer.page()
        _sources(writer, draft)


def _notes(draft: Draft) -> list[Line]:
    return [line for item in draft.items for line in item.lines if line.note]


def _sources(writer: _Writer, draft: Draft) -> None:
    """The table of the lines: day, id, legal basis, source, and the note on it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    lang = draft.lang
    writer.add(say(lang, "annex.title"), bold=True, centred=True)
    writer.add(say(lang, "annex.note"), centred=True)
    rows = list(_source_rows(draft))
    table = writer.document.add_table(rows=1, cols=len(ANNEX_MM))
    table.autofit = False
    _grid(table)
    for column, width in zip(table.columns, ANNEX_MM, strict=True):
        column.width = Mm(width)
    heads = ("date", "show.id", "show.legal", "show.source")
    named = [say(lang, key) for key in heads]
    for at, cells in enumerate(([n[:1].upper() + n[1:] for n in named], *rows)):
        row = table.add_row() if at else table.rows[0]
        for cell, text, width in zip(row.cells, cells, ANNEX_MM, strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            run = say_run(paragraph, text)
            run.font.size = Pt(10)
            run.bold = at == 0 or None
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)


def _source_rows(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    """By day, each entry once; the themes come from the office and have none."""
    told: dict[str, tuple[Any, str]] = {}
    for item in draft.items:
        for line in item.lines:
            for o in line.occurrences:
                told.setdefault(o.anniversary.id, (o, line.note))
    for o, note in sorted(told.values(), key=lambda pair: pair[0].date):
        day = dates.full_date(o.date) + (f"{NBSP}-{NBSP}{dates.full_date(o.end)}" if o.end else "")
        legal = "; ".join(map(cite, o.anniversary.legal))
        yield (
            day,
            o.anniversary.id + (f" ({note})" if note else ""),
            bound(legal),
            next(iter(o.anniversary.sources), ""),
        )


def _grid(table: Any) -> None:
    """Thin lines around the cells; python-docx has them only by a style of its template."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    table._tbl.tblPr.append(borders)


def _properties(document: Document, draft: Draft, office: Any, *, own: bool) -> None:
    """No person and no clock: what would differ from one run or machine to the next stays out."""
    properties = document.core_properties
    properties.title = draft.title
    properties.author = properties.last_modified_by = (office and office.name) or ""
    if own:
        properties.comments = properties.keywords = ""
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


def _compatible(document: Document, *, own: bool) -> None:
    """The layout of Word 2013 and later (15), not the Compatibility Mode of Word 2010."""
    from docx.oxml.ns import qn

    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    if own:
        for language in settings.iter(qn("w:themeFontLang")):
            language.attrib.clear()
            language.set(qn("w:val"), "vi-VN")


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


def _same_bytes(document: Document, *, own: bool) -> bytes:
    """The file with fixed times, and stored: compressors differ between machines."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if own:
        parts["docProps/app.xml"] = _application()
    _add_hash(parts)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, STAMP)
            # the same attributes on every system
            entry.create_system, entry.external_attr = 0, 0
            archive.writestr(entry, content)
    return out.getvalue()


def _application() -> bytes:
    """Who made the file; the library's template says Word for the Macintosh."""
    space = f"{_SCHEMAS}/officeDocument/2006/extended-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{space}"><Application>ngayle</Application></Properties>'
    ).encode()


def _add_hash(parts: dict[str, bytes]) -> None:
    """Put the hash of the text among the file's own properties."""
    value = hashlib.sha256(parts[_TEXT]).hexdigest()
    custom = parts.get(_CUSTOM, b"").decode("utf-8")
    custom = re.sub(rf'<property[^>]*name="{HASH}".*?</property>', "", custom, flags=re.S)
    number = max([1, *map(int, re.findall(r'\bpid="(\d+)"', custom))]) + 1
    types = f"{_SCHEMAS}/officeDocument/2006/docPropsVTypes"
    entry = (
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{HASH}">'
        f'<vt:lpwstr xmlns:vt="{types}">{value}</vt:lpwstr></property>'
    )
    if custom:
        parts[_CUSTOM] = custom.replace("</Properties>", f"{entry}</Properties>").encode()
        return
    space = f"{_SCHEMAS}/officeDocument/2006/custom-properties"
    parts[_CUSTOM] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{space}">{entry}</Properties>'
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    _append(
        parts,
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/{_CUSTOM}" ContentType="{kind}"/>',
    )
    relation = f"{_SCHEMAS}/officeDocument/2006/relationships/custom-properties"
    _append(
        parts,
        "_rels/.rels",
        "</Relationships>",
        f'<Relationship Id="rIdNgayle" Type="{relation}" Target="{_CUSTOM}"/>',
    )


def _append(parts: dict[str, bytes], name: str, end: str, entry: str) -> None:
    parts[name] = parts[name].decode("utf-8").replace(end, f"{entry}{end}").encode()
