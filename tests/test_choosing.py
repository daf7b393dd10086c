"""What an office may print: nothing unfitting, in any draft, plan or feed of 1990 to 2028.

Every check here is made on values and asks the entry itself, not the code that chooses.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pytest

import ngayle
from ngayle import Occurrence, Selection
from ngayle.drafts.choosing import Chooser, by_date, is_day
from ngayle.drafts.model import USUAL, Choices, Draft, Line
from ngayle.drafts.orientation import orientation
from ngayle.drafts.plan import plan
from ngayle.feeds.calendars import Address, contents
from ngayle.occurrences import next_occurrences, occurrences
from ngayle.period import month
from ngayle.render.ics import summary
from ngayle.words.labels import Labels
from ngayle.words.lines import line, with_subject

CATALOGUE = ngayle.load()
LABELS = Labels(CATALOGUE)
PLACES = CATALOGUE.units.provinces
YEARS = range(1990, 2029)
READ = ("ha-noi", "da-nang", "can-tho", "ha-tinh", "lao-cai")
"""The places whose drafts of 2026 and 2027 were read line by line."""


def of_year(year: int) -> ngayle.Period:
    """The whole year."""
    return ngayle.parse(f"{year:04d}")


def there(year: int) -> list[str]:
    """The provinces of the map at the end of a year."""
    return [unit.slug for unit in PLACES.on(date(year, 12, 31))]


@lru_cache(maxsize=128)
def alive(id_: str, year: int) -> bool:
    """Whether somebody is not known to have died before a year."""
    born = CATALOGUE[id_]
    if born.died:
        return born.died.year >= year
    death = CATALOGUE.get(id_.removesuffix("-sinh") + "-mat")
    return death is None or death.counted_from is None or death.counted_from.year >= year


def unfit(found: Iterable[Occurrence]) -> list[str]:
    """What no office prints: reserved days, births of the living and births under 100."""
    return [
        f"{o.anniversary.id} {o.date}"
        for o in found
        if o.anniversary.reserved
        or (
            o.anniversary.kind == "birth"
            and ((o.years or 0) < 100 or alive(o.anniversary.id, o.date.year))
        )
    ]


def unfit_lines(lines: Iterable[Line]) -> list[str]:
    """The same of lines; and what is mourned anywhere but last, under its own lead."""
    lines = list(lines)
    bad = unfit(o for said in lines for o in said.occurrences)
    for said in lines:
        mourned = {o.anniversary.tone == "mourn" for o in said.occurrences}
        as_told = said.mourned and said.lead == "Tưởng niệm"
        if mourned == {True} and not as_told:
            bad.append(f"mourned under {said.lead or 'kỷ niệm'}: {said.text}")
        elif len(mourned) == 2 or (mourned == {False} and said.mourned):
            bad.append(f"of two tones: {said.text}")
    order = [said.mourned for said in lines]
    return bad if order == sorted(order) else [*bad, "mourned days are not last"]


def unfit_draft(draft: Draft) -> list[str]:
    """The same of a draft or a plan, item by item."""
    return [bad for item in draft.items for bad in unfit_lines(item.lines)]


def unfit_feed(found: Iterable[Occurrence]) -> list[str]:
    """The same of a calendar, where a mourned day has no festive mark either."""
    found = list(found)
    return unfit(found) + [
        f"a festive mark: {said}"
        for o in found
        if o.anniversary.tone == "mourn" and (said := summary(o, LABELS)).startswith(("●", "○"))
    ]


def unfit_year(year: int, selection: Selection) -> list[str]:
    """What is unfit in the paragraphs, the annexes and the looks ahead of a year, and its plan."""
    chooser = Chooser(CATALOGUE, selection, USUAL)
    found = by_date(o for o in occurrences(CATALOGUE, of_year(year), selection) if is_day(o))
    printed, others = chooser.split(found)
    ahead = chooser.lines(chooser.ahead(month(year, 10)), "ahead")
    bad = [b for part in (printed, others) for b in unfit_lines(chooser.lines(part))]
    if any(said.mourned for said in ahead):
        bad.append("a mourned day is announced")
    bad += unfit_lines(ahead)
    return bad + unfit_draft(plan(CATALOGUE, of_year(year), selection))


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_nothing_unfitting_in_any_year(year: int) -> None:
    """Of the nation alone, and of all provinces at once: every day that any of them could print."""
    everywhere = Selection(provinces=there(year))
    assert unfit_year(year, Selection()) == []
    assert unfit_year(year, everywhere) == []
    # the walk meets what it is about
    listed = occurrences(CATALOGUE, of_year(year), Selection(everything=True))
    assert any(o.anniversary.reserved for o in listed)
    assert any(o.anniversary.tone == "mourn" for o in listed)
    assert unfit(listed)


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_nothing_unfitting_in_any_province(year: int) -> None:
    """Each province of the map of the year, with its own choice of days."""
    bad = {
        slug: found
        for slug in there(year)
        if (found := unfit_year(year, Selection(provinces=[slug])))
    }
    assert bad == {}


@pytest.mark.slow
@pytest.mark.parametrize("year", [1990, 2014, 2025, 2026, 2028])
def test_nothing_unfitting_in_whole_drafts(year: int) -> None:
    """Every month of the nation, and a month of a province each, in the widest breadth too."""
    places = there(year)
    for number in range(1, 13):
        selections = (Selection(), Selection(provinces=[places[number * 5 % len(places)]]))
        for selection in selections:
            for breadth in ("usual", "wide"):
                choices = Choices(breadth=breadth, themes="none")
                draft = orientation(CATALOGUE, month(year, number), selection, choices)
                assert unfit_draft(draft) == []


@pytest.mark.slow
@pytest.mark.parametrize("slug", READ)
def test_nothing_unfitting_in_the_drafts_that_were_read(slug: str) -> None:
    """Every month of four years."""
    for year in range(2024, 2028):
        for number in range(1, 13):
            selection = Selection(provinces=[slug])
            assert unfit_draft(orientation(CATALOGUE, month(year, number), selection)) == []


@pytest.mark.slow
def test_nothing_unfitting_in_any_feed() -> None:
    """The nation's, the main days, each province's and each sector's, of all the years at once."""
    for first, last in ((1990, 2009), (2010, 2028)):
        period = ngayle.parse(f"{first}..{last}")
        places = sorted({slug for year in (first, last) for slug in there(year)})
        wanted = [Address("nation"), Address("main")]
        wanted += [Address("province", slug) for slug in places]
        wanted += [Address("sector", slug) for slug in CATALOGUE.units.sectors]
        bad = {
            a.path("vi"): found
            for a in wanted
            if (found := unfit_feed(contents(CATALOGUE, a, period)))
        }
        assert bad == {}


