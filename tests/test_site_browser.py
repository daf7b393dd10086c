"""The site in a real browser: Debian's Chromium by playwright, and axe.

Skipped with one line where there is none of them; where ``CI`` is "true", their absence fails.
"""

from __future__ import annotations

import http.server
import io
import os
import random
import threading
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import ngayle
from ngayle import vietnamese
from ngayle.drafts.choosing import OFFICES
from ngayle.drafts.model import BREADTHS, Choices
from ngayle.drafts.orientation import orientation
from ngayle.model import Lang
from ngayle.site.composer import Composer, offices
from ngayle.site.pages import Pages, names
from ngayle.site.span import Options, Span
from ngayle.words.lines import STYLES
from test_site import YEAR, built

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
NOW = datetime(YEAR, 11, 18, 8, 0)  # noqa: DTZ001  # the reader's own clock

missing = "" if CHROMIUM.exists() else f"{CHROMIUM} is not there"
try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Browser, Page, expect, sync_playwright
except ImportError as error:
    missing = missing or f"{error.name} is not there"
if missing and os.environ.get("CI") == "true":
    raise RuntimeError(f"the site's browser tests: {missing}")
if missing:
    pytest.skip(f"the site's browser tests: {missing}", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The address of the site over http."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(built()))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["file", "http"])
def site(request: pytest.FixtureRequest) -> str:
    """Where the site is, from a folder and over http."""
    return built().as_uri() if request.param == "file" else request.getfixturevalue("served")


class Reader:
    """A reader with a clock, who notes what the pages complain about and ask for."""

    def __init__(self, browser: Browser, site: str, **context: Any) -> None:
        self.site = site
        self.context = browser.new_context(**context)
        if site.startswith("http"):
            self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
        self.faults: list[str] = []
        self.page = self.context.new_page()
        self.page.clock.set_fixed_time(NOW)
        self.page.on("console", lambda m: self.faults.append(f"{m.type}: {m.text}"))
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.site, "blob:")):
            self.faults.append(f"asked for {request.url}")

    def open(self, place: str) -> Page:
        """A page, its scripts run."""
        self.page.goto(f"{self.site}/{place}", wait_until="load")
        return self.page

    def close(self) -> None:
        """No complaint, nothing from elsewhere."""
        self.context.close()
        assert self.faults == []


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Reader]:
    """A reader at a desk."""
    found = Reader(browser, site, viewport={"width": 1280, "height": 800})
    yield found
    found.close()


@pytest.fixture
def script(browser: Browser) -> Iterator[Page]:
    """The script of the site, to be called."""
    found = Reader(browser, built().as_uri())
    yield found.open("kiem-tra.html")
    found.close()


def test_names_are_folded_as_python_folds_them(script: Page) -> None:
    """Every name and alias of the catalogue, and spellings that people type."""
    texts = [t for a in ngayle.load() for n in a.names for t in (n.text, n.en) if t]
    texts += [alias for a in ngayle.load() for alias in a.aliases]
    texts += ["Kỷ niệm - kỉ niệm", "bác sỹ; y sĩ", "Đ đ Ð ð", "hoà/hòa", "27-7", "  ", "Mỹ²", "ﬁ"]
    texts += ["Ngày\u00a0lễ", "nga\u0300y le\u0302\u0303", "E = mc²", "ΑΒΓ", "①", "a\u200db"]
    folded = script.evaluate("texts => texts.map(ngayle.fold)", texts)
    assert folded == [vietnamese.fold(text) for text in texts]


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("thuong binh", "thuong-binh-liet-si"),
        ("dong loc", "nga-ba-dong-loc"),
        ("hội nông dân", "nong-dan-hoi-thanh-lap"),
        ("giỗ tổ", "gio-to-hung-vuong"),
        ("gio to hung vuong", "gio-to-hung-vuong"),
        ("20/11", "ngay-nha-giao-viet-nam"),
        ("nhà giáo", "ngay-nha-giao-viet-nam"),
    ],
)
def test_the_search_finds(script: Page, typed: str, id_: str) -> None:
    """The day that is meant, first."""
    rows = names(Pages(Span(ngayle.load(), Options(YEAR, YEAR, YEAR)), {}).entries, "vi")
    found = script.evaluate("([rows, text]) => ngayle.search(rows, text)", [rows, typed])
    assert id_ in found[:3]


