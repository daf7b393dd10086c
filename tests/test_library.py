"""ngayle as a library: what a portal or a bot calls, and what its types promise."""

from __future__ import annotations

import copy
import doctest
import inspect
import os
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ngayle
from conftest import ROOT
from ngayle import Listing, Period, RequestError, Selection, UnknownName, listing, load
from ngayle.render.records import KEYS, record
from ngayle.rules import LunarDay, SolarDay, Weekday, Weekdays

PACKAGE = Path(ngayle.__file__).parent
JULY = Period(date(2023, 7, 1), date(2023, 7, 31))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("2023-07", date(2023, 7, 1), date(2023, 7, 31)),
        (JULY, date(2023, 7, 1), date(2023, 7, 31)),
        ((2023, 7), date(2023, 7, 1), date(2023, 7, 31)),
        (date(2023, 7, 27), date(2023, 7, 27), date(2023, 7, 27)),
        ((date(2023, 7, 10), date(2023, 8, 2)), date(2023, 7, 10), date(2023, 8, 2)),
    ],
)
def test_a_period_is_text_or_dates_or_a_year_and_a_month(
    asked: ngayle.period.Asked, first: date, last: date
) -> None:
    """Whatever it is given as, it is the same listing."""
    found = listing(asked)
    assert (found.period.first, found.period.last) == (first, last)
    assert found == listing(Period(first, last))


@pytest.mark.parametrize(
    "asked",
    [
        2023,
        None,
        datetime(2023, 7, 1, tzinfo=UTC),
        (2023,),
        (2023, 7, 1),
        (date(2023, 7, 1), 7),
        ["2023"],
        b"2023",
    ],
)
def test_any_other_period_is_a_type_error_that_names_the_forms(asked: object) -> None:
    """Not an AttributeError from the inside; days that do not exist stay a RequestError."""
    with pytest.raises(TypeError, match=r"a period is text \(2023-07, .*or \(year, month\)"):
        listing(asked)  # type: ignore[arg-type]
    for wrong in ((2023, 13), (date(2023, 7, 2), date(2023, 7, 1))):
        with pytest.raises(RequestError):
            listing(wrong)


def test_one_name_may_stand_for_a_list_of_names() -> None:
    """A string is not a list of letters."""
    assert listing("2023-07", provinces="Huế") == listing("2023-07", provinces=["Huế"])
    assert listing("2023-07", sectors="Báo chí") == listing("2023-07", sectors=["bao-chi"])
    assert Selection(provinces="hue") == Selection(provinces=["hue"])
    assert repr(Selection(sectors="y-te")).startswith("Selection(")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("VN-13", "quang-ninh"),
        ("vn-13", "quang-ninh"),
        ("22", "quang-ninh"),
        ("01", "ha-noi"),
        ("79", "ho-chi-minh"),
        ("15", "lao-cai"),
        ("10", "lao-cai"),
        ("24", "bac-ninh"),
        ("30", "hai-duong"),
    ],
)
def test_codes_of_provinces_are_names(typed: str, slug: str) -> None:
    """Of ISO 3166-2 and of state statistics."""
    assert load().units.provinces.find(typed).slug == slug


def test_a_listing_keeps_its_remarks() -> None:
    """What the command line tells on stderr; equal to a list of its occurrences."""
    found = listing("2026-07", provinces="Hải Dương")
    (remark,) = found.remarks
    assert remark.said("vi") == "Hải Dương thuộc thành phố Hải Phòng từ ngày 01/7/2025"
    assert remark.said("en") == "Hải Dương is part of Hải Phòng since 01/7/2025"
    assert isinstance(found, Listing)
    assert found == list(found)
    assert found[0] in found
    assert listing("2023-07").remarks == ()
    assert found != [*found, found[0]]


