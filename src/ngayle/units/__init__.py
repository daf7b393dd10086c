"""Units: provinces, cities and sectors, each with its names, its lives and its heirs.

A unit has lives, each from one day until another, under one name; where one ends it says into which
units it went, and where one begins out of which it came. Days belong to the unit that keeps them; a
listing for a unit takes in the days of all units that it holds on that day.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from attr import frozen

from ngayle.errors import RequestError
from ngayle.model import PartialDate
from ngayle.values import Value
from ngayle.vietnamese import sort_key
from ngayle.words import dates
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.units.localities import Locality, Within
    from ngayle.units.names import Names
    from ngayle.units.remarks import Remark

Kind = Literal["province", "city", "sector"]
KIND_OF = {"tỉnh": "province", "thành phố": "city", "": "sector"}


@frozen(eq=False, repr=False)
class Life(Value):
    """One span of days in which a unit existed, under one name; None: open.

    ``since``: what is known of its beginning, often only the year. ``type``: "tỉnh", "thành phố",
    or "" for a sector. ``act`` and ``source`` tell of its end, or of its beginning if it is open.
    """

    from_: date | None
    until: date | None
    name: str
    type: str = ""
    name_en: str | None = None
    into: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    act: str | None = None
    source: str | None = None
    since: PartialDate | None = None

    def __contains__(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def full_name(self) -> str:
        """With its type: "thành phố Hải Phòng"."""
        return f"{self.type} {self.name}".strip()

    def span(self, lang: str = "vi") -> str:
        """Its days as printed: "01/01/2004 - 30/6/2025"."""
        start = dates.known(self.since) if self.since else "…"
        return f"{start} - {dates.full_date(self.until) if self.until else say(lang, 'now')}"


@frozen(eq=False, repr=False)
class Unit(Value):
    """A province, a centrally run city or a sector, with all its lives in order.

    ``kind`` is that of its name today. ``aliases``: what else people call it; ``iso``: the code of
    ISO 3166-2; ``codes``: the numbers under which state statistics have it, the one in force first;
    ``climate``: what the themes of a month go by.
    """

    slug: str
    name: str
    kind: Kind
    lives: tuple[Life, ...]
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    codes: tuple[str, ...] = ()
    climate: str | None = None

    @property
    def type(self) -> str:
        """ "tỉnh", "thành phố", or "" for a sector."""
        return next((t for t, kind in KIND_OF.items() if kind == self.kind), "")

    @property
    def lasts(self) -> bool:
        """Whether it exists today."""
        return bool(self.lives) and self.lives[-1].until is None

    @property
    def heirs(self) -> tuple[str, ...]:
        """The units that it went into when it ended for good, the main one first."""
        return self.lives[-1].into if self.lives else ()

    def life(self, day: date) -> Life | None:
        """The life that a day falls in."""
        return next((life for life in self.lives if day in life), None)

    def ended(self, day: date) -> Life | None:
        """The last life that had ended before a day."""
        over = [life for life in self.lives if life.until is not None and life.until < day]
        return over[-1] if over else None

    def name_on(self, day: date, lang: str = "vi") -> str:
        """What it was called on a day; after its end, what it was called last."""
        life = self.life(day) or self.ended(day)
        name, english = (life.name, life.name_en) if life else (self.name, self.name_en)
        return english if lang == "en" and english else name

    def forms(self, taken: Container[str] = ()) -> Iterator[str]:
        """Everything that it is called, without the codes that others have ``taken`` over."""
        yield self.name
        yield self.slug
        if self.name_en:
            yield self.name_en
        if self.iso:
            yield self.iso
        yield from (code for code in self.codes if code not in taken)
        yield from self.aliases
        for life in self.lives:
            yield life.name


class Register(Mapping[str, Unit]):
    """The units of one kind by slug, each built when it is asked for: a listing needs few."""

    def __init__(
        self,
        what: Literal["province", "sector"],
        tables: Iterable[Mapping[str, Any]],
        build: Callable[[Mapping[str, Any]], Unit],
    ) -> None:
        self.what = what
        self._tables = {str(table["slug"]): table for table in tables}
        self._build = build
        self._built: dict[str, Unit] = {}
        self._holders: dict[tuple[str, date], str] = {}

    def __getitem__(self, slug: str) -> Unit:
        found = self._built.get(slug)
        if found is None:
            found = self._built[slug] = self._build(self._tables[slug])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def alive(self, slug: str, day: date) -> bool:
        """Whether a unit existed on a day."""
        return self[slug].life(day) is not None

    def holder(self, slug: str, day: date) -> str:
        """The unit that holds ``slug`` on a day: itself while it exists."""
        key = slug, day
        if key not in self._holders:
            if len(self._holders) > 100_000:
                self._holders.clear()
            self._holders[key] = self._holder(slug, day, frozenset())
        return self._holders[key]

    def _holder(self, slug: str, day: date, seen: frozenset[str]) -> str:
        unit = self[slug]
        if unit.life(day) is not None or slug in seen:
            return slug
        before = unit.ended(day)
        next_ = before.into if before else unit.lives[0].out_of if unit.lives else ()
        if not next_:
            return slug
        return self._holder(next_[0], day, seen | {slug})

    @cached_property
    def _joined(self) -> Mapping[str, set[str]]:
        """What each unit came out of or went into, and what came out of it or went into it."""
        joined: dict[str, set[str]] = {slug: set() for slug in self}
        # from the tables: building every unit would cost more than this saves
        for slug, table in self._tables.items():
            for life in table.get("lives", ()):
                for other in (*life.get("into", ()), *life.get("out_of", ())):
                    joined[slug].add(other)
                    joined.setdefault(other, set()).add(slug)
        return joined

    def kin(self, slugs: Iterable[str]) -> set[str]:
        """All that can ever hold one of some places, or be held by it, and more; no sectors."""
        found, new = set(), set(slugs)
        while new:
            found |= new
            new = {other for slug in new for other in self._joined[slug]} - found
        return found

    def held_by(self, slug: str, day: date) -> list[Unit]:
        """The units that ``slug`` holds on a day, itself among them."""
        return [unit for unit in self.values() if self.holder(unit.slug, day) == slug]

    def _held_since(self, slug: str, holder: str, day: date) -> date:
        """The first day of the unbroken time, up to ``day``, in which ``holder`` holds ``slug``."""
        first = day
        for change in sorted({c for c in self.changes() if c <= day}, reverse=True):
            if self.holder(slug, change) != holder:
                break
            first = change
        return first

    def changes(self) -> set[date]:
        """The days on which a life begins or has just ended."""
        lives = [life for unit in self.values() for life in unit.lives]
        return {life.from_ for life in lives if life.from_ is not None} | {
            life.until + timedelta(1) for life in lives if life.until is not None
        }

    def on(self, day: date) -> list[Unit]:
        """The units that existed on a day."""
        return [u for u in self.values() if u.life(day) is not None]

    @cached_property
    def _names(self) -> Names:
        from ngayle.units.names import Names

        # the code of a province that ended may have gone to another: it means the one that has it
        units = self.values()
        taken = {unit.codes[0] for unit in units if unit.codes and unit.lasts}
        return Names(
            self.what,
            (
                (unit.slug, unit.name, unit.forms(taken - set(unit.codes[: unit.lasts])))
                for unit in units
            ),
            command="ngayle places" if self.what == "province" else "ngayle sectors",
        )

    def find(self, text: str) -> Unit:
        """The unit that a person means: with or without marks, by slug, by code, by an old name.

        A former district or a ward of today leads to its province. Raises RequestError that names
        the candidates if it is none or not one.
        """
        return self.located(text)[0]

    def located(self, text: str) -> tuple[Unit, Within | None]:
        """As :meth:`find`, with what is to be said where a district or a ward was meant."""
        try:
            return self[self._names.find(text)], None
        except RequestError:
            found = self._localities(text)
            if not found:
                raise
        slugs = dict.fromkeys(place.province for place in found)
        if len(slugs) > 1:
            near = ", ".join(f"{place} ({self[place.province].name})" for place in found[:8])
            raise RequestError("name.ambiguous", kind=self.what, text=text, near=near)
        from ngayle.units.localities import Within

        unit = self[found[0].province]
        return unit, Within(found[0], unit.name)

    def _localities(self, text: str) -> list[Locality]:
        if self.what != "province":
            return []
        from ngayle.units.localities import matching

        # "Châu Thành, An Giang", "huyện Châu Thành (An Giang)"
        name, _, where = text.replace("(", ",").rstrip(") ").partition(",")
        found = [place for place in matching(name) if place.province in self]
        if not where.strip():
            return found
        its = self._names.find(where.strip())
        return [p for p in found if its in (p.province, *self[p.province].heirs)]

    def remark(self, unit: Unit, day: date) -> Remark | None:
        """What is to be said if a unit asked for is by that day part of another; else None.

        Raises RequestError if it had ended by splitting, or had not begun: it says when it existed.
        """
        if unit.life(day) is not None:
            return None
        before = unit.ended(day)
        if before and len(before.into) == 1:
            from ngayle.units.remarks import Remark

            holder = self[self.holder(unit.slug, day)]
            return Remark(unit, holder, self._held_since(unit.slug, holder.slug, day), day)
        values = {
            "kind": self.what,
            "name": unit.name,
            "day": dates.full_date(day),
            "spans": "; ".join(life.span("en") for life in unit.lives),
        }
        if before and before.into:
            went = ", ".join(self[s].name for s in before.into)
            raise RequestError("unit.absent_went", went=went, **values)
        raise RequestError("unit.absent", **values)


class Units:
    """The units of a catalogue; ``tables`` gives the tables ``[[place]]`` and ``[[sector]]``."""

    def __init__(self, tables: Callable[[str], Iterable[Mapping[str, Any]]]) -> None:
        self._tables = tables

    @cached_property
    def provinces(self) -> Register:
        """Provinces and centrally run cities: the map."""
        return Register("province", self._tables("places"), _place)

    @cached_property
    def sectors(self) -> Register:
        """Sectors (ngành)."""
        return Register("sector", self._tables("sectors"), _sector)


def in_order(units: Iterable[Unit]) -> list[Unit]:
    """By name, in Vietnamese alphabetical order."""
    return sorted(units, key=lambda unit: sort_key(unit.name))


def _place(table: Mapping[str, Any]) -> Unit:
    return Unit(
        slug=table["slug"],
        name=table["name"],
        kind=_kind(table["type"]),
        iso=table.get("iso"),
        climate=table.get("climate"),
        codes=(*([table["code"]] if "code" in table else []), *table.get("former_codes", ())),
        aliases=tuple(table.get("aliases", ())),
        lives=tuple(
            Life(
                from_=_day(life.get("from")),
                until=_day(life.get("until")),
                name=life.get("name", table["name"]),
                type=life.get("type", table["type"]),
                into=tuple(life.get("into", ())),
                out_of=tuple(life.get("out_of", ())),
                act=life.get("act"),
                source=life.get("source"),
                since=PartialDate.parse(str(life["from"])) if "from" in life else None,
            )
            for life in table.get("lives", [{}])
        ),
    )


def _kind(type_: str) -> Kind:
    return "city" if type_ == "thành phố" else "province"


def _sector(table: Mapping[str, Any]) -> Unit:
    lives, start = [], None
    for old in table.get("former_names", ()):
        until = date.fromisoformat(old["until"])
        lives.append(Life(start, until, old["name"], name_en=old.get("name_en")))
        start = until + timedelta(1)
    successor = table.get("successor")
    lives.append(
        Life(
            start,
            _day(table.get("until")),
            table["name"],
            name_en=table["name_en"],
            into=(successor,) if successor else (),
        )
    )
    return Unit(
        slug=table["slug"],
        name=table["name"],
        kind="sector",
        lives=tuple(lives),
        name_en=table["name_en"],
        aliases=tuple(table.get("aliases", ())),
    )


def _day(text: str | None) -> date | None:
    """A day; of a year or a month alone, its first day."""
    if text is None:
        return None
    year, month, day = (*map(int, str(text).split("-")), 1, 1)[:3]
    return date(year, month, day)
