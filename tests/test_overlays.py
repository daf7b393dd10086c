"""An office's own file: the template, the check, what it changes, and what is wrong with it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ngayle import load

Run = Callable[..., Any]
Write = Callable[..., Path]


def test_the_template(run: Run, tmp_path: Path) -> None:
    """Valid as it is, changes nothing, and every example in it is right once its # is taken away."""
    file = tmp_path / "co-quan.toml"
    result = run("overlay", "new", file)
    assert result.status == 0
    assert "ngayle overlay check" in result.out
    assert run("overlay", "check", file).out == "co-quan.toml: hợp lệ; không thay đổi gì\n"
    text = file.read_text(encoding="utf-8")
    assert "co-quan.toml" in text
    examples = re.sub(r"(?m)^# (?=\[\[|\]|  \{|[a-z]+ = )", "", text)
    file.write_text(examples, encoding="utf-8")
    out = run("overlay", "check", file, "--lang", "en").out
    assert (
        out.splitlines()[0]
        == "co-quan.toml: valid; 4 days, 2 campaigns, 1 document, 1 altered, 1 hidden"
    )


def test_a_file_that_exists_is_left_alone(run: Run, toml: Write) -> None:
    """overlay new refuses."""
    file = toml("# mine\n")
    result = run("overlay", "new", file)
    assert (result.status, result.out) == (2, "")
    assert result.err == f"ngayle: {file}: exists already; name a new file\n"
    assert file.read_text(encoding="utf-8") == "# mine\n"
    assert run("overlay", "new", file.parent / "no-such-folder" / "x.toml").status == 2


GOOD = """
[[anniversary]]
name = "Ngày thành lập quận Ví Dụ"
kind = "founding"
origin = "1994-08-29"

[[campaign]]
name = "Cuộc thi Ví Dụ"
start = "2023-05-19"
end = "2023-07-11"

[[document]]
act = "Chỉ thị"
number = "01-CT/VD"
date = "2018-07-09"
about = "về nội dung ví dụ"

[[alter]]
id = "giai-phong-mien-nam"
name = "Ngày toàn thắng"

[[drop]]
id = "dan-so-the-gioi"
reason = "không tuyên truyền"
"""


def test_what_a_file_changes(run: Run, toml: Write) -> None:
    """Added, altered, hidden, each under its heading."""
    out = run("overlay", "check", toml(GOOD), "--lang", "en").out
    assert out.startswith("own.toml: valid; 1 day, 1 campaign, 1 document, 1 altered, 1 hidden\n")
    for row in (
        "  rieng-own-cuoc-thi-vi-du: Cuộc thi Ví Dụ (from 19/5 to 11/7/2023, over)",
        f"  giai-phong-mien-nam: name: {load()['giai-phong-mien-nam'].names[-1].text} -> Ngày toàn thắng",
        "  dan-so-the-gioi: Ngày Dân số thế giới (không tuyên truyền)",
    ):
        assert row in out.splitlines()
    assert re.search(
        r"\n  rieng-own-ngay-thanh-lap-quan-vi-du: \d{4}-08-29  Ngày thành lập quận Ví Dụ, \d\d years \(29/8/1994 - ",
        out,
    )


def test_what_is_hidden_or_renamed_shows_in_no_format(run: Run, toml: Write) -> None:
    """For this office alone: the bundled catalogue stays as it is."""
    file = toml(GOOD)
    assert "dan-so-the-gioi" not in load(file)
    assert "dan-so-the-gioi" in load()
    for format_ in ("text", "md", "json"):
        out = run("orientation", "2023-07", "--overlay", file, "--format", format_).out
        assert "Ngày Dân số thế giới" not in out
    assert "Ngày toàn thắng" in run("2023-04", "--overlay", file).out


def test_one_file_upon_another(run: Run, toml: Write) -> None:
    """The last on top: a second file can alter what the first has added."""
    first = toml(GOOD)
    second = toml('[[alter]]\nid = "cuoc-thi-vi-du"\nname = "Hội thi Ví Dụ"\n', "second.toml")
    out = run("orientation", "2023-06", "--overlay", first, "--overlay", second).out
    assert "Hội thi Ví Dụ (từ 19/5 đến 11/7/2023, còn 41 ngày tính từ 01/6)" in out


