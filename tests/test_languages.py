"""Both languages: every phrase, every help text, and nothing of the one in the output of the other."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ngayle.cli import COMMANDS
from ngayle.errors import SYSTEM, RequestError
from ngayle.period import FORMS, WORDS
from ngayle.words import en, help_en, help_vi, vi
from ngayle.words.phrases import say

Run = Callable[..., Any]
Write = Callable[..., Path]

ENGLISH = frozenset(
    [
        "the",
        "and",
        "are",
        "is",
        "not",
        "was",
        "with",
        "without",
        "from",
        "into",
        "must",
        "have",
        "has",
        "this",
        "that",
        "there",
        "which",
        "when",
        "where",
        "unknown",
        "write",
        "wrong",
        "missing",
        "year",
        "years",
        "month",
        "months",
        "week",
        "day",
        "days",
        "province",
        "sector",
        "name",
        "names",
        "file",
        "files",
        "folder",
        "period",
        "default",
        "option",
        "options",
        "usage",
        "examples",
        "commands",
        "print",
        "only",
        "every",
        "each",
        "nearest",
        "near",
        "it",
        "its",
        "outside",
        "exists",
        "already",
        "needs",
        "needed",
        "install",
        "cannot",
        "be",
        "read",
        "written",
        "until",
        "error",
        "source",
        "sources",
        "layer",
        "chain",
        "kept",
        "next",
        "kind",
        "rank",
        "note",
        "revised",
        "legal",
        "basis",
        "alias",
        "other",
        "altered",
        "added",
        "hidden",
        "valid",
        "never",
        "over",
    ]
)
"""Words that are English and neither Vietnamese without marks nor names of options and formats."""

VIETNAMESE = frozenset(
    [
        "không",
        "ngày",
        "của",
        "hoặc",
        "tệp",
        "hãy",
        "phải",
        "được",
        "năm",
        "tháng",
        "tỉnh",
        "ngành",
        "viết",
        "định",
        "dạng",
        "nguồn",
        "căn",
        "cứ",
        "lệnh",
        "đến",
        "từ",
        "cho",
        "những",
        "các",
        "một",
        "nếu",
        "ghi",
        "đã",
        "là",
        "có",
        "trong",
    ]
)
"""Words that Vietnamese sentences are made of."""

DATA_IN_ENGLISH = ("letter.", "site.brand")
"""Phrases that stand in documents, and the name of the site: Vietnamese in both languages."""


class _Any:
    """Stands for every value of a phrase, whatever it is formatted as."""

    def __format__(self, spec: str) -> str:
        return "7"

    def __repr__(self) -> str:
        return "'7'"

    def __getitem__(self, key: object) -> _Any:
        return self


def _filled(text: str) -> str:
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format(**dict.fromkeys(names, _Any()))


def _words(text: str) -> set[str]:
    """The words of a sentence, without options, commands, quoted examples and file names."""
    text = re.sub(
        r"`[^`]*`|'[^']*'|\"[^\"]*\"|--[\w-]+|\S*[/.\\]\w\S*|\[\w+\]|NGAYLE_LANG", " ", text
    )
    text = re.sub(r"\bngayle [\w-]+|pip install", " ", text)
    return {w.lower() for w in re.findall(r"[^\W\d_]+", text)}


PLAIN = {
    **{f"phrase {key}": (en.PHRASES[key], vi.PHRASES[key]) for key in vi.PHRASES},
    **{f"help {key}": (help_en.HELP[key], help_vi.HELP[key]) for key in help_vi.HELP},
}


def test_every_message_is_said_in_its_own_language() -> None:
    """Walks the tables: filled in, an English sentence has no Vietnamese words and the reverse."""
    choices = {
        *("revised", "rank", "minor"),
        "national",
        "province",
        "sector",
        "person",
        "international",
        "local",
        "today",
        "text",
        "full",
        "round",
        "list",
        "bullets",
        "date",
        "great",
        "layer",
        "new",
    }
    for key, (english, vietnamese) in PLAIN.items():
        if key.startswith(tuple(f"phrase {k}" for k in DATA_IN_ENGLISH)):
            continue
        if key.endswith(("/examples", "other-language", "show.name_en", "site.brand", "hand.3")):
            continue
        # words to be typed, with what they mean behind them: "day (ngày kỷ niệm)"
        vietnamese = re.sub(r"\b[\w-]+ \(|\b[\w-]+ = \S+", "(", vietnamese)
        if not key.startswith("help"):
            english, vietnamese = _filled(english), _filled(vietnamese)
        assert not (_words(vietnamese) & ENGLISH) - choices, (key, vietnamese)
        assert not _words(english) & VIETNAMESE, (key, english)


def test_help_has_the_same_keys_in_both_languages() -> None:
    """In the same order; data alone."""
    assert list(help_vi.HELP) == list(help_en.HELP)
    for table in (help_vi, help_en):
        tree = ast.parse(Path(str(table.__file__)).read_text(encoding="utf-8"))
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_both_languages(speak: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line says how to get the other one; headings and options are told of in each."""
    asked = [command] if command else []
    shown = speak(*asked, "--help")
    assert (shown.status, shown.err) == (0, "")
    first = shown.out.splitlines()[0]
    assert first == f"English: ngayle{' ' if command else ''}{command} --help --lang en"
    body, _, _ = shown.out.partition("\nví dụ:")
    assert "usage" not in body
    assert "tùy chọn" in body
    listed = {"great", "national", "province", "sector", "person", "date", "layer", "new", "check"}
    listed |= {"list", "name", "period", "error", "warning", "never", "from", "to"}
    assert not _words(body.partition("\n")[2]) & ENGLISH - listed
    english = speak(*asked, "--help", "--lang", "en")
    assert english.out.startswith("Tiếng Việt: ")
    monkeypatch.setenv("NGAYLE_LANG", "en")
    assert speak(*asked, "--help", "--lang", "en").out == english.out
    for line in re.findall(r"^  (--?\w[^\n]*)", english.out, re.M):
        # an option without a text of its own would stand alone on its line
        assert re.search(r"\S  +\S", line) or len(line) >= 28, line


