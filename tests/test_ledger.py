"""The ledger guards what subscribers see, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import ngayle
from conftest import tool
from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary, Name
from ngayle.render import ics
from ngayle.rules import LunarSpan, SolarDay, in_words

ledger = tool("ledger")
CATALOGUE = ngayle.load()
SOME = [
    *("thuong-binh-liet-si", "quoc-khanh", "tet-nguyen-dan", "gio-to-hung-vuong"),
    *("ngay-nha-giao-viet-nam", "bao-chi-cach-mang-viet-nam"),
]


class Few(dict[str, Anniversary]):
    """Some entries as a catalogue; ``changed`` are others under the same ids."""

    def __init__(self, changed: dict[str, Anniversary] | None = None, base: Catalogue = CATALOGUE):
        super().__init__({id_: base[id_] for id_ in SOME if id_ in base} | (changed or {}))
        self.base = base

    def __iter__(self) -> Any:
        return iter(self.values())

    def __contains__(self, id_: object) -> bool:
        return id_ in list(self.keys())

    def __getattr__(self, name: str) -> Any:
        return getattr(self.base, name)


@pytest.fixture
def published(tmp_path: Path) -> dict[str, dict[str, str]]:
    """What the ledger says of these entries."""
    path = tmp_path / "ids.tsv"
    path.write_text(ledger.updated(Few(), {}, frozen=True), encoding="utf-8")
    assert ledger.is_frozen(path)
    found: dict[str, dict[str, str]] = ledger.read(path, ledger.COLUMNS)
    assert len(found) >= 5
    assert ledger.broken(Few(), found, {}) == []
    assert ledger.updated(Few(), found, frozen=True) == path.read_text(encoding="utf-8")
    return found


def test_nothing_that_was_promised_is_broken() -> None:
    """The ledger in the repository, once it is frozen."""
    if not ledger.is_frozen():
        pytest.skip("nothing is published yet: tools/ledger.py --freeze")
    known = ledger.read(ledger.IDS, ledger.COLUMNS)
    assert ledger.broken(CATALOGUE, known, ledger.read(ledger.NOTES, ("id", "day", "why"))) == []


def test_an_id_that_vanishes_or_means_another_day(published: dict[str, dict[str, str]]) -> None:
    """Excused by a note only."""
    day = CATALOGUE["thuong-binh-liet-si"]
    moved = Few({day.id: evolve(day, rule=SolarDay(7, 28), revised=date(2027, 1, 1))})
    (problem,) = ledger.broken(moved, published, {})
    assert "rule was solar 07-27 and is solar 07-28" in problem
    assert ledger.broken(moved, published, {day.id: {}}) == []
    gone = published | {"da-mat": dict.fromkeys(ledger.COLUMNS, "1")}
    (problem,) = ledger.broken(Few(), gone, {})
    assert problem.startswith("da-mat: published in 1 and gone")
    assert ledger.broken(Few(), gone, {"da-mat": {}}) == []


def test_a_name_that_changes_moves_revised(published: dict[str, dict[str, str]]) -> None:
    """Programs keep the old event otherwise; no note excuses it."""
    day = CATALOGUE["thuong-binh-liet-si"]
    renamed = evolve(day, names=(Name("Ngày Khác", "Another Day"),))
    (problem,) = ledger.broken(Few({day.id: renamed}), published, {day.id: {}})
    assert problem == (
        "thuong-binh-liet-si: what subscribers see has changed; write revised = the day, "
        f"later than {day.revised}"
    )
    later = evolve(renamed, revised=date(2027, 1, 1))
    assert ledger.broken(Few({day.id: later}), published, {}) == []


def test_what_nobody_sees_is_free(published: dict[str, dict[str, str]]) -> None:
    """Another name of a class, other notes, another rank: no promise is broken."""
    day = CATALOGUE["thuong-binh-liet-si"]
    other = evolve(day, notes="Khác.", rank=5, aliases=("Tên khác",), reserved=True)
    names = {rule: rule.__name__ for rule in (SolarDay, LunarSpan)}
    try:
        for rule in names:
            rule.__name__ = rule.__qualname__ = "Renamed"
        assert ledger.broken(Few({day.id: other}), published, {}) == []
    finally:
        for rule, name in names.items():
            rule.__name__ = rule.__qualname__ = name


@pytest.mark.parametrize("wording", ["summary", "description", "uid"])
def test_another_wording_breaks_promises(
    published: dict[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch, wording: str
) -> None:
    """Whoever changes a phrase of the feeds hears of it, for each event that says it."""
    said = getattr(ics, wording)
    monkeypatch.setattr(ics, wording, lambda *args: f"Kỷ niệm {said(*args)}")
    assert len(ledger.broken(Few(), published, {})) == len(published)


def test_a_sector_that_is_renamed(
    published: dict[str, dict[str, str]], toml: Callable[..., Path]
) -> None:
    """Its days get another category."""
    sector = CATALOGUE["bao-chi-cach-mang-viet-nam"].sector
    altered = ngayle.load(toml(f'[[sector]]\nslug = "{sector}"\nname = "Truyền thông"\n'))
    (problem,) = ledger.broken(Few(base=altered), published, {})
    assert problem.startswith("bao-chi-cach-mang-viet-nam: what subscribers see has changed")


def test_a_new_id_is_dated(published: dict[str, dict[str, str]]) -> None:
    """So that generated_from moves whenever the data do."""
    latest = max(old["revised"] for old in published.values())
    files = {"moi": "", "cu": latest, "muon": "2027-05-01", "quoc-khanh": "", "chua-chac": ""}
    assert ledger.undated(published, files, {"moi", "cu", "muon", "quoc-khanh"}) == [
        f"{id_}: is new; write revised = the day, later than {latest}" for id_ in ("moi", "cu")
    ]


def test_own_revised(tmp_path: Path) -> None:
    """What stands at the head of a file is not an entry's own."""
    day = '[[anniversary]]\nid = "{}"\nname = "X"\nlayer = "national"\nkind = "day"\n{}'
    text = (
        "revised = 2026-11-23\n" + day.format("a", "") + day.format("b", "revised = 2027-01-01\n")
    )
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    assert ledger.own_revised(tmp_path) == {"a": "", "b": "2027-01-01"}


def test_rules_in_words() -> None:
    """As TOML has them; written by hand for one of each kind in the catalogue."""
    assert in_words(CATALOGUE["quoc-khanh"].rule) == "solar 09-02"
    assert in_words(CATALOGUE["gio-to-hung-vuong"].rule) == "lunar 03-10"
    found = {in_words(a.rule).split()[0] for a in CATALOGUE}
    assert {"solar", "lunar", "weekday", "week", "month"} <= found
