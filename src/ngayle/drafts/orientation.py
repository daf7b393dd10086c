"""What goes into the orientation of a month, as values: numbered items, each line with its source.

Everything printed comes from the catalogue, an overlay or the themes, between the fixed phrases of
:mod:`ngayle.words.phrases`. Formats are the business of :mod:`ngayle.render`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from ngayle.errors import RequestError
from ngayle.occurrences import occurrences
from ngayle.period import Period
from ngayle.rules import LAST_YEAR, last_of_month
from ngayle.units.selection import Selection
from ngayle.words import dates
from ngayle.words.citing import LAWS, cite
from ngayle.words.lines import arrange, day, full_line, name, pair, paragraph, sentence, tidy
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence

NATIONAL_DAY = ("cach-mang-thang-tam", "quoc-khanh")
"""The two days that documents print under one count."""

GROUPS = ("great", "national", "province", "sector", "person", "international", "local")
"""What ``Choices.only`` can hold: great days, or the days of a layer."""

THEMES = ("seasonal", "all", "none")

AHEAD_DAYS, AHEAD_MONTHS = 10, 3
"""How far a draft looks ahead unless told otherwise."""


@frozen
class Choices:
    """How the lines are written, and how far ahead the draft looks.

    ``style`` and ``order``: of ``STYLES`` and ``ORDERS`` of :mod:`ngayle.words.lines`;
    ``separate``: a line for each day instead of one paragraph, as ``list`` and ``bullets`` always
    have; ``join_national_day``: Quốc khánh after Cách mạng tháng Tám with "và"; ``only``: of the
    anniversaries those of these ``GROUPS``, empty for all. ``ahead_days``: of the next month's
    first so many days (0 to 31) the great days and the days of the office's own layers;
    ``ahead_months``: of so many months (0 to 12) after this one the jubilees of those and of the
    days that the nation keeps in every year. The office's own layers are its overlays, the
    provinces and the sectors that it asked for.
    ``themes``: "seasonal" for those that some months have and others not, "all" or "none".
    """

    style: str = "full"
    order: str = "great"
    separate: bool = False
    join_national_day: bool = False
    only: frozenset[str] = frozenset()
    ahead_days: int = AHEAD_DAYS
    ahead_months: int = AHEAD_MONTHS
    themes: str = "seasonal"
    lang: str = "vi"

    @property
    def in_lines(self) -> bool:
        """Whether each day has a line of its own."""
        return self.separate or self.style in ("list", "bullets")

    @property
    def marker(self) -> str:
        """What stands before each separate line."""
        return "" if self.style == "list" else "- "


@frozen
class Line:
    """One sentence of a draft and what it came from.

    ``role``: "day", "ahead", "period", "document", "campaign" or "theme". ``lead``: what is printed
    before the first of several ("hướng tới kỷ niệm"). ``occurrences``: the one or two days that it
    tells of; ``theme``: the id of the theme. ``days_left``: of a campaign, from the later of its
    start and the month's first day to its last day, both included. ``due``: of a document,
    "so-ket" (a review, at 5 years), "tong-ket" (a summing-up, at 10, 20, …) or None.
    """

    text: str
    role: str
    lead: str = ""
    occurrences: tuple[Occurrence, ...] = ()
    theme: str | None = None
    days_left: int | None = None
    due: str | None = None


@frozen
class Item:
    """One item of a draft: an opening and lines, in one paragraph or ``separate`` ones.

    ``kind``: "anniversaries", "periods", "documents", "campaigns", "themes" or "quarter".
    ``marker``: what stands before each separate line.
    """

    kind: str
    opening: str
    lines: tuple[Line, ...]
    separate: bool = False
    marker: str = ""

    @property
    def text(self) -> str:
        """The item as one paragraph."""
        return paragraph(self.opening, ((line.lead, line.text) for line in self.lines))

    def paragraphs(self) -> Iterator[tuple[bool, str]]:
        """The paragraphs to print, each with whether it is one of the separate lines."""
        if not self.separate:
            yield False, self.text
            return
        heading, lead = self.opening.removesuffix(":"), ""
        for at, line in enumerate(self.lines):
            if line.lead != lead:
                lead = line.lead
                heading = lead[:1].upper() + lead[1:] if at else f"{heading} {lead}"
                yield False, f"{heading}:"
            elif at == 0:
                yield False, f"{heading}:"
            yield True, line.text


@frozen
class Draft:
    """A titled list of items for a period. ``lang``: "vi" or "en"."""

    title: str
    period: Period
    lang: str = "vi"
    items: tuple[Item, ...] = ()


USUAL = Choices()


def orientation(
    catalogue: Catalogue, period: Period, selection: Selection, choices: Choices = USUAL
) -> Draft:
    """The draft of one month: anniversaries, periods, documents, campaigns, themes.

    Raises RequestError if ``period`` is not one month of the calendar.
    """
    last = last_of_month(period.first.year, period.first.month)
    if period.first.day != 1 or period.last != last:
        raise RequestError("draft.month", text=period.text)
    found = occurrences(catalogue, period, selection)
    ahead = _Ahead(catalogue, period, selection, choices)
    items = (
        _anniversaries(catalogue, period, selection, choices, found, ahead),
        _periods(found, choices),
        *(
            _item(kind, choices, lines)
            for kind, lines in (
                ("documents", _documents(found, ahead, choices)),
                ("campaigns", _campaigns(found, period, choices)),
                ("themes", _themes(catalogue, period, choices)),
            )
        ),
    )
    title = say(choices.lang, "orientation", month=dates.in_month(period.first, choices.lang))
    return Draft(title, period, choices.lang, tuple(item for item in items if item.lines))


def is_anniversary(occurrence: Occurrence) -> bool:
    """Whether it belongs into the anniversaries paragraph, not into one of the other items."""
    return occurrence.anniversary.kind not in ("period", "document", "campaign")


def chosen(found: Iterable[Occurrence], only: frozenset[str]) -> list[Occurrence]:
    """The occurrences of some ``GROUPS``; of all if none is named."""
    return [o for o in found if not only or not only.isdisjoint(_groups(o))]


def _groups(occurrence: Occurrence) -> tuple[str, ...]:
    anniversary = occurrence.anniversary
    return (anniversary.layer, "great") if anniversary.kind == "great" else (anniversary.layer,)


def day_lines(
    found: Sequence[Occurrence], choices: Choices, role: str = "day", *, with_year: bool = False
) -> list[Line]:
    """A line for each occurrence, in its order; one for two where ``choices`` joins them."""
    by_id = {(o.anniversary.id, o.year): o for o in found}
    lines = []
    for occurrence in found:
        id_, year = occurrence.anniversary.id, occurrence.year
        if choices.join_national_day:
            revolution, independence = (by_id.get((i, year)) for i in NATIONAL_DAY)
            if revolution and independence and revolution.years == independence.years:
                if id_ == NATIONAL_DAY[0]:
                    text = pair(
                        revolution, independence, choices.style, choices.lang, with_year=with_year
                    )
                    lines.append(Line(text, role, occurrences=(revolution, independence)))
                if id_ in NATIONAL_DAY:
                    continue
        text = sentence(occurrence, choices.style, choices.lang, with_year=with_year)
        lines.append(Line(text, role, occurrences=(occurrence,)))
    return lines


class _Ahead:
    """The days that a month announces."""

    def __init__(
        self, catalogue: Catalogue, period: Period, selection: Selection, choices: Choices
    ) -> None:
        # what still runs from this month into the next is not ahead
        self.first = period.last + timedelta(1)
        self._soon = self.first + timedelta(choices.ahead_days - 1)
        later = [self._soon]
        if choices.ahead_months:
            # day 31 stands for the last day of a shorter month
            later.append(period.first + relativedelta(months=choices.ahead_months, day=31))
        self._sectors = selection.sectors
        end = min(max(later), date(LAST_YEAR, 12, 31))
        # nothing is listed beyond the last year of the calendar
        self.found = []
        if self.first <= end:
            found = occurrences(catalogue, Period(self.first, end), selection)
            self.found = [o for o in found if o.date >= self.first]

    def days(self) -> list[Occurrence]:
        """Great and own days of the first days; the nation's and own jubilees of the months."""
        return [
            o
            for o in self.found
            if is_anniversary(o) and (o.jubilee or o.date <= self._soon) and self._announced(o)
        ]

    def documents(self) -> list[Occurrence]:
        """The document days with a round count."""
        return [o for o in self.found if o.anniversary.kind == "document" and o.jubilee]

    def _announced(self, occurrence: Occurrence) -> bool:
        anniversary = occurrence.anniversary
        return (
            anniversary.kind == "great"
            or anniversary.layer in ("province", "local")
            # what the nation keeps in round years only is no news when the year is round
            or (
                anniversary.layer == "national"
                and anniversary.observance.every == 1
                and occurrence.jubilee is not None
            )
            or (anniversary.layer == "sector" and anniversary.sector in self._sectors)
        )


