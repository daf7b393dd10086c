"""Five real documents: each overlay of a few lines gives the dated lines that the document prints.

The expected lines are the documents' own, with a capital in "Ngày", with "Liệt sĩ", and with the
dates of Decree 30/2020/NĐ-CP.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ngayle import load, parse
from ngayle.drafts.model import Choices, Draft, Item
from ngayle.drafts.orientation import orientation
from ngayle.drafts.plan import plan
from ngayle.model import Occurrence
from ngayle.units.selection import Selection

SEEDS = Path(__file__).parent / "seeds"


def draft(
    seed: str,
    month: str,
    style: str = "full",
    *,
    province: str | None = None,
    sectors: tuple[str, ...] = (),
    **choices: Any,
) -> Draft:
    """The orientation of a month with the overlay of a seed."""
    selection = Selection(provinces=[province] if province else [], sectors=sectors)
    return orientation(
        load(SEEDS / f"{seed}.toml"), parse(month), selection, Choices(style=style, **choices)
    )


def item(found: Draft, kind: str) -> Item:
    """The item of a kind."""
    return next(i for i in found.items if i.kind == kind)


def texts(found: Draft, kind: str = "anniversaries") -> list[str]:
    """The lines of an item."""
    return [line.text for line in item(found, kind).lines]


def test_the_district_of_kien_an_in_june_2023() -> None:
    """Counts for round years, the bare day for the others."""
    june = draft("kien-an", "2023-06", "round", province="hai-phong")
    expected = [
        "75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2023)",
        "Ngày Báo chí Cách mạng Việt Nam (21/6)",
        "Ngày Gia đình Việt Nam (28/6)",
    ]
    assert set(expected) <= set(texts(june))
    paragraph = item(june, "anniversaries").text
    assert paragraph.startswith(
        "Tuyên truyền kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng trong tháng 6 của đất nước, của thành phố: "
    )
    assert all(f"; {line}" in paragraph for line in expected)


def test_the_district_of_kien_an_in_may_2023() -> None:
    """A document of two years ago, and a month that is kept as a whole."""
    may = draft("kien-an", "2023-05", "round")
    document = "02 năm thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị (khóa XIII)"
    assert any(
        text.startswith(f"{document} về tiếp tục thực hiện Chỉ thị số 05-CT/TW")
        for text in texts(may, "documents")
    )
    assert "Tháng Công nhân" in texts(may, "periods")


@pytest.mark.parametrize(
    ("month", "left"),
    [
        ("2023-04", None),
        ("2023-05", ("trong 54 ngày", 54)),
        ("2023-06", ("còn 41 ngày tính từ 01/6", 41)),
        ("2023-07", ("còn 11 ngày tính từ 01/7", 11)),
        ("2023-08", None),
    ],
)
def test_the_contest_of_kien_an_shows_in_every_month_that_it_touches(
    month: str, left: tuple[str, int] | None
) -> None:
    """From 19/5 to 11/7/2023, with the days left."""
    found = [
        line
        for i in draft("kien-an", month).items
        for line in i.lines
        if "theo lời Bác" in line.text
    ]
    if left is None:
        assert not found
        return
    [line] = found
    assert line.text == (
        "Cuộc thi trắc nghiệm trên Internet “Hải Phòng làm theo lời Bác” theo Kế hoạch số 68-KH/QU "
        f"ngày 11/5/2023 (từ 19/5 đến 11/7/2023, {left[0]})"
    )
    assert line.days_left == left[1]


def test_the_plan_of_hai_ba_trung_for_2025() -> None:
    """Great days and the city's own, Quốc khánh joined without a count of its own."""
    found = plan(
        load(SEEDS / "hai-ba-trung.toml"),
        parse("2025"),
        Selection(provinces=["ha-noi"], jubilees=True),
        Choices(only=frozenset({"great", "province"}), order="date"),
    )
    great, *quarters = found.items
    own = [line for quarter in quarters for line in quarter.lines]
    dated = sorted((*great.lines, *own), key=lambda line: line.occurrences[0].date)
    printed = [
        "95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025)",
        "95 năm Ngày thành lập Đảng bộ thành phố Hà Nội (17/3/1930 - 17/3/2025)",
        "50 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)",
        "135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)",
        "80 năm Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2025) và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2025)",
    ]
    shown = list(dict.fromkeys(line.text for line in dated))
    assert [text for text in shown if text in printed] == printed
    assert all(o.jubilee for line in own for o in line.occurrences)