@pytest.mark.slow
def test_one_answer_for_one_day() -> None:
    """The draft prints the line of the listing, with its count; ``show`` names the same day."""
    for slug in READ:
        selection = Selection(provinces=[slug])
        for number in range(1, 13):
            period = month(2026, number)
            listed = {
                (o.anniversary.id, o.date): o for o in occurrences(CATALOGUE, period, selection)
            }
            choices = Choices(pairs=False)
            draft = orientation(CATALOGUE, period, selection, choices)
            for item in draft.items:
                for said in item.lines:
                    for o in said.occurrences:
                        if item.kind in ("documents", "campaigns") or said.role == "ahead":
                            continue
                        same = listed[o.anniversary.id, o.date]
                        assert (same.years, same.jubilee) == (o.years, o.jubilee)
                        assert said.text == line(same)


def test_show_names_the_day_that_is_listed() -> None:
    """The next day of an entry, asked on the day itself, is that day, with its count."""
    for o in occurrences(CATALOGUE, of_year(2026), Selection(provinces=there(2026))):
        following = next_occurrences(CATALOGUE, o.anniversary, o.date, 1)
        assert [(n.date, n.years) for n in following] == [(o.date, o.years)]


def drafted(when: str, slug: str = "", kind: str = "anniversaries", role: str = "day") -> list[str]:
    """The ids in an item of a draft."""
    selection = Selection(provinces=[slug] if slug else [])
    draft = orientation(CATALOGUE, ngayle.parse(when), selection, Choices(themes="none"))
    return [
        o.anniversary.id
        for item in draft.items
        if item.kind == kind
        for said in item.lines
        if said.role == role
        for o in said.occurrences
    ]


