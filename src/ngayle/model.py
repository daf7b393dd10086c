"""What an anniversary and an occurrence are. Values only: nothing here reads files or the clock."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from attr import frozen

from ngayle import lunar
from ngayle.rules import Once, Rule, Several
from ngayle.values import Plain, Value
from ngayle.vietnamese import sort_key

if TYPE_CHECKING:
    from ngayle.render.records import Record

Layer = Literal["national", "international", "sector", "province", "person", "local"]
Kind = Literal[
    "great",
    "day",
    "founding",
    "event",
    "birth",
    "death",
    "festival",
    "period",
    "document",
    "campaign",
]
Jubilee = Literal["tron", "le5"]
Tone = Literal["celebrate", "mourn"]
Lang = Literal["vi", "en"]
OfficeKind = Literal[
    "party", "state", "union", "ward", "school", "youth", "health", "radio", "flag"
]

LAYERS: tuple[Layer, ...] = get_args(Layer)
KINDS: tuple[Kind, ...] = get_args(Kind)
OFFICES: tuple[OfficeKind, ...] = get_args(OfficeKind)
WEIGHTS = {
    "national": 10,
    "province": 20,
    "person": 30,
    "sector": 40,
    "international": 50,
    "local": 60,
}


UNREVISED = datetime.date(2026, 11, 23)
"""The day of the first release, for entries that name none."""


@frozen(eq=False, repr=False)
class PartialDate(Value):
    """A full date, a year and month, or a year alone."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """As JSON gives it: "1947-07-27", "1948-06", "1010"."""
        parts = [str(self.year) if self.month is None else f"{self.year:04d}"]
        parts += [f"{p:02d}" for p in (self.month, self.day) if p is not None]
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read what ``str()`` writes. Trusts its input: the catalogue's checks come before."""
        return cls(*map(int, text.split("-")))


class Origin(Plain):
    """What the years are counted from, by the sun, by the moon, or both where both are known."""

    solar: PartialDate | None = None
    lunar: PartialDate | None = None


def _converted(known: PartialDate, *, to_lunar: bool) -> PartialDate:
    """A day of one calendar in the other; of what cannot be converted, the year."""
    if known.month is None or known.day is None:
        return PartialDate(known.year)
    if to_lunar:
        moon = lunar.known(datetime.date(known.year, known.month, known.day))
        return PartialDate(moon.year, moon.month, moon.day) if moon else PartialDate(known.year)
    if not lunar.FIRST_YEAR <= known.year <= lunar.LAST_YEAR:
        return PartialDate(known.year)
    day = lunar.observed(known.year, known.month, known.day)
    return PartialDate(day.year, day.month, day.day)


@frozen(eq=False, repr=False)
class Name(Value):
    """A name and the days on which it was in force; None: open."""

    text: str
    en: str | None = None
    from_: datetime.date | None = None
    until: datetime.date | None = None

    def __str__(self) -> str:
        return self.text

    def __format__(self, spec: str) -> str:
        return format(self.text, spec)

    def said_in(self, lang: str) -> str:
        """The name in "vi" or "en"; the Vietnamese one where no English is known."""
        return self.en if lang == "en" and self.en else self.text


class Observance(Plain):
    """In which years an anniversary is kept.

    ``every``: kept when the count is a multiple of it (1, 5 or 10); ``first_year`` and
    ``last_year``: the first and last years in which it was kept, None: open.
    """

    every: int = 1
    first_year: int | None = None
    last_year: int | None = None


EVERY_YEAR = Observance()


class Office(Plain):
    """Who an overlay belongs to: its table ``[office]``.

    ``id``: permanent ASCII slug, the namespace of its UIDs and the file name of its calendar.
    ``name``: "Quận ủy Kiến An"; ``kind``: one of ``OFFICES``; ``superior``: what it stands under;
    ``place``: where its letters are dated; ``recipients``: "Nơi nhận", an item a line; ``signer``:
    the lines of the signature; ``opening``: of its letters. Recipients and signer stand in letters
    only: in no calendar, no JSON and no page. None and () where the file says nothing.
    """

    id: str
    name: str | None = None
    kind: OfficeKind | None = None
    superior: str | None = None
    place: str | None = None
    recipients: tuple[str, ...] = ()
    signer: tuple[str, ...] = ()
    opening: str | None = None


class LegalBasis(Plain):
    """The act that founded a day, or the document that a document day counts from."""

    act: str
    number: str | None = None
    date: datetime.date | None = None
    issuer: str | None = None
    about: str | None = None


class Reading(Plain):
    """One side of a dispute, and the address that has it."""

    reading: str
    source: str


