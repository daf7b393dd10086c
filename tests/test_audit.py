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


@pytest.mark.usefixtures("frozen")
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


truth = tool("audit_truth")
hosts = tool("source_hosts")


@pytest.mark.parametrize(
    ("address", "grade", "trouble"),
    [
        ("https://www.chinhphu.vn/van-ban/1.htm", "A", None),
        ("https://yendinh.thanhhoa.gov.vn/print.aspx?p=9573", "A", None),
        ("https://vietlaw.quochoi.vn/Pages/vbpq.aspx", "A", None),
        ("https://www.hcmcpv.org.vn/tin-tuc/1", "A", None),
        ("https://tinhuyquangtri.vn/ke-hoach-2024", "A", None),
        ("https://thuvienphapluat.vn/van-ban/1.aspx", "L", None),
        ("https://m.baonghean.vn/bai-1.html", "B", None),
        ("https://vanban.example.vn/1", "C", None),
        ("https://baomoi.net.vn/bai-c1.epi", "C", None),
        ("https://notgov.vn/1", "C", None),
        ("https://vietjack.me/1", "D", None),
        ("https://nhandan.vn/tag/dien-bien.html", "B", "a page whose content changes"),
        ("https://tuyengiao.vn/tu-lieu?page=1", "A", "a page whose content changes"),
        ("https://www.dongthap.gov.vn/", "A", "a home page"),
        ("https://beta.vietnamplus.vn/a-post1.vnp", "B", "a staging host"),
        ("https://en.vietnamplus.vn/a-post1.vnp", "B", "not in Vietnamese"),
        ("https://baonghean.vn/en/a-1.html", "B", "not in Vietnamese"),
        ("https://www.un.org/observances/day", "A", "not in Vietnamese"),
    ],
)
def test_what_an_address_weighs(address: str, grade: str, trouble: str | None) -> None:
    """The class of its host, and what keeps an officer from finding the fact there."""
    assert (hosts.grade(address), hosts.trouble(address)) == (grade, trouble)


def test_what_an_officer_can_open_comes_first() -> None:
    """An English page of the United Nations after a newspaper, a law text before it."""
    law, paper, foreign, junk = (
        "https://thuvienphapluat.vn/1",
        "https://nhandan.vn/1.html",
        "https://www.un.org/1",
        "https://vietjack.me/1",
    )
    assert sorted([junk, foreign, paper, law], key=hosts.weight) == [law, paper, junk, foreign]


def test_the_table_of_hosts_is_in_order() -> None:
    """By class, then name; every pattern says why."""
    rows = list(hosts.hosts().values())
    place = [(hosts.CLASSES.index(h.grade), "*" in h.name, h.name) for h in rows]
    assert place == sorted(place)
    assert [h.name for h in rows if "*" in h.name and not h.reason] == []


def more(text: str, **fields: str) -> str:
    """A national day with further fields."""
    return text + "".join(f"{key} = {value}\n" for key, value in fields.items())