def _anniversaries(
    catalogue: Catalogue,
    period: Period,
    selection: Selection,
    choices: Choices,
    found: Sequence[Occurrence],
    ahead: _Ahead,
) -> Item:
    now = arrange((o for o in chosen(found, choices.only) if is_anniversary(o)), choices.order)
    coming = arrange(chosen(ahead.days(), choices.only), "date")
    if choices.join_national_day and NATIONAL_DAY[0] in {o.anniversary.id for o in now}:
        # it follows its Cách mạng tháng Tám into this month
        joined = [
            o for o in coming if o.anniversary.id == NATIONAL_DAY[1] and o.year == period.first.year
        ]
        now += joined
        coming = [o for o in coming if o not in joined]
    lines = day_lines(now, choices)
    lines += _with_leads(day_lines(coming, choices, "ahead"), choices)
    if now:
        opening = say(
            choices.lang,
            "anniversaries",
            whose=_whose(catalogue, period, selection, choices, now),
            month=_month(period.first, choices.lang),
        )
    else:
        opening = say(choices.lang, "only_ahead")
    return Item("anniversaries", opening, tuple(lines), choices.in_lines, choices.marker)


def _with_leads(lines: Sequence[Line], choices: Choices) -> list[Line]:
    """One "kỷ niệm" a memory, but "hướng tới Tết Nguyên đán": festivals come last."""
    festive = [line for line in lines if _is_festival(line.occurrences[0])]
    solemn = [line for line in lines if line not in festive]
    return [evolve(line, lead=say(choices.lang, "ahead")) for line in solemn] + [
        evolve(line, lead=say(choices.lang, "ahead_plain")) for line in festive
    ]


