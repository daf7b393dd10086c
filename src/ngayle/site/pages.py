"""The pages: facts of the catalogue, under the words of a language, into the templates."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from attrs import frozen

from ngayle import lunar, resting
from ngayle.drafts.choosing import OFFICES
from ngayle.drafts.model import BREADTHS
from ngayle.errors import RequestError
from ngayle.occurrences import next_occurrences
from ngayle.period import parse
from ngayle.render.records import record
from ngayle.render.resting import notice
from ngayle.resting import marks
from ngayle.site import api
from ngayle.site.span import PRINTED, Span, month_of, nations, standing
from ngayle.units import in_order
from ngayle.vietnamese import fold, sort_key
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.labels import Labels
from ngayle.words.lines import STYLES, day, line, name
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from ngayle.feeds.calendars import Address
    from ngayle.model import Anniversary, Lang, Occurrence
    from ngayle.period import Period
    from ngayle.units import Register, Unit

LANGS: tuple[Lang, ...] = ("vi", "en")

PAGES = {
    "home": ("index.html", "en/index.html"),
    "compose": ("soan.html", "en/compose.html"),
    "off": ("nghi-le.html", "en/days-off.html"),
    "calendars": ("lich.html", "en/calendars.html"),
    "provinces": ("tinh.html", "en/provinces.html"),
    "sectors": ("nganh.html", "en/sectors.html"),
    "check": ("kiem-tra.html", "en/check.html"),
    "data": ("du-lieu.html", "en/data.html"),
}
"""Pages of which there is one, in Vietnamese and English."""

FOLDERS = {
    "month": ("thang", "en/month"),
    "year": ("nam", "en/year"),
    "province": ("tinh", "en/province"),
    "sector": ("nganh", "en/sector"),
    "day": ("ngay", "en/day"),
}
"""Folders of pages of which there are many."""

COMING = 10
"""How many years after the present one the page of a day tells of."""

SHORT = 45
"""Characters of an address that are shown."""

VIETNAMESE = ' lang="vi"'


def address(kind: str, lang: Lang, slug: str | int | None = None) -> str:
    """The place of a page in the folder of the site."""
    at = LANGS.index(lang)
    return PAGES[kind][at] if slug is None else f"{FOLDERS[kind][at]}/{slug}.html"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, escaping whatever is put into them.

    Raises RequestError if jinja2 is not installed.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise RequestError("site.missing") from None
    return Environment(
        loader=PackageLoader("ngayle.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@frozen(eq=False)
class Entry:
    """An anniversary with its coming occurrences, found once for both languages."""

    anniversary: Anniversary
    coming: tuple[Occurrence, ...]

    @property
    def next(self) -> Occurrence | None:
        """The first of them."""
        return self.coming[0] if self.coming else None

    @property
    def order(self) -> tuple[object, ...]:
        """By the day of the year, what has no coming day last."""
        first = self.next
        at = (first.date.month, first.date.day) if first else (13, 0)
        return at, self.anniversary.rank, sort_key(self.anniversary.names[-1].text)


@frozen(eq=False)
class Pages:
    """The pages of one site; ``calendars``: what each calendar of it is called, by language."""

    span: Span
    calendars: Mapping[Address, Mapping[str, str]]

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Path and content of every page, both languages."""
        for lang in LANGS:
            yield from _Pages(self, lang)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every anniversary by id."""
        catalogue, year = self.span.catalogue, self.span.options.year
        found = {}
        for anniversary in catalogue:
            coming = next_occurrences(catalogue, anniversary, date(year, 1, 1), COMING + 4)
            within = tuple(o for o in coming if o.date.year <= year + COMING)
            found[anniversary.id] = Entry(anniversary, within)
        return found

    @cached_property
    def at_home(self) -> dict[str, list[Entry]]:
        """By province: what belongs to it and to those that it holds today, and by old names."""
        return self._by_unit(self.span.catalogue.units.provinces, lambda a: a.provinces)

    @cached_property
    def of_sector(self) -> dict[str, list[Entry]]:
        """The same by sector."""
        return self._by_unit(
            self.span.catalogue.units.sectors, lambda a: (a.sector,) if a.sector else ()
        )

    def _by_unit(
        self, register: Register, units: Callable[[Anniversary], tuple[str, ...]]
    ) -> dict[str, list[Entry]]:
        """What each unit has: its own days, and those of the units that it holds today."""
        today = date(self.span.options.year, 12, 31)
        found: dict[str, dict[str, Entry]] = {slug: {} for slug in register}
        for entry in self._shown:
            for slug in units(entry.anniversary):
                for at in {slug, register.holder(slug, today)}:
                    found[at][entry.anniversary.id] = entry
        return {slug: sorted(held.values(), key=lambda e: e.order) for slug, held in found.items()}

    @property
    def _shown(self) -> list[Entry]:
        """What pages list: neither reserved nor unconfirmed, and no document."""
        return [
            e
            for e in self.entries.values()
            if e.anniversary.confirmed and not e.anniversary.reserved
        ]


class _Pages:
    """Those in one language."""

    def __init__(self, pages: Pages, lang: Lang) -> None:
        self.pages = pages
        self.span = pages.span
        self.catalogue = pages.span.catalogue
        self.options = pages.span.options
        self.lang = lang
        self.labels = Labels(self.catalogue, lang)
        self._templates = {
            kind: environment().get_template(f"{kind}.html")
            for kind in (*PAGES, "month", "year", "day", "unit", "units")
            if kind not in ("provinces", "sectors")
        }

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        yield self._home()
        yield self._compose()
        yield self._off()
        yield self._calendars()
        yield self._page("check", title=self.t("check.title"), description=self.t("check.about"))
        yield self._data()
        for period in self.options.months():
            yield self._month(period)
        for year in self.options.years:
            yield self._year(year)
        yield from self._units("province")
        yield from self._units("sector")
        for entry in self.pages.entries.values():
            yield self._day(entry)

    # --- the frame ---

    def t(self, key: str, **values: object) -> str:
        """One of the site's phrases."""
        return say(self.lang, f"site.{key}", **values)

    def _page(
        self,
        kind: str,
        at: str | int | None = None,
        template: str | None = None,
        **facts: Any,
    ) -> tuple[str, bytes]:
        here = address(kind, self.lang, at)
        root = "../" * here.count("/")
        frame = {
            "lang": self.lang,
            "other": next(lang for lang in LANGS if lang != self.lang),
            "kind": kind,
            "root": root,
            "address": here,
            "options": self.options,
            "version": _shown_date(self.catalogue.version),
            "t": self.t,
            "link": lambda of, slug=None: root + address(of, self.lang, slug),
            "in_lang": lambda lang: address(kind, lang, at),
            "name_lang": _lang_of(self.lang),
        }
        return here, self._templates[template or kind].render(frame | facts).encode()

    def _name(self, anniversary: Anniversary) -> tuple[str, str]:
        """The name today and the attribute of its language."""
        called = anniversary.name_on(date(self.options.year, 12, 31))
        return called.said_in(self.lang), _lang_of(self.lang, called.en)

    # --- single pages ---

    def _home(self) -> tuple[str, bytes]:
        years = [
            (
                year,
                [
                    (month_of(year, m).text, dates.month(year, m, self.lang), m)
                    for m in range(1, 13)
                ],
            )
            for year in self.options.years
        ]
        return self._page(
            "home", title=self.t("home.title"), description=self.t("home.about"), years=years
        )

    def _compose(self) -> tuple[str, bytes]:
        today = date(self.options.year, 12, 31)
        map_ = self.catalogue.units.provinces
        now = [u for u in self.span.provinces_on_offer if map_.alive(u.slug, today)]
        former = [u for u in self.span.provinces_on_offer if u not in now]
        years = [
            (
                year,
                [(month_of(year, m).text, dates.month(year, m, self.lang)) for m in range(1, 13)],
            )
            for year in self.options.years
        ]
        return self._page(
            "compose",
            title=self.t("compose.title"),
            description=self.t("compose.about"),
            years=years,
            provinces=[(u.slug, u.name_on(today, self.lang)) for u in in_order(now)],
            former=[(u.slug, u.name_on(today, self.lang)) for u in in_order(former)],
            sectors=[
                (u.slug, u.name_on(today, self.lang)) for u in in_order(self.span.sectors_on_offer)
            ],
            offices=list(OFFICES),
            styles=STYLES,
            breadths=list(BREADTHS.items()),
        )

    def _off(self) -> tuple[str, bytes]:
        return self._page(
            "off",
            title=self.t("off.title"),
            description=self.t("off.about"),
            years=[self._year_off(y) for y in self.options.years if y >= resting.FIRST_YEAR],
        )

    def _year_off(self, year: int) -> dict[str, Any]:
        period = parse(str(year))
        days = resting.days_off(period, strict=False)
        known = resting.announced(year)
        working = len(resting.working_days(period.first, period.last)) if known else None
        text = notice(
            resting.rests(period, strict=False),
            days,
            period,
            "co-quan",
            working=working,
            lang=self.lang,
        )
        # a heading, what is not announced, a line each rest, the count and the basis
        blocks = [block.splitlines() for block in text.strip().split("\n\n")]
        sources = dict.fromkeys(s for d in days for s in d.sources)
        return {
            "year": year,
            "waiting": blocks[1][0] if len(blocks) > 3 else "",
            "lines": blocks[-2],
            "count": blocks[-1][0],
            "legal": blocks[-1][1],
            "sources": [(s, _short(s)) for s in sources],
        }

    def _calendars(self) -> tuple[str, bytes]:
        groups: dict[str, list[dict[str, str]]] = {"province": [], "sector": []}
        first: list[dict[str, str]] = []
        for at in self.pages.calendars:
            id_ = f"{at.kind}-{at.slug}" if at.slug else at.kind
            feed = self._feed(f"calendars/{at.path(self.lang)}", self._calendar_name(at), id_)
            groups.get(at.kind, first).append(feed)
        return self._page(
            "calendars",
            title=self.t("calendars.title"),
            description=self.t("calendars.about"),
            first=first,
            groups=[
                (self.t(f"{kind}s.title"), sorted(feeds, key=lambda f: sort_key(f["name"])))
                for kind, feeds in groups.items()
            ],
        )

    def _calendar_name(self, at: Address) -> str:
        units, today = self.catalogue.units, date(self.options.year, 12, 31)
        match at.kind:
            case "province":
                return units.provinces[at.slug].name_on(today, self.lang)
            case "sector":
                return units.sectors[at.slug].name_on(today, self.lang)
            case "nation":
                return self.t("calendars.nation")
        return self.pages.calendars[at][self.lang]

    def _feed(self, path: str, name: str, id_: str) -> dict[str, str]:
        base = self.options.base_url
        feed = {"id": id_, "name": name, "href": ("../" if self.lang == "en" else "") + path}
        if base:
            url = f"{base}/{path}"
            webcal = f"webcal://{url.partition('://')[2]}"
            feed["url"], feed["webcal"] = url, webcal
            # Google takes webcal, not https
            feed["google"] = f"https://www.google.com/calendar/render?cid={quote(webcal, '')}"
            feed["outlook"] = (
                "https://outlook.live.com/calendar/addfromweb"
                f"?url={quote(url, '')}&name={quote(name, '')}"
            )
        return feed

    def _data(self) -> tuple[str, bytes]:
        year = self.options.year if self.options.year in self.options.years else self.options.last
        period = month_of(year, 12)
        shown = next(
            (o for p in (period, *self.options.months()) for o in nations(self.span.days(p))), None
        )
        example = (
            json.dumps(record(shown, self.lang), ensure_ascii=False, indent=1) if shown else ""
        )
        province = next(
            (path for path, _, _ in api.months(self.span) if path.count("/") == 2), None
        )
        base = self.options.base_url or "."
        return self._page(
            "data",
            title=self.t("data.title"),
            description=self.t("data.about"),
            month=period.text,
            province=province,
            off=f"api/days-off/{year}.json" if year >= resting.FIRST_YEAR else None,
            schemas=list(api.SCHEMAS),
            example=example,
            script=f'const month = await (await fetch("{base}/api/{period.text}.json")).json();\n'
            "for (const day of month.occurrences) console.log(day.date, day.line);",
        )

    # --- months and years ---

    def _month(self, period: Period) -> tuple[str, bytes]:
        found = nations(self.span.touching(period))
        off = marks(period)
        long = [o for o in found if o.end or o.date < period.first]
        by_day: dict[date, list[Occurrence]] = {}
        for occurrence in found:
            if not (occurrence.end or occurrence.date < period.first):
                by_day.setdefault(occurrence.date, []).append(occurrence)
        for at in off:
            by_day.setdefault(at, [])
        in_month = dates.in_month(period.first, self.lang)
        number = self.labels.number(len(found))
        said = self.t("month.in", month=in_month)
        before, after = (self._neighbour(period, step) for step in (-1, 1))
        return self._page(
            "month",
            period.text,
            title=self.t("month.title", month=said),
            description=self.t("month.about", number=number, month=said),
            text=period.text,
            year=period.first.year,
            number=f"{number}.",
            before=before,
            after=after,
            days=[
                {
                    "iso": at.isoformat(),
                    "name": self._date(at),
                    "moon": self._moon(at),
                    "off": self.t("month.off", name=off[at].said_in(self.lang))
                    if at in off
                    else "",
                    "rows": [self._row(o) for o in rows],
                }
                for at, rows in sorted(by_day.items())
            ],
            long=[self._row(o) for o in long],
        )

    def _neighbour(self, period: Period, step: int) -> tuple[str, str] | None:
        at = period.first.year * 12 + period.first.month - 1 + step
        year, month = divmod(at, 12)
        if year not in self.options.years:
            return None
        return month_of(year, month + 1).text, dates.month(year, month + 1, self.lang)

    def _row(self, occurrence: Occurrence) -> dict[str, Any]:
        its = standing(occurrence, own=False)
        anniversary = occurrence.anniversary
        jubilee = occurrence.jubilee
        sector = anniversary.sector and self.catalogue.units.sectors[anniversary.sector]
        return {
            "id": anniversary.id,
            "line": line(occurrence, self.lang),
            "lang": _lang_of(self.lang, occurrence.name.en),
            "top": its is not None and its <= PRINTED,
            "who": self.labels.layer(occurrence),
            "who_lang": _lang_of(self.lang, sector.name_en) if sector else "",
            "jubilee": say(self.lang, jubilee) if jubilee else "",
            "doubts": ", ".join(self.labels.doubts(occurrence)),
        }

    def _year(self, year: int) -> tuple[str, bytes]:
        off = marks(parse(str(year)))
        months = []
        for number in range(1, 13):
            period = month_of(year, number)
            rows = [
                {
                    "id": o.anniversary.id,
                    "day": f"{o.date.day:02d}",
                    "name": name(o, self.lang),
                    "lang": _lang_of(self.lang, o.name.en),
                    "count": self.labels.years(o),
                    "off": o.date in off,
                }
                for o in nations(self.span.days(period))
                if not o.end and (standing(o, own=False) or PRINTED + 1) <= PRINTED
            ]
            months.append((period.text, dates.month(year, number, self.lang), rows))
        title = self.t("year.title", year=year)
        return self._page(
            "year",
            year,
            title=title,
            description=self.t("year.about", year=year),
            before=year - 1 if year - 1 in self.options.years else None,
            after=year + 1 if year + 1 in self.options.years else None,
            months=months,
        )

    # --- provinces and sectors ---

    def _units(self, kind: str) -> Iterator[tuple[str, bytes]]:
        units = self.catalogue.units
        register = units.provinces if kind == "province" else units.sectors
        offered = self.span.provinces_on_offer if kind == "province" else self.span.sectors_on_offer
        held = self.pages.at_home if kind == "province" else self.pages.of_sector
        today = date(self.options.year, 12, 31)
        with_calendar = {at.slug: at for at in self.pages.calendars if at.kind == kind}
        now: list[tuple[str, str, str]] = []
        old: list[tuple[str, str, str]] = []
        for unit in in_order(register.values()):
            called = unit.name_on(today, self.lang)
            days = held[unit.slug]
            number = self.t("unit.number", number=len(days))
            (now if register.alive(unit.slug, today) else old).append((unit.slug, called, number))
            at = with_calendar.get(unit.slug)
            yield self._unit(
                kind,
                unit,
                called,
                days,
                calendar=f"calendars/{at.path(self.lang)}" if at else "",
                composes=unit in offered,
            )
        yield self._page(
            f"{kind}s",
            template="units",
            title=self.t(f"{kind}s.title"),
            description=self.t(f"{kind}s.lead"),
            one=kind,
            now=now,
            old=old,
        )

    def _unit(
        self,
        kind: str,
        unit: Unit,
        called: str,
        days: Sequence[Entry],
        *,
        calendar: str,
        composes: bool,
    ) -> tuple[str, bytes]:
        units, today = self.catalogue.units, date(self.options.year, 12, 31)
        register = units.provinces if kind == "province" else units.sectors
        remark, heir = "", ""
        holder = register.holder(unit.slug, today)
        if holder != unit.slug:
            heir = holder
            try:
                found = register.remark(unit, today)
                remark = f"{found.said(self.lang)}." if found else ""
            except RequestError as error:
                remark = f"{error.message(self.lang)}."
        others = [u for u in in_order(register.held_by(unit.slug, today)) if u is not unit]
        spans = [life.span(self.lang) for life in unit.lives if kind == "province"]
        full = called
        if kind == "province" and self.lang == "vi":
            life = unit.life(today) or unit.ended(today)
            full = life.full_name if life else called
            full = full[:1].upper() + full[1:]
        return self._page(
            kind,
            unit.slug,
            template="unit",
            slug=unit.slug,
            title=self.t(f"{kind}.title", name=full),
            description=self.t(f"{kind}.about", name=full),
            name=full if kind == "province" else self.t("sector.title", name=called),
            remark=remark,
            heir=heir,
            heir_name=register[heir].name_on(today, self.lang) if heir else "",
            lives=self.t("unit.lives", spans="; ".join(spans)) if len(spans) > 1 else "",
            held=[(u.slug, u.name_on(today, self.lang)) for u in others],
            calendar=calendar,
            composes=composes,
            days=[self._unit_row(entry) for entry in days],
        )

    def _unit_row(self, entry: Entry) -> dict[str, Any]:
        anniversary = entry.anniversary
        called, lang = self._name(anniversary)
        origin = anniversary.counted_from
        return {
            "id": anniversary.id,
            "day": day(entry.next, self.lang) if entry.next else "",
            "name": called,
            "lang": lang,
            "since": str(origin.year) if origin else "",
            "top": anniversary.rank <= PRINTED,
        }

    # --- a day ---

    def _day(self, entry: Entry) -> tuple[str, bytes]:
        anniversary = entry.anniversary
        called, lang = self._name(anniversary)
        notices = [
            self.t(f"day.{key}")
            for key, there in (
                ("unconfirmed", not anniversary.confirmed),
                ("reserved", anniversary.reserved),
                ("reference", anniversary.rank == 5),
            )
            if there
        ]
        soon = [o for o in entry.coming if o.date.year <= self.options.year + 1]
        return self._page(
            "day",
            anniversary.id,
            title=called,
            description=self.t("day.about", name=called),
            name=called,
            name_lang=lang,
            notices=notices,
            lines=[{"iso": o.last.isoformat(), "line": line(o, self.lang)} for o in soon],
            times=[self._time(o) for o in entry.coming],
            facts=list(self._facts(anniversary)),
        )

    def _time(self, occurrence: Occurrence) -> dict[str, str]:
        """Briefly, since there are many: "T4, 22/12/2027", the moon's day, the count."""
        weekday = dates.weekday(occurrence.date, self.lang, short=True)
        at = f"{weekday}, {dates.full_date(occurrence.date)}"
        if occurrence.end:
            at = f"{dates.full_date(occurrence.date)} - {dates.full_date(occurrence.end)}"
        lunar_rule = occurrence.anniversary.rule.lunar
        return {
            "day": at,
            "moon": self._moon(occurrence.date) if lunar_rule else "",
            "count": dates.in_years(occurrence.years, self.lang) if occurrence.years else "",
        }

    def _facts(self, anniversary: Anniversary) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Label and values of all that is known."""
        current = anniversary.name_on(date(self.options.year, 12, 31))
        other = current.text if self.lang == "en" and current.en else current.en
        if other:
            lang = "vi" if self.lang == "en" else "en"
            yield self.t("day.language"), [_value(other, f' lang="{lang}"')]
        former = [
            _value(say(self.lang, "show.until", name=n, day=dates.full_date(n.until)), self._vi)
            for n in anniversary.names
            if n is not current and n.until
        ]
        if former:
            yield self.t("day.former"), former
        if anniversary.aliases:
            yield self.t("day.names"), [_value(", ".join(anniversary.aliases), self._vi)]
        if origin := anniversary.origin:
            told = [dates.known(origin.solar)] if origin.solar else []
            if origin.lunar:
                told.append(self.t("day.lunar_origin", day=dates.known(origin.lunar)))
            yield self.t("day.origin"), [_value(text) for text in told]
        yield self.t("day.who"), [self._who(anniversary)]
        yield self.t("day.rank"), [_value(self.t(f"day.rank.{anniversary.rank}"))]
        if anniversary.home:
            yield self.t("day.home"), [self._unit_link("province", s) for s in anniversary.home]
        if anniversary.legal:
            yield self.t("day.legal"), [_value(cite(b), self._vi) for b in anniversary.legal]
        if anniversary.sources:
            yield self.t("day.sources"), [_source(s) for s in anniversary.sources]
        for reading in anniversary.disputed:
            yield (
                self.t("day.disputed"),
                [_value(reading.reading, self._vi), _source(reading.source)],
            )
        if anniversary.notes:
            yield self.t("day.notes"), [_value(anniversary.notes, self._vi)]

    def _who(self, anniversary: Anniversary) -> dict[str, Any]:
        if anniversary.sector:
            return self._unit_link("sector", anniversary.sector)
        if anniversary.province:
            return self._unit_link("province", anniversary.province)
        return _value(say(self.lang, f"layer.{anniversary.layer}"))

    def _unit_link(self, kind: str, slug: str) -> dict[str, Any]:
        units = self.catalogue.units
        unit = (units.provinces if kind == "province" else units.sectors)[slug]
        text = unit.name_on(date(self.options.year, 12, 31), self.lang)
        root = "../" if self.lang == "vi" else "../../"
        return _value(text, self._vi, href=root + address(kind, self.lang, slug))

    # --- dates ---

    @property
    def _vi(self) -> Any:
        """The attribute of a text in Vietnamese."""
        return _lang_of(self.lang)

    def _date(self, at: date) -> str:
        return f"{dates.weekday(at, self.lang)}, {dates.day_month(at.day, at.month)}"

    def _moon(self, at: date) -> str:
        moon = lunar.known(at)
        return self.t("moon", day=dates.lunar_day(moon, self.lang)) if moon else ""


def _shown_date(version: str) -> str:
    """The date of the data as printed; any other version as it is."""
    try:
        return dates.full_date(date.fromisoformat(version))
    except ValueError:
        return version


def _lang_of(lang: str, english: str | None = None) -> Any:
    """The attribute of a text in Vietnamese on an English page; ``english``: where it is not."""
    from markupsafe import Markup

    return Markup(VIETNAMESE) if lang == "en" and not english else Markup("")


def _value(text: str, lang: str = "", href: str = "") -> dict[str, Any]:
    from markupsafe import Markup

    return {"text": text, "lang": Markup(lang), "href": href}


def _source(url: str) -> dict[str, Any]:
    """A source as a link; what is no address of the web is shown as it is."""
    if url.startswith(("https://", "http://")):
        return _value(_short(url), href=url)
    return _value(url)


def _short(url: str) -> str:
    shown: str = unquote(url.partition("://")[2].rstrip("/"))
    return shown if len(shown) <= SHORT else f"{shown[:SHORT]}…"


def names(entries: dict[str, Entry], lang: str) -> list[list[str]]:
    """What the search looks in, by rank: id, day of the year, the name, and further words.

    The day is written as "20/11", with a star where it is one of the moon's. The further words are
    those of its other names that the name does not have: a search is for words.
    """
    found = []
    for id_, entry in entries.items():
        anniversary = entry.anniversary
        current = anniversary.names[-1]
        shown = current.said_in(lang)
        others = [n.text for n in anniversary.names] + list(anniversary.aliases)
        told, further = set(fold(shown).split()), []
        for word in " ".join(others).split():
            bare = fold(word)
            if bare and bare not in told:
                told.update(bare.split())
                further.append(word.strip('(),.;:“”"'))
        when = day(entry.next, "vi").replace(say("vi", "lunar"), "").strip() if entry.next else ""
        star = "*" if when and anniversary.rule.lunar else ""
        row = [id_, when + star, shown, " ".join(further)]
        found.append(row if further else row[:3])
    return sorted(found, key=lambda row: (entries[row[0]].anniversary.rank, row[0]))
