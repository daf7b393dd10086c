"""Orientations and plans: what they hold, how far they look ahead, and their formats."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ngayle import CatalogueError, RequestError, load, parse
from ngayle.drafts.choosing import OFFICES, is_day
from ngayle.drafts.model import BREADTHS, THEMES, Choices, Draft, Item, Line
from ngayle.drafts.orientation import orientation
from ngayle.drafts.plan import plan
from ngayle.model import Lang
from ngayle.occurrences import occurrences
from ngayle.period import month
from ngayle.render import drafts
from ngayle.units.selection import Selection
from ngayle.words.lines import ORDERS, STYLES, name
from test_lines import balanced, dates_of

Run = Callable[..., Any]
Write = Callable[..., Path]

OWN = """
[[anniversary]]
name = "Ngày thành lập Trường Ví Dụ"
kind = "founding"
origin = "1975-08-05"

[[anniversary]]
name = "Ngày truyền thống Trường Ví Dụ"
kind = "day"
origin = "1983-10-20"

[[campaign]]
name = "Cuộc thi Ví Dụ"
start = "2023-06-20"
end = "2023-08-05"

[[document]]
act = "Chỉ thị"
number = "01-CT/VD"
date = "2018-07-09"
issuer = "Ban Thường vụ Ví Dụ"
about = "nội dung ví dụ"

[[document]]
act = "Nghị quyết"
number = "02-NQ/VD"
date = "2013-09-30"
issuer = "Ban Thường vụ Ví Dụ"
"""


def lines_of(draft: Draft, kind: str, role: str | None = None) -> list[str]:
    """The texts of an item's lines."""
    return [
        line.text
        for i in draft.items
        if i.kind == kind
        for line in i.lines
        if role in (None, line.role)
    ]


def text_of(draft: Draft, kind: str) -> str:
    """An item as one paragraph."""
    return next(i.text for i in draft.items if i.kind == kind)


def test_the_items_of_a_month(toml: Write) -> None:
    """The standing themes first, the anniversaries last, then what can be chosen; none is empty."""
    draft = orientation(load(toml(OWN)), parse("2023-07"), Selection())
    assert [i.kind for i in draft.items] == [
        "themes",
        "themes",
        "documents",
        "campaigns",
        "anniversaries",
        "others",
    ]
    assert draft.title == "Định hướng một số nội dung tuyên truyền tháng 7/2023"
    assert lines_of(draft, "campaigns") == [
        "Cuộc thi Ví Dụ (từ 20/6 đến 05/8/2023, còn 36 ngày tính từ 01/7)"
    ]
    assert "campaigns" not in [
        i.kind for i in orientation(load(), parse("2023-07"), Selection()).items
    ]


def test_whether_a_review_or_a_summing_up_is_due(toml: Write) -> None:
    """sơ kết at 5 years, tổng kết at 10; what comes in the next three months is announced with its day."""
    catalogue = load(toml(OWN))
    july = orientation(catalogue, parse("2023-07"), Selection())
    due = {
        line.text: (line.role, line.due)
        for i in july.items
        for line in i.lines
        if i.kind == "documents"
    }
    assert due[
        "05 năm thực hiện Chỉ thị số 01-CT/VD ngày 09/7/2018 của Ban Thường vụ Ví Dụ về nội dung ví dụ "
        "(đến kỳ sơ kết)"
    ] == ("document", "so-ket")
    assert due[
        "10 năm thực hiện Nghị quyết số 02-NQ/VD ngày 30/9/2013 của Ban Thường vụ Ví Dụ "
        "(đến kỳ tổng kết, 30/9/2023)"
    ] == ("ahead", "tong-ket")
    june = orientation(catalogue, parse("2024-07"), Selection())
    assert not any("VD" in text for text in lines_of(june, "documents"))


def test_laws_are_called_by_what_they_are_about(toml: Write) -> None:
    """ "Luật Ví dụ số …", and no review is claimed for them."""
    law = '[[document]]\nact = "Luật"\nnumber = "1/2018/QH14"\ndate = "2018-07-09"\nissuer = "Quốc hội"\nabout = "Ví dụ"\n'
    draft = orientation(load(toml(law)), parse("2023-07"), Selection())
    assert "05 năm thực hiện Luật Ví dụ số 1/2018/QH14 ngày 09/7/2018 của Quốc hội" in lines_of(
        draft, "documents"
    )


