"""Sectors: found as people type them; merged bodies keep the days of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ngayle import RequestError, listing, load, parse
from ngayle.period import Period
from ngayle.units.selection import select

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("bao-chi", "bao-chi"),
        ("Báo chí", "bao-chi"),
        ("bao chi", "bao-chi"),
        ("ngành Y tế", "y-te"),
        ("Hải quan", "hai-quan"),
        ("hai-quan", "hai-quan"),
        ("Hải quân", "hai-quan-nhan-dan"),
        ("Customs", "hai-quan"),
        ("nong nghiep va phat trien nong thon", "nong-nghiep"),
    ],
)
def test_sectors_are_found_as_people_type_them(typed: str, slug: str) -> None:
    """By slug, name, English name, alias or former name."""
    assert load().units.sectors.find(typed).slug == slug


def test_what_could_be_two_sectors_lists_both() -> None:
    """Without diacritics, customs and the navy look alike."""
    with pytest.raises(
        RequestError, match=r"^sector 'hai quan': could be hai-quan, hai-quan-nhan-dan; write one"
    ):
        load().units.sectors.find("hai quan")


def test_a_merged_body_keeps_the_days_of_both(run: Run) -> None:
    """From its last day on: the ministry of natural resources went into that of agriculture."""
    before, after = date(2025, 2, 28), date(2025, 3, 1)
    both = {"nong-nghiep", "tai-nguyen-moi-truong"}
    remark = "Tài nguyên và Môi trường thuộc Nông nghiệp và Môi trường từ ngày 01/3/2025"
    for slug, day, sectors, remarks in (
        ("nong-nghiep", before, {"nong-nghiep"}, []),
        ("nong-nghiep", after, both, []),
        ("tai-nguyen-moi-truong", after, both, [remark]),
    ):
        selection, said = select(load(), Period(day, day), sectors=slug)
        assert selection.sectors == sectors
        assert [str(r) for r in said] == remarks
    # as at the last day of the period
    selection, _ = select(load(), Period(before, after), sectors="nong-nghiep")
    assert selection.sectors == both
    result = run("2026-11", "--sector", "tai nguyen moi truong")
    assert result.err == f"ngayle: {remark}\n"
    assert "Ngày truyền thống ngành Nông nghiệp và Môi trường" in result.out
    english = run("2026-11", "--sector", "tai nguyen moi truong", "--lang", "en")
    assert english.err == (
        "ngayle: Natural resources and environment is part of Agriculture and environment"
        " since 01/3/2025\n"
    )
    ids = {o.anniversary.id for o in listing("2024-08", only_sectors=["nong-nghiep"])}
    assert "bo-tai-nguyen-va-moi-truong" not in ids


def test_a_body_that_ends_within_the_period_is_one_that_has_ended() -> None:
    """What holds at the end of a year is said of the year, and the heir's days are in."""
    for period in ("2025", "2025-02..2025-03"):
        selection, remarks = select(load(), parse(period), sectors=["tai nguyen moi truong"])
        assert selection.sectors == {"tai-nguyen-moi-truong", "nong-nghiep"}
        assert len(remarks) == 1
    selection, remarks = select(load(), parse("2025-02"), sectors=["tai nguyen moi truong"])
    assert selection.sectors == {"tai-nguyen-moi-truong"}
    assert remarks == []


def test_a_sector_is_shown_by_the_name_that_it_had(run: Run) -> None:
    """In 2023 the ministry was that of agriculture and rural development."""
    for year, name in (
        (2023, "Nông nghiệp và Phát triển nông thôn"),
        (2026, "Nông nghiệp và Môi trường"),
    ):
        (line,) = [
            x
            for x in run(f"{year}-11-14", "--sector", "nong-nghiep").out.splitlines()
            if " 14/11 " in x and "Ngày truyền thống" in x
        ]
        assert line.endswith(f"  {name}")