def test_the_first_page(reader: Reader) -> None:
    """The day and the week by the reader's clock; a search as one types; then the day's page."""
    page = reader.open("index.html")
    expect(page.locator("#hom-nay")).to_contain_text("Thứ Tư, 18/11/2026")
    expect(page.locator("#hom-nay section").nth(0)).to_contain_text("Mặt trận Tổ quốc Việt Nam")
    expect(page.locator("#hom-nay section").nth(1)).to_contain_text("Ngày Nhà giáo Việt Nam")
    expect(page.locator("#hom-nay")).to_contain_text("Ngày Văn hóa Việt Nam: nghỉ 01 ngày")
    box = page.get_by_role("searchbox")
    box.press_sequentially("thuong binh")
    first = page.locator("#ket-qua a").first
    expect(first).to_contain_text("Ngày Thương binh - Liệt sĩ")
    box.fill("không có ngày nào như thế")
    expect(page.locator("#ket-qua")).to_contain_text("Không tìm thấy")
    box.fill("20/11")
    expect(first).to_contain_text("Ngày Nhà giáo Việt Nam")
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ngày Nhà giáo Việt Nam")
    expect(page.locator("ul.lines li:visible")).to_contain_text(
        "44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)"
    )
    expect(page.locator("ul.times .next")).to_have_text("T6, 20/11/2026 44 năm")


def draft(month: str, **asked: Any) -> list[str]:
    """The item of anniversaries of the orientation, as it prints it."""
    choices = asked.pop("choices", Choices())
    catalogue, period = ngayle.load(), ngayle.parse(month)
    selection, _ = ngayle.select(catalogue, period, **asked)
    items = orientation(catalogue, period, selection, choices).items
    return [
        (item.marker if separate else "") + text
        for item in items
        if item.kind == "anniversaries"
        for separate, text in item.paragraphs()
    ]


def test_composing_as_an_officer_does(reader: Reader) -> None:
    """December for Hà Tĩnh is the draft's paragraph to the letter, and so is what is copied."""
    page = reader.open("soan.html")
    expect(page.locator("#doan p")).to_have_count(1)
    page.get_by_label("Tháng", exact=True).select_option("2026-12")
    page.get_by_label("Tỉnh, thành phố", exact=True).select_option("Hà Tĩnh")
    page.get_by_label("Cơ quan", exact=True).select_option("party")
    [paragraph] = draft("2026-12", provinces="Hà Tĩnh")
    expect(page.locator("#doan p")).to_have_text(paragraph)
    page.get_by_role("button", name="Chép đoạn").click()
    expect(page.locator("#bao")).to_contain_text("Đã chép")
    if reader.site.startswith("http"):
        assert page.evaluate("navigator.clipboard.readText()") == paragraph
    # a trade more, then a style
    page.get_by_label("Ngành", exact=True).select_option(["Y tế", "Giáo dục"])
    [with_trades] = draft("2026-12", provinces="Hà Tĩnh", sectors=["Y tế", "Giáo dục"])
    expect(page.locator("#doan p")).to_have_text(with_trades)
    page.get_by_label("Ngành", exact=True).select_option([])
    page.get_by_label("Kiểu", exact=True).select_option("bullets")
    lines = draft("2026-12", provinces="Hà Tĩnh", choices=Choices(style="bullets"))
    expect(page.locator("#doan p")).to_have_text(lines)
    # untick one: it goes from the paragraph
    page.get_by_label("Kiểu", exact=True).select_option("full")
    aids = page.get_by_label("Ngày Thế giới phòng, chống AIDS (01/12)")
    expect(aids).to_be_checked()
    aids.uncheck()
    expect(page.locator("#doan p")).to_have_text(
        paragraph.replace("Ngày Thế giới phòng, chống AIDS (01/12); ", "")
    )
    page.get_by_role("button", name="Bỏ hết").click()
    expect(page.locator("#trong")).to_contain_text("Chưa chọn ngày nào")
    expect(page.locator("#doan p")).to_have_count(0)
    expect(page.get_by_role("button", name="Chép đoạn")).to_be_disabled()
    page.get_by_role("button", name="Như dự thảo").click()
    expect(page.locator("#doan p")).to_have_text(paragraph)
    # the place is remembered, on this device
    page = reader.open("soan.html?thang=2026-12")
    expect(page.locator("#doan p")).to_have_text(paragraph)