@pytest.mark.usefixtures("frozen")
def test_on_leaves_out_what_has_begun_before() -> None:
    """27 July 2023 lies in a summer campaign, which began on 1 June."""
    day = date(2023, 7, 27)
    assert [o.date for o in listing(day)] != [o.date for o in ngayle.on(day)]
    assert [o.anniversary.id for o in ngayle.on(day)] == ["thuong-binh-liet-si"]


def test_next_takes_an_id_or_a_name() -> None:
    """From the day itself on; a name that nobody has is a KeyError too."""
    for name in ("quoc-khanh", "Ngày Thương binh - Liệt sĩ", "ngay thuong binh liet si"):
        found = ngayle.next(name, date(2023, 9, 2))
        assert found is not None
        assert found.date == (date(2023, 9, 2) if name == "quoc-khanh" else date(2024, 7, 27))
    with pytest.raises(KeyError):
        ngayle.next("ngày không có thật", date(2023, 1, 1))
    with pytest.raises(UnknownName):
        ngayle.next("zzz", date(2023, 1, 1))


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("nhà giáo", "ngay-nha-giao-viet-nam"),
        ("nha giao viet nam", "ngay-nha-giao-viet-nam"),
        ("thương binh", "thuong-binh-liet-si"),
        ("quoc-khanh", "quoc-khanh"),
        ("20/11", "ngay-nha-giao-viet-nam"),
        ("27/7", "thuong-binh-liet-si"),
        ("20-11", "ngay-nha-giao-viet-nam"),
        ("ngày 20 tháng 11 năm 2026", "ngay-nha-giao-viet-nam"),
        ("10/3 âm lịch", "gio-to-hung-vuong"),
        ("giỗ tổ", "gio-to-hung-vuong"),
    ],
)
def test_find_goes_by_words_without_marks(text: str, id_: str) -> None:
    """The likeliest first."""
    assert id_ in [a.id for a in ngayle.find(text)[:3]]


def test_find_of_nothing_is_empty() -> None:
    """And never an error."""
    assert ngayle.find("") == ngayle.find("…") == ngayle.find("xyzzy") == []


@pytest.mark.usefixtures("frozen")
def test_to_dict_is_the_contract() -> None:
    """The record of JSON, fresh at every call."""
    (day,) = ngayle.on(date(2023, 7, 27))
    assert day.to_dict() == record(day)
    assert tuple(day.to_dict()) == KEYS
    day.to_dict()["sources"].clear()
    assert day.to_dict()["sources"]
    assert day.to_dict("en")["line"] == ngayle.line(day, "en")


@pytest.mark.usefixtures("frozen")
def test_str_is_what_one_would_print() -> None:
    """Of a name, the name; of an occurrence, the line; of a remark, the remark."""
    (day,) = ngayle.on(date(2023, 7, 27))
    assert str(day.name) == "Ngày Thương binh - Liệt sĩ"
    assert f"{day}" == "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)"


def test_a_catalogue_is_a_mapping_that_nobody_changes() -> None:
    """get, keys, items; a KeyError for what is not there; nothing in it can be altered."""
    catalogue = load()
    assert catalogue.get("nope") is None
    assert catalogue.get("nope", 1) == 1
    assert list(catalogue.keys()) == list(catalogue.ids) == [id_ for id_, _ in catalogue.items()]
    assert list(catalogue.values()) == list(catalogue)
    with pytest.raises(KeyError):
        catalogue["nope"]
    with pytest.raises(RequestError):
        catalogue[date(2023, 1, 1)]  # type: ignore[index]
    with pytest.raises((TypeError, AttributeError)):
        catalogue.themes[0]["text"] = ""  # type: ignore[index]
    with pytest.raises((TypeError, AttributeError)):
        catalogue.ids.append("x")  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        JULY.first = date(2024, 1, 1)
    with pytest.raises(AttributeError):
        Selection().rank = 1  # type: ignore[misc]