def test_the_environment_chooses_the_language(speak: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """--lang goes before it; what is no language is one line."""
    assert speak("2023-13").err == (
        "ngayle: thời gian '2023-13': không có tháng 13; tháng từ 01 đến 12\n"
    )
    said = "ngayle: period '2023-13': there is no month 13; months are 01 to 12\n"
    assert speak("2023-13", "--lang", "en").err == said
    assert speak("2023-13", "--lang=en").err == said
    call = speak
    monkeypatch.setenv("NGAYLE_LANG", "en")
    assert call("2023-13").err == said
    monkeypatch.setenv("NGAYLE_LANG", "fr")
    assert call("2023-12").err == "ngayle: NGAYLE_LANG 'fr': phải là vi hoặc en\n"


@pytest.mark.parametrize(
    ("arguments", "vietnamese"),
    [
        ([], 'thiếu thời gian, như 12/2026 hoặc "tháng sau" (ngayle --help)'),
        (["lunar"], "thiếu NGÀY (ngayle --help)"),
        (["2023", "--frmat", "x"], "không có lựa chọn --frmat; có phải là --format?"),
        (["2023", "--xyz", "x"], "không hiểu: --xyz x (ngayle --help)"),
        (["2023", "--lang"], "--lang: thiếu giá trị đi kèm (ngayle --help)"),
        (["2023", "--all=1"], "--all: không nhận giá trị, đã có '1' (ngayle --help)"),
        (["2023", "--back", "x"], "--back: 'x' không phải là số nguyên (ngayle --help)"),
        (
            ["find", "x", "--format", "md"],
            "--format: không có lựa chọn 'md'; chọn một trong: text, json (ngayle --help)",
        ),
        (["shwo", "x"], "không có lệnh 'shwo'; gần nhất: show (ngayle --help)"),
        (
            ["orientaton", "2026-12"],
            "không có lệnh 'orientaton'; gần nhất: orientation (ngayle --help)",
        ),
        (
            ["2026-12", "Ha Tinh"],
            "'Ha Tinh': không hiểu, khi đứng sau thời gian; nếu là tỉnh: --province 'Ha Tinh', nếu là ngành: --sector 'Ha Tinh'",
        ),
        (
            ["2023", "-o", "no/such/file.txt"],
            "no/such/file.txt: không ghi được: không có tệp hoặc thư mục này",
        ),
        (["lunar", "30/1/2024"], "tháng 1 năm âm lịch 2024 không có ngày 30: ngày từ 1 đến 29"),
        (["find", "zzzz"], "'zzzz': không có trong tên nào"),
    ],
)
def test_mistakes_in_vietnamese(speak: Run, arguments: list[str], vietnamese: str) -> None:
    """One line on stderr, exit 2."""
    result = speak(*arguments)
    assert (result.status, result.out, result.err) == (2, "", f"ngayle: {vietnamese}\n")


def test_what_the_system_says() -> None:
    """In both languages; what is not in the table stays as the system has it."""
    for name in SYSTEM:
        assert say("vi", f"os.{name}") != say("en", f"os.{name}")
    full = RequestError("system.output", system="ENOSPC", reason="No space left on device")
    assert full.message("vi") == "đầu ra: đĩa đã đầy"
    rare = RequestError("system.output", system="EDOM", reason="Numerical argument out of domain")
    assert rare.message("vi") == "đầu ra: Numerical argument out of domain"


def test_the_forms_of_a_period_are_told_in_full() -> None:
    """The English sentence has what ``ngayle.period`` reads."""
    text = say("en", "error.period.unknown", text="x")
    assert FORMS in text
    assert ", ".join(WORDS) in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "thuong-binh-liet-si"],
        ["places"],
        ["places", "Hải Dương"],
        ["sectors", "nông dân"],
        ["find", "20/11"],
        ["lunar", "10/3/2027"],
        ["days-off", "2026"],
        ["2026-12"],
        ["plan", "2027"],
        ["orientation", "2026-12"],
    ],
)
def test_no_english_in_vietnamese_output(speak: Run, arguments: list[str]) -> None:
    """Ids, addresses and names in brackets left out; the English name of a day is data."""
    lines = [x for x in speak(*arguments).out.splitlines() if not x.startswith("tiếng Anh")]
    text = re.sub(r"\[[^\]]*\]|https?://\S+", " ", "\n".join(lines))
    assert not _words(text) & ENGLISH, _words(text) & ENGLISH


