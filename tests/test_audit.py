"""tools/audit.py finds what it says it looks for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import tool
from ngayle import load

audit = tool("audit")


def entry(id_: str, name: str, origin: str, source: str = "https://baochinhphu.vn/1.htm") -> str:
    """A national day."""
    return f"""
[[anniversary]]
id = "{id_}"
layer = "national"
kind = "event"
name = "{name}"
name_en = "A day"
origin = "{origin}"
sources = ["{source}"]
"""


@pytest.mark.parametrize(
    ("name", "origin", "source", "found"),
    [
        ("Ngày thử (7/5/1954)", "1954-05-07", None, "has a date or a count in it"),
        ("70 năm Ngày thử", "1954-05-07", None, "has a date or a count in it"),
        ("Trận thử năm 1953", "1954-05-06", None, "its year is not the origin's, 1954-05-06"),
        ("Liệt sỹ Thử", "1954-05-06", None, "spelling; write sĩ"),
        ("Ngày hoà bình thử", "1954-05-06", None, "old tone placement"),
        ("Lễ mừng ngày thành lập Thử", "1954-05-06", None, "write Ngày with a capital"),
        ("Ngày thử \u2013 xong", "1954-05-06", None, "dash; write a hyphen with spaces"),
        ("Ngày thử", "1954-05-06", "https://example.vn/", "sources: none to trust"),
    ],
)
def test_a_name_or_source_that_is_not_as_it_should_be(
    toml: Callable[..., Path], name: str, origin: str, source: str | None, found: str
) -> None:
    """One finding, with the entry's id."""
    text = entry("thu", name, origin, source) if source else entry("thu", name, origin)
    findings = [m for i, m in audit.findings(load(toml(text))) if i == "thu"]
    assert len(findings) == 1
    assert found in findings[0]


def test_one_day_under_two_names(toml: Callable[..., Path]) -> None:
    """Alike and on one day: reported. Another year, another day, or listed as two: not."""
    first = entry("mot", "Chiến thắng Đồi Thử Nghiệm", "1954-05-06")
    same = entry("hai", "Ngày Chiến thắng Đồi Thử Nghiệm", "1954-05-06")
    other_year = entry("ba", "Chiến thắng Đồi Thử Nghiệm lần sau", "1955-05-06")
    other_day = entry("bon", "Chiến thắng Đồi Thử Nghiệm hôm sau", "1954-05-09")
    found = list(audit.findings(load(toml(first + same + other_year + other_day))))
    assert [(i, m.split("?")[0]) for i, m in found] == [("mot", "the same day as hai")]


def test_an_entry_that_is_not_in_its_place(tmp_path: Path) -> None:
    """The bundled files are in order; one with its first and second entry exchanged is not."""
    for name in audit.ORDERED:
        shutil.copy(audit.DATA / name, tmp_path)
    assert list(audit.out_of_order(tmp_path)) == []
    head, first, second, *rest = (tmp_path / "sectors.toml").read_text("utf-8").split("[[sector]]")
    text = "[[sector]]".join([head, second, first, *rest])
    (tmp_path / "sectors.toml").write_text(text, "utf-8")
    assert list(audit.out_of_order(tmp_path)) == [("sectors.toml", "am-nhac: stands after an-ninh")]


def test_one_wording_on_two_ids(toml: Callable[..., Path]) -> None:
    """Who types it could mean either: reported, whatever the capitals and the signs."""
    first = entry("mot", "Chiến thắng Đồi Thử Nghiệm", "1954-05-06")
    second = entry("hai", "CHIẾN THẮNG đồi thử nghiệm", "1972-12-30")
    found = list(audit.findings(load(toml(first + second))))
    assert found == [("hai", "chien thang doi thu nghiem: also a name of mot")]


def test_a_sector_without_a_day(toml: Callable[..., Path]) -> None:
    """Asking for it would give nothing and say nothing."""
    table = '[[sector]]\nslug = "thu-nghiem"\nname = "Thử nghiệm"\nname_en = "Testing"\n'
    found = list(audit.findings(load(toml(table))))
    assert found == [("thu-nghiem", "a sector without a day")]


def test_a_pair_of_which_one_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair in tools/two_days.txt that names no entry is dead."""
    pairs = audit.two_days()
    monkeypatch.setattr(audit, "two_days", lambda: [*pairs, ["quoc-khanh", "khong-con-nua"]])
    assert list(audit.findings(load())) == [
        ("khong-con-nua", "in tools/two_days.txt, but no entry")
    ]