def test_a_mourned_day_of_ones_own_is_not_announced(toml: Write) -> None:
    """It stands in its own month alone."""
    day = '[[anniversary]]\nname = "Ngày {0}"\nkind = "event"\norigin = "1990-08-0{1}"\n'
    path = toml(day.format("Bằng Lăng", 5) + day.format("Hoa Ban", 6) + 'tone = "mourn"\n')
    catalogue = load(path)
    july = orientation(catalogue, parse("2027-07"), Selection())
    ahead = " ".join(lines_of(july, "anniversaries", "ahead"))
    assert ("Bằng Lăng" in ahead, "Hoa Ban" in ahead) == (True, False)
    august = orientation(catalogue, parse("2027-08"), Selection())
    assert any("Hoa Ban" in x.text for i in august.items for x in i.lines)


@pytest.mark.usefixtures("frozen")
def test_looking_ahead(toml: Write) -> None:
    """Of the next days what is the office's own, of three months its round years, and great days."""
    catalogue = load(toml(OWN))
    july = orientation(catalogue, parse("2023-07"), Selection())
    own = [t for t in lines_of(july, "anniversaries", "ahead") if "Ví Dụ" in t]
    assert own == [
        "48 năm Ngày thành lập Trường Ví Dụ (05/8/1975 - 05/8/2023)",
        "40 năm Ngày truyền thống Trường Ví Dụ (20/10/1983 - 20/10/2023)",
    ]
    nothing = orientation(
        catalogue, parse("2023-07"), Selection(), Choices(ahead_days=0, ahead_months=0)
    )
    assert not lines_of(nothing, "anniversaries", "ahead")
    assert not [t for t in lines_of(nothing, "documents") if "02-NQ/VD" in t]
    days = orientation(
        catalogue, parse("2023-07"), Selection(), Choices(ahead_days=4, ahead_months=2)
    )
    assert not [t for t in lines_of(days, "anniversaries", "ahead") if "Ví Dụ" in t]


GREAT_MONTHS = {
    "thanh-lap-dang": 2,
    "giai-phong-mien-nam": 4,
    "chien-thang-dien-bien-phu": 5,
    "sinh-chu-tich-ho-chi-minh": 5,
    "cach-mang-thang-tam": 8,
    "quoc-khanh": 9,
    "quoc-te-lao-dong": 5,
}


@pytest.mark.parametrize("year", [2026, 2027, 2028])
@pytest.mark.parametrize(("id_", "number"), GREAT_MONTHS.items())
def test_great_days_are_announced_in_the_month_before(year: int, id_: str, number: int) -> None:
    """And 01/5, which is nobody's great day but everybody's day off; Quốc khánh also in a pair."""
    before = month(year, number - 1)
    draft = orientation(load(), before, Selection())
    told = [o for i in draft.items for line in i.lines for o in line.occurrences]
    assert id_ in {o.anniversary.id for o in told if o.date > before.last}


def test_lunar_great_days_are_announced() -> None:
    """Tết 2027 (06/02) in January, Giỗ Tổ 2027 (16/4) in March."""
    for text, id_ in (("2027-01", "tet-nguyen-dan"), ("2027-03", "gio-to-hung-vuong")):
        draft = orientation(load(), parse(text), Selection())
        ahead = [
            o for i in draft.items for x in i.lines if x.role == "ahead" for o in x.occurrences
        ]
        assert id_ in {o.anniversary.id for o in ahead}


def test_what_is_awaited() -> None:
    """Đại hội VI (15/12/1986) in October and November 2026; 01/8 of the propaganda trade in July."""
    for text in ("2026-10", "2026-11"):
        ahead = lines_of(orientation(load(), parse(text), Selection()), "anniversaries", "ahead")
        assert [t for t in ahead if "(15/12/1986 - 15/12/2026)" in t]
    selection = Selection(provinces=["quang-ninh"])
    july = lines_of(orientation(load(), parse("2026-07"), selection), "anniversaries", "ahead")
    assert (
        "96 năm Ngày Truyền thống Ngành Tuyên giáo và Dân vận của Đảng (01/8/1930 - 01/8/2026)"
        in (july)
        or [t for t in july if "(01/8/1930 - 01/8/2026)" in t]
    )


def test_few_lines_are_announced() -> None:
    """At most three a draft on average."""
    drafts_ = [
        orientation(load(), month(y, m), Selection()) for y in (2026, 2027) for m in range(1, 13)
    ]
    assert sum(len(lines_of(d, "anniversaries", "ahead")) for d in drafts_) <= 3 * len(drafts_)