@frozen(eq=False, repr=False, slots=False)
class Anniversary(Value):
    """A thing commemorated.

    ``id``: permanent ASCII slug. ``layer``: one of ``LAYERS``; ``sector`` and ``province`` are the
    slugs of its owner, None in any other layer; ``home``: the provinces where a day of another
    layer is at home.
    ``rank``: how widely offices print it, from 1 (every office, every year) to 5 (for reference);
    ``tone``: "celebrate" or "mourn"; ``reserved``: printed only when told from above; ``died``: of
    a birth, when the person died. ``bare``: documents print the count in round years only;
    ``inclusive``: the year of the origin is the first one counted ("giai đoạn 2016 - 2020").
    ``unit_day``: the founding day of a province itself, which ends with it ("ends") or outlives it
    ("kept"). ``revised``: when the entry last changed for those who subscribe to it. ``chain``: the
    files that made it, and what each of them did. ``office``: of an overlay's own day, the
    overlay's name for UIDs; None of a bundled one.
    """

    id: str
    layer: Layer
    kind: Kind
    names: tuple[Name, ...]
    rule: Rule
    origin: Origin | None = None
    aliases: tuple[str, ...] = ()
    observance: Observance = EVERY_YEAR
    sector: str | None = None
    province: str | None = None
    home: tuple[str, ...] = ()
    rank: int = 4
    tone: Tone = "celebrate"
    reserved: bool = False
    died: PartialDate | None = None
    bare: bool = False
    inclusive: bool = False
    unit_day: str | None = None
    ceremony_day: bool = False
    legal: tuple[LegalBasis, ...] = ()
    sources: tuple[str, ...] = ()
    disputed: tuple[Reading, ...] = ()
    confirmed: bool = True
    notes: str | None = None
    revised: datetime.date = UNREVISED
    chain: tuple[str, ...] = ()
    office: str | None = None

    def __repr__(self) -> str:
        return f"<Anniversary {self.id}: {self.names[-1]}>"

    def name_on(self, day: datetime.date) -> Name:
        """The name in force on a day (the oldest known before all, the newest after all)."""
        for name in self.names:
            if name.until is None or day <= name.until:
                return name
        return self.names[-1]

    @property
    def provinces(self) -> tuple[str, ...]:
        """The slugs of all provinces that it belongs to: its owner, or where it is at home."""
        return (self.province,) if self.province else self.home

    @cached_property
    def counted_from(self) -> PartialDate | None:
        """The origin in the calendar of the rule, which the count goes by, or None.

        One that is known in the other calendar alone is converted by the table; of one that the
        table does not reach, or of which the day is not known, only the year is left.
        """
        origin = self.origin
        if origin is None:
            return None
        own, other = origin.solar, origin.lunar
        if self.rule.lunar:
            own, other = other, own
        if own or other is None:
            return own
        return _converted(other, to_lunar=self.rule.lunar)

    @property
    def weight(self) -> int:
        """Order within a day: great days, then layer by layer; what is for reference last."""
        if self.kind == "great":
            return 0
        return WEIGHTS[self.layer] + 100 * (self.rank == 5)


PLACES = ("{n}", "{N}", "{year}", "{dot}")
"""What can stand in an overlay's name for a number: see :attr:`Occurrence.name`."""


def _roman(number: int) -> str:
    """ "XVIII"; as figures where Romans had none."""
    if not 1 <= number < 4000:
        return str(number)
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += letters * (number // value)
        number %= value
    return text


@frozen(eq=False, repr=False)
class Occurrence(Value):
    """An anniversary in one year.

    ``date`` and ``end``: first and last day, ``end`` None for a single day. ``years``: the count,
    at least 1, or None. ``jubilee``: "tron", "le5" or None. ``year``: that of the rule's calendar.
    ``closes``: the anniversary's own day, on which the years are full, in that calendar and as
    exact as the origin, wherever the ceremony is; None without a count.
    """

    anniversary: Anniversary
    date: datetime.date
    end: datetime.date | None
    year: int
    years: int | None
    jubilee: Jubilee | None
    closes: PartialDate | None = None

    def __repr__(self) -> str:
        days = f"{self.date}..{self.end}" if self.end else f"{self.date}"
        years = "" if self.years is None else f", {self.years} years"
        return f"<Occurrence {days} {self.anniversary.id}{years}>"

    @property
    def last(self) -> datetime.date:
        """The last day."""
        return self.end or self.date

    @property
    def needs_years(self) -> bool:
        """Whether its days are not told without their years: once, and not within one year."""
        last, once = self.last, isinstance(self.anniversary.rule, Once | Several)
        return last.year - self.date.year > 1 or (once and last.year > self.date.year)

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts by date, rank, older origin first, then name in Vietnamese alphabetical order."""
        anniversary = self.anniversary
        origin = anniversary.counted_from
        since = (origin.year, origin.month or 0, origin.day or 0) if origin else (9999, 0, 0)
        return self.date, anniversary.rank, since, sort_key(self.name.text), anniversary.id

    @property
    def name(self) -> Name:
        """The name in force on the day; in an overlay's, what stands for numbers is filled in."""
        name = self.anniversary.name_on(self.date)
        if self.anniversary.office is None or "{" not in f"{name.text}{name.en}":
            return name
        return Name(
            self._filled(name.text), name.en and self._filled(name.en), name.from_, name.until
        )

    def _filled(self, text: str) -> str:
        """ "lần thứ {n} năm {year}": which time it is, in figures or as "{N}", and the last day's
        year; "{dot}": which of several spans."""
        rule, first = self.anniversary.rule, self.anniversary.observance.first_year
        number = None
        if first is not None:
            number = self.year - first + 1
        elif self.years is not None:
            number = self.years + 1 - self.anniversary.inclusive
        if number is not None:
            text = text.replace("{n}", str(number)).replace("{N}", _roman(number))
        if isinstance(rule, Several):
            text = text.replace("{dot}", str(rule.number(self.year, self.date)))
        return text.replace("{year}", str(self.last.year))

    def __lt__(self, other: Occurrence) -> bool:
        return self.order < other.order

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __str__(self) -> str:
        """The line as documents print it."""
        from ngayle.words.lines import line

        return line(self)

    def to_dict(self, lang: Lang = "vi") -> Record:
        """The occurrence as the JSON contract has it, in plain values; ``lang``: of the line."""
        from ngayle.render.records import record

        return record(self, lang)
