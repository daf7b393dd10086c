"""Days off: laws and yearly decisions (``data/days-off.toml``) to the days on which work rests.

Four kinds of day:

* ``statutory``: a day that the law names, or that the yearly decision names under the law;
* ``nghi-bu``: the working day after, for a statutory day that falls on a Saturday or Sunday;
* ``swap-off``, ``swap-work``: a working day off and the day of a weekend worked for it, by a
  yearly decision and only for the audience that it binds.

In a year whose decision is not out, functions raise :class:`NotAnnounced`; with ``strict=False``
they answer by the law alone: its fixed days with their nghỉ bù, and of Tết only the first day.
Saturday and Sunday are taken as the weekly rest of every audience. Nothing here reads a clock.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from attrs import frozen

from ngayle import lunar
from ngayle.errors import CatalogueError, RequestError
from ngayle.model import UNREVISED, LegalBasis
from ngayle.period import Asked, Period, as_period
from ngayle.rules import LAST_YEAR
from ngayle.vietnamese import fold, nfc
from ngayle.words.lines import cite
from ngayle.words.resting import say, tet_day

FILE = "days-off.toml"
FIRST_YEAR = 2000
"""The first whole year of the two-day weekend of state bodies (Decision 188/1999/QĐ-TTg)."""

KINDS = ("statutory", "nghi-bu", "swap-off", "swap-work")
AUDIENCES = {
    "co-quan": ("co quan", "co quan hanh chinh", "co quan nha nuoc", "cong chuc"),
    "doanh-nghiep": ("doanh nghiep", "cong ty"),
}
"""Who rests: slugs, and what people type for them, folded. Swaps bind the first alone."""

TET, NATIONAL_DAY = "tet", "quoc-khanh"
"""The two holidays whose days the Prime Minister decides year by year."""

_DAY = timedelta(1)


class NotAnnounced(RequestError):
    """The decision on the days off of ``year`` is not in the data."""

    @property
    def year(self) -> int:
        """The year whose decision is missing."""
        return int(self.values["year"])


@frozen
class Holiday:
    """An occasion: its id and names, and the month and day of its first day, by sun or moon."""

    id: str
    name: str
    name_en: str
    month: int
    day: int
    lunar: bool

    def in_year(self, year: int) -> date:
        """The day itself; of Tết, the first of the first lunar month."""
        if self.lunar:
            return lunar.observed(year, self.month, self.day)
        return date(year, self.month, self.day)

    def said_in(self, lang: str) -> str:
        """The name in "vi" or "en"."""
        return self.name_en if lang == "en" else self.name


@frozen
class Law:
    """An article and the days that it gives, from a day on until a day, None: still.

    ``days``: number of days by holiday. ``tet_before``: how many of those of Tết come before the
    first of the year, None: decided each year. ``in_lieu``: the clause on nghỉ bù, None: none.
    """

    legal: LegalBasis
    article: str
    from_: date
    until: date | None
    days: Mapping[str, int]
    tet_before: int | None
    in_lieu: str | None
    sources: tuple[str, ...]

    def cited(self, article: str | None = None) -> str:
        """ "khoản 3 Điều 111 Bộ luật Lao động số 45/2019/QH14 …"."""
        return f"{article or self.article} {cite(self.legal)}"


@frozen
class Swap:
    """The day ``off`` is rested and the day ``work`` is worked, on the occasion of a holiday."""

    off: date
    work: date
    holiday: str


@frozen
class Decision:
    """What was decided for a year.

    ``tet``: the first statutory day of Tết, ``national_day``: the second day of National Day, both
    None where this document does not tell.
    """

    year: int
    legal: LegalBasis
    tet: date | None
    national_day: date | None
    swaps: tuple[Swap, ...]
    audience: str
    sources: tuple[str, ...]
    revised: date


@frozen(eq=False)
class Table:
    """All that ``data/days-off.toml`` says."""

    revised: date
    holidays: tuple[Holiday, ...]
    laws: tuple[Law, ...]
    decisions: tuple[Decision, ...]

    def holiday(self, id_: str) -> Holiday:
        """The holiday with an id that is known to exist."""
        return next(h for h in self.holidays if h.id == id_)

    def law(self, holiday: str, day: date) -> Law | None:
        """The law that gives a holiday on a day."""
        for law in self.laws:
            if holiday in law.days and law.from_ <= day <= (law.until or date.max):
                return law
        return None

    def decided(self, holiday: str, year: int) -> Decision | None:
        """The decision that tells the days of a holiday (Tết, National Day) in a year."""
        for decision in self.decisions:
            told = {TET: decision.tet, NATIONAL_DAY: decision.national_day}
            if decision.year == year and told.get(holiday) is not None:
                return decision
        return None


@frozen
class DayOff:
    """A day on which work rests, or, of kind ``swap-work``, a day of a weekend that is worked.

    ``id``: permanent, "tet-2027-1"; ``holiday``: the occasion; ``announced``: false in a year whose
    decision is not out; ``audience``: whom it binds, None: everybody; ``replaces``: of ``nghi-bu``
    the day made up for, of a swap the other of its two days.
    """

    id: str
    date: datetime.date
    kind: str
    holiday: Holiday
    name: str
    name_en: str
    announced: bool
    audience: str | None
    replaces: datetime.date | None
    legal_basis: str
    sources: tuple[str, ...]
    revised: datetime.date = UNREVISED

    def said_in(self, lang: str) -> str:
        """The name in "vi" or "en"."""
        return self.name_en if lang == "en" else self.name


@frozen
class Rest:
    """An unbroken run of days without work, weekends included, with a day off in it.

    ``days``: the days off in it; ``weekly``: how many of its days are only Saturdays and Sundays;
    ``worked``: the days worked for those swapped off in it; ``pending``: the holidays in it, and
    their number of days, of which not every day is announced.
    """

    first: date
    last: date
    days: tuple[DayOff, ...]
    weekly: int
    worked: tuple[DayOff, ...]
    pending: tuple[tuple[Holiday, int], ...]

    @property
    def count(self) -> int:
        """The number of its days."""
        return (self.last - self.first).days + 1

    @property
    def holidays(self) -> tuple[Holiday, ...]:
        """The occasions, in order of time."""
        return tuple(dict.fromkeys(d.holiday for d in self.days))

    def number(self, kind: str) -> int:
        """How many of its days are of a kind."""
        return len({d.date for d in self.days if d.kind == kind})


# --- Questions ------------------------------------------------------------------------


def days_off(
    period: Asked,
    *,
    audience: str = "co-quan",
    strict: bool = True,
    table: Table | None = None,
) -> list[DayOff]:
    """The days off of a period, and the days of weekends worked for them, by date.

    ``period``: "2027" or another of the forms that :func:`ngayle.listing` takes. ``audience``:
    "co-quan" (state bodies, with swaps) or "doanh-nghiep" (enterprises, without); "cơ quan hành
    chính" and "doanh nghiệp" mean the same. Raises NotAnnounced if ``strict`` and the decision of
    a year is not out, RequestError for a period or audience not understood and for years outside
    2000 to 2100.
    """
    wanted = as_period(period)
    table = load_table() if table is None else table
    who = audience_of(audience)
    found: list[DayOff] = []
    for year in range(_checked(wanted.first).year, _checked(wanted.last).year + 1):
        if strict and not announced(year, table=table):
            raise NotAnnounced("rest.not_announced", year=year)
        found += (d for d in _days_of(table, year) if d.audience in (None, who))
    return [d for d in found if d.date in wanted]


def is_working_day(
    day: date, *, audience: str = "co-quan", strict: bool = True, table: Table | None = None
) -> bool:
    """Whether an audience works on a day.

    Raises what :func:`days_off` raises, and TypeError for what is no date.
    """
    first = _checked(day)
    return bool(working_days(first, first, audience=audience, strict=strict, table=table))


def working_days(
    first: date,
    last: date,
    *,
    audience: str = "co-quan",
    strict: bool = True,
    table: Table | None = None,
) -> list[date]:
    """The working days from ``first`` to ``last``, both included, in order.

    Raises what :func:`days_off` raises.
    """
    period = Period(_checked(first), _checked(last))
    off = days_off(period, audience=audience, strict=strict, table=table)
    rested = {d.date for d in off if d.kind != "swap-work"}
    worked = {d.date for d in off} - rested
    days = (first + timedelta(i) for i in range((last - first).days + 1))
    return [d for d in days if d in worked or (d.weekday() < 5 and d not in rested)]


def next_working_day(
    day: date, *, audience: str = "co-quan", strict: bool = True, table: Table | None = None
) -> date:
    """The first working day after a day. Raises what :func:`days_off` raises."""
    day = _checked(day) + _DAY
    while not is_working_day(day, audience=audience, strict=strict, table=table):
        day += _DAY
    return day


def rests(
    period: Asked,
    *,
    audience: str = "co-quan",
    strict: bool = True,
    table: Table | None = None,
) -> list[Rest]:
    """The unbroken runs of rest that have a day off in a period, whole even where they leave it.

    Raises what :func:`days_off` raises.
    """
    table = load_table() if table is None else table
    wanted = as_period(period)
    inside = days_off(wanted, audience=audience, strict=strict, table=table)
    years = range(max(FIRST_YEAR, wanted.first.year - 1), min(LAST_YEAR, wanted.last.year + 1) + 1)
    around = [
        d
        for year in years
        for d in days_off(str(year), audience=audience, strict=False, table=table)
    ]
    rested = {d.date for d in around if d.kind != "swap-work"}
    worked = {d.date: d for d in around if d.kind == "swap-work"}

    def is_rest(day: date) -> bool:
        return day in rested or (day.weekday() > 4 and day not in worked)

    found: list[Rest] = []
    for day in inside:
        if day.kind == "swap-work" or (found and day.date <= found[-1].last):
            continue
        first = last = day.date
        while is_rest(first - _DAY):
            first -= _DAY
        while is_rest(last + _DAY):
            last += _DAY
        days = tuple(d for d in around if first <= d.date <= last)
        only_weekly = (last - first).days + 1 - len({d.date for d in days})
        found.append(
            Rest(
                first,
                last,
                days,
                only_weekly,
                tuple(worked[o] for d in days if d.kind == "swap-off" and (o := d.replaces)),
                _pending(table, days),
            )
        )
    return found


def marks(period: Period, *, audience: str = "co-quan") -> dict[date, DayOff]:
    """The days off of a period by date, for whoever marks them in a list of other things.

    Of two on one day the first; of a year whose decision is not out, what the law fixes; nothing
    of years before 2000. Raises RequestError for an audience that is not known.
    """
    first = max(period.first, date(FIRST_YEAR, 1, 1))
    if period.last < first:
        return {}
    days = days_off(Period(first, period.last), audience=audience, strict=False)
    return {d.date: d for d in reversed(days) if d.kind != "swap-work"}


def announced(year: int, *, table: Table | None = None) -> bool:
    """Whether all days off of a year are known: fixed by the law, or decided and in the data."""
    table = load_table() if table is None else table
    return all(_fixed(table, id_, year) or table.decided(id_, year) for id_ in (TET, NATIONAL_DAY))


def audience_of(typed: str) -> str:
    """The slug of an audience: ``audience_of("Doanh nghiệp") == "doanh-nghiep"``.

    Raises RequestError for one that is not known.
    """
    if not isinstance(typed, str):
        raise RequestError("audience", text=typed)
    folded = fold(typed)
    for slug, names in AUDIENCES.items():
        if folded in names:
            return slug
    raise RequestError("audience", text=typed)


def _checked(day: date) -> date:
    if isinstance(day, datetime.datetime) or not isinstance(day, date):
        raise TypeError(f"a date is needed, not {day!r}")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RequestError("rest.year", day=day, first=FIRST_YEAR, last=LAST_YEAR)
    return day


# --- From the law and the decisions to days -------------------------------------------


def _fixed(table: Table, id_: str, year: int) -> bool:
    """Whether the law alone tells all the days of a holiday in a year."""
    law = table.law(id_, table.holiday(id_).in_year(year))
    if law is None:
        return True
    return law.tet_before is not None if id_ == TET else law.days[id_] == 1


@lru_cache(maxsize=64)
def _days_of(table: Table, year: int) -> tuple[DayOff, ...]:
    """All days of a year, of every audience, by date."""
    by_law = list(_statutory(table, year))
    swaps = [d for decision in table.decisions for d in _swapped(table, decision)]
    days = [*by_law, *_in_lieu(table, by_law), *(d for d in swaps if d.date.year == year)]
    return tuple(sorted(days, key=lambda d: (d.date, KINDS.index(d.kind))))


def _statutory(table: Table, year: int) -> Iterator[DayOff]:
    known = announced(year, table=table)
    for holiday in table.holidays:
        own = holiday.in_year(year)
        law = table.law(holiday.id, own)
        if law is None:
            continue
        decision = table.decided(holiday.id, year)
        fixed = _fixed(table, holiday.id, year)
        for number, day in enumerate(_dates(holiday, law, own, decision), 1):
            names = {lang: _name(holiday, day, own, lang) for lang in ("vi", "en")}
            decided = decision if decision and not fixed else None
            yield DayOff(
                f"{holiday.id}-{year}-{number}",
                day,
                "statutory",
                holiday,
                names["vi"],
                names["en"],
                known,
                None,
                None,
                "; ".join([law.cited(), *([cite(decided.legal)] if decided else [])]),
                (*(decided.sources if decided else ()), *law.sources),
                decided.revised if decided else table.revised,
            )


def _dates(holiday: Holiday, law: Law, own: date, decision: Decision | None) -> list[date]:
    """The days of a holiday in a year, as far as law and decision tell them."""
    if holiday.id == TET:
        if law.tet_before is not None:
            first = own - law.tet_before * _DAY
        elif decision and decision.tet:
            first = decision.tet
        else:
            return [own]
        return [first + i * _DAY for i in range(law.days[TET])]
    if decision and decision.national_day:
        return sorted([own, decision.national_day])
    return [own]


def _name(holiday: Holiday, day: date, own: date, lang: str) -> str:
    said = holiday.said_in(lang)
    if holiday.id == TET:
        return say(lang, "name-tet", holiday=said, lunar=tet_day(lang, lunar.from_date(day)))
    return say(lang, "name-statutory" if day == own else "name-second", holiday=said)


def _in_lieu(table: Table, by_law: Iterable[DayOff]) -> Iterator[DayOff]:
    """The working days after, for statutory days that fall on a weekend, each day used once."""
    by_law = sorted(by_law, key=lambda d: d.date)
    taken = {d.date for d in by_law}
    made_up: set[date] = set()
    numbers: dict[str, int] = {}
    for day in by_law:
        law = table.law(day.holiday.id, day.date)
        if day.date.weekday() < 5 or day.date in made_up or law is None or law.in_lieu is None:
            continue
        if day.holiday.id == TET and not day.announced and not _fixed(table, TET, day.date.year):
            # which day follows those of Tết is not known before they are
            continue
        made_up.add(day.date)
        instead = day.date
        while instead.weekday() > 4 or instead in taken:
            instead += _DAY
        taken.add(instead)
        holiday = day.holiday
        number = numbers[holiday.id] = numbers.get(holiday.id, 0) + 1
        yield DayOff(
            f"nghi-bu-{holiday.id}-{day.date.year}-{number}",
            instead,
            "nghi-bu",
            holiday,
            say("vi", "name-nghi-bu", holiday=holiday.name),
            say("en", "name-nghi-bu", holiday=holiday.name_en),
            day.announced,
            None,
            day.date,
            law.cited(law.in_lieu),
            day.sources,
            day.revised,
        )


def _swapped(table: Table, decision: Decision) -> Iterator[DayOff]:
    numbers: dict[str, int] = {}
    for swap in decision.swaps:
        holiday = table.holiday(swap.holiday)
        number = numbers[holiday.id] = numbers.get(holiday.id, 0) + 1
        for kind, day, other in (
            ("swap-off", swap.off, swap.work),
            ("swap-work", swap.work, swap.off),
        ):
            yield DayOff(
                f"{kind}-{holiday.id}-{decision.year}-{number}",
                day,
                kind,
                holiday,
                say("vi", f"name-{kind}", holiday=holiday.name),
                say("en", f"name-{kind}", holiday=holiday.name_en),
                announced(day.year, table=table),
                decision.audience,
                other,
                cite(decision.legal),
                decision.sources,
                decision.revised,
            )


def _pending(table: Table, days: Iterable[DayOff]) -> tuple[tuple[Holiday, int], ...]:
    """The holidays among some days of which not every day is announced, and their number."""
    found: dict[Holiday, int] = {}
    for day in days:
        id_, year = day.holiday.id, day.date.year
        if id_ not in (TET, NATIONAL_DAY) or _fixed(table, id_, year):
            continue
        law = table.law(id_, day.holiday.in_year(year))
        if law and not table.decided(id_, year):
            found[day.holiday] = law.days[id_]
    return tuple(found.items())


# --- The file -------------------------------------------------------------------------


@lru_cache(maxsize=1)
def load_table() -> Table:
    """The bundled table. Raises CatalogueError with a line for each problem in the file."""
    from pkgutil import get_data

    try:
        content = get_data("ngayle", f"data/{FILE}")
    except OSError:
        content = None
    if content is None:
        # a source checkout keeps its data beside src/
        from ngayle.catalogue import data_folder

        try:
            with open(f"{data_folder()}/{FILE}", "rb") as file:
                content = file.read()
        except OSError as error:
            raise CatalogueError([f"{FILE}: cannot be read: {error.strerror}"]) from None
    return read_table(content)


def read_table(content: bytes) -> Table:
    """The table of a TOML file. Raises CatalogueError with a line for each problem in it."""
    import json
    import tomllib

    from ngayle.catalogue.reading import one_line

    try:
        read = tomllib.loads(nfc(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError([f"{FILE}: not valid TOML: {one_line(str(error))}"]) from None
    # days as text, whether they were quoted or not
    plain: dict[str, Any] = json.loads(json.dumps(read, default=str))
    problems = [f"{FILE}: {where}: {message}" for where, message in _problems(plain)]
    if not problems:
        table = _table(plain)
        problems = [f"{FILE}: {where}: {message}" for where, message in _contradictions(table)]
    if problems:
        raise CatalogueError(problems)
    return table


def _problems(plain: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with the form of the file."""
    from ngayle.catalogue import checks

    cited = {
        "act": checks.text,
        "number": checks.text,
        "date": checks.day,
        "issuer": checks.text,
        "about": checks.text,
        "sources": checks.urls,
        "notes": checks.text,
    }
    kinds: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
        "holiday": (
            {"id": checks.slug, "name": checks.text, "name_en": checks.text}
            | {"solar": _month_day, "lunar": _month_day},
            ("id", "name", "name_en"),
        ),
        "law": (
            cited
            | {"article": checks.text, "from": checks.day, "until": checks.day, "days": _counts}
            | {"tet_before": _count, "in_lieu": checks.text},
            ("act", "article", "from", "days", "sources"),
        ),
        "decision": (
            cited
            | {"year": checks.year, "tet": checks.day, "national_day": checks.day}
            | {"audience": checks.one_of(*AUDIENCES), "swaps": _swap_tables}
            | {"revised": checks.day},
            ("act", "year", "audience", "sources"),
        ),
    }
    yield from checks.unknown_keys(plain, {"revised": None, **kinds})
    if "revised" not in plain:
        yield "revised", "missing"
    else:
        yield from checks.day(plain["revised"], "revised")
    for kind, (fields, needed) in kinds.items():
        tables = plain.get(kind)
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            yield kind, f"write [[{kind}]], with two brackets, at least once"
            continue
        for number, value in enumerate(tables, 1):
            shown = str(value.get("id", value.get("year", value.get("number", number))))
            for field, message in checks.table(value, fields, needed):
                yield f"{kind} {shown}: {field}", message
            if kind == "holiday" and ("solar" in value) == ("lunar" in value):
                yield f"{kind} {shown}", "needs either solar or lunar"