def test_a_festival_is_not_commemorated() -> None:
    """ "hướng tới Tết", after "hướng tới kỷ niệm" of the days that are."""
    january = orientation(load(), parse("2024-01"), Selection())
    assert (
        "hướng tới kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2024); "
        in text_of(january, "anniversaries")
    )
    assert "; hướng tới Tết Nguyên đán Giáp Thìn 2024." in text_of(january, "anniversaries")


def test_what_runs_on_is_not_announced(toml: Write) -> None:
    """An event is printed once, in the month in which it begins."""
    span = '[[anniversary]]\nname = "Đợt Ví Dụ"\nkind = "event"\non = { from = "07-20", to = "08-05" }\n'
    july = orientation(load(toml(span)), parse("2023-07"), Selection())
    told = [line.role for i in july.items for line in i.lines if "Đợt Ví Dụ" in line.text]
    assert told == ["day"]
    august = orientation(load(toml(span)), parse("2023-08"), Selection())
    assert not [x for i in august.items for x in i.lines if "Đợt Ví Dụ" in x.text]


def test_the_national_day_follows_the_revolution() -> None:
    """In August, under one count; in September it stands alone with its count; apart if asked."""
    joined = (
        "80 năm Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2025) và Quốc khánh nước Cộng hòa xã hội chủ "
        "nghĩa Việt Nam (02/9/1945 - 02/9/2025)"
    )
    august = orientation(load(), parse("2025-08"), Selection())
    assert joined in lines_of(august, "anniversaries", "day")
    assert not any(
        "Quốc khánh nước Cộng hòa xã hội" in t for t in lines_of(august, "anniversaries", "ahead")
    )
    september = orientation(load(), parse("2025-09"), Selection())
    assert lines_of(september, "anniversaries")[0].startswith(
        "80 năm Quốc khánh nước Cộng hòa xã hội"
    )
    apart = orientation(load(), parse("2025-08"), Selection(), Choices(pairs=False))
    assert joined not in lines_of(apart, "anniversaries")
    assert any("(02/9/1945 - 02/9/2025)" in t for t in lines_of(apart, "anniversaries", "ahead"))


def test_pairs_of_one_day() -> None:
    """The older first, each under its own count."""
    december = orientation(load(), parse("2026-12"), Selection())
    assert (
        "82 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026) và "
        "37 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2026)"
    ) in lines_of(december, "anniversaries")


def test_a_pair_of_an_office(toml: Write) -> None:
    """An overlay joins its own days too."""
    pair = '[[pair]]\nfirst = "a"\nsecond = "b"\n'
    days = "".join(
        f'[[anniversary]]\nid = "{i}"\nname = "Ngày {i.upper()}"\nkind = "day"\norigin = "{y}-07-05"\n'
        for i, y in (("a", 1990), ("b", 2000))
    )
    draft = orientation(load(toml(days + pair)), parse("2026-07"), Selection())
    assert (
        "36 năm Ngày A (05/7/1990 - 05/7/2026) và 26 năm Ngày B (05/7/2000 - 05/7/2026)"
        in lines_of(draft, "anniversaries")
    )


MOURNED = """
[[anniversary]]
name = "Vụ thảm sát Ví Dụ"
kind = "event"
origin = "1968-07-05"
tone = "mourn"

[[anniversary]]
name = "Ngày truyền thống Ví Dụ"
kind = "day"
origin = "1968-07-20"
"""


def test_what_is_mourned_stands_last_under_its_own_lead(toml: Write) -> None:
    """In a sentence of its own, never under "kỷ niệm"."""
    draft = orientation(load(toml(MOURNED)), parse("2026-07"), Selection())
    text = text_of(draft, "anniversaries")
    assert text.endswith(". Tưởng niệm 58 năm Vụ thảm sát Ví Dụ (05/7/1968 - 05/7/2026).")
    assert "58 năm Ngày truyền thống Ví Dụ (20/7/1968 - 20/7/2026)" in text.split(". Tưởng niệm")[0]
    lines = orientation(
        load(toml(MOURNED)), parse("2026-07"), Selection(), Choices(style="bullets")
    )
    item = next(i for i in lines.items if i.kind == "anniversaries")
    shown = [words for _, words in item.paragraphs()]
    assert shown[-2:] == ["Tưởng niệm:", "58 năm Vụ thảm sát Ví Dụ (05/7/1968 - 05/7/2026)"]


