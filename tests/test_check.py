"""Reading drafts: what is understood, what is found, and where."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ngayle
from conftest import tool
from ngayle import cli
from ngayle.checking import check, document_date, judged
from ngayle.checking.claims import read
from ngayle.checking.findings import Judge
from ngayle.checking.reading import Unreadable, read_file
from ngayle.checking.resolving import key_of
from ngayle.checking.views import View
from ngayle.model import PartialDate
from ngayle.occurrences import falls
from ngayle.words import checking_en, checking_vi
from ngayle.words.lines import bare_line, line

HERE = Path(__file__).parent
SENTENCES = HERE / "check_sentences.tsv"
RIGHT = "Kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)"
WRONG = "Kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)"


def rows() -> list[tuple[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["codes"]) for row in table]


def codes(text: str, **options: object) -> str:
    """The codes of errors and warnings."""
    found = check(text, **options)  # type: ignore[arg-type]
    return ",".join(sorted(f.code for f in found if f.level != "note"))


@pytest.mark.parametrize(("text", "expected"), rows())
def test_each_sentence_has_its_verdict(text: str, expected: str) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "expected"), rows())
def test_a_sentence_judges_alike_however_its_letters_are_coded(text: str, expected: str) -> None:
    """Apart marks, U+00D0 for Đ, no-break blanks and dashes change nothing."""
    apart = unicodedata.normalize("NFD", text)
    assert codes(apart) == expected
    assert codes(text.replace("Đ", "\u00d0").replace(" ", "\u00a0")) == expected
    assert codes(text.replace(" - ", " \u2013 ")) == expected


@pytest.mark.slow
def test_every_line_that_ngayle_prints_is_right() -> None:
    """The days of a whole year, counted, bare and in English, are accused of nothing."""
    judge = Judge(ngayle.load())
    accused = []
    for anniversary in ngayle.load():
        for occurrence in falls(anniversary, date(2024, 1, 1), date(2024, 12, 31), every_year=True):
            for text in (line(occurrence), bare_line(occurrence), line(occurrence, "en")):
                found = judge.judge(read(text)).findings
                accused += [(text, f.code) for f in found if f.level != "note"]
    assert accused == []


# --- places ---


def test_offsets_are_those_of_the_text_as_read() -> None:
    text = unicodedata.normalize("NFD", "Dòng một.\n\n" + WRONG + ".\n")
    (found,) = (f for f in check(text) if f.level != "note")
    assert (found.line, found.column) == (3, text.splitlines()[2].index("75") + 1)
    assert found.text == text[found.start : found.end]
    assert found.text.startswith("75 na")
    assert found.text.endswith("27/7/2023")


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến (19/12)", date(2026, 11, 28), ""),
        ("Kỷ niệm 82 năm Ngày Toàn quốc kháng chiến (19/12)", date(2026, 11, 28), "year"),
        ("Kỷ niệm 82 năm Ngày Toàn quốc kháng chiến", date(2026, 11, 28), "year"),
        ("Kỷ niệm 78 năm Ngày Toàn quốc kháng chiến", date(2026, 11, 28), "year"),
        ("Kỷ niệm 79 năm Ngày Toàn quốc kháng chiến", date(2026, 11, 28), ""),  # of last year
        ("Kỷ niệm 81 năm Ngày Toàn quốc kháng chiến", date(2026, 12, 28), ""),  # of next year
        ("Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến", date(2027, 1, 5), ""),  # of last year
        ("Kỷ niệm 81 năm Ngày Toàn quốc kháng chiến", PartialDate(2026), ""),
        ("Kỷ niệm 82 năm Ngày Toàn quốc kháng chiến", PartialDate(2026), "year"),
    ],
)
def test_a_count_alone_is_held_against_the_documents_date(
    text: str, on: date | PartialDate, expected: str
) -> None:
    """Of its year or of one beside it: reports look back, plans ahead."""
    assert codes(text, on=on) == expected


def test_a_finding_gives_both_repairs_the_line_and_its_source() -> None:
    (found,) = (f for f in check(WRONG) if f.level != "note")
    assert found.message == "27/7/1947 - 27/7/2023 là 76 năm, không phải 75 năm"
    assert found.could_be == (
        "76 năm",
        "(27/7/1947 - 27/7/2022)",  # never another origin than the day's own
        "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
    )
    assert found.id == "thuong-binh-liet-si"
    assert found.sources == ngayle.load()["thuong-binh-liet-si"].sources


def test_a_number_cut_by_the_end_of_a_line_is_read_whole() -> None:
    assert codes("kỷ niệm 76 năm Ngày Thương binh -\nLiệt sĩ (27/7/19\n47 - 27/7/\n2023)") == ""
    assert (
        codes("kỷ niệm 75 năm Ngày Thương binh -\nLiệt sĩ (27/7/19\n47 - 27/7/\n2023)") == "count"
    )


def test_one_digit_of_a_claim_is_one_finding() -> None:
    for at, digit in enumerate(RIGHT):
        if digit.isdigit():
            for other in "0123456789".replace(digit, ""):
                slip = RIGHT[:at] + other + RIGHT[at + 1 :]
                found = [f for f in check(slip) if f.level != "note"]
                assert len(found) == 1, slip
                assert found[0].start < len(slip)
                assert found[0].end > RIGHT.index("76")


@given(st.text(alphabet="0123456789/-.() \n|năm ngày tháng Kỷniệm", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    result = judged(text)
    assert 0 <= result.understood <= result.dated
    for found in result.findings:
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start : found.end] == found.text


@given(st.text(max_size=80))
def test_a_view_leads_back_to_its_source(text: str) -> None:
    view = View(text)
    assert len(view.plain) == len(view.bare)
    places = [view.at(i) for i in range(len(view.plain) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


# --- what is understood ---


def test_coverage_tells_what_was_read_and_what_was_not() -> None:
    result = judged(RIGHT + "; Ngày hội Thí Dụ của xã (5/6); họp ngày 3/4/2023.")
    assert (result.claims, result.dated, result.understood) == (1, 2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND XÃ\nThí Dụ, ngày 29 tháng 5 năm 2023\n", PartialDate(2023, 5, 29)),
        ("Thí Dụ, ngày      tháng      năm 2023\n", PartialDate(2023)),
        ("Tuyên truyền tháng 7/2023\n", PartialDate(2023, 7)),
        ("Kỷ niệm (27/7/1947 - 27/7/2023)\n", None),
    ],
)
def test_a_document_gives_its_own_date(text: str, expected: PartialDate | None) -> None:
    assert document_date(View(text)) == expected


def test_a_count_without_dates_is_held_against_the_document_and_its_neighbours() -> None:
    sentence = "Nhân kỷ niệm {} năm Ngày Thương binh - Liệt sĩ, xã tổ chức thăm hỏi."
    assert codes(sentence.format(86)) == ""
    for count, expected in ((74, "year"), (75, ""), (76, ""), (77, ""), (86, "year"), (67, "year")):
        assert codes(sentence.format(count), on=date(2023, 7, 1)) == expected
    # 20/10 is kept under one name and counted from 1930 and from 2010
    women = "Nhân kỷ niệm {} năm Ngày Phụ nữ Việt Nam, chi hội gặp mặt."
    assert codes(women.format(93), on=date(2023, 10, 1)) == ""
    assert codes(women.format(13), on=date(2023, 10, 1)) == ""


def test_a_name_of_former_days_is_told_the_new_one() -> None:
    text = "Ngày Sách Việt Nam"
    assert key_of(text)
    draft = "Kỷ niệm 10 năm Ngày Sách Việt Nam (21/4/2014 - 21/4/2024)"
    found = [f for f in check(draft) if f.code == "renamed"]
    assert [f.could_be for f in found] == [("Ngày Sách và Văn hóa đọc Việt Nam",)]
    assert "renamed" not in codes("Kỷ niệm 5 năm Ngày Sách Việt Nam (21/4/2014 - 21/4/2019)")


def test_notes_suggest_spelling_form_and_capitals() -> None:
    text = "76 năm Ngày thương binh - Liệt sỹ (27.7.1947 \u2013 27.7.2023)"
    notes = {f.code: f.could_be for f in check(text)}
    assert notes["spelling"] == ("Thương binh - Liệt sĩ",)
    assert notes["form"] == ("(27/7/1947 - 27/7/2023)",)
    assert {f.level for f in check(text)} == {"note"}


def test_an_overlay_adds_the_names_of_the_office(tmp_path: Path) -> None:
    overlay = tmp_path / "xa.toml"
    overlay.write_text(
        '[[anniversary]]\nname = "Ngày hội Thí Dụ"\nkind = "day"\norigin = "1990-06-05"\n',
        encoding="utf-8",
    )
    text = "Kỷ niệm 30 năm Ngày hội Thí Dụ (6/6/1990 - 6/6/2020)"
    assert codes(text) == ""
    assert codes(text, catalogue=ngayle.load(overlay)) == "origin"


def test_both_languages_say_the_same_things() -> None:
    for name in ("MESSAGES", "FORMS", "LEVELS", "REPORT", "FILES"):
        vi, en = getattr(checking_vi, name), getattr(checking_en, name)
        assert list(vi) == list(en)
        for key in vi:
            fields = [sorted(re.findall(r"{(\w+)}", text)) for text in (vi[key], en[key])]
            assert fields[0] == fields[1], key
    assert check(WRONG, lang="en")[0].message == "27/7/1947 - 27/7/2023 is 76 years, not 75"


# --- files ---


def word_file(*paragraphs: str, table: tuple[str, ...] = (), header: str = "") -> bytes:
    from docx import Document

    document = Document()
    for text in paragraphs:
        body = document.add_paragraph()
        # every word a run of its own, as editors leave them
        for piece in re.split(r"(?<= )", text):
            body.add_run(piece).bold = len(piece) % 2 == 0
    if table:
        cells = document.add_table(rows=1, cols=len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_paragraphs_tables_and_headers_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        word_file("Mở đầu.", WRONG, table=("19 tháng 11", "Ngày Nhà giáo Việt Nam"), header=WRONG)
    )
    document = read_file(str(path))
    assert document.text.splitlines()[:3] == [
        "Mở đầu.",
        WRONG,
        "| 19 tháng 11 | Ngày Nhà giáo Việt Nam | ",
    ]
    found = judged(document.view()).findings
    assert [f.code for f in found if f.level != "note"] == ["count", "day", "count"]


def test_deleted_text_is_not_read_and_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    content = word_file("GIỮ XÓA")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                deleted = (
                    '<w:del w:id="1" w:author="x"><w:r><w:delText>XÓA</w:delText></w:r></w:del>'
                )
                part = re.sub(
                    rb"<w:r>(?:(?!</w:r>).)*X\xc3\x93A(?:(?!</w:r>).)*</w:r>",
                    deleted.encode(),
                    part,
                    flags=re.S,
                )
            new.writestr(name, part)
    path.write_bytes(out.getvalue())
    document = read_file(str(path))
    assert document.text.strip() == "GIỮ"
    assert document.remarks == ("tracked",)


def test_html_is_read_in_its_place() -> None:
    source = (
        f"<html><style>75 năm</style><p>{WRONG[:12]}<b>{WRONG[12:]}</b></p><p>&nbsp;</p></html>"
    )
    document = read_file("a.html", source.encode())
    (found,) = (f for f in judged(document.view()).findings if f.level != "note")
    assert source[found.start :].startswith("75 n")
    assert source[: found.end].endswith("27/7/2023")


def test_markdown_marks_say_nothing() -> None:
    document = read_file("a.md", f"**{WRONG[8:15]}**{WRONG[15:]}".encode())
    assert [f.code for f in judged(document.view()).findings if f.level != "note"] == ["count"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.txt", "ngày tháng".encode("utf-16-le") + b"\xff\xd8", "not-utf8"),
        ("a.txt", b"\xff\xfa\xfc", "not-utf8"),
        ("a.txt", "ngµy 27 th\u00b8ng 7 n¨m 1947 cña".encode("latin-1"), "encoding"),
        ("a.txt", "ngaøy 27 thaùng 7 naêm 1947 vaø".encode(), "encoding"),
        ("a.docx", b"PK\x03\x04 no archive", "broken"),
        ("a.docx", b"plain", "broken"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", "doc"),
        ("a.xlsx", b"PK\x03\x04", "format"),
        ("a.png", b"\x89PNG", "format"),
        ("a.html", b"<html><p></p></html>", "no-text"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_file(name, content)
    assert raised.value.reason == code
    assert str(raised.value).startswith(f"{name}: ")


# --- the command ---


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(f"{WRONG}; {RIGHT}.\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("draft")
def test_text_has_place_level_code_caret_and_coverage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "a.txt"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.txt:1:9: lỗi count 27/7/1947 - 27/7/2023 là 76 năm, không phải 75 năm"
    assert lines[1].strip().startswith("Kỷ niệm 75 năm")
    assert lines[2].index("^") == lines[1].index("75")
    assert lines[3].startswith("    có thể là: 76 năm hoặc (27/7/1947 - 27/7/2022)")
    assert lines[-1] == "1 lỗi, 0 cảnh báo, 0 lưu ý; đọc 2 mốc; 0 chỗ có ngày mà không hiểu"


def test_exit_follows_the_level_asked_for(draft: Path) -> None:
    assert cli.main(["check", "a.txt", "--fail-on", "never"]) == 0
    assert cli.main(["check", "a.txt", "--ignore", "count"]) == 0
    assert cli.main(["check", "a.txt", "--ignore", "contu"]) == 2
    draft.write_text("Ngày Nhà giáo Việt Nam (21/11)\n", encoding="utf-8")
    assert cli.main(["check", "a.txt"]) == 1
    assert cli.main(["check", "a.txt", "--fail-on", "error"]) == 0


@pytest.mark.usefixtures("draft")
def test_an_unreadable_file_is_named_and_the_others_are_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["check", "none.txt", "a.txt"]) == 2
    told = capsys.readouterr()
    assert told.err == "ngayle: none.txt: không có tệp này\n"
    assert "a.txt:1:9: lỗi" in told.out


def test_json_is_that_of_the_contract(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "a.txt", "--format", "json"])
    content = json.loads(capsys.readouterr().out)
    assert content["schema"] == 2
    assert content["files"] == [
        {"file": "a.txt", "kind": "txt", "claims": 2, "dated": 2, "understood": 2, "remarks": []}
    ]
    (found,) = content["findings"]
    assert list(found) == [
        *("file", "line", "column", "start", "end", "code", "level", "text", "message"),
        *("could_be", "id", "sources"),
    ]
    text = draft.read_text(encoding="utf-8")
    assert text[found["start"] : found["end"]] == found["text"]


@pytest.mark.usefixtures("draft")
def test_github_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "a.txt", "--format", "github", "--lang", "en"])
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=a.txt,line=1,col=9,title=count::27/7/1947 - 27/7/2023 is")


@pytest.mark.usefixtures("installed")
def test_standard_input(draft: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "ngayle", "check", "-"],
        input=draft.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith("-:1:9: lỗi count")


@pytest.mark.usefixtures("draft")
def test_missing_days_of_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "a.txt", "--missing", "2023-08", "--notes"])
    told = capsys.readouterr().out
    assert "lưu ý missing chưa thấy trong văn bản: 78 năm Cách mạng tháng Tám" in told
    cli.main(["check", "a.txt", "--missing", "2023-08"])
    told = capsys.readouterr().out
    assert "lưu ý missing" not in told
    assert " lưu ý (xem bằng --notes); " in told
    cli.main(["check", "a.txt", "--missing", "2023-07", "--notes"])
    assert "chưa thấy trong văn bản: 76 năm Ngày Thương binh" not in capsys.readouterr().out


@pytest.mark.usefixtures("draft")
def test_comments_stand_on_the_exact_words() -> None:
    from docx import Document

    original = word_file("Mở đầu.", f"Nhân dịp {WRONG[8:]}, xã tổ chức.", header=WRONG)
    Path("a.docx").write_bytes(original)
    assert cli.main(["check", "a.docx", "--format", "docx", "-o", "b.docx"]) == 1
    assert Path("a.docx").read_bytes() == original
    marked = Document("b.docx")
    assert [p.text for p in marked.paragraphs] == [p.text for p in Document("a.docx").paragraphs]
    comments = {c.comment_id: c for c in marked.comments}
    assert [c.author for c in comments.values()] == ["ngayle", "ngayle"]
    assert "là 76 năm, không phải 75 năm" in comments[0].text
    body = marked.element.body
    starts = (e for e in body.iter() if e.tag.endswith("}commentRangeStart"))
    start = next(e for e in starts if "0" in e.attrib.values())
    covered = ""
    for element in start.itersiblings():
        if element.tag.endswith("}commentRangeEnd"):
            break
        covered += "".join(t.text or "" for t in element.iter() if t.tag.endswith("}t"))
    assert covered == WRONG[8:].rstrip(")")
    assert not any(
        key.endswith("}date") for c in comments.values() for key in c._comment_elm.attrib
    )


@pytest.mark.usefixtures("draft")
def test_comments_never_overwrite_the_original() -> None:
    Path("a.docx").write_bytes(word_file(WRONG))
    assert cli.main(["check", "a.docx", "--format", "docx"]) == 2
    assert cli.main(["check", "a.docx", "--format", "docx", "-o", "a.docx"]) == 2
    assert cli.main(["check", "a.txt", "--format", "docx", "-o", "b.docx"]) == 2


def test_pdf_is_read(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    path = tmp_path / "a.pdf"
    document.save(str(path))
    with pytest.raises(Unreadable, match="has no text"):
        read_file(str(path))
    with pytest.raises(Unreadable, match="damaged"):
        read_file(str(path), b"%PDF-1.4 broken")


# --- the gate over the project's own sentences ---


def test_no_verdict_has_changed_unseen(capsys: pytest.CaptureFixture[str]) -> None:
    report = tool("check_report")
    assert report.main([]) == 0, capsys.readouterr().out
    assert (
        capsys.readouterr().out == f"{len(rows())} sentences: 0 accused of more, 0 of less, 0 new\n"
    )


def test_a_long_text_takes_time_in_proportion() -> None:
    """Every pattern is bounded: twice the text is read, and gives twice the claims."""
    one = judged((RIGHT + ".\n") * 50)
    two = judged((RIGHT + ".\n") * 100)
    assert (one.claims, two.claims) == (50, 100)
    assert len(read("(" * 20_000 + "76 năm " * 2_000).counts) == 2_000


def test_a_word_of_a_name_that_could_be_filling_is_no_slip_of_spelling() -> None:
    """ "Toàn quốc" also fills sentences; the name with it is whole, without it a word is missing."""
    dates = "(19/12/1946 - 19/12/2026)"
    assert not ngayle.check(f"kỷ niệm 80 năm Ngày Toàn quốc kháng chiến {dates}")
    (note,) = ngayle.check(f"kỷ niệm 80 năm Ngày quốc kháng chiến {dates}")
    assert (note.code, note.could_be) == ("spelling", ("Toàn quốc kháng chiến",))