@pytest.mark.parametrize("arguments", [["show", "thuong-binh-liet-si"], ["sectors"], ["2026-12"]])
def test_labels_in_english(speak: Run, arguments: list[str]) -> None:
    """What is around the data is English."""
    out = speak(*arguments, "--lang", "en").out
    labels = {line.partition("  ")[0] for line in out.splitlines()}
    assert not {w for label in labels for w in _words(label)} & VIETNAMESE


def _quoted(text: str) -> Iterator[str]:
    yield from re.findall(r"\[([\w-]+)\]$", text, re.M)


def test_find(speak: Run) -> None:
    """By words without marks, the last unfinished; by a day; with day, count and id."""
    found = speak("find", "hoi", "nong", "dan").out.splitlines()
    assert any("Ngày thành lập Hội Nông dân Việt Nam  [nong-dan-hoi-thanh-lap]" in x for x in found)
    assert "thanh-lap-dang" in list(_quoted(speak("find", "thành lập đảng cộng sản việt n").out))
    assert "ngay-nha-giao-viet-nam" in list(_quoted(speak("find", "20/11").out))


def test_show_takes_words(speak: Run) -> None:
    """One entry if they mean one, else a list."""
    one = speak("show", "Ngày", "Thương", "binh", "-", "Liệt", "sĩ").out
    assert one == speak("show", "thuong-binh-liet-si").out
    assert speak("show", "giỗ", "tổ").out == speak("show", "gio-to-hung-vuong").out
    several = speak("show", "hội nông dân")
    assert several.status == 0
    assert "nong-dan-hoi-thanh-lap" in list(_quoted(several.out))