def test_breadth_and_offices() -> None:
    """Each breadth holds the one before; nothing of the month is lost; a school prints little."""
    period = parse("2026-11")
    listed = {
        o.anniversary.id
        for o in occurrences(load(), period, Selection())
        if o.anniversary.kind not in ("document", "campaign")
        and (o.anniversary.kind == "period" or o.date >= period.first)
    }
    printed: list[set[str]] = []
    for breadth in BREADTHS:
        draft = orientation(load(), period, Selection(), Choices(breadth=breadth))
        by_kind = {
            kind: {
                o.anniversary.id
                for i in draft.items
                if i.kind == kind
                for line in i.lines
                if line.role != "ahead"
                for o in line.occurrences
            }
            for kind in ("anniversaries", "periods", "others")
        }
        assert not by_kind["anniversaries"] & by_kind["others"]
        assert set().union(*by_kind.values()) == listed
        printed.append(by_kind["anniversaries"])
    assert printed[0] < printed[1] < printed[2]
    school = orientation(load(), period, Selection(), OFFICES["school"].applied(Choices()))
    assert "ngay-nha-giao-viet-nam" in {
        o.anniversary.id for i in school.items for x in i.lines for o in x.occurrences
    }
    assert not [i for i in school.items if i.kind == "themes"]
    flags = orientation(load(), parse("2026-04"), Selection(), OFFICES["flag"].applied(Choices()))
    assert lines_of(flags, "anniversaries", "day") == [
        "Giỗ Tổ Hùng Vương (10/3 âm lịch)",
        "51 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2026)",
    ]


def test_the_city_that_holds_a_province_is_meant() -> None:
    """Hải Dương belongs to the city of Hải Phòng since 01/7/2025."""
    for text, whose in (("2025-06", "của tỉnh"), ("2026-12", "của thành phố")):
        draft = orientation(load(), parse(text), Selection(provinces=["hai-duong"]))
        opening = next(i.opening for i in draft.items if i.kind == "anniversaries")
        assert opening.endswith(f"của đất nước, {whose}:")


def test_themes() -> None:
    """Word for word; the standing ones first, then the month's own, all of them only if asked for."""
    catalogue = load()
    by_text = {" ".join(t["text"].split()): t for t in catalogue.themes}
    found = {}
    for wanted in THEMES:
        texts = lines_of(
            orientation(catalogue, parse("2023-07"), Selection(), Choices(themes=wanted)), "themes"
        )
        assert all(7 in by_text[text]["months"] for text in texts)
        found[wanted] = texts
    assert found["none"] == []
    assert len(found["all"]) == sum(7 in t["months"] for t in catalogue.themes)
    assert not any(by_text[t].get("standing") for t in found["seasonal"])
    standing = [t for t in found["usual"] if by_text[t].get("standing")]
    assert standing
    assert found["usual"] == standing + found["seasonal"]


def test_themes_know_the_climate() -> None:
    """No frost in Cà Mau, no salt water in Lào Cai."""
    for province, word in (("ca-mau", "rét"), ("lao-cai", "mặn")):
        for number in range(1, 13):
            draft = orientation(
                load(), month(2027, number), Selection(provinces=[province]), Choices(themes="all")
            )
            assert not [t for t in lines_of(draft, "themes") if word in t]


