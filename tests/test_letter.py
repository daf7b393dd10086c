"""Files for office programs: the letter in Word, workbooks, HTML to paste."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from ngayle import load, parse
from ngayle.drafts.model import Choices, Draft
from ngayle.drafts.orientation import orientation
from ngayle.drafts.plan import plan
from ngayle.errors import RequestError
from ngayle.occurrences import occurrences
from ngayle.render.html import html
from ngayle.render.paragraphs import bound, ended
from ngayle.units.selection import Selection
from ngayle.words.lines import line, one_bracket

library = pytest.importorskip("docx")
from ngayle.render.docx import docx, refuse_changed  # noqa: E402

Run = Callable[..., Any]

NBSP, W = "\u00a0", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

OFFICE = SimpleNamespace(
    id="ban-vi-du",
    name="Ban Tuyên giáo và Dân vận Tỉnh ủy",
    kind="party",
    superior="Tỉnh ủy Ví Dụ",
    place="Ví Dụ",
    recipients=(
        "Các đảng ủy trực thuộc",
        "Báo Ví Dụ",
        "Thường trực Tỉnh ủy (b/c)",
        "Lưu Văn phòng",
    ),
    signer=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Văn Ví Dụ"),
    opening="Thực hiện Chương trình công tác năm 2026",
)


def december(**more: Any) -> Draft:
    return orientation(load(), parse("2026-12"), Selection(provinces=["ha-tinh"]), Choices(**more))


def texts(content: bytes) -> list[str]:
    """Every paragraph, those of tables among them, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    return [
        "".join(
            (x.text or "") if x.tag == f"{W}t" else "-" if x.tag == f"{W}noBreakHyphen" else ""
            for x in paragraph.iter()
        )
        for paragraph in body.iter(f"{W}p")
    ]


def test_the_letter_of_a_party_office() -> None:
    """Head, addressees, opening, items, recipients and signer; number and date left open."""
    shown = [
        t.replace(NBSP, " ") for t in texts(docx(december(), office=OFFICE, kind="party")) if t
    ]
    assert shown[:7] == [
        "TỈNH ỦY VÍ DỤ",
        "BAN TUYÊN GIÁO",
        "VÀ DÂN VẬN TỈNH ỦY",
        "*",
        "Số        -CV/",
        "Định hướng một số nội dung tuyên truyền tháng 12/2026",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ]
    assert shown[7] == "Ví Dụ, ngày      tháng      năm 2026"
    assert shown[8:12] == [
        "Kính gửi:",
        "- Các đảng ủy trực thuộc,",
        "- Báo Ví Dụ.",
        "Thực hiện Chương trình công tác năm 2026, Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng một số nội dung tuyên truyền trong tháng 12/2026 như sau:",
    ]
    at = shown.index("Nơi nhận:")
    assert shown[at - 1].endswith("./.")
    assert shown[at : at + 7] == [
        "Nơi nhận:",
        "- Như trên,",
        "- Thường trực Tỉnh ủy (b/c),",
        "- Lưu Văn phòng.",
        "K/T TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "Nguyễn Văn Ví Dụ",
    ]
    assert shown[at + 7] == "Các ngày khác trong tháng (để lựa chọn)"


def test_the_letter_of_a_state_office() -> None:
    """The nation's title and motto, "Số: …/…", "V/v", semicolons."""
    office = SimpleNamespace(**{**vars(OFFICE), "name": "Sở Ví Dụ", "kind": "state"})
    shown = [
        t.replace(NBSP, " ") for t in texts(docx(december(), office=office, kind="state")) if t
    ]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in shown
    assert "Độc lập - Tự do - Hạnh phúc" in shown
    assert "V/v định hướng một số nội dung tuyên truyền tháng 12/2026" in shown
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in shown
    assert "- Các đảng ủy trực thuộc;" in shown
    assert "- Lưu Văn phòng." in shown


def test_separate_lines_end_as_in_documents() -> None:
    """ ";" after each, "." after the last, a capital after the hyphen; "./." once, at the end."""
    shown = texts(docx(december(style="bullets"), office=OFFICE, kind="party"))
    end = shown.index("Nơi nhận:")
    lines = [t for t in shown[12:end] if t.startswith(f"-{NBSP}")]
    assert len(lines) > 10
    assert all(re.match(rf"-{NBSP}[^a-zà-ỹ]", t) for t in lines)
    assert {t[-1] for t in lines} == {";", "."}
    assert sum(t.endswith("./.") for t in shown) == 1
    assert ended("Ngày A.", ";") == "Ngày A;"