def _is_festival(occurrence: Occurrence) -> bool:
    return occurrence.years is None and occurrence.anniversary.rule.lunar


def _whose(
    catalogue: Catalogue,
    period: Period,
    selection: Selection,
    choices: Choices,
    now: Sequence[Occurrence],
) -> str:
    """ "của đất nước, của tỉnh": the country, the kind of place asked for, the office itself."""
    lang, layers = choices.lang, {o.anniversary.layer for o in now}
    whose = [say(lang, "country")] if layers - {"local", "province"} else []
    if selection.provinces:
        places = [catalogue.units.provinces[slug] for slug in sorted(selection.provinces)]
        lives = [place.life(period.last) or place for place in places]
        if lang == "en":
            whose += sorted(life.name for life in lives)
        else:
            whose += [
                say(lang, "of", whose=kind)
                for kind in sorted({life.type for life in lives}, reverse=True)
            ]
    if "local" in layers:
        whose.append(say(lang, "own"))
    return ", ".join(whose)


def _month(first: date, lang: str) -> str:
    return dates.month_number(first.month) if lang == "vi" else dates.in_month(first, lang)


def _item(kind: str, choices: Choices, lines: Iterable[Line]) -> Item:
    """Long lines of their own: a paragraph only where there is but one."""
    lines = tuple(lines)
    opening = say(choices.lang, "further_ahead" if lines and lines[0].lead else kind)
    return Item(kind, opening, lines, choices.in_lines or len(lines) > 1, "- ")