@pytest.mark.parametrize(
    "period", ["2023", "2023-07..2023-08", "2023-07-10..2023-07-20", "2023-07-01"]
)
def test_an_orientation_is_for_one_month(run: Run, period: str) -> None:
    """Anything else is refused in one line."""
    result = run("orientation", period)
    assert result.status == 2
    assert (
        result.err
        == f"ngayle: period '{period}': an orientation is for one month; write 2023-07 or next-month\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ahead-days", "32"], "--ahead-days '32': must be a whole number from 0 to 31"),
        (["--ahead-days", "-1"], "--ahead-days '-1': must be a whole number from 0 to 31"),
        (["--ahead-months", "3.5"], "--ahead-months '3.5': must be a whole number from 0 to 12"),
        (["--style", "loud"], "argument --style: invalid choice: 'loud'"),
        (["--only", "mine"], "argument --only: invalid choice: 'mine'"),
        (["--province", "Atlantis"], "province 'Atlantis': unknown"),
        (["--overlay", "no-such-file.toml"], "no-such-file.toml: no such file"),
    ],
)
def test_wrong_options(run: Run, arguments: list[str], message: str) -> None:
    """Exit 2 and one line that says what would be right."""
    result = run("orientation", "2023-07", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_the_ends_of_the_calendar() -> None:
    """The first and the last month that can be listed; nothing lies ahead of the last."""
    orientation(load(), parse("1901-01"), Selection())
    last = orientation(
        load(), parse("2100-12"), Selection(), Choices(ahead_months=12, ahead_days=31)
    )
    assert not [line for i in last.items for line in i.lines if line.role == "ahead"]


PROVINCES = [None, "quang-ninh", "ha-noi", "gia-lai"]
MONTHS = st.builds(month, st.integers(1990, 2040), st.integers(1, 12))


@pytest.mark.slow
@settings(max_examples=60)
@given(
    MONTHS,
    st.sampled_from(STYLES),
    st.sampled_from(ORDERS),
    st.sampled_from(PROVINCES),
    st.booleans(),
    st.sampled_from(["vi", "en"]),
)
def test_every_month_is_well_formed(
    period: Any,
    style: str,
    order: str,
    province: str | None,
    join: bool,
    lang: Lang,
) -> None:
    """Dates and counts of the listing and none else; blanks, semicolons and parentheses in order."""
    catalogue = load()
    selection = Selection(provinces=[province] if province else [])
    listed = occurrences(catalogue, period, selection)
    draft = orientation(catalogue, period, selection, Choices(style, order, pairs=join, lang=lang))
    seen = set()
    for item in draft.items:
        if item.kind in ("anniversaries", "periods", "others"):
            check_lines(item, lang)
            mourned = [line.mourned for line in item.lines]
            assert mourned == sorted(mourned)
            sentences = len(set(mourned))
            assert item.text.count(";") == len(item.lines) - sentences
        assert "  " not in item.text
        assert balanced(item.text)
        seen |= {
            (o.anniversary.id, o.date)
            for line in item.lines
            for o in line.occurrences
            if line.role != "ahead"
        }
    followed = {(i, d) for i, d in seen if i == "quoc-khanh" and join and period.first.month == 8}
    running = {(o.anniversary.id, o.date) for o in listed if is_day(o) and o.date < period.first}
    assert seen - followed == {(o.anniversary.id, o.date) for o in listed} - running


def check_lines(item: Item, lang: str) -> None:
    """Each line tells of its occurrences alone."""
    for line in item.lines:
        text = line.text
        allowed: set[str] = set()
        for occurrence in line.occurrences:
            called = name(occurrence, lang)
            if f"{called} " not in f"{text} ":
                # its parenthesis has taken in the days: no two stand in a row
                called = called.removesuffix(")")
            small = called[0].lower() + called[1:]
            if called.startswith("Thực hiện ") and small in text:
                called = small  # "57 năm thực hiện Di chúc": a verb
            assert called in text
            text = text.replace(called, "", 1)
            allowed |= dates_of(occurrence)
        counts = re.findall(r"(\d+) (?:năm|years?)\b", text)
        assert {int(c) for c in counts} <= {o.years for o in line.occurrences}
        assert set(re.findall(r"[\d/]*\d", re.sub(r"(\d+) (?:năm|years?)\b", "", text))) <= allowed


def test_a_plan_by_quarter() -> None:
    """The great days, round or not; then what an office prints of the round years, each once."""
    catalogue = load()
    selection = Selection(provinces=["ha-noi"])
    period = parse("2024-12..2026-01")
    draft = plan(catalogue, period, selection, Choices(style="bullets", order="date"))
    assert [i.opening for i in draft.items] == [
        "Các ngày lễ lớn:",
        "Quý IV/2024:",
        "Quý I/2025:",
        "Quý II/2025:",
        "Quý III/2025:",
        "Quý IV/2025:",
        "Quý I/2026:",
    ]
    assert (
        draft.title
        == "Các ngày lễ lớn, ngày kỷ niệm năm tròn và năm lẻ 5 từ tháng 12/2024 đến tháng 01/2026"
    )
    great, *quarters = draft.items
    listed = occurrences(catalogue, period, selection)
    assert {(o.anniversary.id, o.date) for x in great.lines for o in x.occurrences} == {
        (o.anniversary.id, o.date) for o in listed if o.anniversary.kind == "great"
    }
    shown = [(o.anniversary.id, o.date) for i in quarters for x in i.lines for o in x.occurrences]
    assert len(shown) == len(set(shown))
    round_ = {(o.anniversary.id, o.date) for o in listed if o.jubilee}
    seconds = {p["second"] for p in catalogue.pairs}
    assert {(i, d) for i, d in shown if i not in seconds} <= round_
    for item in quarters:
        for line in item.lines:
            first = max(line.occurrences[0].date, period.first)
            assert item.opening.startswith(
                f"Quý {('I', 'II', 'III', 'IV')[(first.month - 1) // 3]}/{first.year}"
            )


def test_a_plan_says_what_its_documents_are_about() -> None:
    """Not "Nghị quyết số 18-NQ/TW" alone."""
    draft = plan(load(), parse("2027"), Selection(), Choices(breadth="wide"))
    documents = [
        line
        for i in draft.items
        for line in i.lines
        if line.occurrences[0].anniversary.kind == "document"
    ]
    assert documents
    assert all(" về " in x.text or "Luật " in x.text for x in documents)


@pytest.mark.parametrize(
    ("period", "when"),
    [
        ("2025", "trong năm 2025"),
        ("2025-02", "trong tháng 02/2025"),
        ("2025-02..2025-04", "từ tháng 02/2025 đến tháng 4/2025"),
        ("2025-02-03..2025-04-30", "từ ngày 03/02/2025 đến ngày 30/4/2025"),
    ],
)
def test_titles_of_plans(period: str, when: str) -> None:
    """A year, a month, months, days."""
    assert plan(load(), parse(period), Selection(jubilees=True)).title.endswith(f" {when}")


def test_json_tags_each_line(run: Run, toml: Write) -> None:
    """Where each line came from, for programs."""
    result = run("orientation", "2023-07", "--overlay", toml(OWN), "--format", "json")
    document = json.loads(result.out)
    assert set(document) == {"schema", "period", "generated_from", "title", "items"}
    assert [i["number"] for i in document["items"]] == list(range(1, len(document["items"]) + 1))
    tagged = {line["text"]: line for i in document["items"] for line in i["lines"]}
    campaign = tagged["Cuộc thi Ví Dụ (từ 20/6 đến 05/8/2023, còn 36 ngày tính từ 01/7)"]
    assert (campaign["role"], campaign["days_left"]) == ("campaign", 36)
    assert campaign["from"][0]["id"] == "rieng-own-cuoc-thi-vi-du"
    assert campaign["from"][0]["files"] == ["own.toml"]
    invalids = tagged["76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)"]
    assert invalids["from"][0]["sources"]
    themes = [line["theme"] for line in tagged.values() if line["role"] == "theme"]
    assert themes
    assert all(themes)


def test_formats_by_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    """-o x.md needs no --format; a --format that the name belies is refused."""
    for file, start in (
        ("x.md", "# "),
        ("x.json", "{"),
        ("x.txt", "Định hướng"),
        ("x", "Định hướng"),
    ):
        assert run("orientation", "2023-07", "-o", tmp_path / file).status == 0
        assert (tmp_path / file).read_text(encoding="utf-8").startswith(start)
    before = (tmp_path / "x.md").read_bytes()
    assert run("orientation", "2023-07", "--format", "text", "-o", tmp_path / "x.md").status == 2
    assert (tmp_path / "x.md").read_bytes() == before


def test_text_and_markdown_say_the_same(run: Run) -> None:
    """Paragraph by paragraph."""
    for command, period in (("orientation", "2023-07"), ("plan", "2025")):
        plain = run(command, period).out
        marked = run(command, period, "--format", "md").out
        bare = re.sub(r"\\([\\`*_{}\[\]<>#|~&.+=-])", r"\1", marked)
        assert bare.replace("# ", "", 1).split() == plain.split()


def test_english(run: Run) -> None:
    """Names in English, and no Vietnamese phrase around them."""
    out = run("orientation", "2023-07", "--lang", "en", "--only", "great", "--only", "national").out
    assert out.startswith("Orientation for July 2023\n\n1. Standing themes:")
    assert "Anniversaries in July 2023 of the country: " in out
    assert "76 years (27/7/1947 - 27/7/2023)" in out
    assert "Tuyên truyền" not in out


@pytest.mark.usefixtures("frozen")
def test_an_empty_plan_says_so(run: Run) -> None:
    """A heading and a line, and exit 0."""
    result = run("plan", "2023-07-27..2023-07-27")
    assert (result.status, result.out.splitlines()[2:]) == (0, ["Không có nội dung nào."])
    assert run("plan", "2023-07-27..2023-07-27", "--format", "md").out.endswith(
        "Không có nội dung nào.\n"
    )


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "<b>đậm</b> & <script>",
    "+1",
    "-2",
    "@SUM(A1)",
    "# tiêu đề",
    "1. mục",
    "*sao* _gạch_ `mã`",
    "[x](http://a.b)",
    "![x](y)",
    "a | b",
    "{{ x }}",
    "--- a",
    "&lt;b&gt;",
    "~~x~~",
]