def test_no_working_notes_in_the_text() -> None:
    """Due reviews stand in the list behind the letter, or in the table of the annex."""
    draft = december()
    noted = [line for item in draft.items for line in item.lines if line.note]
    assert noted
    shown = [t.replace(NBSP, " ") for t in texts(docx(draft, office=OFFICE, kind="party"))]
    end = shown.index("Nơi nhận:")
    assert not [t for t in shown[:end] if "đến kỳ" in t or "còn" in t.split()]
    assert any("đến kỳ tổng kết" in t for t in shown[shown.index("Việc cần theo dõi") :])
    with_ids = [t.replace(NBSP, " ") for t in texts(docx(draft, ids=True))]
    assert "Việc cần theo dõi" not in with_ids
    assert any("đến kỳ tổng kết" in t for t in with_ids)


def test_the_annex_of_sources() -> None:
    """Day, id, legal basis, source of every line, each entry once, by day."""
    draft = december()
    content = docx(draft, ids=True)
    table = library.Document(io.BytesIO(content)).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Ngày", "Mã số", "Căn cứ", "Nguồn"]
    ids = [row[1].partition(" ")[0] for row in rows[1:]]
    wanted = {o.anniversary.id for i in draft.items for x in i.lines for o in x.occurrences}
    assert sorted(ids) == sorted(wanted)
    assert all(row[3].startswith("http") for row in rows[1:])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("76 năm Ngày A (27/7/1947 - 27/7/2023)", "76~năm Ngày A (27/7/1947~-~27/7/2023)"),
        ("54 năm Chiến thắng (12/1972 - 12/2026)", "54~năm Chiến thắng (12/1972~-~12/2026)"),
        ("Lễ hội (15/02 âm lịch, 1765 - 2026)", "Lễ hội (15/02~âm~lịch,~1765~-~2026)"),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017", "Nghị quyết số~18-NQ/TW ngày~25/10/2017"),
        ("tháng 12/2026, năm 2027, Quý I/2027", "tháng~12/2026, năm~2027, Quý~I/2027"),
        ("Việt Nam - Lào, Mặt trận - Tổ quốc", "Việt Nam - Lào, Mặt trận - Tổ quốc"),
    ],
)
def test_what_stays_together(text: str, wanted: str) -> None:
    """Date pairs, counts, numbers with their words; names may break."""
    assert bound(text) == wanted.replace("~", NBSP)


def test_no_date_pair_in_the_file_can_break() -> None:
    """In the XML: between two dates stand no-break blanks and a no-break hyphen, nothing else."""
    for draft in (december(), december(style="bullets"), plan(load(), parse("2027"), Selection())):
        content = docx(draft, office=OFFICE, kind="party", ids=True)
        shown = "\n".join(texts(content))
        pairs = re.findall(r"\d/\d{4}(.{3})\d\d?/", shown)
        assert len(pairs) > 5
        assert set(pairs) == {f"{NBSP}-{NBSP}"}
        assert not re.search(r"\d năm ", shown)
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            raw = parts.read("word/document.xml").decode()
        assert f"{NBSP}-{NBSP}" not in raw


def _pdf(content: bytes, ending: str, folder: Path) -> list[str]:
    """The lines of the file as LibreOffice lays it out."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("needs LibreOffice and pdftotext")
    source = folder / f"x.{ending}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    done = subprocess.run(
        [reader, "-layout", folder / "x.pdf", "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode().splitlines()


@pytest.mark.slow
def test_no_date_pair_breaks_over_a_line_of_the_page(tmp_path: Path) -> None:
    """As laid out with the metrics of Times New Roman."""
    lines = _pdf(docx(december(), office=OFFICE, kind="party"), "docx", tmp_path)
    lines = [line.replace("\u2011", "-").replace(NBSP, " ").strip() for line in lines]
    whole = [x for x in lines if re.search(r"\d/\d{4} +- +\d\d?/", x)]
    assert len(whole) > 10
    assert not [x for x in lines if re.search(r"\d/\d{4} +-?$|^- +\d\d?/\d", x)]
    assert not [x for x in lines if re.search(r"\b\d+$", x) and not x.isdigit() and "2026" not in x]


def test_word_opens_it_as_its_own(tmp_path: Path) -> None:
    """Compatibility mode 15; no trace of the library's template among the properties."""
    with zipfile.ZipFile(io.BytesIO(docx(december(), office=OFFICE, kind="party"))) as parts:
        settings = parts.read("word/settings.xml").decode()
        application = parts.read("docProps/app.xml").decode()
        core = parts.read("docProps/core.xml").decode()
        types = parts.read("[Content_Types].xml").decode()
        rels = parts.read("_rels/.rels").decode()
        assert "docProps/custom.xml" in parts.namelist()
    assert re.search(r'w:name="compatibilityMode"[^>]*w:val="15"', settings)
    assert "ja-JP" not in settings
    assert "Macintosh" not in application
    assert "<Application>ngayle</Application>" in application
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy" in core
    assert "/docProps/custom.xml" in types
    assert "docProps/custom.xml" in rels
    del tmp_path


