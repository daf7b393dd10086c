"""From a file to its text: .docx, .pdf, .html, .txt, .md and standard input.

The text keeps the order of the document, one paragraph a line, the cells of a table's row between
bars. Whatever cannot be read (an old encoding, a scan, a password) raises
:class:`Unreadable` with a line that names the file: it is never taken for a text without faults.
"""

from __future__ import annotations

import html
import io
import os
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from attrs import frozen

from ngayle.checking.views import Cut, View
from ngayle.errors import RequestError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 200_000_000
"""Bytes of a file, or of what a .docx unpacks to, that are still read."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_BLOCKS = (
    "p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|title|blockquote|pre|dd|dt|dl"
    "|figure|figcaption|caption|thead|tbody|hr|option|main|nav|aside|form"
)
_MARKUP = re.compile(
    r"""<!--.*?(?:-->|\Z)
    | <(?P<silent>script|style|template|noscript)\b[^>]{0,4000}>.*?(?:</(?P=silent)\s*>|\Z)
    | <(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,100000}>
    | <[!?][^<>]{0,4000}>
    | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?""",
    re.X | re.S,
)
_BLOCK = re.compile(rf"(?:{_BLOCKS})\Z", re.I)
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|`+|(?m:^\s{0,3}#{1,6}\s)|(?m:^\s{0,3}>\s)")
_VIETNAMESE = re.compile("[\u01a0-\u01b0\u0110\u0111\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_TCVN3 = re.compile(r"\b(?:ng[µÀ]y|th\u00b8ng|n¨m|vµ|cña|®[^\s]{1,4}|nh©n|d©n|k[û\u00d7]|lÞch)\b")
_VNI = re.compile(r"\b(?:ngaøy|thaùng|naêm|vaø|cuûa|ñ[^\s]{1,5}|nhaân|daân|kyû|nieäm)\b", re.I)


class Unreadable(RequestError):
    """A file that cannot be read: ``reason`` is a key of the words ``FILES``, with ``fields``."""

    def __init__(self, code: str, *, lang: str = "en", **values: str) -> None:
        from ngayle.words import checking_en, checking_vi

        words = checking_vi if lang == "vi" else checking_en
        super().__init__(words.FILES[code].format(**values))
        self.reason, self.fields = code, values


@frozen
class Piece:
    """Where a run of a .docx stands in the text: ``number`` counts the ``w:t`` of the body."""

    start: int
    length: int
    number: int


@frozen
class Document:
    """A file as it was read.

    ``text``: what offsets refer to; ``cuts``: what is markup in it; ``pieces``: of a .docx, the
    runs of its body; ``remarks``: codes of the words ``FILES`` to tell about it.
    """

    file: str
    text: str
    kind: str
    cuts: tuple[Cut, ...] = ()
    pieces: tuple[Piece, ...] = ()
    remarks: tuple[str, ...] = ()

    def view(self) -> View:
        """The text as it is compared."""
        return View(self.text, self.cuts)


def read_file(path: str, content: bytes | None = None) -> Document:
    """The document at ``path``, or in ``content`` under that name. Raises Unreadable."""
    if content is None:
        if os.path.isdir(path):
            raise Unreadable("folder", file=path)
        try:
            if os.path.getsize(path) > LARGEST:
                raise Unreadable("too-large", file=path, said=str(LARGEST // 1_000_000))
            with open(path, "rb") as file:
                content = file.read()
        except FileNotFoundError:
            raise Unreadable("no-file", file=path) from None
    if not content.strip():
        raise Unreadable("empty", file=path)
    kind = _kind(path, content)
    if kind == "docx":
        document = _docx(path, content)
    elif kind == "pdf":
        document = _pdf(path, content)
    else:
        text = _decoded(path, content)
        cuts: tuple[Cut, ...] = ()
        if kind == "html":
            cuts = tuple(_html_cuts(text))
        elif kind == "md":
            cuts = tuple((m.start(), m.end(), "") for m in _EMPHASIS.finditer(text))
        document = Document(path, text, kind, cuts)
    if not document.text.strip() or (kind == "html" and not document.view().plain.strip()):
        raise Unreadable("no-text", file=path)
    _check_encoding(path, document.text)
    return document


def _kind(path: str, content: bytes) -> str:
    """By what the bytes are, else by what the name ends with."""
    ending = os.path.splitext(path)[1].lower()
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable("password", file=path)
        raise Unreadable("doc" if ending in (".doc", "") else "format", file=path)
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        if ending in (".docx", ".docm", ""):
            return "docx"
        raise Unreadable("format", file=path)
    if ending in (".docx", ".pdf"):
        raise Unreadable("broken", file=path, said=ending[1:])
    head = content[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if ending in (".html", ".htm", ".xhtml") or head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if ending in (".md", ".markdown"):
        return "md"
    if ending in (".txt", ".text", "") or path == "-":
        return "txt"
    raise Unreadable("format", file=path)


def _decoded(path: str, content: bytes) -> str:
    """Unicode text; with a mark at its beginning also UTF-16."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        _check_encoding(path, content.decode("latin-1"))
        raise Unreadable("not-utf8", file=path) from None
    if "\0" in text:
        raise Unreadable("not-utf8", file=path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_encoding(path: str, text: str) -> None:
    """Letters of the old Vietnamese encodings look like text and match nothing."""
    sample = text[:200_000]
    if len(_VIETNAMESE.findall(sample)) * 200 > len(sample):
        return
    for name, pattern in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        if len(pattern.findall(sample)) >= 3:
            raise Unreadable("encoding", file=path, said=name)


# --- HTML ---------------------------------------------------------------------------------


def _html_cuts(text: str) -> Iterator[Cut]:
    """What is markup, and what is read in its place."""
    for m in _MARKUP.finditer(text):
        new = ""
        if m[0].startswith("&"):
            new = html.unescape(m[0])
            if len(new) > len(m[0]) or new == m[0]:
                continue
        elif m["tag"]:
            tag = m["tag"].lower()
            if tag in ("td", "th"):
                new = "" if m["end"] else " | "[: len(m[0])]
            elif _BLOCK.match(tag):
                new = "\n"
        yield m.start(), m.end(), new


# --- Word ---------------------------------------------------------------------------------


class _Word:
    """Collects the text of the parts of a .docx."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.number = 0
        self.tracked = False
        self.body = True

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def part(self, root: Element, *, body: bool) -> None:
        """A part's paragraphs and tables, one below the other."""
        self.body = body
        self.blocks(root)

    def blocks(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _W + "p":
                self.paragraph(child)
                self.put("\n")
            elif tag == _W + "tbl":
                self.table(child)
            elif tag in _SKIPPED:
                self.skip(child)
            else:
                self.blocks(child)

    def table(self, table: Element) -> None:
        for row in table:
            if row.tag != _W + "tr":
                continue
            self.put("| ")
            for cell in row:
                if cell.tag != _W + "tc":
                    continue
                first = True
                for block in cell:
                    if block.tag == _W + "p":
                        if not first:
                            self.put("\n")
                        self.paragraph(block)
                        first = False
                    elif block.tag == _W + "tbl":
                        self.put("\n")
                        self.table(block)
                    else:
                        self.blocks(block)
                self.put(" | ")
            self.put("\n")

    def paragraph(self, paragraph: Element) -> None:
        """The runs of a paragraph; text boxes that hang on it come behind it."""
        boxes: list[Element] = []
        self.runs(paragraph, boxes)
        for box in boxes:
            self.put("\n")
            self.blocks(box)

    def runs(self, parent: Element, boxes: list[Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _W + "t":
                text = child.text or ""
                if self.body:
                    if text:
                        self.pieces.append(Piece(self.length, len(text), self.number))
                    self.number += 1
                self.put(text)
            elif tag in _WRITTEN:
                self.put(_WRITTEN[tag])
            elif tag == _W + "txbxContent":
                boxes.append(child)
            elif tag in _SKIPPED:
                self.skip(child)
            else:
                if tag in (_W + "ins", _W + "moveTo"):
                    self.tracked = True
                self.runs(child, boxes)

    def skip(self, element: Element) -> None:
        """Deleted text, and what is said twice for older programs."""
        if element.tag != _FALLBACK:
            self.tracked = True
        if self.body:
            self.number += sum(1 for _ in element.iter(_W + "t"))


_SKIPPED = {_FALLBACK, _W + "del", _W + "moveFrom"}
_WRITTEN = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def _docx(path: str, content: bytes) -> Document:
    word = _Word()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "word/document.xml" not in names:
                raise Unreadable("broken", file=path, said="docx")
            parts = ["word/document.xml", *sorted(n for n in names if _PARTS.fullmatch(n))]
            size = sum(archive.getinfo(n).file_size for n in parts)
            if size > LARGEST:
                raise Unreadable("too-large", file=path, said=str(LARGEST // 1_000_000))
            for name in parts:
                root = ElementTree.fromstring(archive.read(name))
                word.part(root, body=name == "word/document.xml")
                word.put("\n")
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
        EOFError,
    ):
        raise Unreadable("broken", file=path, said="docx") from None
    remarks = ("tracked",) if word.tracked else ()
    return Document(path, "".join(word.out), "docx", (), tuple(word.pieces), remarks)


# --- PDF ----------------------------------------------------------------------------------


def _pdf(path: str, content: bytes) -> Document:
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError:
        raise Unreadable("pdf-extra", file=path) from None
    try:
        pages = []
        document = pypdfium2.PdfDocument(content)
        try:
            for page in document:
                text = page.get_textpage()
                pages.append(text.get_text_range())
                text.close()
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("password", file=path) from None
        raise Unreadable("broken", file=path, said="pdf") from None
    text = "\n".join(pages).replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-")
    return Document(path, text, "pdf")


__all__ = ["Document", "Piece", "Unreadable", "read_file"]