PAPER = "https://nhandan.vn/1.html"
DAY = ("thu", "Trận thử nghiệm", "1954-05-06")


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (entry(*DAY, source="https://vietjack.me/1"), "is junk"),
        (more(entry(*DAY, source=PAPER), rank="2"), "0 official or of the law (A, L)"),
        (
            entry(*DAY).replace('kind = "event"', 'kind = "great"'),
            "1 official or of the law (A, L); its rank needs 2",
        ),
        (
            entry(*DAY, source='https://nhandan.vn/tag/x.html", "https://nhandan.vn/1.html'),
            "is not the best",
        ),
        (more(entry(*DAY), legal='[{ act = "Nghị định", number = "1/CP" }]'), "without issuer"),
        (
            more(entry(*DAY), legal='[{ act = "Quyết định", issuer = "Chính phủ" }]'),
            "without number, date or year",
        ),
        (more(entry(*DAY), aliases='["Ngày truyền thống ngành"]'), "fewer than two telling words"),
        (more(entry(*DAY), aliases='["Ngày giải phóng Huế"]'), "fewer than two telling words"),
        (more(entry(*DAY), rank="2"), "rank: 2, and 0 documents print it"),
        (entry("thu", "Ngày Thành lập Trường Thử", "1954-05-06"), "a common noun is small"),
        (entry("thu", "Ngày quốc tế thử nghiệm", "1954-05-06"), "write Ngày Quốc tế"),
        (entry("thu", "Ngày Thử nghiệm Thế giới", "1954-05-06"), "are small at the end"),
        (entry("thu", "Ngày truyền thống Ngành Thử", "1954-05-06"), "ngành is small"),
        (entry("thu", "Ngày hội Lực lượng thử", "1954-05-06"), "lực lượng is small"),
        (entry("thu", "Ngày Phòng chống thử", "1954-05-06"), "write phòng, chống"),
        (entry("thu", "Ngày sách thử nghiệm", "1954-05-06"), "begins with a capital"),
    ],
)
def test_what_an_entry_owes(toml: Callable[..., Path], text: str, found: str) -> None:
    """One thing wrong, and said; the entry as it should be has no finding."""
    messages = [m for i, _, m in truth.truths(load(toml(text))) if i == "thu"]
    assert [m for m in messages if found in m], messages


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize(
    "text",
    [
        entry(*DAY),
        entry(*DAY, source='https://nhandan.vn/1.html", "https://nhandan.vn/tag/x.html'),
        more(entry(*DAY), legal='[{ act = "Luật Thử năm 2009", issuer = "Quốc hội" }]'),
        more(entry(*DAY), aliases='["Ngày thành lập VCCI", "Noel", "Ngày Doanh nhân"]'),
        more(entry(*DAY, source="https://chua.example.org/1"), confirmed="false"),
        entry("thu", "Ngày Môi trường thế giới", "1954-05-06"),
        entry("thu", "Ngày Quốc tế Thử nghiệm", "1954-05-06"),
        entry("thu", "Ngày truyền thống Lực lượng vũ trang Quân khu 1", "1954-05-06"),
        entry("thu", "Anh hùng Lực lượng vũ trang nhân dân Thử", "1954-05-06"),
    ],
)
def test_what_is_right_is_not_found(toml: Callable[..., Path], text: str) -> None:
    """No finding on an entry as it should be."""
    assert [m for i, _, m in truth.truths(load(toml(text))) if i == "thu"] == []


def test_a_body_that_ended(toml: Callable[..., Path]) -> None:
    """Its day needs a last year; a document of its trade and a body that lives do not."""
    ended = entry("mot", "Ngày truyền thống ngành Giao thông vận tải thử", "1945-08-28")
    ended = ended.replace('"national"', '"sector:giao-thong-van-tai"')
    ended = ended.replace('kind = "event"', 'kind = "founding"')
    kept = more(ended.replace('"mot"', '"hai"'), last_year="2024")
    other = ended.replace('"mot"', '"ba"').replace("ngành Giao thông vận tải thử", "Hội Cầu Đường")
    district = entry("bon", "Ngày thành lập huyện Thử", "1945-08-28")
    district = district.replace('"national"', '"province:lai-chau"').replace("event", "founding")
    catalogue = load(toml(ended + kept + other + district))
    found = [(i, m) for i, check, m in truth.truths(catalogue) if check == "ended"]
    assert found == [
        (
            "mot",
            "Giao thông vận tải ended on 2025-02-28; say last_year, or its heir's name",
        ),
        ("bon", "huyện Thử: there are no districts since 01/7/2025; say last_year"),
    ]


def test_an_entry_that_nobody_ever_sees(toml: Callable[..., Path]) -> None:
    """A birth without a death is never kept; a place's rank 5 without a count never listed."""
    birth = entry("mot", "Ngày sinh nhà thơ Thử", "1870-04-22").replace('"event"', '"birth"')
    dead = more(birth.replace('"mot"', '"hai"'), died='"1924"')
    village = more(entry("ba", "Hội làng Thử", "1900-01-01"), on='{ lunar = "01-10" }', rank="5")
    village = village.replace('origin = "1900-01-01"\n', "").replace(
        "national", "province:lai-chau"
    )
    told = more(village.replace('"ba"', '"bon"'), notes='"Hội của làng."')
    found = [
        i
        for i, check, _ in truth.truths(load(toml(birth + dead + village + told)))
        if check == "never" and i in ("mot", "hai", "ba", "bon")
    ]
    assert found == ["mot", "ba"]


def test_an_exception_that_is_needed_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tools/exceptions.tsv excuses must still be there; every line has its reason."""
    listed = truth.exceptions()
    assert all(len(reason) > 10 for reason in listed.values())
    more_ = {**listed, ("capitals", "quoc-khanh"): "once needed"}
    monkeypatch.setattr(audit, "exceptions", lambda: more_)
    assert list(audit.findings(load())) == [
        ("quoc-khanh", "in tools/exceptions.tsv for capitals, and nothing to except")
    ]