def test_a_file_changed_by_hand_is_kept(speak: Run, tmp_path: Path) -> None:
    """It is known by the hash among its properties; --force replaces it."""
    path = tmp_path / "dh.docx"
    command = ("orientation", "2026-12", "-o", path)
    assert speak(*command).status == 0
    first = path.read_bytes()
    assert speak(*command).status == 0
    assert path.read_bytes() == first
    document = library.Document(str(path))
    document.paragraphs[0].add_run(" sửa")
    document.save(str(path))
    changed = path.read_bytes()
    result = speak(*command)
    assert (result.status, path.read_bytes()) == (2, changed)
    assert "đã được sửa bằng tay" in result.err
    assert speak(*command, "--force").status == 0
    assert path.read_bytes() == first
    path.write_bytes(b"PK no archive")
    assert "không phải tệp do lệnh này ghi" in speak(*command).err
    other = tmp_path / "other.docx"
    library.Document().save(str(other))
    with pytest.raises(RequestError, match="no file that this command wrote"):
        refuse_changed(str(other))


def test_the_office_of_the_overlay_decides(
    speak: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kind of office chooses the head and what is printed; --for goes before it."""
    office = property(lambda _: OFFICE)
    monkeypatch.setattr("ngayle.catalogue.Catalogue.office", office, raising=False)
    for more, head in (
        ([], "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (["--for", "state"], "Độc lập - Tự do - Hạnh phúc"),
    ):
        path = tmp_path / f"{len(more)}.docx"
        assert speak("orientation", "2026-12", *more, "-o", path).status == 0
        assert head in texts(path.read_bytes())
    school = speak("orientation", "2026-12", "--for", "school").out
    party = speak("orientation", "2026-12").out
    assert "Thông tin, tuyên truyền" in party
    assert "Thông tin, tuyên truyền" not in school


def template() -> bytes:
    """A file as an office has it: its head, a place for the text, a style of its own."""
    document = library.Document()
    document.add_paragraph("CƠ QUAN VÍ DỤ")
    document.styles["Normal"].font.name = "Arial"
    document.add_paragraph("[NỘI DUNG]")
    document.add_paragraph("Người ký")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_template_keeps_its_head_and_styles(speak: Run, tmp_path: Path) -> None:
    """The text stands where the place was, between head and signature."""
    path = tmp_path / "mau.docx"
    path.write_bytes(template())
    out = tmp_path / "dh.docx"
    done = speak("orientation", "2026-12", "--template", path, "-o", out)
    assert (done.status, done.err) == (0, "")
    read = library.Document(str(out))
    shown = [p.text for p in read.paragraphs]
    assert shown[0] == "CƠ QUAN VÍ DỤ"
    assert not [t for t in shown if "[NỘI DUNG]" in t]
    numbered = [at for at, t in enumerate(shown) if re.match(r"\d\. ", t)]
    assert (
        max(numbered)
        < shown.index("Người ký")
        < shown.index("Các ngày khác trong tháng (để lựa chọn)")
    )
    assert read.styles["Normal"].font.name == "Arial"
    assert speak("orientation", "2026-12", "--template", path).status == 2
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no")
    result = speak("orientation", "2026-12", "--template", broken, "-o", tmp_path / "y.docx")
    assert (result.status, result.err.count("\n")) == (2, 1)


def test_tet_is_called_by_its_year() -> None:
    """And no two parentheses stand in a row, but before a pair of dates."""
    (tet,) = occurrences(load(), parse("2027-02-06"), Selection(rank=1))
    assert tet.anniversary.id == "tet-nguyen-dan"
    assert line(tet) == "Tết Nguyên đán Đinh Mùi 2027"
    for year in (2026, 2027):
        found = occurrences(load(), parse(str(year)), Selection(everything=True))
        for said in map(line, found):
            _, _, rest = said.partition(") (")
            assert re.fullmatch(r"(|[\d/]+ - [\d/]+\)|[^()]* âm lịch, \d+ - \d+\))", rest), said
    assert one_bracket("Lễ hội X (Y) (12/02 âm lịch)") == "Lễ hội X (Y, 12/02 âm lịch)"


def test_html_to_paste() -> None:
    """Headings, paragraphs and lists; text alone, whatever a name holds."""
    page = html(december())
    tags = set(re.findall(r"</?(\w+)", page.partition("<body>")[2]))
    assert tags == {"h1", "h2", "p", "ul", "li", "body", "html"}
    assert "<h1>Định hướng một số nội dung tuyên truyền tháng&nbsp;12/2026</h1>" in page.replace(
        "tháng 12", "tháng&nbsp;12"
    )
    assert "(19/12/1946&nbsp;-&nbsp;19/12/2026)" in page
    assert "style=" not in page
    assert page.count("<ul>") == page.count("</ul>")


@pytest.mark.slow
def test_a_workbook_of_a_listing(speak: Run, tmp_path: Path) -> None:
    """Real dates, Vietnamese heads, frozen, filtered, A4 across, no formulas; the same bytes."""
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "x.xlsx"
    own = tmp_path / "own.toml"
    own.write_text(
        '[[anniversary]]\nid = "x"\nkind = "day"\nname = "=1+1"\non = { solar = "12-01" }\n'
    )
    assert speak("2026-12", "--overlay", own, "-o", path).status == 0
    first = path.read_bytes()
    assert speak("2026-12", "--overlay", own, "-o", path).status == 0
    assert path.read_bytes() == first
    sheet = openpyxl.load_workbook(path).active
    heads = [cell.value for cell in sheet[3]]
    assert heads[:8] == [
        *("Ngày", "Thứ", "Đến ngày", "Âm lịch", "Số năm", "Năm tròn", "Tên", "Lớp"),
    ]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    (army,) = [row for row in rows if row[6] == "Ngày thành lập Quân đội nhân dân Việt Nam"]
    assert army[0] == datetime(2026, 12, 22)  # noqa: DTZ001
    assert army[0].date() == date(2026, 12, 22)
    assert army[1:6] == ["Thứ Ba", None, "14/11 ÂL", 82, None]
    (formula,) = [row for row in sheet.iter_rows(min_row=4) if row[6].value == "=1+1"]
    assert formula[6].data_type == "s"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == f"A3:M{sheet.max_row}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) in (
        (9, "landscape"),
        ("9", "landscape"),
    )
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize("command", [["plan", "2027"], ["days-off", "2026"]])
def test_workbooks_of_plans_and_days_off(speak: Run, tmp_path: Path, command: list[str]) -> None:
    """The same form; each has its rows."""
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "x.xlsx"
    result = speak(*command, "-o", path)
    assert (result.status, result.err) == (0, "")
    sheet = openpyxl.load_workbook(path).active
    days = [cell for row in sheet.iter_rows(min_row=4) for cell in row[:2] if cell.is_date]
    assert len(days) == sheet.max_row - 3
    assert all(cell.number_format == "dd/mm/yyyy" for cell in days)


@pytest.mark.parametrize(
    ("command", "ending", "module", "name"),
    [
        ("orientation", "docx", "docx", "python-docx"),
        ("plan", "xlsx", "openpyxl", "openpyxl"),
        ("", "xlsx", "openpyxl", "openpyxl"),
        ("days-off", "xlsx", "openpyxl", "openpyxl"),
    ],
)
def test_a_missing_extra_names_a_command_that_works_here(
    speak: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    ending: str,
    module: str,
    name: str,
) -> None:
    """The Python that runs, and the library itself: ngayle is on no index."""
    monkeypatch.setitem(sys.modules, module, None)
    asked = [command] if command else []
    result = speak(*asked, "2026-12", "-o", tmp_path / f"x.{ending}")
    told = f"ngayle: {ending}: cần {name}; cài bằng lệnh: {sys.executable} -m pip install {name}\n"
    assert (result.status, result.out, result.err) == (2, "", told)
    assert not list(tmp_path.iterdir())
    from ngayle.render import xlsx
    from ngayle.words.labels import Labels

    def make() -> bytes:
        if ending == "docx":
            return docx(december())
        return xlsx.listing([], parse("2026-12"), Labels(load()))

    with pytest.raises(RequestError) as caught:
        make()
    assert caught.value.code == f"{ending}.missing"
