"""From a text to its claims: counts of years, and the dates that they are counted between.

A claim is what a reader could check: "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)" is
a count, a name and a pair of dates; "Ngày Báo chí Cách mạng Việt Nam (21/6)" a name and a day.
Nothing here knows the catalogue, and nothing judges. All offsets are those of the
:class:`~ngayle.checking.views.View`.

Patterns are bounded: none can run further than a few hundred characters from where it began, so
that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import evolve, frozen

from ngayle.checking.views import View
from ngayle.model import PartialDate

_REACH = 400
"""How far, in characters, a count may stand before its dates."""

CAN = "giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí"
CHI = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_MONTH = r"\d{1,2}|giêng|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười\s(?:một|hai)|mười|chạp"
_MONTHS = {
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_LIST = r"(?:\d{1,2}\s?[,\-]\s?){0,3}"
_NO_NUMBER = r"(?!\d|[/-]?(?-i:[A-ZĐ]))"

_DATE = re.compile(
    rf"""
    (?P<four>(?<![\d/.,\w])\d{{1,2}}(?P<q>[/.])\d{{1,2}}(?P=q)\d{{1,2}}(?P=q)\d{{4}}(?![\d/]))
    | (?P<full>(?<![\d/.,:\w])(?P<fl>{_LIST})
        (?P<fd>\d{{1,2}})(?:(?P<s>[/.\-])\s?|\s(?P<t>[/.\-])\s)
        (?P<fm>\d{{1,2}})(?:(?(s)[/.\-]\s?|\s(?P=t)\s))(?P<fy>\d{{3,4}}){_NO_NUMBER})
    | (?P<words>(?<![\d/.,])(?:(?P<wl>{_LIST})(?P<wd>\d{{1,2}})|(?P<full_moon>\brằm))
        \s{{1,20}}tháng\s{{1,20}}(?P<wm>{_MONTH})\b(?P<leap>\s(?:\(?nhuận\)?))?
        (?:\s?,?\s{{0,20}}(?:năm|/)?\s{{0,20}}(?P<wy>\d{{3,4}})(?![\d.,]\d))?)
    | (?P<english>\b(?:(?-i:(?P<em>{_ENGLISH_MONTH}))\.?\s(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?
        |(?P<ed2>\d{{1,2}})(?:st|nd|rd|th)?\s(?-i:(?P<em2>{_ENGLISH_MONTH})))\b
        (?:,?\s(?P<ey>\d{{4}})(?!\d))?)
    | (?P<month>(?<![\d/.,\w])(?:tháng\s{{1,20}}(?P<mw>{_MONTH})\s?(?:/|-|,?\snăm\s|\s)
        |(?P<mm>\d{{1,2}})(?P<ms>\s?/\s?|[.-]))(?P<my>1\d{{3}}|20\d\d){_NO_NUMBER})
    | (?P<day>(?<![\d/.,:\w-])(?P<dl>{_LIST})(?P<dd>\d{{1,2}})(?:[/.-]|\s-\s)(?P<dm>\d{{1,2}})
        (?![\d%]|[/.,-]\d|[/-]?(?-i:[A-ZĐ])))
    | (?P<year>(?<![\d/.,\w])(?P<yy>1\d{{3}}|20\d\d)(?!\d|[/.,]\d|[/-]?(?-i:[A-ZĐ]))
        |(?<=[(\s])(?P<old>\d{{2,3}})(?=\s?-\s?\d{{4}}(?!\d)))
    """,
    re.X | re.I,
)
_DATE_BEGINS = re.compile(
    r"(?<!\d)\d|\b[Rr][ằẰ][mM]\s|\b[Tt](?:háng|HÁNG)\s|\b[JFMASOND][A-Za-z]{2,8}\.?\s(?=\d)"
)
_COUNT_BEGINS = re.compile(r"(?<![\d/.,\w-])\d|\b[Ll](?:ần|ẦN)\s")
_CALENDAR = re.compile(
    rf"""(?:\s?,?\s?\(?\s?(?:năm\s)?(?P<cycle>(?:{CAN})\s(?:{CHI}))\b)?
    (?:\s?,?\s?\(?\s?(?:theo\s)?(?:(?P<lunar>âm\slịch|(?-i:ÂL|AL)\b)
    |(?P<solar>dương\slịch|(?-i:DL)\b))\s?\)?)?""",
    re.X | re.I,
)
_COUNT = re.compile(
    r"""
    (?<![\d/.,\w-])(?P<n>\d{1,2}\.\d{3}|\d{1,4})(?:\s{1,20}|-)năm\b
        (?!\s(?:\d{4}|liền|một\slần|trở\slên))
    | \blần\s{1,20}thứ\s{1,20}(?P<nth>\d{1,4})\b
    | (?<![\d/.,\w-])(?P<ord>\d{1,2},\d{3}|\d{1,4})(?:st|nd|rd|th)\b
        (?=(?:\s[^\s.;()\d]{1,20}){0,4}\s(?:anniversary|birthday|birth|birthday\sanniversary))
    | (?<![\d/.,\w-])(?P<years>\d{1,2},\d{3}|\d{1,4})[\s-]years?\b
    """,
    re.X | re.I,
)
_NO_YEAR_WORD = re.compile(
    r"""(?:kỷ\sniệm|kỉ\sniệm|nhân\sdịp|chào\smừng|dịp|mừng|tròn|lễ)\s{1,20}(?P<n>\d{2,4})\s{1,20}
    (?=(?:ngày\s)?(?P<what>sinh\b(?!\s(?:viên|hoạt|thái|học)\b)|mất\b|
    thành\slập|truyền\sthống|giải\sphóng|chiến\sthắng|khởi\snghĩa|tái\slập|quốc\skhánh|cách\smạng))""",
    re.X | re.I,
)
_BEFORE_NO_COUNT = re.compile(
    r"(?:tháng|ngày|quý|thứ|khóa|khoá|số|kỳ|điều|lớp|tuổi|tập|mục|chương|bảng)\s{1,20}$", re.I
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:gần đúng|gần|hơn|khoảng|trên|ngót|xấp\sxỉ|dưới|quá|ngoài|độ|chừng|non|nhiều|suốt"
    r"|nearly|almost|over|about|some|around)\s(?:tròn\s)?|\d\s?-\s?)$",
    re.I,
)
_APPROXIMATE_AFTER = re.compile(r"\s(?:hơn|rưỡi|lẻ|có\slẻ)\b|\s?,\s\d{1,2}\s(?:tháng|ngày)\b", re.I)
_GIO = re.compile(r"(?:giỗ|húy\skỵ|huý\skỵ|kỵ|mất)\b[^.;\n()\d]{0,120}$", re.I)
_KEPT = re.compile(r"(?:kỷ|kỉ)\sniệm\s(?:ngày\b[^.;\n()\d]{0,120})?$", re.I)
_BOUNDARY = re.compile(
    r"""
    ;
    | [!?](?=\s)
    | (?<![.\sA-ZĐ\d])(?<!\b[Tt]p)(?<!\b[Tt]h)\.(?=[\s”"])(?!\.)
    | (?<=\d)\.(?=\s{1,20}[A-ZĐÂÔƯƠ])
    | \n(?=\s{0,80}\n)
    | \n(?=\s{0,80}(?:[-+*•▪●○]\s?\D|\d{1,2}[.)]\s?[^\d\s]|[a-zđA-Z][.)]\s|\|))
    | (?<=[.:;!?])\s?\n
    """,
    re.X,
)
_BETWEEN = re.compile(r"\s{0,20}[-_~*]{1,2}\s{0,20}(?:(?:ngày|tháng|năm|mùng)\s)?", re.I)
_BETWEEN_ENGLISH = re.compile(r"\s?(?:[-_~*]|to|and|until)\s?", re.I)
_CELL = re.compile(r"\)?\s?(?:[^|\n\d]{0,200}\|){1,3}\s?")
_CELL_ENDS = re.compile(r"\s?(?:\||\n|$)")
_TO = re.compile(r"\s{0,3}(?:đến|tới)\s{1,3}(?:hết\s)?(?:ngày\s)?", re.I)
"""Between the dates of an anniversary as between those of any time: they must be of one day."""
_AROUND_YEARS = re.compile(r"\s{0,3}[(,]\s?(?:năm\s)?")
_DAY_WORD = re.compile(r"(?:ngày|mùng|mồng)\s{1,4}$", re.I)
TOLD_OF_A_DAY = re.compile(r"\b(?:Ngày|NGÀY|Lễ|LỄ|Tết|TẾT)\s[^.;:()\d]{3,110}\(\s?(?:ngày\s)?$")
_AGAIN = re.compile(r"\s{0,3}[(,]\s{0,3}(?:ngày\s)?")
_BROKEN_PAIR = re.compile(
    r"""\(\s?(?:ngày\s)?(?P<a>[\d/.]{4,14})\s{0,3}-\s{0,3}(?:ngày\s)?(?P<b>[\d/.]{4,14})\s?\)"""
)
_GOOD_DATE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$|\d{1,2}[/.]\d{4}$|\d{3,4}$|\d{1,2}[/.]\d{1,2}$"
)
_BEFORE_NO_DATE = re.compile(
    r"(?:số|điều|khoản|mục|tỷ lệ|tỉ lệ|phiên bản|ver|ngõ|hẻm|kiệt|ngách)\s{0,3}:?\s{0,3}$", re.I
)


_PART_OF_A_NAME = re.compile(r"(?:[^\W\d_]|[A-Z]{2} )-$")
"""Before a number that belongs to a word: "IL-62", "IL -62"."""
_MEASURE = re.compile(
    r"\s(?:ngày|đêm|lần|giờ|phút|năm|tháng|tuần|người|tuổi|điểm|bàn|triệu|tỷ|tỉ|nghìn|ngàn|km|kg|cm"
    r"|m|lít|trận|vé|suất|em|cháu|bạn|loại|mét|độ|con|cái|cuốn|trang|câu)\b",
    re.I,
)
"""Behind two numbers that are an amount from one to another."""
LATEST = 2150
"""No anniversary is told of a later year."""


@frozen
class Day:
    """A date as it is written.

    ``start``, ``end``: its place, without words before it. ``day``, ``month``, ``year``: None where
    not written. ``more``: further days of a list or span, "3, 4/4/1965". ``calendar``: "lunar",
    "solar", or "" where nothing tells. ``cycle``: "Giáp Thìn". ``parts``: where the numbers
    of the day, the month and the year stand.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    more: tuple[int, ...] = ()
    calendar: str = ""
    cycle: str = ""
    broken: bool = False
    ended: int = 0

    @property
    def partial(self) -> PartialDate | None:
        """The date as the catalogue has origins; None without a year."""
        if self.year is None:
            return None
        return PartialDate(self.year, self.month, self.day if self.month else None)

    @property
    def days(self) -> tuple[int, ...]:
        """The day and those listed before it."""
        return self.more if self.day is None else (*self.more, self.day)


@frozen
class Count:
    """A number of years: ``kind`` is "years", "nth" (giỗ lần thứ 74) or "edition" (lần thứ 22)."""

    start: int
    end: int
    value: int
    approximate: bool = False
    kind: str = "years"


@frozen
class Claim:
    """What can be checked.

    ``kind``: "pair" (two dates), "day" (one date), "count" (years without dates). ``first`` and
    ``second``: of a pair, or a single day as ``first``. ``counts``: those that may belong to it,
    the nearest last. ``before`` and ``after``: where its name may stand. ``clause``: what it stands
    in.
    """

    kind: str
    start: int
    end: int
    clause: tuple[int, int]
    first: Day | None = None
    second: Day | None = None
    counts: tuple[Count, ...] = ()
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)

    @property
    def count(self) -> Count | None:
        """The nearest count."""
        return self.counts[-1] if self.counts else None


@frozen
class Broken:
    """What was meant as a date or a count and cannot be read: ``code`` says how."""

    code: str
    start: int
    end: int
    value: str


@frozen
class Reading:
    """All that was read in a text."""

    view: View
    claims: tuple[Claim, ...]
    broken: tuple[Broken, ...]
    dates: tuple[Day, ...]
    counts: tuple[Count, ...]
    bounds: tuple[int, ...]
    tied: tuple[tuple[Day, Day], ...] = ()

    def dates_in(self, start: int, end: int) -> tuple[Day, ...]:
        """The dates between two offsets."""
        low = bisect_left(self.dates, start, key=lambda d: d.start)
        high = bisect_left(self.dates, end, key=lambda d: d.start)
        return self.dates[low:high]

    def counts_in(self, start: int, end: int) -> tuple[Count, ...]:
        """The counts that begin between two offsets."""
        low = bisect_left(self.counts, start, key=lambda c: c.start)
        high = bisect_left(self.counts, end, key=lambda c: c.start)
        return self.counts[low:high]


def read(text: str | View) -> Reading:
    """All claims of a text, in its order."""
    view = text if isinstance(text, View) else View(text)
    plain = view.plain
    bounds = [m.end() for m in _BOUNDARY.finditer(plain)]
    dates = [day for m in _hits(_DATE, _DATE_BEGINS, plain) if (day := _day(plain, m)) is not None]
    counts = [
        count
        for m in _hits(_COUNT, _COUNT_BEGINS, plain)
        if (count := _count(plain, m)) is not None
    ]
    broken = [*_broken_pairs(plain), *(_broken_day(plain, d) for d in dates if d.broken)]
    dates = [d for d in dates if not d.broken]
    reader = _Reader(plain, bounds, dates, counts)
    claims = reader.claims()
    broken += _without_year_word(plain, claims)
    return Reading(
        view,
        tuple(claims),
        tuple(broken),
        tuple(dates),
        tuple(counts),
        tuple(bounds),
        tuple(reader.tied()),
    )


def _hits(pattern: re.Pattern[str], begins: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    """What ``finditer`` would find, tried only where it can begin: many times faster."""
    done = 0
    for begin in begins.finditer(plain):
        if begin.start() < done:
            continue
        m = pattern.match(plain, begin.start())
        if m is not None:
            yield m
            done = m.end()


def _day(plain: str, m: re.Match[str]) -> Day | None:
    start, end = m.span()
    if m["four"]:
        if "." in m["four"]:
            return None  # an address of the net
        return Day(start, end, None, None, None, broken=True)
    if _BEFORE_NO_DATE.search(plain, max(0, start - 14), start):
        return None
    more: str | None
    year: int | None
    calendar = cycle = ""
    ended = end
    if m["full"]:
        more, day, month, year = m["fl"], int(m["fd"]), int(m["fm"]), int(m["fy"])
        if _is_number(m["full"], day, month, year):
            return None
        calendar, cycle, ended = _calendar(plain, end)
    elif m["words"]:
        if _PART_OF_A_NAME.search(plain, max(0, start - 4), start):
            return None
        word = " ".join(m["wm"].lower().split())
        month = _MONTHS.get(word) or (int(word) if word.isdigit() else 0)
        more, day = m["wl"] or "", 15 if m["full_moon"] else int(m["wd"])
        year = int(m["wy"]) if m["wy"] else None
        told = _DAY_WORD.search(plain, max(0, start - 8), start) is not None
        if year is None and not told and not (1 <= day <= 31 and 1 <= month <= 12):
            return None  # "1 tháng 15 ngày" is a span
        calendar, cycle, ended = _calendar(plain, end)
        if word in ("giêng", "chạp") or m["full_moon"] or m["leap"] or cycle:
            calendar = calendar or "lunar"
    elif m["english"]:
        more = ""
        day = int(m["ed"] or m["ed2"])
        month = _ENGLISH.index((m["em"] or m["em2"])[:3].lower()) + 1
        year = int(m["ey"]) if m["ey"] else None
        if not 1 <= day <= 31:
            return None
    elif m["month"]:
        word = " ".join((m["mw"] or m["mm"]).lower().split())
        month = _MONTHS.get(word) or (int(word) if word.isdigit() else 0)
        if not 1 <= month <= 12:
            return None
        return Day(start, end, None, month, int(m["my"]), ended=end)
    elif m["day"]:
        more, day, month, year = m["dl"], int(m["dd"]), int(m["dm"]), None
        if not (1 <= month <= 12 and 1 <= day <= 31):
            slip = day > month and (1 <= month <= 12 or (day <= 31 and month < 20))  # no ratio
            words = TOLD_OF_A_DAY.search(plain, max(0, start - 120), start)
            if not (slip and words and plain[end : end + 1] == ")"):
                return None  # "(45/45)", "(14/15 điểm trường)"
        if plain[end : end + 1] == "." and "." in m["day"]:
            return None  # the number of a heading
        if "-" in m["day"] and _MEASURE.match(plain, end):
            return None  # "nghỉ 2-4 ngày"
        calendar, cycle, ended = _calendar(plain, end)
    else:
        return Day(start, end, None, None, int(m["yy"] or m["old"]), ended=end)
    listed = tuple(int(n) for n in re.findall(r"\d+", more or ""))
    return Day(start, end, day, month, year, listed, calendar, cycle, ended=ended)


def _is_number(written: str, day: int, month: int, year: int) -> bool:
    """Whether what is written like a date is a ratio, an address or a telephone number.

    "1/25.000", "3/55/302 Văn Cao", "+81.80.4638.6139": more than one part is no part of a date.
    """
    if day > 31 and month > 12:
        return True
    far = year < 1000 or year > LATEST
    mixed = "/" in written and "." in written
    return far and (mixed or not (1 <= month <= 12 and 1 <= day <= 31))


def _calendar(plain: str, end: int) -> tuple[str, str, int]:
    """What stands behind a date: "lunar", "solar" or ""; the year of the cycle; where it ends."""
    m = _CALENDAR.match(plain, end)
    if m is None:
        return "", "", end
    calendar = "lunar" if m["lunar"] or m["cycle"] else "solar" if m["solar"] else ""
    return calendar, m["cycle"] or "", m.end() if calendar else end


def _count(plain: str, m: re.Match[str]) -> Count | None:
    number = m["n"] or m["nth"] or m["ord"] or m["years"]
    value = int(number.replace(".", "").replace(",", ""))
    start, end = m.span()
    if m["n"] and _BEFORE_NO_COUNT.search(plain, max(0, start - 12), start):
        return None
    if m["nth"]:
        nearby = max(0, start - 140)
        if _GIO.search(plain, nearby, start):
            return Count(start, end, value, kind="nth")
        if _KEPT.search(plain, nearby, start) and value >= 20:
            return Count(start, end, value, kind="nth")
        return Count(start, end, value, kind="edition")
    near = _APPROXIMATE.search(plain, max(0, start - 24), start) is not None
    near = near or _APPROXIMATE_AFTER.match(plain, end) is not None
    return Count(start, end, value, near)


def _broken_pairs(plain: str) -> list[Broken]:
    """Of a pair in parentheses, the half that is no date while the other is one."""
    found = []
    for m in _BROKEN_PAIR.finditer(plain):
        good = [bool(_GOOD_DATE.match(m[part].strip("."))) for part in "ab"]
        if (
            good[0] == good[1]
            or m["ab"[good.index(True)]].count("/") + m["ab"[good.index(True)]].count(".") < 2
        ):
            continue
        half = "ab"[good.index(False)]
        if sum(c.isdigit() for c in m[half]) >= 5 and _four(m[half]) is None:
            found.append(Broken("broken", *m.span(half), m[half]))
    return found


def _four(text: str) -> re.Match[str] | None:
    return re.fullmatch(r"\d{1,2}([/.])\d{1,2}\1\d{1,2}\1\d{4}", text)


def _broken_day(plain: str, day: Day) -> Broken:
    return Broken("broken", day.start, day.end, plain[day.start : day.end])


def _without_year_word(plain: str, claims: list[Claim]) -> list[Broken]:
    """ "kỷ niệm 110 ngày sinh": a number of years without the word; its dates must say as much."""
    found = []
    pairs = [c for c in claims if c.kind == "pair" and c.first and c.second]
    starts = [c.first.start for c in pairs if c.first]
    for m in _NO_YEAR_WORD.finditer(plain):
        value = int(m["n"])
        at = bisect_left(starts, m.end())
        years = None
        if at < len(pairs) and starts[at] - m.end() < _REACH // 2:
            first, second = pairs[at].first, pairs[at].second
            assert first
            assert second
            if first.year and second.year:
                years = second.year - first.year
        what = m["what"].lower()
        if years is None and value in {"mất": (49, 50, 100), "sinh": (100,)}.get(what, ()):
            continue  # so many days after a death, or a birth, are kept, too
        if value < 100 and plain.startswith(" nhật", m.end("what")):
            continue  # so many children's birthdays
        if years == value or (what in ("sinh", "mất") and years is None):
            found.append(Broken("year-word", m.start("n"), m.end("n"), m["n"]))
    return found


class _Reader:
    def __init__(
        self, plain: str, bounds: list[int], dates: list[Day], counts: list[Count]
    ) -> None:
        self.plain, self.bounds, self.dates, self.counts = plain, bounds, dates, counts
        self.count_starts = [c.start for c in counts]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """From the boundary before ``start`` to the one after ``end``."""
        before = bisect_right(self.bounds, start) - 1
        after = bisect_left(self.bounds, end)
        return (
            max(self.bounds[before] if before >= 0 else 0, start - _REACH),
            min(self.bounds[after] if after < len(self.bounds) else len(self.plain), end + _REACH),
        )

    def claims(self) -> list[Claim]:
        """Pairs first, then the days and the counts that no pair has used."""
        found: list[Claim] = []
        used: set[int] = set()
        previous = 0
        at = 0
        dates = self.dates
        while at < len(dates):
            step, first, second = self._pair(at)
            if second is not None:
                assert first is not None
                claim = self._claim("pair", first, second, previous, at + step)
            else:
                day = dates[at]
                if day.day is None or self._told_again(at):
                    at += 1
                    continue
                claim = self._claim("day", day, None, previous, at + 1)
            used.update(c.start for c in claim.counts)
            found.append(claim)
            previous = claim.end
            at += step
        for count in self.counts:
            if count.start in used and count.kind != "edition":
                continue
            clause = self.clause(count.start, count.end)
            found.append(
                Claim(
                    "count",
                    count.start,
                    count.end,
                    clause,
                    counts=(count,),
                    before=(clause[0], count.start),
                    after=(count.end, clause[1]),
                )
            )
        found.sort(key=lambda c: (c.start, c.end))
        return found

    def _told_again(self, at: int) -> bool:
        """Whether a day without its year is told again, with years, right behind it: "01/5 (…)"."""
        day = self.dates[at]
        if day.year is not None or at + 1 >= len(self.dates):
            return False
        following = self.dates[at + 1]
        return (
            following.year is not None
            and (following.day is not None or following.month is None)
            and _AGAIN.fullmatch(self.plain, day.end, following.start) is not None
            and self._pair(at)[1] is None
        )

    def _pair(self, at: int) -> tuple[int, Day | None, Day | None]:
        """How many dates belong together from ``at`` on, and the pair that they make."""
        dates, plain = self.dates, self.plain
        first = dates[at]
        following = dates[at + 1] if at + 1 < len(dates) else None
        if following is None or following.start - first.end > 60:
            return 1, None, None
        between = plain[first.ended or first.end : following.start]
        english = plain[first.start].isalpha() or plain[following.start].isalpha()
        joined = _BETWEEN.fullmatch(between) or (english and _BETWEEN_ENGLISH.fullmatch(between))
        until = (
            first.day is not None
            and (first.day, first.month) == (following.day, following.month)
            and _TO.fullmatch(between)
        )
        if (joined or until) and first.year is not None and following.year is not None:
            if first.day is None and following.day is not None:
                return 1, None, None
            if following.day is not None and following.month is None:
                return 1, None, None
            return 2, first, following
        if joined and first.day is not None and first.year is None and following.year is not None:
            if (first.day, first.month) == (following.day, following.month):
                return 2, None, None
            return 1, None, None
        # "12-11 (1936 - 2025)"
        if (
            first.day is not None
            and first.year is None
            and at + 2 < len(dates)
            and following.day is None
            and following.month is None
            and _AROUND_YEARS.fullmatch(plain, first.ended or first.end, following.start)
        ):
            third = dates[at + 2]
            if (
                third.day is None
                and third.month is None
                and _BETWEEN.fullmatch(plain, following.end, third.start)
            ):
                day = evolve(first, end=following.end, ended=following.end, year=following.year)
                return 3, day, evolve(third, day=first.day, month=first.month)
        return 1, None, None

    def _claim(
        self, kind: str, first: Day, second: Day | None, previous: int, following: int
    ) -> Claim:
        end = (second or first).ended or (second or first).end
        clause = self.clause(first.start, end)
        low = max(clause[0], previous)
        counts = tuple(
            c
            for c in self.counts[
                bisect_left(self.count_starts, low) : bisect_left(self.count_starts, first.start)
            ]
            if c.end <= first.start
        )
        if kind == "pair":
            counts = tuple(c for c in counts if c.kind != "edition")
            if not counts:
                counts = self._count_after(end, clause[1])
        else:
            counts = tuple(c for c in counts if c.kind != "edition")
            counts = counts or tuple(
                c for c in self._count_after(end, clause[1]) if "|" in self.plain[end : c.start]
            )
        begin = counts[-1].end if counts and counts[-1].start < first.start else low
        limit = self.dates[following].start if following < len(self.dates) else clause[1]
        return Claim(
            kind,
            min([first.start, *(c.start for c in counts[-1:])]),
            end,
            clause,
            first,
            second,
            counts,
            (begin, first.start),
            (end, max(end, min(limit, clause[1]))),
        )

    def _count_after(self, end: int, limit: int) -> tuple[Count, ...]:
        """ "(1950 - 2025) - 75 năm …": a count right behind its dates."""
        at = bisect_left(self.count_starts, end)
        if at < len(self.counts) and self.counts[at].start <= limit:
            count = self.counts[at]
            gap = self.plain[end : count.start]
            if re.fullmatch(r"\)?\s?[-:=]\s?(?:tròn\s)?", gap):
                return (count,)
            # a cell of its own in the same row of a table
            if _CELL.fullmatch(gap) and _CELL_ENDS.match(self.plain, count.end):
                return (count,)
        return ()

    def tied(self) -> list[tuple[Day, Day]]:
        """A lunar and a solar day said to be the same: "23 tháng Giêng Quý Mão (13/02/2023)"."""
        found = []
        before: Day | None = None
        for first, second in zip(self.dates, self.dates[1:], strict=False):
            ahead, before = before, first
            gap = second.start - (first.ended or first.end)
            if gap > 40 or first.day is None or second.day is None:
                continue
            between = self.plain[first.ended or first.end : second.start]
            if not _TIED.fullmatch(between):
                continue
            # "từ 26/1 đến 1/2 (tức 29 tháng Chạp đến …)": the last day stands beside the first
            if ahead and _UNTIL.fullmatch(self.plain, ahead.ended or ahead.end, first.start):
                continue
            if _UNTIL_LATER.match(self.plain, second.ended or second.end):
                continue
            if (
                first.more
                or second.more
                or _FROM.search(self.plain, max(0, first.start - 24), first.start)
            ):
                continue  # days from one to another
            found.append((first, second))
        return found


_TIED = re.compile(
    r"\)?\s?,?\s?(?:\(\s?(?:(?:tức|nhằm|là|ngày|vào|dương lịch|âm lịch|mùng|mồng|hôm|trùng|với|rơi"
    r"|năm nay|các|thứ \w+|,|dương)\s?){0,6}|(?:tức|nhằm|rơi vào|trùng)\s(?:(?:là|vào|với|ngày"
    r"|mùng|mồng|thứ \w+|,|các)\s?){0,5})",
    re.I,
)


_UNTIL = re.compile(r"\s?(?:-|đến|tới|hết)\s?(?:hết\s)?(?:ngày\s|mùng\s|mồng\s)?", re.I)
_FROM = re.compile(r"\d{1,2}\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?$", re.I)
_UNTIL_LATER = re.compile(r"\s?(?:-|đến|tới)\s?(?:hết\s)?(?:ngày\s|mùng\s|mồng\s|rằm|\d)", re.I)


__all__ = ["CAN", "CHI", "LATEST", "Broken", "Claim", "Count", "Day", "Reading", "read"]