def test_an_absorbed_province_prints_its_round_years() -> None:
    """Quảng Nam is Đà Nẵng since July 2025: 24/3 is at hand in 2026, and printed after 55 years."""
    assert "quang-nam-giai-phong" in drafted("2025-03", "quang-nam")
    assert "quang-nam-giai-phong" in drafted("2026-03", "quang-nam")
    assert "quang-nam-giai-phong" in drafted("2026-03", "da-nang", "others")
    assert "quang-nam-giai-phong" in drafted("2030-03", "da-nang")
    assert "da-nang-giai-phong" in drafted("2026-03", "da-nang")


def test_what_the_capital_prints() -> None:
    """Its liberation every year; the National Resistance Day, which is at home there, ahead."""
    for year in (2026, 2027):
        assert "ha-noi-giai-phong-thu-do" in drafted(f"{year}-10", "ha-noi")
        assert "ha-noi-giai-phong-thu-do" in drafted(f"{year}-10", "", "others")
    assert "ha-noi-giai-phong-thu-do" in drafted("2029-10")
    for place in ("", "ha-noi"):
        assert "toan-quoc-khang-chien" in drafted("2026-11", place, role="ahead")


def test_what_is_announced() -> None:
    """Great days and 01/5 before their month, Đại hội VI, 01/8; three lines on average, no more."""
    great = {a.id for a in CATALOGUE if a.kind == "great"} | {"quoc-te-lao-dong"}
    every = {
        (year, number): drafted(f"{year}-{number:02d}", role="ahead")
        for year in (2026, 2027)
        for number in range(1, 13)
    }
    for (year, number), said in every.items():
        following = (year, number + 1) if number < 12 else (year + 1, 1)
        days = occurrences(CATALOGUE, month(*following))
        due = {o.anniversary.id for o in days if o.anniversary.id in great}
        # Quốc khánh is printed beside Cách mạng tháng Tám the month before
        assert due <= {*said, "quoc-khanh"}
    for number in (10, 11):
        assert "dai-hoi-dang-vi" in every[2026, number]
    assert all("tuyen-giao-truyen-thong" in every[year, 7] for year in (2026, 2027))
    # a world day is no event that anybody prepares, nor is 01/5 in February
    announced = {id_ for said in every.values() for id_ in said}
    assert "dan-so-the-gioi" not in announced
    assert "quoc-te-lao-dong" not in every[2026, 2]
    assert sum(map(len, every.values())) / len(every) <= 3
    sizes = [
        len(drafted(f"{year}-{number:02d}", slug, role="ahead"))
        for slug in READ
        for year in (2026, 2027)
        for number in (4, 9, 12)
    ]
    assert sum(sizes) / len(sizes) <= 4


def test_a_plan_of_ranks() -> None:
    """``rank`` takes the place of the breadth: the entries' own, in round years alone."""
    period = of_year(2027)
    for rank in (1, 2, 4):
        made = plan(CATALOGUE, period, Selection(rank=rank))
        said = [
            o for i in made.items if i.kind == "quarter" for s in i.lines for o in s.occurrences
        ]
        assert said
        assert max(o.anniversary.rank for o in said) == rank
        assert all(o.jubilee for o in said)


def test_documents_in_plans_say_what_they_are_about() -> None:
    """ "10 năm thực hiện Nghị quyết số 18-NQ/TW … về …"."""
    made = plan(CATALOGUE, of_year(2027), Selection(rank=4))
    said = {
        o.anniversary.id: (s.text, with_subject(line(o), o, "vi"))
        for i in made.items
        for s in i.lines
        for o in s.occurrences
        if o.anniversary.kind == "document"
    }
    assert "nghi-quyet-18-nq-tw-2017" in said
    assert all(text == whole for text, whole in said.values())
    assert " về " in said["nghi-quyet-18-nq-tw-2017"][0]