def test_a_rule_is_a_value_that_takes_each_field_once_and_never_changes() -> None:
    """Rules are values without attrs: what attrs would refuse is refused."""
    rule = Weekday(6, 3, month=11)
    assert rule == Weekday(weekday=6, nth=3, month=11)
    assert rule != Weekday(6, 2, 11)
    assert hash(rule) == hash(Weekday(6, 3, 11))
    assert repr(rule) == "Weekday(weekday=6, nth=3, month=11)"
    assert SolarDay(3, 10) != LunarDay(3, 10)
    assert Weekdays(5) == Weekdays(5, nths=(), months=())
    assert pickle.loads(pickle.dumps(Weekdays(5, (1, 3)))) == Weekdays(5, (1, 3))
    wrong: tuple[tuple[tuple[int, ...], dict[str, int]], ...] = (
        ((6, 3), {}),
        ((6, 3, 11, 1), {}),
        ((6, 3, 11), {"month": 11}),
        ((6, 3, 11), {"day": 1}),
    )
    for values, named in wrong:
        with pytest.raises(TypeError, match="Weekday takes weekday, nth, month, each once"):
            Weekday(*values, **named)
    with pytest.raises(AttributeError, match="Weekday cannot be changed: nth"):
        rule.nth = 1  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Weekday cannot be changed: nth"):
        del rule.nth


def test_values_survive_copies_and_pickles() -> None:
    """Listings, periods, occurrences."""
    found = listing("2023-07", provinces="Huế")
    assert pickle.loads(pickle.dumps(JULY)) == JULY
    assert copy.deepcopy(JULY) == JULY
    assert pickle.loads(pickle.dumps(list(found))) == found


def test_no_exported_name_hides_a_module() -> None:
    """`import ngayle.occurrences` gives the module, and so do all others."""
    package = Path(ngayle.__file__).parent
    modules = {p.stem for p in package.glob("*.py")} | {
        p.name for p in package.iterdir() if p.is_dir()
    }
    assert not modules & set(ngayle.__all__)
    for name in ngayle.__all__:
        assert not inspect.ismodule(getattr(ngayle, name)), name
    assert set(ngayle.__all__) <= set(dir(ngayle))
    with pytest.raises(AttributeError, match="listingg"):
        ngayle.listingg("2023")  # type: ignore[attr-defined]


def test_the_lunar_calendar_imports_nothing_else() -> None:
    """Neither the catalogue nor attrs; and ngayle alone imports none of its modules."""
    code = (
        "import sys, ngayle.lunar\n"
        "ours = {m for m in sys.modules if m.startswith('ngayle')}\n"
        "assert ours == {'ngayle', 'ngayle.lunar', 'ngayle._lunar_table'}, ours\n"
        "assert 'attr' not in sys.modules and 'typing' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        check=False,
        capture_output=True,
        env={"PYTHONPATH": str(Path(ngayle.__file__).parent.parent)},
    )
    assert done.returncode == 0, done.stderr


@given(st.dates(date(1902, 1, 1), date(2100, 12, 31)))
def test_a_record_has_the_keys_of_its_type_for_every_day(day: date) -> None:
    """In the order of the contract, whatever is listed."""
    for occurrence in ngayle.on(day, everything=True):
        assert tuple(occurrence.to_dict()) == KEYS
        assert str(occurrence)


PAGE = ROOT / "docs" / "library.md"
EXAMPLES = re.findall(r"(?s)```python ([\w ]+)\n(.*?)```", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("needs", "text"), EXAMPLES, ids=[needs for needs, _ in EXAMPLES])
@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("frozen")
def test_examples_with_other_libraries_run(needs: str, text: str) -> None:
    """Where these are installed: the gate has them."""
    for module in needs.split():
        pytest.importorskip(module)
    test = doctest.DocTestParser().get_doctest(text, {}, needs, str(PAGE), 0)
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert "".join(said) == ""


