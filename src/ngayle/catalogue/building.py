"""Checked tables to the model. Trusts its input: :mod:`ngayle.catalogue.checks` comes before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ngayle.model import (
    UNREVISED,
    Anniversary,
    LegalBasis,
    Name,
    Observance,
    Office,
    Origin,
    PartialDate,
    Reading,
)
from ngayle.rules import Days, Moved, Rule, SolarDay, read
from ngayle.words.citing import title

if TYPE_CHECKING:
    from ngayle.catalogue.reading import Table


def rule(table: Table, find: Callable[[str], Rule]) -> Rule:
    """The rule of a table; ``find`` gives the rule of another id."""
    on: Mapping[str, Any] | None = table.get("on")
    if on is None:
        # a full date as origin stands for the rule
        _, month, day = str(table["origin"]).split("-")
        form: Rule = SolarDay(int(month), int(day))
    else:
        form = read(on, find)
    moved = tuple((m["year"], _days(m)) for m in table.get("moved", ()))
    return Moved(form, moved) if moved else form


class Rules:
    """The rules of tables by id, each made once, however many count their days from it."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._made: dict[str, Rule] = {}

    def __call__(self, id_: str) -> Rule:
        """The rule of an id."""
        found = self._made.get(id_)
        if found is None:
            found = self._made[id_] = rule(self._tables[id_], self)
        return found


def _days(moved: Mapping[str, Any]) -> Days | None:
    start, end = _day(moved.get("start")), _day(moved.get("end"))
    return (start, end or start) if start else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def anniversary(table: Table, find: Callable[[str], Rule]) -> Anniversary:
    """The anniversary of a table."""
    layer, _, slug = table["layer"].partition(":")
    get = table.get
    legal = tuple(
        LegalBasis(a["act"], a.get("number"), _day(a.get("date")), a.get("issuer"), a.get("about"))
        for a in get("legal", ())
    )
    return Anniversary(
        id=table["id"],
        layer=layer,
        kind=table["kind"],
        names=_names(table, legal),
        rule=rule(table, find),
        origin=_origin(get("origin"), get("origin_lunar")),
        aliases=tuple(get("aliases", ())),
        observance=Observance(get("every", 1), get("first_year"), get("last_year")),
        sector=slug if layer == "sector" else None,
        province=slug if layer == "province" else None,
        home=tuple(get("home", ())),
        rank=get("rank", 4),
        tone=get("tone", "celebrate"),
        reserved=get("reserved", False),
        died=PartialDate.parse(str(table["died"])) if "died" in table else None,
        bare=get("count") == "jubilees",
        inclusive=get("count") == "inclusive",
        unit_day=get("unit_day"),
        ceremony_day=get("ceremony_day", False),
        legal=legal,
        sources=tuple(get("sources", ())),
        disputed=tuple(Reading(r["reading"], r["source"]) for r in get("disputed", ())),
        confirmed=get("confirmed", True),
        notes=get("notes"),
        revised=_day(get("revised")) or UNREVISED,
        chain=tuple(get("_chain", ())),
        office=get("_office"),
    )


def office(table: Table) -> Office:
    """Whose an overlay is, from its table ``[office]``."""
    get = table.get
    return Office(
        id=table["id"],
        name=get("name"),
        kind=get("kind"),
        superior=get("superior"),
        place=get("place"),
        recipients=_lines(get("recipients", ())),
        signer=_lines(get("signer", ())),
        opening=get("opening"),
    )


def _lines(value: str | Sequence[str]) -> tuple[str, ...]:
    """One line may be written without the brackets of a list."""
    return (value,) if isinstance(value, str) else tuple(value)


def _names(table: Table, legal: Sequence[LegalBasis]) -> tuple[Name, ...]:
    """The names in order; a document is called by its act, number, day and issuer."""
    names = []
    start = None
    for old in table.get("former_names", ()):
        until = date.fromisoformat(old["until"])
        names.append(Name(old["name"], old.get("name_en"), start, until))
        start = until + timedelta(1)
    current = table["name"] if "name" in table else title(legal[0])
    names.append(Name(current, table.get("name_en"), start, None))
    return tuple(names)


def _origin(solar: object, lunar: object) -> Origin | None:
    if solar is None and lunar is None:
        return None
    return Origin(
        PartialDate.parse(str(solar)) if solar is not None else None,
        PartialDate.parse(str(lunar)) if lunar is not None else None,
    )