def test_entries_for_programs(speak: Run) -> None:
    """`find` and `show` as JSON: names, rule, next occurrences, layer, sources."""
    document = json.loads(speak("show", "gio-to-hung-vuong", "--format", "json").out)
    assert list(document) == ["schema", "entries"]
    (entry,) = document["entries"]
    assert document["schema"] == 2
    assert entry["rule"] == {"kind": "LunarDay", "month": 3, "day": 10}
    assert entry["names"][-1]["name"] == "Giỗ Tổ Hùng Vương"
    assert len(entry["next"]) == 5
    assert entry["sources"]
    found = json.loads(speak("find", "20/11", "--format", "json").out)["entries"]
    assert "ngay-nha-giao-viet-nam" in [e["id"] for e in found]


def test_sectors(speak: Run) -> None:
    """All of them with their days; one with its entries."""
    listing = speak("sectors").out.splitlines()
    assert any(re.match(r"Báo chí +bao-chi +.*21/6", row) for row in listing)
    one = speak("sectors", "hội nông dân").out
    assert one.startswith("Nông dân (nong-dan)\n")
    assert "nong-dan-hoi-thanh-lap" in one


def test_a_period_without_quotes(speak: Run) -> None:
    """As it is typed."""
    assert speak("tháng", "12/2026").out == speak("2026-12").out
    assert (
        speak("quý", "1/2027", "--format", "lines").out == speak("2027-Q1", "--format", "lines").out
    )
    assert speak("orientation", "tháng", "12/2026").out == speak("orientation", "2026-12").out
    assert speak("12-2026").out == speak("2026/12").out == speak("12/2026").out


def test_ids(speak: Run) -> None:
    """After the line, in text, Markdown and lines; JSON has them always."""
    for more in ([], ["--format", "lines"], ["--format", "md"]):
        assert "thuong-binh-liet-si" in speak("2023-07", "--ids", *more).out
        assert "thuong-binh-liet-si" not in speak("2023-07", *more).out
    assert "[thuong-binh-liet-si]" in speak("orientation", "2023-07", "--ids").out
    assert speak("2023-07", "--ids", "--format", "json").status == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2026-12", "-o", "x.docx"], "ngayle orientation, ngayle plan"),
        (["2026-12", "-o", "x.pdf"], "ngayle orientation"),
        (["2026-12", "-o", "x.xls"], "hãy đặt tên x.xlsx"),
        (["2026-12", "-o", "x.foo"], "ghi được .txt, .json, .csv, .md, .ics, .xlsx"),
        (["orientation", "2026-12", "-o", "x.doc"], "hãy đặt tên x.docx"),
        (["orientation", "2026-12", "-o", "x.csv"], "ngayle 12/2026, ngayle days-off"),
        (["2026-12", "--format", "json", "-o", "x.csv"], "hãy đặt tên x.json"),
    ],
)
def test_no_text_under_a_false_name(
    speak: Run, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line that names what is right, and no file."""
    monkeypatch.chdir(tmp_path)
    result = speak(*arguments)
    assert (result.status, result.out) == (2, "")
    assert told in result.err
    assert result.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_csv_in_a_file_is_for_spreadsheets(speak: Run, tmp_path: Path) -> None:
    """The mark of UTF-8; a lunar day is no date."""
    path = tmp_path / "x.csv"
    assert speak("2023-07", "-o", path).status == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,date,")
    assert "âm lịch 10/6/2023" in content.decode()
    assert not speak("2023-07", "--format", "csv").out.startswith("\ufeff")