def test_every_exported_name_stands_in_the_document() -> None:
    """Nothing is public in secret."""
    text = PAGE.read_text(encoding="utf-8")
    for name in ngayle.__all__:
        assert re.search(rf"\b{name}\b", text), name


TYPED = """
import ngayle
ngayle.listingg("2023")
ngayle.line(ngayle.listing("2023")[0], "fr")
ngayle.listing("2023")[0].jubilee == "tròn"
ngayle.__versoin__
"""


@pytest.mark.parametrize(
    ("checker", "arguments"),
    [("mypy", ["--strict", "--no-incremental"]), ("pyright", [])],
)
def test_type_checkers_find_what_is_misspelt(
    checker: str, arguments: list[str], tmp_path: Path
) -> None:
    """A name, a language, a literal; where the checker is installed."""
    pytest.importorskip(checker)
    path = tmp_path / "use.py"
    path.write_text(TYPED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", checker, *arguments, str(path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": str(PACKAGE.parent), "PYTHONPATH": str(PACKAGE.parent)},
    )
    found = {int(n) for n in re.findall(r"use\.py:(\d+)", done.stdout)}
    assert {3, 4, 6} <= found, done.stdout


LOOSE: Any = ngayle  # as a program without type checking has it


@pytest.mark.parametrize(
    ("name", "values", "options", "message"),
    [
        ("listing", ("2023-10",), {"catalogue": "own.toml"}, "a catalogue is what ngayle.load"),
        ("listing", ("2023-10",), {"provinces": 5}, "a name is a text, not 5"),
        ("listing", ("2023-10",), {"sectors": [None]}, "a name is a text, not None"),
        ("listing", (datetime(2026, 1, 1, tzinfo=UTC),), {}, r"give its .date\(\) in Viet Nam"),
        ("next", ("quoc-khanh", "2026-01-01"), {}, "a day is a date, not '2026-01-01'"),
        ("next", (3, date(2026, 1, 1)), {}, "a name is a text, not 3"),
        ("find", (3,), {}, "a name is needed, not 3"),
        ("line", (3,), {}, "an Occurrence is needed, not 3"),
        ("check", (3,), {}, "check reads a text, not 3"),
        ("check", ("x",), {"on": "2023-07-27"}, "on is a date, not '2023-07-27'"),
        ("check", ("x",), {"catalogue": "x"}, "a catalogue is what ngayle.load"),
        ("Period", ("2026-01-01", "2026-01-02"), {}, "a period is of two dates"),
        ("parse", ("today", datetime(2026, 1, 1, tzinfo=UTC)), {}, "today is a date in Viet Nam"),
    ],
)
def test_values_of_another_kind_are_named(
    name: str, values: tuple[Any, ...], options: dict[str, Any], message: str
) -> None:
    """A TypeError that says what is needed, not one from the inside."""
    with pytest.raises(TypeError, match=message):
        getattr(LOOSE, name)(*values, **options)


def test_occurrences_sort_and_format() -> None:
    """Listings of two catalogues can be merged; a column can be as wide as it must be."""
    july, june = ngayle.listing("2023-07"), ngayle.listing("2023-06")
    assert sorted([*july, *june]) == sorted([*june, *july])
    assert sorted(july) == list(july)
    (day,) = (o for o in july if o.anniversary.id == "thuong-binh-liet-si")
    assert f"{day.name:<30}|" == "Ngày Thương binh - Liệt sĩ    |"
    assert f"{day:.6}" == "76 năm"
    assert repr(day) == "<Occurrence 2023-07-27 thuong-binh-liet-si, 76 years>"


def test_what_every_caller_shares_cannot_be_changed() -> None:
    """Pairs and themes of the one bundled catalogue, and their lists."""
    catalogue = load()
    with pytest.raises(AttributeError):
        catalogue.pairs.clear()  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        catalogue.themes[0]["text"] = "x"  # type: ignore[index]
    with pytest.raises(AttributeError):
        catalogue.themes[0]["months"].append(99)
