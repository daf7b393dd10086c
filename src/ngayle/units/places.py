"""The map: which provinces there were on a day, and which holds the ground of another.

A place has lives, each from one day until another; where it ends it says into which places it went,
and where it begins out of which it came. Days belong to the place that keeps them; a listing for a
place takes in the days of all places whose ground it holds on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from attrs import frozen

from ngayle.catalogue import Catalogue
from ngayle.errors import RequestError
from ngayle.vietnamese import fold, sort_key
from ngayle.words.dates import full_date, partial_date


@frozen
class Life:
    """One span of days in which a place existed, under one name; None: open.

    ``since`` prints its beginning, of which often only the year is known.
    """

    from_: date | None
    until: date | None
    name: str
    type: str
    into: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    act: str | None = None
    source: str | None = None
    since: str = "…"

    def __contains__(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day <= self.until
        )


@frozen
class Place:
    """A province or centrally run city, with all its lives in order."""

    slug: str
    name: str
    type: str
    lives: tuple[Life, ...]
    iso: str | None = None
    climate: str | None = None
    aliases: tuple[str, ...] = ()

    def life(self, day: date) -> Life | None:
        """The life that a day falls in."""
        return next((life for life in self.lives if day in life), None)

    def ended(self, day: date) -> Life | None:
        """The last life that had ended before a day."""
        over = [life for life in self.lives if life.until is not None and life.until < day]
        return over[-1] if over else None


class Map:
    """All places. Built from their tables when the first is asked for: most listings need none."""

    def __init__(self, tables: Sequence[dict[str, Any]]) -> None:
        self._tables = tables
        self._holders: dict[tuple[str, date], str] = {}

    @cached_property
    def places(self) -> dict[str, Place]:
        """The places by slug."""
        return {table["slug"]: _place(table) for table in self._tables}

    def alive(self, slug: str, day: date) -> bool:
        """Whether a place existed on a day."""
        return self.places[slug].life(day) is not None

    def holder(self, slug: str, day: date) -> str:
        """The place that holds the ground of ``slug`` on a day: itself while it exists."""
        key = slug, day
        if key not in self._holders:
            self._holders[key] = self._holder(slug, day, frozenset())
        return self._holders[key]

    def _holder(self, slug: str, day: date, seen: frozenset[str]) -> str:
        place = self.places[slug]
        if place.life(day) is not None or slug in seen:
            return slug
        before = place.ended(day)
        next_ = before.into if before else place.lives[0].out_of if place.lives else ()
        if not next_:
            return slug
        return self._holder(next_[0], day, seen | {slug})

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
        lives = [life for place in self.places.values() for life in place.lives]
        return {life.from_ for life in lives if life.from_ is not None} | {
            date.fromordinal(life.until.toordinal() + 1) for life in lives if life.until is not None
        }

    def on(self, day: date) -> list[Place]:
        """The places that existed on a day."""
        return [p for p in self.places.values() if p.life(day) is not None]

    def find(self, text: str) -> Place:
        """The place that a person means: with or without diacritics, "tỉnh", "TP.", old spellings.

        Raises RequestError that names the candidates if it is none or not one.
        """
        wanted = _bare(text)
        names = {
            p.slug: [_bare(n) for n in (p.name, p.slug, *p.aliases, *(x.name for x in p.lives))]
            for p in self.places.values()
        }
        exact = [s for s, forms in names.items() if wanted and wanted in forms]
        if len(exact) == 1:
            return self.places[exact[0]]
        return self._unknown(text, wanted, exact, names)

    def _unknown(
        self, text: str, wanted: str, exact: list[str], names: dict[str, list[str]]
    ) -> Place:
        from difflib import get_close_matches

        near = exact or [
            s for s, forms in names.items() if wanted and any(f.startswith(wanted) for f in forms)
        ]
        ambiguous = bool(near)
        near.sort(key=lambda s: sort_key(self.places[s].name))
        if not near:
            by_form = {form: s for s, forms in names.items() for form in forms}
            near = list(dict.fromkeys(by_form[f] for f in get_close_matches(wanted, by_form, 5)))
        listed = ", ".join(self.places[s].name for s in near[:8])
        if ambiguous and len(near) > 1:
            raise RequestError(f"province {text!r}: could be {listed}; write one of them in full")
        hint = f"; nearest: {listed}" if near else "; `ngayle places` lists them"
        raise RequestError(f"province {text!r}: unknown{hint}")

    def remark(self, place: Place, day: date) -> str | None:
        """One line if a place asked for is not on the map of a day but part of another; else None.

        Raises RequestError if it had ended by splitting, or had not begun: it says when it existed.
        """
        if place.life(day) is not None:
            return None
        before = place.ended(day)
        if before and len(before.into) == 1:
            holder = self.places[self.holder(place.slug, day)]
            now = holder.life(day) or holder.lives[-1]
            since = full_date(self._held_since(place.slug, holder.slug, day))
            return f"{before.name} thuộc {now.type} {now.name} từ ngày {since}"
        spans = "; ".join(
            f"{x.since} - {full_date(x.until) if x.until else '…'}" for x in place.lives
        )
        went = ", ".join(self.places[s].name for s in before.into) if before else ""
        tail = f"; since then: {went}" if went else ""
        raise RequestError(
            f"province {place.name!r}: did not exist on {full_date(day)}; it existed {spans}{tail}"
        )


def _bare(text: str) -> str:
    words = fold(text).split()
    for prefix in (["thanh", "pho"], ["tinh"], ["tp"]):
        if words[: len(prefix)] == prefix and len(words) > len(prefix):
            words = words[len(prefix) :]
    joined = "".join(words)
    return joined[2:] if joined.startswith("tp") and len(joined) > 4 else joined


@lru_cache(maxsize=8)
def map_of(catalogue: Catalogue) -> Map:
    """The map of a catalogue."""
    return Map(catalogue.place_tables)


def _place(table: dict[str, Any]) -> Place:
    lives: Sequence[dict[str, Any]] = table.get("lives", [{}])
    return Place(
        slug=table["slug"],
        name=table["name"],
        type=table["type"],
        iso=table.get("iso"),
        climate=table.get("climate"),
        aliases=tuple(table.get("aliases", ())),
        lives=tuple(
            Life(
                _day(t.get("from")),
                _day(t.get("until")),
                t.get("name", table["name"]),
                t.get("type", table["type"]),
                tuple(t.get("into", ())),
                tuple(t.get("out_of", ())),
                t.get("act"),
                t.get("source"),
                partial_date(*map(int, str(t["from"]).split("-"))) if "from" in t else "…",
            )
            for t in lives
        ),
    )


def _day(text: str | None) -> date | None:
    """A day; of a year or a month alone, its first day."""
    if text is None:
        return None
    year, month, day = (*map(int, str(text).split("-")), 1, 1)[:3]
    return date(year, month, day)