def test_what_is_reserved_is_shown_on_demand(reader: Reader) -> None:
    """And not ticked."""
    page = reader.open("soan.html?thang=2026-02")
    expect(page.locator("#doan p")).to_have_count(1)
    border = page.locator("label.day", has_text="bảo vệ biên giới phía Bắc")
    expect(border).to_have_count(0)
    page.get_by_label("Cả ngày chỉ nêu khi có chỉ đạo").check()
    expect(border.locator("input")).not_to_be_checked()
    before = page.locator("#doan p").text_content() or ""
    assert "biên giới phía Bắc" not in before
    border.click()
    expect(page.locator("#doan p")).to_contain_text("biên giới phía Bắc")


def test_a_province_that_went_into_another(reader: Reader) -> None:
    """Hải Dương is told where it is now, and gets that province's paragraph."""
    page = reader.open("soan.html?thang=2026-10&tinh=hai-duong")
    expect(page.locator("#nhac")).to_have_text(
        "Hải Dương thuộc thành phố Hải Phòng từ ngày 01/7/2025."
    )
    expect(page.locator("#doan p")).to_have_text(draft("2026-10", provinces="Hải Dương"))


def test_the_word_file(reader: Reader) -> None:
    """A sound package with the paragraph in it; no line breaks inside counts and dates."""
    page = reader.open("soan.html?thang=2026-12&tinh=ha-tinh")
    expect(page.locator("#doan p")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải Word").click()
    download = waiting.value
    assert download.suggested_filename == "tuyen-truyen-2026-12.docx"
    content = Path(download.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(content))
    title, paragraph = (p.text for p in document.paragraphs)
    assert title == "Định hướng một số nội dung tuyên truyền tháng 12/2026"
    [printed] = draft("2026-12", provinces="Hà Tĩnh")
    assert paragraph.replace("\u00a0", " ") == printed
    assert "40\u00a0năm Đại hội" in paragraph
    assert "(15/12/1986\u00a0-\u00a015/12/2026)" in paragraph
    section = document.sections[0]
    assert round(section.page_width.mm) == 210
    assert [round(m.mm) for m in (section.left_margin, section.right_margin)] == [30, 15]


@pytest.mark.slow
def test_any_choice_gives_the_drafts_paragraph(script: Page) -> None:
    """Months, places, trades, offices, breadths and styles at random, in both languages."""
    catalogue, random_ = ngayle.load(), random.Random(20261129)
    span = Span(catalogue, Options(2023, 2030, 2026))
    composers = {lang: Composer(span, lang) for lang in ("vi", "en")}
    months = list(span.options.months())
    cases, expected = [], []
    for _ in range(120):
        lang: Lang = random_.choice(["vi", "vi", "en"])
        period = random_.choice(months)
        province = random_.choice([None, *(u.slug for u in span.provinces_in(period))])
        there = [
            u.slug
            for u in span.sectors_on_offer
            if catalogue.units.sectors.alive(u.slug, period.last)
        ]
        sectors = random_.sample(there, random_.choice([0, 0, 1, 3]))
        office, style = random_.choice(list(OFFICES)), random_.choice(STYLES)
        breadth = random_.choice([None, None, *BREADTHS])
        choices = OFFICES[office].applied(Choices(style=style, lang=lang))
        if breadth:
            choices = evolve(choices, breadth=breadth)
        expected.append(
            draft(period.text, provinces=province or (), sectors=sectors, choices=choices)
        )
        nation, places, _ = composers[lang].month(period)
        own = places[province] if province else {"n": [], "w": ""}
        custom = offices()[office] | ({"n": BREADTHS[breadth]} if breadth else {})
        cases.append(
            [
                {"nation": nation, "place": own["n"], "kept": []},
                {"province": province or "", "sectors": sectors},
                custom,
                style,
                own["w"],
            ]
        )
    assert script.evaluate("cases => cases.map(c => ngayle.compose(...c))", cases) == expected


KINDS = [
    *("index.html", "soan.html?thang=2026-12&tinh=ha-tinh", "thang/2026-12.html", "nam/2026.html"),
    *("ngay/thuong-binh-liet-si.html", "tinh/hai-duong.html", "nganh/y-te.html", "nghi-le.html"),
    *("lich.html", "kiem-tra.html", "du-lieu.html", "tinh.html", "en/compose.html?thang=2026-12"),
    *("en/day/gio-to-hung-vuong.html", "en/province/ha-tinh.html"),
]

LOOK = """() => ({
  wide: document.documentElement.scrollWidth - innerWidth,
  tall: Math.max(0, ...[...document.querySelectorAll("li, label.day, dd")]
    .map(row => row.getBoundingClientRect().height)),
})"""


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.slow
def test_every_kind_of_page_can_be_used_by_everybody(
    browser: Browser, width: int, scheme: str
) -> None:
    """No finding of axe, nothing wider than the screen, on a phone no row above 200 px."""
    reader = Reader(
        browser,
        built().as_uri(),
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    for place in KINDS:
        page = reader.open(place)
        page.wait_for_function("document.querySelector('#soan') ? doan.children.length : true")
        look = page.evaluate(LOOK)
        assert look["wide"] <= 0, place
        if width == 360:
            assert look["tall"] <= 200, place
        # preload would fetch the style, which a browser refuses in a folder
        found = Axe().run(page, options={"preload": False}).response
        assert found["passes"], place
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], place
    reader.close()


def test_without_javascript(browser: Browser) -> None:
    """Listings, days, calendars and the year are there; pages say what is not."""
    reader = Reader(browser, built().as_uri(), java_script_enabled=False)
    page = reader.open("index.html")
    expect(page.locator("noscript p")).to_contain_text("không có ô tìm kiếm")
    page.locator("a[href='thang/2026-12.html']").click()
    expect(page.locator("main")).to_contain_text("82 năm Ngày thành lập Quân đội nhân dân Việt Nam")
    page = reader.open("soan.html")
    expect(page.locator("noscript p")).to_contain_text("Trang này cần JavaScript")
    reader.close()


def test_the_keyboard_is_enough(browser: Browser) -> None:
    """Past the menu, into a choice, to a tick and to the button that copies."""
    reader = Reader(browser, built().as_uri(), viewport={"width": 1280, "height": 800})
    page = reader.open("soan.html?thang=2026-12")
    expect(page.locator("#doan p")).to_have_count(1)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "thang"
    tick = page.locator("label.day input").first
    tick.focus()
    page.keyboard.press("Space")
    expect(tick).not_to_be_checked()
    seen = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent"))
    assert {"Chép đoạn", "Chép từng dòng", "Tải Word", "In"} <= seen
    reader.close()


def test_the_year_is_one_page(browser: Browser) -> None:
    """To print and hang: A4 on its side."""
    reader = Reader(browser, built().as_uri())
    page = reader.open(f"nam/{YEAR}.html")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    reader.close()