BAD = [
    (
        '[[campaign]]\nname = "Cuộc thi"\nstart = "2023-07-11"\nend = "2023-05-19"\n',
        "own.toml: cuoc-thi: end: 2023-05-19 comes before the start, 2023-07-11",
    ),
    (
        '[[campaign]]\nname = "Cuộc thi"\nstart = "2023-02-30"\nend = "2023-05-19"\n',
        "own.toml: cuoc-thi: start: ",
    ),
    (
        '[[drop]]\nid = "thuong-binh-liet-sy"\n',
        "own.toml: thuong-binh-liet-sy: id: cannot drop an unknown id",
    ),
    (
        '[[alter]]\nid = "no-such-day"\nname = "X"\n',
        "own.toml: no-such-day: id: cannot alter an unknown id",
    ),
    (
        '[[anniversary]]\nname = "a\\u0007b"\nkind = "day"\norigin = "2000-01-01"\n',
        "control character",
    ),
    ('[[anniversary]]\nname = "a\\nb"\nkind = "day"\norigin = "2000-01-01"\n', "control character"),
    ('[[anniversary]]\nname = ""\nkind = "day"\norigin = "2000-01-01"\n', "must not be empty"),
    ('[[campaigns]]\nname = "X"\n', "own.toml: campaigns: unknown key"),
    ('[[anniversary]]\nkind = "day"\norigin = "1990-02-21"\n', "an entry: name: missing"),
    ("[[anniversary]\n", "own.toml: line 1: the name of a table stands alone in two brackets"),
    ('name: "x"\n', "own.toml: line 1: after the name of a field stands =, not a colon"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_wrong_is_named(run: Run, toml: Write, text: str, message: str) -> None:
    """File, entry and field, one line for each problem, and no output, whatever the command."""
    file = toml(text)
    for arguments in (
        ["overlay", "check", file],
        ["orientation", "2023-07", "--overlay", file],
        ["plan", "2025", "--overlay", file],
    ):
        result = run(*arguments)
        assert (result.status, result.out) == (2, "")
        assert message in result.err
        assert all(row.startswith("ngayle: ") for row in result.err.splitlines())


def test_names_with_markup_are_allowed_as_text(run: Run, toml: Write) -> None:
    """They are no error: every format shows them as they are."""
    file = toml(
        '[[anniversary]]\nid = "x"\nname = "=cmd <b>"\nkind = "day"\norigin = "2000-07-01"\n'
    )
    assert "năm =cmd <b> (01/7/2000 - " in run("overlay", "check", file).out


def test_wrong_words(run: Run) -> None:
    """One line that says what would be right."""
    for arguments in (["overlay"], ["overlay", "new"], ["overlay", "show", "x.toml"]):
        result = run(*arguments)
        assert result.status == 2
        assert result.err.count("\n") == 1


DOCUMENT = (Path(__file__).parent.parent / "docs" / "overlays.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"(?s)```toml\n# (\S+)\n(.*?)```", DOCUMENT))
COMMANDS = re.findall(r"(?ms)^\$ ngayle (.*?)\n(.*?)(?=^\$ |^```)", DOCUMENT)


@pytest.mark.parametrize(
    ("command", "shown"), COMMANDS, ids=[command[:40] for command, _ in COMMANDS]
)
def test_the_examples_of_the_documentation(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, shown: str
) -> None:
    """A district's file and a school's: each command prints, in this order, the lines that are shown."""
    assert set(EXAMPLES) == {"quan-kien-an.toml", "truong.toml"}
    monkeypatch.chdir(tmp_path)
    for name, text in EXAMPLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run(*shlex.split(command))
    assert (result.status, result.err) == (0, "")
    printed = iter(result.out.splitlines())
    missing = [line for line in shown.splitlines() if line not in printed]
    assert not missing


OFFICE = """
[office]
id = "quan-uy-vi-du"
name = "Quận ủy Ví Dụ"
kind = "party"
superior = "Thành ủy Ví Dụ"
place = "Ví Dụ"
recipients = ["Thường trực Thành ủy", "Lưu Văn phòng"]
signer = "Nguyễn Văn Ví Dụ"
opening = "Thực hiện Kế hoạch số 01-KH/QU"
"""


def test_whose_file_it_is(toml: Write) -> None:
    """The table [office], of the file on top; the bundled catalogue belongs to nobody."""
    from ngayle.model import Office

    expected = Office(
        id="quan-uy-vi-du",
        name="Quận ủy Ví Dụ",
        kind="party",
        superior="Thành ủy Ví Dụ",
        place="Ví Dụ",
        recipients=("Thường trực Thành ủy", "Lưu Văn phòng"),
        signer=("Nguyễn Văn Ví Dụ",),
        opening="Thực hiện Kế hoạch số 01-KH/QU",
    )
    assert load(toml(OFFICE)).office == expected
    other = toml('[office]\nid = "truong-vi-du"\n', "other.toml")
    assert load(toml(OFFICE), other).office == Office(id="truong-vi-du")
    assert load(toml(OFFICE), toml(GOOD, "days.toml")).office == expected
    assert load(toml(GOOD)).office is None
    assert load().office is None
