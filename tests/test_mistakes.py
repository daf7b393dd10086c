"""Typical mistakes of who adds a day: what notices each of them, and what nothing does.

Made on the frozen catalogue: in one entry, or one file, at a time.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, tool
from ngayle import Catalogue, CatalogueError
from ngayle.catalogue.merging import merge

audit, ledger, tidy = tool("audit"), tool("ledger"), ROOT / "tools" / "tidy_data.py"
DATA = ROOT / "tests" / "data"
MAIN, PEOPLE, SECTORS, THEMES, PLACES, NORTH = (
    f"{name}.toml"
    for name in ("anniversaries", "people", "sectors", "themes", "places", "provinces-north")
)

SOLDIERS = 'origin = "1947-07-27"'
SEEN = 'seen = [{ year = 2023, years = 76, source = "https://chinhphu.vn/76-nam.html" }]\n'
NEW = """
[[anniversary]]
id = "ngay-moi"
layer = "national"
kind = "event"
name = "Sự kiện Bằng Lăng"
name_en = "Event"
origin = "2011-06-05"
sources = ["https://chinhphu.vn/su-kien-5-6-2011.html"]
revised = "2026-11-29"
"""

MISTAKES: dict[str, tuple[str, str, str, str | None]] = {
    # name: file, what stands there, what is written, what is said about it (None: nothing)
    "no such day": (MAIN, SOLDIERS, 'origin = "1947-07-32"', "there is no 32/7/1947"),
    "a misspelt key": (MAIN, SOLDIERS, 'orign = "1947-07-27"', "did you mean origin?"),
    "an open quote": (MAIN, SOLDIERS, 'origin = "1947-07-27', "not valid TOML"),
    "an id used twice": (MAIN, "", NEW.replace("ngay-moi", "quoc-khanh"), "ids are unique"),
    "a day under another wording": (
        MAIN,
        "",
        NEW.replace("Sự kiện Bằng Lăng", "Ngày Thương binh, Liệt sĩ Việt Nam").replace(
            "2011-06-05", "1947-07-27"
        ),
        "the same day as",
    ),
    "an unknown sector": (
        MAIN,
        "",
        NEW.replace("national", "sector:khong"),
        "unknown sector khong",
    ),
    "a homepage as source": (MAIN, "", NEW.replace("su-kien-5-6-2011.html", ""), "none to trust"),
    "an alias twice": (
        MAIN,
        "",
        NEW + 'aliases = ["Ngày Bằng Lăng", "Ngày Bằng Lăng"]\n',
        "item twice",
    ),
    "a dispute of one side": (
        MAIN,
        "",
        NEW
        + 'disputed = [{ reading = "5/6/2011", source = "https://chinhphu.vn/5-6-2011.html" }]\n',
        "at least two readings",
    ),
    "the newer of two former names first": (
        MAIN,
        "",
        NEW
        + 'former_names = [{ name = "Ngày A", until = "2016-01-01" },'
        + ' { name = "Ngày B", until = "2013-01-01" }]\n',
        "oldest first",
    ),
    "a blank at the end": (MAIN, "", NEW.replace("Lăng", "Lăng "), "begins or ends with a blank"),
    "the wrong letter": (MAIN, "", NEW.replace("Bằng", "Ðồng"), "Icelandic letter"),
    "a person out of order": (PEOPLE, "", NEW.replace("national", "person"), "stands after"),
    "a published origin": (MAIN, SOLDIERS, 'origin = "1948-07-27"', "origin was solar 1947-07-27"),
    "a published name": (
        MAIN,
        'name = "Ngày Thương binh - Liệt sĩ"',
        'name = "Ngày Thương binh"',
        "what subscribers see has changed",
    ),
    "a published id": (MAIN, 'id = "thuong-binh-liet-si"', 'id = "thuong-binh"', "and gone"),
    "one bracket": (MAIN, "", NEW.replace("[[anniversary]]", "[ngay]"), "unknown key"),
    "former names without an end": (
        MAIN,
        "",
        NEW + 'former_names = [{ name = "Cũ" }]\n',
        "former_names.until: missing",
    ),
    "month 13 of a theme": (THEMES, "months = [", "months = [13, ", "a list of months"),
    "a province into an unknown one": (PLACES, 'into = ["', 'into = ["khong-', "khong-"),
    "a successor that is none": (
        SECTORS,
        "name_en",
        'successor = "khong"\nname_en',
        "unknown sector",
    ),
    "a birth without every": (
        MAIN,
        "",
        NEW.replace('"event"', '"birth"') + "every = 3\n",
        "must be one of 1, 5, 10",
    ),
    "no sources": (MAIN, "", re.sub("sources.*\\n", "", NEW), "give at least one address"),
    "no English name": (MAIN, "", NEW.replace('name_en = "Event"\n', ""), "have an English name"),
    "a year of the future": (MAIN, "", NEW.replace("2011-", "2031-"), "is later than revised"),
    "another day in on": (MAIN, "", NEW + 'on = { solar = "06-15" }\n', "is not the day of origin"),
    "a lunar day written as solar": (
        MAIN,
        "",
        NEW + 'origin_lunar = "2011-06-05"\n',
        "by the lunar table",
    ),
    "a province without unit_day": (
        NORTH,
        "",
        NEW.replace("national", "province:lao-cai")
        .replace('"event"', '"founding"')
        .replace("Sự kiện Bằng Lăng", "Ngày tái lập tỉnh Lào Cai"),
        "unit_day: missing",
    ),
    "an entry in a file of another layer": (PEOPLE, "", NEW, "which has the layers person"),
    "the first year before the origin": (
        MAIN,
        "",
        NEW + "first_year = 2010\n",
        "before the origin",
    ),
    "the last year before the first": (
        MAIN,
        "",
        NEW + "first_year = 2015\nlast_year = 2014\n",
        "before first_year",
    ),
    "a theme with a capital": (THEMES, 'text = "việc', 'text = "Việc', "begin with a small letter"),
    "a new entry without revised": (
        MAIN,
        "",
        re.sub("revised.*\\n", "", NEW),
        "is new; write revised",
    ),
    "a year misread, and seen": (
        MAIN,
        "",
        NEW.replace("2011", "1011", 1) + SEEN,
        "by the origin 1012",
    ),
    "a year too early, and seen": (
        MAIN,
        SOLDIERS,
        'origin = "1946-07-27"\n' + SEEN,
        "76 years in 2023; by the origin 77",
    ),
    "day and month exchanged, dated address": (
        MAIN,
        "",
        NEW.replace("2011-06-05", "2011-05-06"),
        "day and month the other way round",
    ),
    "a year misread, nothing seen": (MAIN, "", NEW.replace("2011-06", "1011-06", 1), None),
    "a source of an unrelated entry": (
        MAIN,
        "",
        NEW.replace("su-kien-5-6-2011", "gia-gao-hom-nay"),
        None,
    ),
    "day and month exchanged, no dated address": (
        MAIN,
        "",
        NEW.replace("2011-06-05", "2011-05-06").replace("-5-6-2011", ""),
        None,
    ),
}


@pytest.fixture(scope="module")
def published() -> dict[str, dict[str, str]]:
    """The ledger of the frozen catalogue."""
    text = ledger.updated(Catalogue(*merge(str(DATA))), {}, frozen=True)
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: dict(zip(ledger.COLUMNS, row, strict=True)) for row in rows}


@pytest.fixture(scope="module")
def before(published: dict[str, dict[str, str]]) -> list[str]:
    """What is said of the data without a mistake."""
    with pytest.MonkeyPatch.context() as patch:
        alone(patch)
        return said(DATA, published)


def alone(patch: pytest.MonkeyPatch) -> None:
    """Let the audit look at no more than the small data have."""
    patch.setattr(audit, "two_days", list)
    patch.setattr(audit, "ORDERED", {"people.toml": ("anniversary", "id")})


def said(folder: Path, published: dict[str, dict[str, str]]) -> list[str]:
    """Everything that a gate says of data."""
    try:
        catalogue = Catalogue(*merge(str(folder)))
    except CatalogueError as error:
        return [*error.problems]
    found: list[str] = [f"{i}: {m}" for i, m in audit.findings(catalogue)]
    found += [f"{i}: {m}" for i, m in audit.out_of_order(folder)]
    found += ledger.broken(catalogue, published, {})
    confirmed = {a.id for a in catalogue if a.confirmed}
    return [*found, *ledger.undated(published, ledger.own_revised(folder), confirmed)]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_noticed(
    tmp_path: Path,
    published: dict[str, dict[str, str]],
    before: list[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """With a message that leads to the cure; of what nothing notices nothing is said."""
    alone(monkeypatch)
    shutil.copytree(DATA, tmp_path / "data")
    file, old, new, message = MISTAKES[name]
    path = tmp_path / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else text + new
    path.write_text(text, "utf-8")
    told = [line for line in said(tmp_path / "data", published) if line not in before]
    if message is None:
        assert told == []
    else:
        assert any(message in line for line in told), told


def test_few_mistakes_pass() -> None:
    """At most four, and docs/data-format.md names them."""
    assert len(MISTAKES) >= 35
    assert sum(message is None for *_, message in MISTAKES.values()) <= 4