def hostile(write: Write) -> Path:
    """An overlay whose names are anything but names."""
    entries = [
        f'[[anniversary]]\nid = "x{i}"\nname = {json.dumps(n, ensure_ascii=False)}\nkind = "day"\n'
        f'on = {{ solar = "07-{i + 1:02d}" }}\n'
        for i, n in enumerate(HOSTILE)
    ]
    entries += [
        f'[[campaign]]\nid = "c{i}"\nname = {json.dumps(n, ensure_ascii=False)}\nstart = "2023-07-01"\n'
        'end = "2023-07-05"\n'
        for i, n in enumerate(HOSTILE)
    ]
    return write("\n".join(entries))


@pytest.mark.parametrize("style", STYLES)
def test_markup_in_names_stays_text(run: Run, toml: Write, style: str) -> None:
    """No line of the Markdown begins a block, and nothing in it is a tag, a link or emphasis."""
    out = run(
        "orientation", "2023-07", "--overlay", hostile(toml), "--format", "md", "--style", style
    ).out
    naked = re.sub(r"\\.", "x", out)
    assert not re.search(r"<[a-z/]|\*|`|\[|\]|_|\|", naked)
    for begun in naked.splitlines():
        rest = re.sub(r"^(\d+\. |   - |   |# )", "", begun)
        assert not re.match(r"\d+[.)] |[#>+=-]", rest), begun