def _count(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if type(value) is not int or value < 0:
        yield key, f"must be a whole number from 0, not {value!r}"


def _month_day(value: Any, key: str) -> Iterator[tuple[str, str]]:
    try:
        month, day = map(int, str(value).split("-"))
        # the lunar calendar has 30/12 too, and so has this year of the sun
        date(2000, month, day)
    except ValueError:
        yield key, f'must be month-day, as "09-02", not {value!r}'


def _counts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    good = isinstance(value, dict) and value
    if not good or any(type(n) is not int or n < 1 for n in value.values()):
        yield key, f"must be numbers of days by holiday, as {{ quoc-khanh = 2 }}, not {value!r}"


def _swap_tables(value: Any, key: str) -> Iterator[tuple[str, str]]:
    from ngayle.catalogue import checks

    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        yield key, "must be a list of tables ({ off, work, holiday })"
        return
    fields = {"off": checks.day, "work": checks.day, "holiday": checks.slug}
    for item in value:
        for field, message in checks.table(item, fields, tuple(fields)):
            yield f"{key}.{field}", message


def _contradictions(table: Table) -> Iterator[tuple[str, str]]:
    """What cannot be: days that contradict the law, the calendar or each other."""
    ids = [h.id for h in table.holidays]
    for id_ in {*ids, TET, NATIONAL_DAY}:
        if ids.count(id_) != 1:
            yield f"holiday {id_}", f"must be there once, not {ids.count(id_)} times"
            return
    for law in table.laws:
        unknown = sorted(set(law.days) - set(ids))
        if unknown:
            yield f"law {law.article}", f"days of an unknown holiday: {', '.join(unknown)}"
            return
        if law.until and law.until < law.from_:
            yield f"law {law.article}", f"ends on {law.until}, before it starts"
    seen: dict[date, int] = {}
    for decision in table.decisions:
        where = f"decision {decision.year}"
        for message in _of_decision(table, decision):
            yield where, message
        for swap in decision.swaps:
            if swap.holiday not in ids:
                yield where, f"a swap of an unknown holiday: {swap.holiday}"
            if swap.off.weekday() > 4:
                yield where, f"{swap.off} is swapped off but is no working day"
            if swap.work.weekday() < 5:
                yield where, f"{swap.work} is worked instead but is no day of a weekend"
            for day in (swap.off, swap.work):
                if day in seen:
                    yield where, f"{day} is swapped twice"
                seen[day] = decision.year
                if not date(decision.year - 1, 12, 1) <= day <= date(decision.year, 12, 31):
                    yield where, f"{day} is not in {decision.year} or the December before"


def _of_decision(table: Table, decision: Decision) -> Iterator[str]:
    year = decision.year
    for id_, day in ((TET, decision.tet), (NATIONAL_DAY, decision.national_day)):
        if day is None:
            continue
        own = table.holiday(id_).in_year(year)
        law = table.law(id_, own)
        if law is None or _fixed(table, id_, year):
            yield f"{day} is given for {id_}, whose days the law itself fixes"
        elif id_ == TET and not day <= own <= day + (law.days[TET] - 1) * _DAY:
            yield f"tet: {law.days[TET]} days from {day} do not hold the first of the year, {own}"
        elif id_ == NATIONAL_DAY and abs((day - own).days) != 1:
            yield f"national_day: {day} is not next to {own}"
        if table.decided(id_, year) is not decision:
            yield f"{id_} is told by two decisions"


def _table(plain: dict[str, Any]) -> Table:
    """Checked tables to values."""
    revised = date.fromisoformat(plain["revised"])
    return Table(
        revised,
        tuple(map(_holiday, plain["holiday"])),
        tuple(
            Law(
                _legal(t),
                t["article"],
                date.fromisoformat(t["from"]),
                _day(t.get("until")),
                t["days"],
                t.get("tet_before"),
                t.get("in_lieu"),
                tuple(t["sources"]),
            )
            for t in plain["law"]
        ),
        tuple(
            Decision(
                t["year"],
                _legal(t),
                _day(t.get("tet")),
                _day(t.get("national_day")),
                tuple(
                    Swap(date.fromisoformat(s["off"]), date.fromisoformat(s["work"]), s["holiday"])
                    for s in t.get("swaps", ())
                ),
                t["audience"],
                tuple(t["sources"]),
                _day(t.get("revised")) or revised,
            )
            for t in plain["decision"]
        ),
    )


def _holiday(table: dict[str, Any]) -> Holiday:
    by_moon = "lunar" in table
    month, day = map(int, table["lunar" if by_moon else "solar"].split("-"))
    return Holiday(table["id"], table["name"], table["name_en"], month, day, by_moon)


def _legal(table: dict[str, Any]) -> LegalBasis:
    get = table.get
    return LegalBasis(table["act"], get("number"), _day(get("date")), get("issuer"), get("about"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