def test_the_province_of_quang_ninh_in_july_2023() -> None:
    """Seven days of July, one of August and a jubilee of October."""
    july = draft(
        "quang-ninh",
        "2023-07",
        province="quang-ninh",
        sectors=("thanh-nien-xung-phong", "cong-doan", "du-lich", "tuyen-giao"),
    )
    lines = item(july, "anniversaries").lines
    expected = [
        "73 năm Ngày Truyền thống lực lượng Thanh niên xung phong (15/7/1950 - 15/7/2023)",
        "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)",
        "94 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2023)",
        "28 năm Việt Nam gia nhập ASEAN (28/7/1995 - 28/7/2023)",
        "63 năm Ngày Du lịch Việt Nam (09/7/1960 - 09/7/2023)",
        "36 năm Ngày Dân số thế giới (11/7/1987 - 11/7/2023)",
    ]
    assert set(expected) <= {line.text for line in lines if line.role == "day"}
    ahead = [line.text for line in lines if line.role == "ahead"]
    assert "93 năm Ngày Truyền thống Ngành Tuyên giáo của Đảng (01/8/1930 - 01/8/2023)" in ahead
    assert "60 năm Ngày thành lập tỉnh Quảng Ninh (30/10/1963 - 30/10/2023)" in ahead
    assert len(ahead) <= 5, ahead
    paragraph = item(july, "anniversaries").text
    assert paragraph.startswith(
        "Tuyên truyền kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng trong tháng 7 của đất nước, của tỉnh: "
    )
    assert (
        "; hướng tới kỷ niệm 93 năm Ngày Truyền thống Ngành Tuyên giáo của Đảng (01/8/1930 - 01/8/2023); "
        in paragraph
    )
    assert (
        "01 năm thực hiện Chỉ thị số 27-CT/TU ngày 22/7/2022 của Ban Thường vụ Tỉnh ủy về tổ chức kỷ niệm 60 năm "
        "Ngày thành lập tỉnh Quảng Ninh (30/10/1963 - 30/10/2023)"
    ) in texts(july, "documents")


def test_the_campaign_of_chi_linh_in_2023() -> None:
    """The letter has no dated day; its campaign, with its basis, shows in each month of the year."""
    text = (
        "Công tác xây dựng Đảng, xây dựng hệ thống chính trị năm 2023 theo Kế hoạch số 114-KH/BTCTW ngày 21/4/2023 "
        "của Ban Tổ chức Trung ương (từ 01/01 đến 31/12/2023, còn 214 ngày tính từ 01/6)"
    )
    assert texts(draft("chi-linh", "2023-06"), "campaigns") == [text]


def test_the_letter_on_the_contest_of_kien_an() -> None:
    """The contest, and the second year of the conclusion that it serves."""
    [campaign] = texts(draft("kien-an-cuoc-thi", "2023-06"), "campaigns")
    assert campaign == (
        "Cuộc thi trắc nghiệm trên Internet “Hải Phòng làm theo lời Bác” theo Kế hoạch số 68-KH/QU ngày "
        "11/5/2023 của Ban Thường vụ Quận ủy (từ 19/5 đến 11/7/2023, còn 41 ngày tính từ 01/6)"
    )
    documents = texts(draft("kien-an-cuoc-thi", "2023-05"), "documents")
    assert any(
        d.startswith("02 năm thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị")
        for d in documents
    )


def test_every_line_says_what_it_came_from() -> None:
    """An entry of the catalogue or of the overlay, by id and file, or a theme; never nothing."""
    from ngayle.render.drafts import as_json

    found = draft("kien-an", "2023-06", province="hai-phong")
    lines = [line for i in json.loads(as_json(found, "x"))["items"] for line in i["lines"]]
    assert all(bool(line["from"]) != bool(line["theme"]) for line in lines)
    files = {file for line in lines for source in line["from"] for file in source["files"]}
    assert {"kien-an.toml", "anniversaries.toml"} <= files
    occurrences = [o for i in found.items for line in i.lines for o in line.occurrences]
    assert all(isinstance(o, Occurrence) for o in occurrences)