def test_formulas_in_names_stay_text(run: Run, toml: Write) -> None:
    """In the CSV of the listing no cell begins as a formula does."""
    import csv

    out = run("2023-07", "--overlay", hostile(toml), "--format", "csv").out
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert "'=cmd|' /C calc'!A0" in cells


# --- Word files

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def docx() -> Any:
    """The renderer, where its library is installed."""
    pytest.importorskip("docx")
    from ngayle.render.docx import docx

    return docx


def july(overlay: Path | None = None, **choices: Any) -> Draft:
    """An orientation with everything in it."""
    catalogue = load(overlay) if overlay else load()
    return orientation(
        catalogue, parse("2023-07"), Selection(provinces=["quang-ninh"]), Choices(**choices)
    )


def parts(content: bytes) -> dict[str, ElementTree.Element]:
    """The XML files of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            n: ElementTree.fromstring(archive.read(n))
            for n in archive.namelist()
            if n.endswith((".xml", ".rels"))
        }


def paragraphs(content: bytes) -> list[str]:
    """The text of its paragraphs."""
    body = parts(content)["word/document.xml"]
    return [
        "".join(
            (t.text or "") if t.tag == f"{W}t" else "-" * (t.tag == f"{W}noBreakHyphen")
            for t in p.iter()
        )
        for p in body.iter(f"{W}p")
    ]


def test_a_word_file_has_the_layout_of_the_decree(docx: Any) -> None:
    """A4, its margins, Times New Roman 14, justified, page numbers from the second page on."""
    files = parts(docx(july()))
    section = next(files["word/document.xml"].iter(f"{W}sectPr"))
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margin is not None
    millimetres = {
        k: round(int(v) / 1440 * 25.4)
        for k, v in [(n, margin.get(f"{W}{n}")) for n in ("top", "bottom", "left", "right")]
        + [(n, size.get(f"{W}{n}")) for n in ("w", "h")]
        if v
    }
    assert millimetres == {"top": 20, "bottom": 20, "left": 30, "right": 15, "w": 210, "h": 297}
    assert section.find(f"{W}titlePg") is not None
    normal = next(
        s for s in files["word/styles.xml"].iter(f"{W}style") if s.get(f"{W}styleId") == "Normal"
    )
    fonts, points = next(normal.iter(f"{W}rFonts")), next(normal.iter(f"{W}sz"))
    assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    assert points.get(f"{W}val") == "28"
    assert next(normal.iter(f"{W}lang")).get(f"{W}val") == "vi-VN"
    aligned = [jc.get(f"{W}val") for jc in files["word/document.xml"].iter(f"{W}jc")]
    assert aligned[0] == "center"
    # the days to choose from stand behind the letter, ragged
    letter, others = aligned[1 : aligned.index("center", 1)], aligned[aligned.index("center", 1) :]
    assert set(letter) == {"both"}
    assert set(others) == {"center", "left"}
    assert [i.text for i in files["word/header1.xml"].iter(f"{W}instrText")] == [" PAGE "]


@pytest.mark.parametrize("style", STYLES)
def test_a_word_file_says_what_the_text_says(docx: Any, toml: Write, style: str) -> None:
    """The same paragraphs, hostile names among them; a letter has its marks besides."""

    def bare(line: str) -> str:
        line = line.replace("\u00a0", " ").rstrip(".;:")
        start = 2 if line.startswith("- ") else 0
        return line[:start] + line[start : start + 1].upper() + line[start + 1 :]

    draft = july(hostile(toml), style=style)
    # working notes stand behind a letter
    items = [
        evolve(item, lines=tuple(evolve(x, text=x.sent) for x in item.lines))
        for item in draft.items
    ]
    draft = evolve(draft, items=tuple(items))
    numbered = len([item for item in draft.items if item.kind != "others"])
    plain = [
        re.sub(rf"^{numbered + 1}\. (?=Các ngày khác)", "", bare(line))
        for line in drafts.text(draft).splitlines()
        if line
    ]
    shown = [bare(text) for text in paragraphs(docx(draft)) if text]
    assert shown[: len(plain)] == plain


def test_the_same_draft_gives_the_same_bytes(docx: Any) -> None:
    """No clock, no author, no machine."""
    first, second = docx(july()), docx(july())
    assert first == second
    core = ElementTree.tostring(parts(first)["docProps/core.xml"], encoding="unicode")
    assert "python-docx" not in core
    assert "2023-07-01T00:00:00Z" in core
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_word_file_is_a_sound_package(docx: Any) -> None:
    """Every relation leads to a file, every file has its type, and the library reads it again."""
    import docx as library

    content = docx(
        plan(
            load(), parse("2025"), Selection(jubilees=True), Choices(style="bullets", order="date")
        )
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
    for rels, tree in parts(content).items():
        if rels.endswith(".rels"):
            folder = Path(rels).parent.parent
            assert {
                (folder / str(r.get("Target"))).as_posix().removeprefix("./") for r in tree
            } <= names
    read = library.Document(io.BytesIO(content))
    bold = [p.text.replace("\u00a0", " ") for p in read.paragraphs if p.runs and p.runs[0].bold]
    assert bold[1:] == [
        "1. Các ngày lễ lớn:",
        "2. Quý I/2025:",
        "3. Quý II/2025:",
        "4. Quý III/2025:",
        "5. Quý IV/2025:",
    ]


def test_a_word_file_from_the_command_line(docx: Any, run: Run, tmp_path: Path) -> None:
    """By the ending of the file's name; the same bytes each time."""
    del docx
    for file in ("a.docx", "b.docx"):
        assert (
            run("orientation", "2023-07", "--province", "quảng ninh", "-o", tmp_path / file).status
            == 0
        )
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_missing_library_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run("orientation", "2023-07", "-o", tmp_path / "x.docx")
    assert result.status == 2
    command = f"{sys.executable} -m pip install python-docx"
    assert result.err == f"ngayle: docx: needs python-docx; install it with: {command}\n"
    assert not (tmp_path / "x.docx").exists()


def test_a_draft_is_plain_values() -> None:
    """So that a program can build its own format from it."""
    draft = Draft(
        "T",
        parse("2023-07"),
        "vi",
        (Item("x", "A:", (Line("b", "day"), Line("c", "day", lead="d"))),),
    )
    assert draft.items[0].text == "A: b; d c."
    separate = Item("x", "A:", draft.items[0].lines, separate=True, marker="- ")
    assert list(separate.paragraphs()) == [(False, "A:"), (True, "b"), (False, "D:"), (True, "c")]
    with pytest.raises((RequestError, CatalogueError)):
        orientation(load(), parse("2023"), Selection())