def _periods(found: Sequence[Occurrence], choices: Choices) -> Item:
    days = arrange((o for o in found if o.anniversary.kind == "period"), choices.order)
    lines = tuple(
        Line(sentence(o, choices.style, choices.lang), "period", occurrences=(o,)) for o in days
    )
    return Item("periods", say(choices.lang, "periods"), lines, choices.in_lines, choices.marker)


def _documents(found: Sequence[Occurrence], ahead: _Ahead, choices: Choices) -> Iterator[Line]:
    """The month's document days, then the round ones of the months ahead, by date."""
    lang = choices.lang
    now = arrange((o for o in found if o.anniversary.kind == "document"), "date")
    for role, lead, days in (
        ("document", "", now),
        ("ahead", say(lang, "ahead_plain"), ahead.documents()),
    ):
        for o in days:
            due = _due(o)
            text = _citing(full_line(o, lang), o, lang)
            remarks = [say(lang, due)] if due else []
            if role == "ahead":
                remarks.append(dates.full_date(o.date))
            if remarks:
                text += f" ({', '.join(remarks)})"
            yield Line(text, role, lead, (o,), due=due)


def _citing(text: str, occurrence: Occurrence, lang: str) -> str:
    """A document's sentence with what the document is about, where the entry says it."""
    basis = next((basis for basis in occurrence.anniversary.legal if basis.about), None)
    if basis is None or basis.act in LAWS:
        # a law is called by what it is about: its name says it already
        return text
    about = tidy(basis.about or "")
    # entries begin with "về" or without it
    first, _, rest = about.partition(" ")
    word = say(lang, "about")
    return f"{text} {word} {rest if first.lower() == 'về' else about}"


def _due(occurrence: Occurrence) -> str | None:
    """What offices do: a review (sơ kết) at 5 years, a summing-up (tổng kết) at 10, 20, …

    That is custom, not a rule: no decree fixes it. Other counts, and laws, say nothing.
    """
    years, legal = occurrence.years, occurrence.anniversary.legal
    if not years or (legal and legal[0].act in LAWS):
        return None
    return "so-ket" if years == 5 else "tong-ket" if years % 10 == 0 else None


def _campaigns(found: Sequence[Occurrence], period: Period, choices: Choices) -> Iterator[Line]:
    """ "Cuộc thi … theo Kế hoạch … (từ 19/5 đến 11/7/2023, còn 11 ngày tính từ 01/7)"."""
    lang = choices.lang
    for o in arrange((o for o in found if o.anniversary.kind == "campaign"), "date"):
        running = o.date < period.first
        since = max(o.date, period.first)
        left = (o.last - since).days + 1
        text = name(o, lang)
        if o.anniversary.legal:
            bases = ", ".join(tidy(cite(basis)) for basis in o.anniversary.legal)
            text += f" {say(lang, 'by')} {bases}"
        remark = (
            say(
                lang,
                "days_left",
                days=dates.count(left),
                since=dates.day_month(since.day, since.month),
            )
            if running
            else say(lang, "lasts", days=dates.count(left))
        )
        text += f" ({day(o, lang)}, {remark})" if o.end else f" ({day(o, lang)})"
        yield Line(text, "campaign", occurrences=(o,), days_left=left)


def _themes(catalogue: Catalogue, period: Period, choices: Choices) -> Iterator[Line]:
    """The month's themes: those of the fewest months first, as they are the most of this month."""
    key = "text_en" if choices.lang == "en" else "text"
    most = {"none": 0, "seasonal": 11, "all": 12}[choices.themes]
    for theme in sorted(catalogue.themes, key=lambda t: len(set(t["months"]))):
        if period.first.month in theme["months"] and len(set(theme["months"])) <= most:
            yield Line(
                " ".join(str(theme.get(key) or theme["text"]).split()),
                "theme",
                theme=str(theme["id"]),
            )
