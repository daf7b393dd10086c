"""From claims to findings: what is wrong, how sure that is, and what would be right.

Levels: an *error* is wrong by its own numbers, whatever the catalogue says; a *warning* disagrees
with the catalogue, and only where a whole known name is told another day, origin or count than any
entry of that name has; a *note* is a suggestion. A claim has at most one error or warning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve, field, frozen

from ngayle import lunar
from ngayle.catalogue import Catalogue
from ngayle.checking.claims import (
    CAN,
    CHI,
    LATEST,
    TOLD_OF_A_DAY,
    Broken,
    Claim,
    Count,
    Day,
    Reading,
)
from ngayle.checking.resolving import (
    HARMLESS,
    Match,
    Names,
    Naming,
    Word,
    key_of,
    names_of,
    resolve,
    word_set,
    words,
)
from ngayle.model import Anniversary, Lang, Occurrence, PartialDate
from ngayle.occurrences import falls
from ngayle.rules import LunarDay, Month, Moved, Offset, Rule, SolarDay
from ngayle.words import checking_en, checking_vi, dates
from ngayle.words.lines import line

CHRISTMAS = "le-giang-sinh"
LEVELS = ("error", "warning", "note")
_LANGUAGES = {"vi": checking_vi, "en": checking_en}
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OWN_SPAN = re.compile(
    r"\b(?:thực hiện|kế hoạch|giai đoạn|chiến lược|nhiệm kỳ|nhiệm kì|chương trình|tổng kết|sơ kết"
    r"|chiến tranh|kháng chiến|phong trào|vận động|công cuộc|xây dựng|phát triển|đổi mới|thời kỳ"
    r"|khóa|khoá|niên khóa|quy hoạch|đề án|dự án)\b",
    re.I,
)
_NO_COUNT_AFTER = re.compile(
    r"\s(?:tuổi|tù|liền|liên|một\s|công tác|kinh nghiệm|thực hiện|nữa|gần đây|đầu|cuối|tới|học"
    r"|làm việc|cầm quyền|thi hành|ở ngôi|trị vì|nằm|kể từ khi)",
    re.I,
)
_LEAD = re.compile(r"\b(?:kỷ niệm|kỉ niệm|chào mừng|nhân dịp|nhân ngày|hướng tới)\b", re.I)
_EVENT = re.compile(
    r"\b(?:ngày|kỷ niệm|kỉ niệm|chiến thắng|giải phóng|thành lập|khởi nghĩa|quốc khánh"
    r"|cách mạng)\b",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(?:sinh|mất|đồng chí|ông|bà|hy sinh|từ trần|giỗ|liệt sĩ|liệt sỹ)\b", re.I
)
_MOON_NEAR = re.compile(
    r"âm lịch|\bÂL\b|nhuận|mùng|mồng|giỗ|\brằm\b|tết\b"
    r"|(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s(?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)",
    re.I,
)


@frozen
class Finding:
    """One thing to look at.

    ``start`` and ``end``: offsets into the text as read; ``line`` and ``column`` from 1, of
    ``start``. ``text``: what stands there. ``could_be``: what would be right, each on its own.
    ``id``: of the entry that the words name; ``sources``: its addresses.
    """

    code: str
    level: str
    start: int
    end: int
    text: str
    message: str
    could_be: tuple[str, ...] = ()
    id: str | None = None
    sources: tuple[str, ...] = ()
    line: int = 0
    column: int = 0


@frozen
class Judged:
    """The findings of a text, and how much of it was understood.

    ``claims``: how many counts and days were read; ``dated``: the places with a day, month or
    pair of dates; ``understood``: those of them that were held against arithmetic or the catalogue.
    """

    findings: tuple[Finding, ...]
    claims: int
    dated: int
    understood: int


class Judge:
    """Judges readings by one catalogue, in one language."""

    def __init__(self, catalogue: Catalogue, lang: Lang = "vi") -> None:
        if lang not in _LANGUAGES:
            raise ValueError(f"lang is one of {', '.join(_LANGUAGES)}, not {lang!r}")
        self.names: Names = names_of(catalogue)
        self.lang = lang
        self.words = _LANGUAGES[lang]

    def judge(
        self,
        reading: Reading,
        on: date | PartialDate | None = None,
        expected: Iterable[Occurrence] = (),
    ) -> Judged:
        """All findings of a reading; ``expected``: days that it should name.

        ``on``: the document's date, or as much of it as is known; None: nothing is said about
        counts that only the year of the document could prove wrong.
        """
        return _Run(self, reading, on).result(expected)


@frozen
class _Seen:
    claim: Claim
    naming: Naming = field(factory=Naming)


class _Run:
    def __init__(self, judge: Judge, reading: Reading, on: date | PartialDate | None) -> None:
        self.judge, self.names, self.words = judge, judge.names, judge.words
        self.reading, self.view = reading, reading.view
        self.plain = reading.view.plain
        self.year = on.year if on else None
        self.on = on
        self.found: list[Finding] = []
        self.named: list[tuple[Claim, Naming]] = []
        self.claims = self.dated = self.understood = 0
        self.before: tuple[Claim, list[Count]] | None = None

    def result(self, expected: Iterable[Occurrence]) -> Judged:
        for broken in self.reading.broken:
            self._add(
                broken.code,
                "error",
                broken.start,
                broken.end,
                {"said": broken.value},
                self._of_broken(broken),
            )
        chain: Naming = Naming()
        tied = {d.start: pair for pair in self.reading.tied for d in pair}
        judged_ties: set[int] = set()
        before_end = -1
        for claim in self.reading.claims:
            if claim.kind == "pair":
                told = len(self.found)
                self._account(self._pair(claim))
                if len(self.found) > told:
                    self.before = None  # a count that is doubted judges no other pair
                chain = Naming()
            elif claim.kind == "day":
                assert claim.first
                pair = tied.get(claim.first.start)
                if pair is not None:
                    if pair[0].start not in judged_ties:
                        judged_ties.add(pair[0].start)
                        if self._tie(*pair):
                            self._account(True)
                        if self._impossible(pair[1]):
                            continue
                    elif self._impossible(claim.first):
                        continue
                chain = self._single(claim, chain, before_end)
            else:
                self._count(claim)
            before_end = claim.end
        self._state_names()
        self._weekdays()
        self._cycles()
        self._documents()
        self._missing(expected)
        newlines = [m.start() for m in re.finditer("\n", self.view.source)]
        found = [_placed(f, newlines) for f in self.found]
        found.sort(key=lambda f: (f.start, f.end, f.code))
        return Judged(tuple(found), self.claims, self.dated, self.understood)

    def _account(self, judged: bool | None) -> None:
        """Count a place with a date: judged, not understood, or (None) no claim at all."""
        if judged is None:
            return
        self.dated += 1
        self.understood += judged
        self.claims += judged

    # --- what a finding is made of ---

    def _add(
        self,
        code: str,
        level: str,
        start: int,
        end: int,
        values: dict[str, object],
        could_be: Iterable[str] = (),
        entry: Anniversary | None = None,
    ) -> None:
        begin, stop = self.view.at(start), self.view.end_at(end)
        self.found.append(
            Finding(
                code,
                level,
                begin,
                stop,
                self.view.source[begin:stop],
                self.words.MESSAGES[code].format(**values),
                tuple(dict.fromkeys(could_be)),
                entry.id if entry else None,
                entry.sources if entry else (),
            )
        )

    def _of_broken(self, broken: Broken) -> tuple[str, ...]:
        if broken.code == "year-word":
            return (self.words.FORMS["count"].format(years=broken.value),)
        return ()

    # --- pairs ---

    def _pair(self, claim: Claim) -> bool | None:
        """Judge a pair; whether it was understood, None if it is a span, a life or a plan."""
        first, second = claim.first, claim.second
        assert first
        assert second
        # years alone without a count are a span: no name is looked for
        naming = Naming()
        if claim.counts or first.day is not None:
            naming = resolve(self.reading, claim, self.names)
            ends = [m.end for m in naming.matches]
            if ends and _OF_THAT_COUNTRY.match(self.plain, ends[-1]):
                naming = Naming()
        self.named.append((claim, naming))
        if self._impossible(first) or self._impossible(second):
            return True
        assert first.year is not None
        assert second.year is not None
        counts = self._counts(claim) or self._shared_count(claim)
        self.before = claim, counts
        years = second.year - first.year
        nth = first.month is None and counts and counts[-1].kind == "nth"
        if nth and not _typing_slip(counts[-1].value, years):
            return None  # a yearly event's number beside years of something else
        kept = self._is_kept_pair(claim, counts, naming)
        if years < 0:
            if not (kept or first.day or counts):
                return None
            self._add(
                "order",
                "error",
                claim.start,
                claim.end,
                {"first": first.year, "second": second.year},
                self._pair_repairs(claim, counts, naming),
                self._one(naming),
            )
            return True
        if years == 0:
            if not counts or not self._same_day(first, second):
                return None
            self._wrong_count(claim, counts, naming, years)
            return True
        if not kept:
            if self._life(claim):
                return True
            return False if counts and first.day else None
        fits = any(c.value == years or c.approximate for c in counts)
        if self._is_span(claim, counts, naming, years):
            return None
        if not self._same_day(first, second):
            apart = first.month != second.month and first.day != second.day
            if counts and not fits and first.day and second.day and apart:
                return False
            if any(self._spans(e, first, second) for e in naming.entries):
                return True
            code = "months" if first.day is None or second.day is None else "days"
            self._add(
                code,
                "error",
                claim.start,
                claim.end,
                {"first": _said(first), "second": _said(second)},
                self._day_repairs(first, second, naming),
                self._one(naming),
            )
            return True
        if counts and not fits:
            if first.month is None and counts[-1].value == years + 1 and self._in_seasons(claim):
                return True
            self._wrong_count(claim, counts, naming, years)
            return True
        told = len(self.found)
        self._against_catalogue(claim, naming)
        if len(self.found) == told and first.day and not naming.whole:
            self._near_name(claim, first)
        if len(self.found) == told and naming.whole and not naming.generic:
            self._names_of_then(naming, second)
            self._notes(claim, naming, second)
        return True

    def _near_name(self, claim: Claim, first: Day) -> None:
        """The right day and origin under a name that has other words in its middle."""
        assert first.day
        assert first.month
        assert first.year
        dated = [(d.start, d.end) for d in self.reading.dates_in(*claim.clause)]
        found = words(self.view, *claim.before, dated)
        said = tuple(w.text for w in found)
        if len(said) < 5:
            return
        for position in self.names.by_origin.get((first.day, first.month, first.year), ()):
            entry = self.names.entries[position]
            if entry.kind not in ("great", "day"):
                continue
            for key in self.names.keys_of[position]:
                if _one_place_apart(said, key):
                    right = entry.names[-1].text
                    self._add(
                        "name",
                        "warning",
                        found[0].start,
                        found[-1].end,
                        {"right": right},
                        (right,),
                        entry,
                    )
                    return

    def _names_of_then(self, naming: Naming, second: Day) -> None:
        """A name or a day that had come to its end by the year of the claim."""
        assert second.year is not None
        then = _as_date(second)
        for match in naming.matches:
            entries = [self.names.entries[e] for e in match.entries]
            former = self.names.former.get(
                tuple(w.text for w in words(self.view, match.start, match.end))
            )
            if former and then > former[1] and len(entries) == 1:
                right = entries[0].name_on(then).text
                self._add(
                    "renamed",
                    "warning",
                    match.start,
                    match.end,
                    {"on": dates.full_date(former[1] + timedelta(1)), "right": right},
                    (right,),
                    entries[0],
                )
                return
            last = [e.observance.last_year for e in entries]
            if entries and all(year is not None and year < second.year for year in last):
                self._add(
                    "ended",
                    "warning",
                    match.start,
                    match.end,
                    {"name": self._called(entries[0]), "right": last[0]},
                    (),
                    entries[0],
                )
                return

    def _notes(self, claim: Claim, naming: Naming, second: Day) -> None:
        """Suggestions on a claim that is right."""
        entry = self._one(naming)
        if entry is None or second.year is None:
            return
        if entry.disputed:
            readings = "; ".join(r.reading for r in entry.disputed)
            self._add("disputed", "note", claim.start, claim.end, {"right": readings}, (), entry)
        self._tone(claim, entry)
        match = naming.matches[0]
        if len(naming.matches) != 1 or entry.kind in ("birth", "death"):
            return
        said = _tidy(self.plain[match.start : match.end])
        names = [n.text for n in entry.names] + list(entry.aliases)
        cores = [_tidy(_core(n)) for n in names]
        rest = _tidy(self.plain[match.start : match.start + 200])
        # "Toàn" of a name may have been read as filling: the whole name ends here all the same
        upto = _tidy(self.plain[max(match.start - 200, 0) : match.end])
        right = next((c for c in cores if rest.startswith(c) or upto.endswith(c)), None)
        if right is None and not said.isupper():
            like = next((c for c in cores if c.lower() == said.lower()), None)
            if like is not None:
                self._add(
                    "capitals", "note", match.start, match.end, {"right": like}, (like,), entry
                )
            else:
                like = next((c for c in cores if _alike(c, said)), None)
                if like is not None:
                    end = match.end
                    if like.endswith(" nước") and self.plain.startswith(" nước", end):
                        end += len(" nước")  # filling elsewhere, here of the name
                    if _tidy(self.plain[match.start : end]) != like:
                        self._add(
                            "spelling", "note", match.start, end, {"right": like}, (like,), entry
                        )
        assert claim.first
        if claim.first.day and claim.second and claim.second.day:
            written = _tidy(self.plain[claim.first.start : claim.second.end])
            usual = f"{_said(claim.first)} - {_said(claim.second)}"
            if written != usual and not claim.first.more:
                self._add(
                    "form",
                    "note",
                    claim.first.start,
                    claim.second.end,
                    {"right": f"({usual})"},
                    (f"({usual})",),
                )

    def _tone(self, claim: Claim, entry: Anniversary) -> None:
        if entry.reserved:
            self._add("reserved", "note", claim.start, claim.end, {}, (), entry)
        if entry.tone == "mourn" and _FESTIVE.search(self.plain, *claim.clause):
            self._add("mourned", "note", claim.start, claim.end, {}, (), entry)

    def _documents(self) -> None:
        """ "Kết luận số 01-KL/TW ngày 18/5/2021": a document's own date, and the years since."""
        for m in _DOCUMENT.finditer(self.plain):
            number = re.sub(r"\s", "", m["number"]).upper()
            positions = self.names.documents.get(number)
            day = next(iter(self.reading.dates_in(m.end(), m.end() + 6)), None)
            if not positions or day is None or day.day is None or day.year is None:
                continue
            self._account(True)
            entries = [self.names.entries[p] for p in positions]
            dated = [(e, b) for e in entries if (b := e.legal[0].date) is not None]
            if not any(
                (b.day, b.month, b.year) == (day.day, day.month, day.year) for _, b in dated
            ):
                if any(
                    f.start < self.view.end_at(day.end) and f.end > self.view.at(day.start)
                    for f in self.found
                    if f.level != "note"
                ):
                    continue
                near = [
                    (e, b)
                    for e, b in dated
                    if (b.day == day.day) + (b.month == day.month) + (b.year == day.year) == 2
                ]
                if len(near) == 1:
                    entry, right = near[0]
                    self._add(
                        "document",
                        "warning",
                        day.start,
                        day.end,
                        {
                            "name": self.plain[m.start() : m.end("number")].replace("\n", " "),
                            "right": dates.full_date(right),
                            "said": _said(day),
                        },
                        (dates.full_date(right),),
                        entry,
                    )
                continue
            self._years_of_document(m.start(), day)

    def _years_of_document(self, start: int, day: Day) -> None:
        """ "02 năm thực hiện Kết luận số …": what fits the document's month, or rounds to it."""
        on = self.on
        if on is None or on.month is None or day.year is None or day.month is None:
            return
        count = next((c for c in reversed(self.reading.counts_in(max(0, start - 30), start))), None)
        if count is None or count.approximate:
            return
        between = self.plain[count.end : start]
        if not re.fullmatch(r"\s{1,20}(?:triển khai\s|tổ chức\s)?thực hiện\s{1,20}", between, re.I):
            return
        months = (on.year - day.year) * 12 + on.month - day.month
        allowed = {on.year - day.year, months // 12, (months + 6) // 12}
        if count.value in allowed or months < 0:
            return
        right = on.year - day.year
        self._add(
            "year",
            "warning",
            count.start,
            day.end,
            {
                "name": _tidy(self.plain[start : day.start]).rstrip(" ,"),
                "origin": _said(day),
                "on": on.year,
                "right": dates.count(right),
                "said": dates.count(count.value),
            },
            (self.words.FORMS["count"].format(years=dates.count(right)),),
        )

    def _counts(self, claim: Claim) -> list[Count]:
        """The counts that the pair can be held against, the nearest last."""
        assert claim.first
        kept = []
        for count in claim.counts:
            if _NO_COUNT_AFTER.match(self.plain, count.end):
                continue
            if count.start > claim.first.start:
                kept.append(count)
                continue
            between = self.plain[count.end : claim.first.start]
            if count.kind != "nth" and _LEAD.search(between):
                continue
            kept.append(count)
        return kept

    def _shared_count(self, claim: Claim) -> list[Count]:
        """ "80 năm … (19/8/1945 - 19/8/2025) và Quốc khánh … (02/9/1945 - 02/9/2025)"."""
        if self.before is None or not self.before[1] or claim.counts:
            return []
        other, counts = self.before
        assert claim.first
        assert other.first
        joined = re.match(r"\)?\s{1,3}và\s", self.plain[other.end : claim.first.start])
        if joined is None or other.first.year != claim.first.year:
            return []
        if claim.first.start - other.end > 160 or other.clause[1] < claim.end:
            return []
        return counts[-1:]

    def _is_kept_pair(self, claim: Claim, counts: list[Count], naming: Naming) -> bool:
        """Whether a pair is that of an anniversary, and not a span, a life or a plan."""
        first, second = claim.first, claim.second
        assert first
        assert second
        assert first.year is not None
        assert second.year is not None
        years = second.year - first.year
        text = self.plain[claim.clause[0] : claim.end]
        if first.day is not None and second.day is not None:
            same = (first.day, first.month) == (second.day, second.month)
            if same:
                contest = years < 6 and bool(counts) and counts[-1].value >= 10
                return not (contest and "đến" in self.plain[first.end : second.start])
            if counts:
                return (
                    abs(counts[-1].value - years) <= 1
                    or any(c.value == years for c in counts)
                    or (
                        not _PERSONAL.search(text)
                        and (first.day == second.day or first.month == second.month)
                    )
                )
            near = self.plain[claim.before[0] : first.start]
            return (
                abs(years) >= 5
                and (first.day == second.day or first.month == second.month)
                and _EVENT.search(near) is not None
                and _PERSONAL.search(near) is None
            )
        if not counts:
            # years or months alone are an event's own span as often as not
            return first.day is not None and years >= 5 and second.day is None
        # "kế hoạch tổ chức kỷ niệm 75 năm …": what is said last is what the years are of
        low = claim.clause[0]
        called = [(m.start - low, m.end - low) for m in naming.matches if naming.whole]
        spans = [
            m
            for m in _OWN_SPAN.finditer(text)
            if not any(a <= m.start() < b for a, b in called)  # "Toàn quốc kháng chiến" is a name
        ]
        leads = list(_LEAD.finditer(text, 0, max(0, counts[-1].start - claim.clause[0])))
        led = bool(leads) and (not spans or leads[-1].start() > spans[-1].start())
        if first.month is not None:
            return first.month == second.month or not spans or led
        nearest = counts[-1]
        if any(c.value == years for c in counts):
            return True
        if led and naming.whole and not naming.generic and not self._of_a_life(naming):
            return _typing_slip(nearest.value, years)  # else the years of a contest
        if abs(nearest.value - years) == 1 and spans and not led:
            return False
        if _PERSONAL.search(text):
            return self.year == second.year
        return years >= 15 and _typing_slip(nearest.value, years)

    def _of_a_life(self, naming: Naming) -> bool:
        return any(self.names.entries[e].kind in ("birth", "death") for e in naming.entries)

    def _is_span(self, claim: Claim, counts: list[Count], naming: Naming, years: int) -> bool:
        """ "3 năm (từ 6/7/2014 - 30/6/2017)": a time that no word tells of as an anniversary."""
        assert claim.first
        assert claim.second
        if any(c.approximate for c in counts) and not naming.matches:
            return not self._same_day(claim.first, claim.second)
        said = self.plain[claim.clause[0] : claim.first.start]
        if naming.matches or _EVENT.search(said) or _PERSONAL.search(said):
            return False
        first, second = claim.first, claim.second
        inclusive = bool(counts) and counts[-1].value == years + 1
        apart = first.month != second.month and (first.day is None or first.day != second.day)
        return inclusive or apart or _is_eve(first, second)

    def _in_seasons(self, claim: Claim) -> bool:
        """Whether it is seasons that are counted, the first one too: "20 năm chiến dịch …"."""
        assert claim.first
        return _SEASONS.search(self.plain, *claim.before) is not None

    def _spans(self, position: int, first: Day, second: Day) -> bool:
        """Whether an entry is kept over days that hold both dates."""
        rule = self.names.entries[position].rule
        return not isinstance(_plain_rule(rule), SolarDay | LunarDay | Month) and (
            _rule_allows(rule, first, None) and _rule_allows(rule, second, None)
        )

    def _same_day(self, first: Day, second: Day) -> bool:
        if first.calendar == "lunar" or second.calendar == "lunar":
            return True
        if first.month is None or second.month is None:
            return True
        if first.month != second.month:
            return False
        if first.day is None or second.day is None:
            return True
        if (first.day, first.month) == (29, 2) or (second.day, second.month) == (29, 2):
            return abs(first.day - second.day) <= 1
        return bool(set(first.days) & set(second.days))

    def _wrong_count(self, claim: Claim, counts: list[Count], naming: Naming, years: int) -> None:
        assert claim.first
        assert claim.second
        count = counts[-1]
        entry = self._one(naming)
        self._add(
            "count",
            "error",
            *self._span(claim, count),
            {
                "first": _said(claim.first),
                "second": _said(claim.second),
                "right": dates.count(years),
                "said": dates.count(count.value),
            },
            self._pair_repairs(claim, counts, naming),
            entry,
        )

    def _span(self, claim: Claim, count: Count) -> tuple[int, int]:
        """From the count to the end of the dates; a count shared with another pair stays out."""
        if count.start < claim.before[0] and count not in claim.counts:
            return claim.start, claim.end
        return min(count.start, claim.start), max(claim.end, count.end)

    def _pair_repairs(self, claim: Claim, counts: list[Count], naming: Naming) -> list[str]:
        """The count for these years, the years for this count, and the line as it is printed.

        Any of the three numbers may be the wrong one; what agrees with the catalogue comes first.
        """
        first, second = claim.first, claim.second
        assert first
        assert second
        assert first.year is not None
        assert second.year is not None
        form = self.words.FORMS["pair"]
        repairs: list[tuple[bool, str]] = []
        entries = [self.names.entries[e] for e in sorted(naming.entries)] if naming.whole else []
        known = any(_origin_fits(e, first) for e in entries)
        # what the catalogue knows to be another day's origin is no repair
        known_wrong = known and len(entries) == 1
        if second.year > first.year:
            years = dates.count(second.year - first.year)
            repairs.append((not known, self.words.FORMS["count"].format(years=years)))
        if counts and first.calendar == "":
            value = counts[-1].value
            for a, b in ((second.year - value, second.year), (first.year, first.year + value)):
                if 0 < a < b < LATEST and b > 1000 and (a, b) != (first.year, second.year):
                    one, other = evolve(first, year=a), evolve(second, year=b)
                    fits = any(_origin_fits(e, one) for e in entries)
                    if known_wrong and not fits:
                        continue
                    repairs.append((not fits, form.format(first=_said(one), second=_said(other))))
        repairs.sort(key=lambda repair: repair[0])
        return [text for _, text in repairs] + self._line_of(naming, second)

    def _line_of(self, naming: Naming, second: Day) -> list[str]:
        """The line of the one entry that is named, in the year of the second date."""
        entry = self._one(naming)
        if entry is None or not naming.whole or second.year is None:
            return []
        return self._printed_lines(entry, second.year)

    def _day_repairs(self, first: Day, second: Day, naming: Naming) -> list[str]:
        form = self.words.FORMS["pair"]
        options = [
            (first, evolve(second, day=first.day if second.day else None, month=first.month)),
            (evolve(first, day=second.day if first.day else None, month=second.month), second),
        ]
        entries = [self.names.entries[e] for e in naming.entries]
        options.sort(key=lambda pair: not any(_origin_fits(e, pair[0]) for e in entries))
        repairs = [form.format(first=_said(a), second=_said(b)) for a, b in options]
        return repairs + self._line_of(naming, second)

    def _against_catalogue(self, claim: Claim, naming: Naming) -> None:
        """A whole known name with a pair that none of its entries has."""
        first, second = claim.first, claim.second
        assert first
        assert second
        assert second.year is not None
        entries = [self.names.entries[e] for e in sorted(naming.entries)]
        if not naming.whole or not entries:
            return
        if any(self._fits(e, first, second) for e in entries):
            return
        if first.day and self._somebody_elses(claim, first):
            return
        if naming.generic:
            if first.day:
                name = self.plain[naming.matches[0].start : naming.matches[-1].end]
                self._add(
                    "province",
                    "warning",
                    claim.start,
                    claim.end,
                    {"name": " ".join(name.split()), "said": _said(first)},
                )
            return
        judged = [e for e in entries if _counted_from(e) is not None] or entries
        best = min(judged, key=lambda e: _distance(e, first))
        origin = _counted_from(best)
        if origin is None:
            # nothing is counted: only its day can be wrong
            if first.day and not self._on_its_day(best, first, second.year):
                self._wrong_day(claim, best, second)
            return
        if claim.first and first.calendar == "lunar" and not best.rule.lunar:
            return
        self._wrong_origin(claim, best, origin, first, self._printed_lines(best, second.year))

    def _wrong_origin(
        self,
        claim: Claim,
        entry: Anniversary,
        origin: PartialDate,
        said: Day,
        could_be: Iterable[str],
    ) -> None:
        """The words name an entry that began on another day."""
        if entry.layer == "province" and (said.day, said.month, said.year) == (1, 7, 2025):
            return  # the provinces were founded anew
        self._add(
            "origin",
            "warning",
            claim.start,
            claim.end,
            {"name": self._called(entry), "right": _printed(origin), "said": _said(said)},
            could_be,
            entry,
        )

    def _fits(self, entry: Anniversary, first: Day, second: Day) -> bool:
        """Whether an entry allows these two dates."""
        if _origin_fits(entry, first):
            return True
        return _counted_from(entry) is None and self._on_its_day(entry, first, second.year)

    def _somebody_elses(self, claim: Claim, first: Day) -> bool:
        """Whether an entry of just that origin shares a telling word with the claim."""
        assert first.day
        assert first.month
        assert first.year
        others = self.names.by_origin.get((first.day, first.month, first.year), ())
        if not others:
            return False
        said = {w.text for w in words(self.view, *claim.before)}
        return any(said and said <= self.names.words_of[o] for o in others)

    def _on_its_day(self, entry: Anniversary, day: Day, year: int | None) -> bool:
        """Whether a day and month are the entry's, by its rule or by its origin."""
        for origin in _origins(entry):
            if origin.month == day.month and (origin.day is None or origin.day in day.days):
                return True
        if entry.id == CHRISTMAS and (day.day, day.month) == (24, 12):
            return True  # the eve bears its name
        return _rule_allows(entry.rule, day, year)

    # --- single days ---

    def _single(self, claim: Claim, chain: Naming, before_end: int) -> Naming:
        day = claim.first
        assert day
        if self._impossible(day):
            self._account(True)
            return Naming()
        joined = (
            re.fullmatch(
                r"\)?\s{0,3}(?:[-,~&/]|đến|tới|và|hoặc|to|and)?\s{0,3}(?:hết\s)?\(?(?:ngày\s)?",
                self.plain[before_end : day.start],
            )
            if before_end >= 0 and day.start - before_end < 24
            else None
        )
        naming, gap_ok = self._day_naming(claim)
        if joined and not words(self.view, before_end, day.start):
            return Naming((*chain.matches, *naming.matches), False)
        spans = re.match(
            r"\s{0,2}(?:-|đến|tới)\s{0,2}(?:hết\s)?(?:ngày\s)?\d",
            self.plain[day.end : day.end + 16],
        )
        if not naming.matches:
            if day.year is None and TOLD_OF_A_DAY.search(
                self.plain, max(0, day.start - 120), day.start
            ):
                self._account(False)
            return Naming()
        self._account(True)
        self.named.append((claim, naming))
        if spans or not gap_ok or not naming.whole or _OTHER_CALENDAR.match(self.plain, day.end):
            return naming
        if day.year is None and not self._is_told_of(claim, day, naming):
            return naming
        follows = re.match(
            r"\)?\s{0,2}(?:,|và|&)\s{0,2}(?:ngày\s)?\(?\d{1,2}[/.-]\d",
            self.plain[day.end : day.end + 20],
        )
        entries = [self.names.entries[e] for e in sorted(naming.entries)]
        entries = [
            e
            for e in entries
            if not isinstance(_plain_rule(e.rule), Month) and e.kind != "document"
        ]
        if not entries or (follows and len(naming.matches) > 1):
            return naming
        self._judge_day(claim, day, entries, len(naming.matches))
        return naming

    def _is_told_of(self, claim: Claim, day: Day, naming: Naming) -> bool:
        """Whether words say that a day is the name's own.

        "Ngày Báo chí … (21/6)", "28/7: Ngày …"; not a ceremony's ("vào ngày 16/11"), nor another
        country's, nor words that only look like a name ("Liên hợp quốc ngày 5/8").
        """
        first, last = naming.matches[0], naming.matches[-1]
        begin = max(claim.clause[0], first.start - 40)
        if day.more and "-" in self.plain[day.start : day.end]:
            return False  # days of a holiday
        if _PLACE_OR_DAY.match(self.plain, day.end):
            return False
        if first.start > day.start:
            ahead = self.plain[day.end : first.start]
            if _CEREMONY.search(ahead):
                return False
            led = _OWN_DAY.search(ahead) is not None
        else:
            ahead = self.plain[begin : first.start]
            alone = not ahead.strip(" -+*•") and self.plain[:begin].rstrip(" ")[-1:] in ("", "\n")
            led = alone or _LEADS.search(ahead) is not None
            if _CEREMONY_OF.search(ahead):
                return False
            if _BESIDE.search(ahead) or _TIGHT.fullmatch(self.plain, last.end, day.start) is None:
                return False
        own = _OWN_DAY.match(self.plain, first.start) is not None
        return (led or own) and not self._is_abroad(claim, first, last)

    def _is_abroad(self, claim: Claim, first: Match, last: Match) -> bool:
        """Whether the words around tell of another country, and the name not of this one."""
        begin, end = min(first.start, claim.start), max(last.end, claim.end)
        if _OF_THAT_COUNTRY.match(self.plain, last.end) or _OF_ANOTHER.match(self.plain, end):
            return True
        if "Việt Nam" in self.plain[first.start : last.end]:
            return False
        return _ABROAD.search(self.plain, max(0, begin - 200), end + 200) is not None

    def _judge_day(self, claim: Claim, day: Day, entries: list[Anniversary], several: int) -> None:
        """A known name right beside one day: is it the day's?"""
        if day.calendar == "lunar" and not any(e.rule.lunar for e in entries):
            if any(e.origin and e.origin.lunar for e in entries):
                return
            return
        year = day.year or self.year
        if any(self._on_its_day(e, day, year) for e in entries):
            if several > 1:
                return
            told = len(self.found)
            if day.year is not None:
                self._origin_of_single(claim, day, entries)
            if len(self.found) == told:
                self._count_beside(claim, day, entries)
            return
        if any(e.rule.lunar for e in entries) and day.calendar != "lunar":
            return  # the sun's day of a lunar rule, or a ceremony's
        best = entries[0]
        if day.year is not None:
            # a date with its year is its own event unless it is the origin's year
            origins = [o for e in entries for o in _origins(e)]
            if not any(o.year == day.year and o.day for o in origins):
                return
            best = next(e for e in entries if any(o.year == day.year for o in _origins(e)))
        if any(e.kind == "period" for e in entries):
            return
        self._wrong_day(claim, best, day)

    def _count_beside(self, claim: Claim, day: Day, entries: list[Anniversary]) -> None:
        """ "80 năm Ngày thành lập Quân đội … (22/12)", "… (22/12/2026)": a count and one day."""
        count = claim.count
        if count is None or count.approximate or _NO_COUNT_AFTER.match(self.plain, count.end):
            return
        assert claim.first
        if _LEAD.search(self.plain, count.end, claim.first.start):
            return
        known = [(e, o) for e in entries for o in _origins(e)]
        year, own = self.year, None
        if day.year is not None and not any(o.year == day.year for _, o in known):
            year = own = day.year  # that of the anniversary itself
        fits = self._count_fits(known, count.value, own)
        if year is None or not known or fits or self._kept_beside(entries, count.value, own):
            return
        if any(e.inclusive for e in entries):
            return
        self._wrong_year(claim, count, known, year, claim.end)

    def _count_fits(
        self, known: list[tuple[Anniversary, PartialDate]], value: int, own: int | None = None
    ) -> bool:
        """Whether a count is that of the document's year or of one beside it: reports look back.

        ``own``: the year that stands beside the day, which alone counts.
        """
        if own is not None:
            return any(own - o.year + e.inclusive == value for e, o in known)
        if self.year is None:
            return True
        return any(abs(self.year - o.year + e.inclusive - value) <= 1 for e, o in known)

    def _wrong_year(
        self,
        claim: Claim,
        count: Count,
        known: list[tuple[Anniversary, PartialDate]],
        year: int,
        end: int,
    ) -> None:
        entry, origin = min(known, key=lambda pair: abs(year - pair[1].year - count.value))
        self._add(
            "year",
            "warning",
            min(claim.start, count.start),
            end,
            {
                "name": self._called(entry),
                "origin": _printed(origin),
                "on": year,
                "right": dates.count(year - origin.year),
                "said": dates.count(count.value),
            },
            self._printed_lines(entry, year),
            entry,
        )

    def _origin_of_single(self, claim: Claim, day: Day, entries: list[Anniversary]) -> None:
        """ "Nơi thành lập … - 10/6/1946": the right day of a wrong year, long past."""
        assert day.year is not None
        known = [o for e in entries for o in _origins(e)]
        if not known or any(o.year == day.year for o in known):
            return
        latest = max(o.year for o in known)
        if day.year >= 1990 or abs(day.year - latest) > 60:
            return
        best = entries[0]
        origin = _counted_from(best)
        told = self.plain[: day.start].rstrip()[-1:] == "("
        if origin is None or (best.kind in ("day", "great") and not told):
            return  # "ngày Quốc tế Lao động 1-5-1946" tells of that year's
        self._wrong_origin(claim, best, origin, day, (_printed(origin),))

    def _day_naming(self, claim: Claim) -> tuple[Naming, bool]:
        """The known name right before or right behind a single day, and whether it is whole."""
        assert claim.first
        day = claim.first
        low, high = claim.before
        ahead = self.plain[max(0, day.start - 2) : day.start].strip()[-1:]
        if day.year is not None and day.year >= 2000 and ahead not in ("(", "[", "-", ":", "|", ""):
            # "ngày 20/4/2023" in running text is a date of its own
            found, matches = [], []
        else:
            found = words(self.view, max(low, high - 160), high)
            matches = list(self.names.find(found))
        if matches and matches[-1].last >= len(found) - 1 - _harmless_tail(found):
            tail = self.plain[matches[-1].end : claim.first.start]
            taken = [matches[-1]]
            for match in reversed(matches[:-1]):
                if match.last != taken[0].first - 1:
                    break
                taken.insert(0, match)
            whole = self._stands_alone(found, taken[0]) and _ADJACENT.fullmatch(tail) is not None
            return Naming(tuple(taken), whole), True
        low, high = claim.after
        lead = _AFTER_DAY.match(self.plain, low, min(high, low + 40))
        if lead is None or (ahead == "(" and self.plain[low : low + 1] == ")"):
            return Naming(), False
        high = min(high, lead.end() + 240)
        stop = _AFTER_ENDS.search(self.plain, lead.end(), high)
        found = words(self.view, lead.end(), stop.start() if stop else high)
        matches = list(self.names.find(found))
        if matches and matches[0].first == 0:
            whole = _NAME_ENDS_CLAUSE.match(self.plain, matches[0].end) is not None
            return Naming((matches[0],), whole), True
        return Naming(), False

    def _stands_alone(self, found: list[Word], match: Match) -> bool:
        """Whether a name begins where its words begin: "Ngày …", a boundary, a capital."""
        if match.first == 0:
            return True
        before = found[match.first - 1]
        gap = self.plain[before.end : match.start]
        if re.search(r"[,:;(\[\"“”\-\n|]|ngày|lễ|tết", gap, re.I):
            return True
        word = self.plain[before.start : before.end]
        return word[:1].islower() and self.plain[match.start : match.start + 1].isupper()

    def _wrong_day(self, claim: Claim, entry: Anniversary, day: Day) -> None:
        right = self._day_of(entry, day.year or self.year)
        said = _said(evolve(day, year=None)) if day.year is None else _said(day)
        self._add(
            "day",
            "warning",
            claim.start,
            claim.end,
            {"name": self._called(entry), "right": right, "said": said},
            (right, *self._kept_then(entry, day)),
            entry,
        )

    def _kept_then(self, entry: Anniversary, day: Day) -> list[str]:
        """The kindred day that is kept on the date that was told instead, if there is just one."""
        assert day.day is not None
        assert day.month is not None
        own = self.names.words_of[self.names.entries.index(entry)]
        kindred = []
        for position in self.names.by_day.get((day.day, day.month), ()):
            other = self.names.entries[position]
            if other.rank <= 2 and len(own & self.names.words_of[position]) >= 2:
                kindred.append(f"{self._called(other)} ({dates.day_month(day.day, day.month)})")
        return kindred if len(kindred) == 1 else []

    # --- counts without dates ---

    def _count(self, claim: Claim) -> None:
        count = claim.count
        assert count
        if count.kind == "edition":
            self._edition(claim, count)
            return
        if self.year is None or count.approximate or _NO_COUNT_AFTER.match(self.plain, count.end):
            return
        low, high = claim.after
        stop = _SENTENCE_ENDS.search(self.plain, low, min(high, low + 240))
        found = words(self.view, low, stop.start() if stop else min(high, low + 240))
        person = self.names.person(found)
        matches = [person] if person else list(self.names.find(found))[:1]
        if not matches or matches[0].first != 0:
            return
        if _NAME_ENDS.match(self.plain, matches[0].end) is None:
            return
        naming = Naming(tuple(matches), True)
        self.named.append((claim, naming))
        self.claims += 1
        entries = [self.names.entries[e] for e in sorted(naming.entries)]
        known = [(e, o) for e in entries for o in _origins(e)]
        if not known or self._is_abroad(claim, matches[0], matches[0]):
            return
        if self._count_fits(known, count.value):
            return
        if _AHEAD.search(self.plain, max(0, count.start - 40), count.start):
            return
        if _OF_ANOTHER_TIME.search(self.plain, max(0, count.start - 60), count.start):
            return
        now = self.year or 0
        if count.value % 10 == 0 and all(count.value > now - o.year for _, o in known):
            return  # a plan's round number
        # a sentence may tell of another year: "ngày 20/8/2016, nhân kỷ niệm 152 năm …"
        told = {d.year for d in self.reading.dates_in(*claim.clause) if d.year}
        if any(abs(year - o.year - count.value) <= 1 for year in told for _, o in known):
            return
        if self._kept_beside(entries, count.value):
            return
        self._wrong_year(claim, count, known, self.year, max(claim.end, matches[-1].end))

    def _kept_beside(
        self, entries: list[Anniversary], value: int, beside: int | None = None
    ) -> bool:
        """Whether a day of the same date and of kindred name has that count: 20/10, 3/3, 4/10."""
        for entry in entries:
            rule = _plain_rule(entry.rule)
            if not isinstance(rule, SolarDay):
                continue
            own = self.names.words_of[self.names.entries.index(entry)] - _COMMON
            for position in self.names.by_day.get((rule.day, rule.month), ()):
                other = self.names.entries[position]
                if other in entries or not own & self.names.words_of[position]:
                    continue
                if self._count_fits([(other, o) for o in _origins(other)], value, beside):
                    return True
        return False

    def _edition(self, claim: Claim, count: Count) -> None:
        """ "Ngày Thơ Việt Nam lần thứ 22" with the year beside it."""
        year = self._year_beside(claim)
        if year is None:
            return
        low = max(claim.clause[0], count.start - 160)
        found = words(self.view, low, count.start)
        matches = list(self.names.find(found))
        if not matches or matches[-1].last != len(found) - 1:
            return
        if not self._stands_alone(found, matches[-1]):
            return
        entries = [self.names.entries[e] for e in matches[-1].entries]
        for entry in entries:
            first = entry.observance.first_year
            if first is None or entry.origin is not None or entry.observance.every != 1:
                return
            right = year - first + 1
            if right < 1 or abs(right - count.value) == 0 or abs(right - count.value) > 5:
                return
            self._add(
                "edition",
                "warning",
                matches[-1].start,
                count.end,
                {
                    "name": self._called(entry),
                    "on": year,
                    "right": right,
                    "said": count.value,
                },
                (self.words.FORMS["nth"].format(years=right),),
                entry,
            )
            return

    def _year_beside(self, claim: Claim) -> int | None:
        """The one year that the sentence names, else the document's."""
        low, high = max(0, claim.clause[0] - 200), claim.clause[1]
        near = {
            d.year for d in self.reading.dates_in(low, high) if d.year and 1990 <= d.year < LATEST
        }
        if len(near) == 1:
            return near.pop()
        return None if near else self.year

    # --- dates by themselves ---

    def _impossible(self, day: Day) -> bool:
        """Tell of a date that no calendar has."""
        text = self.plain[day.start : day.end]
        if day.year is not None and day.year > LATEST and day.day is not None:
            lone = "-" in text and self.plain[day.start - 1 : day.start] != "("
            if day.calendar != "lunar" and not lone:
                self._add("future", "error", day.start, day.end, {"said": day.year})
                return True
        if day.day is None or day.month is None:
            return False
        if not 1 <= day.month <= 12 or not 1 <= day.day <= 31:
            if day.year is not None and "/" not in text:
                return False
            self._add("date", "error", day.start, day.end, {"said": " ".join(text.split())})
            return True
        moon = day.calendar == "lunar" or _MOON_NEAR.search(
            self.plain, max(0, day.start - 8), min(len(self.plain), day.end + 30)
        )
        last = _DAYS_IN[day.month - 1]
        if day.month == 2 and day.year is not None and not _leap(day.year):
            last = 28
        if max(day.days) <= last and day.day > 0:
            return False
        if moon and max(day.days) <= 30:
            return False
        if day.year is None and not re.search(
            r"ngày\s$", self.plain[max(0, day.start - 6) : day.start], re.I
        ):
            return False
        self._add("date", "error", day.start, day.end, {"said": " ".join(text.split())})
        return True

    def _tie(self, first: Day, second: Day) -> bool:
        """Two names of one day, by the moon and by the sun; whether it could be judged."""
        moon, sun = (first, second) if first.calendar == "lunar" else (second, first)
        if (
            moon.calendar != "lunar"
            or sun.calendar == "lunar"
            or moon.day is None
            or sun.day is None
        ):
            return False
        year = sun.year or moon.year or self.year
        if year is None or sun.month is None or moon.month is None:
            return False
        candidates = [year] if sun.year else [year, year - 1, year + 1]
        answers: list[date] = []
        for y in candidates:
            try:
                solar = date(y, sun.month, sun.day)
                moon_day = lunar.from_date(solar)
            except ValueError:
                return False
            if not moon_day.is_certain or (moon_day.day, moon_day.month) == (moon.day, moon.month):
                return True
            if set(moon.days) & {moon_day.day} and moon_day.month == moon.month:
                return True
            answers.append(solar)
        if moon.cycle and not _same_cycle(moon.cycle, answers[0]):
            own = [
                y for y in (answers[0].year, answers[0].year - 1) if _same_cycle_year(moon.cycle, y)
            ]
            if not own:
                return False
            moon_year = own[0]
        else:
            moon_year = lunar.from_date(answers[0]).year
        try:
            right = lunar.observed(moon_year, moon.month, moon.day)
        except ValueError:
            return False
        if abs((right - answers[0]).days) > 45 and not moon.cycle:
            return False
        begin, end = min(first.start, second.start), max(first.end, second.end)
        self._add(
            "lunar",
            "warning",
            begin,
            end,
            {
                "lunar": self.plain[moon.start : moon.end].strip(),
                "right": dates.full_date(right),
                "said": _said(sun),
            },
            (dates.full_date(right),),
        )
        return True

    def _life(self, claim: Claim) -> bool:
        """The years of life behind a name: "Alexandre Yersin (1843-1963)"."""
        first, second = claim.first, claim.second
        assert first
        assert second
        assert first.year is not None
        assert second.year is not None
        if first.month or second.month or (claim.counts and claim.counts[-1].end > first.start):
            return False
        before = self.plain[max(0, first.start - 60) : first.start].rpartition("\n")[2]
        if not re.search(r"\(\s?$", before):
            return False
        if (
            115 < second.year - first.year < 400
            and not (second.year >= 2000 and (second.year - first.year) % 10 == 0)  # a jubilee
            and _PERSON_BEFORE.search(before)
            and not claim.counts
        ):
            self._add(
                "lifetime",
                "warning",
                first.start,
                second.end,
                {"said": f"{first.year} - {second.year}", "right": second.year - first.year},
            )
            return True
        found = words(self.view, max(claim.before[0], first.start - 60), first.start)
        texts = [w.text for w in found]
        for length in range(min(5, len(texts)), 1, -1):
            person = self.names.people.get(tuple(texts[-length:]))
            if person is None:
                continue
            born = {o.year for e in person["birth"] for o in _origins(self.names.entries[e])}
            died = {o.year for e in person["death"] for o in _origins(self.names.entries[e])}
            if not born or not died or (first.year in born and second.year in died):
                return bool(born and died)
            if len(born) > 1 or len(died) > 1:
                return False
            if (
                first.year not in born
                and second.year not in died
                and not (
                    _typing_slip(first.year, min(born)) and _typing_slip(second.year, min(died))
                )
            ):
                return False
            entry = self.names.entries[min(person["birth"])]
            right = f"{min(born)} - {min(died)}"
            self._add(
                "life",
                "warning",
                first.start,
                second.end,
                {
                    "name": self._called(entry),
                    "right": right,
                    "said": f"{first.year} - {second.year}",
                },
                (f"({right})",),
                entry,
            )
            return True
        return False

    def _weekdays(self) -> None:
        """ "Chủ nhật, ngày 22/12/2026": a day of the week that the date is not."""
        for m in _WEEKDAY.finditer(self.plain):
            if not _BEFORE_WEEKDAY.search(self.plain, max(0, m.start() - 16), m.start()):
                continue  # "kỳ họp thứ bảy ngày 12/7": one in a row
            before = self.plain[max(0, m.start() - 400) : m.start()]
            if "thứ nhất" in before.lower() or _WEEKDAY_WORD.search(before[-30:]):
                continue
            if before.rstrip(" ")[-1:] == "\n" and m["w"][0].islower():
                continue  # a line that was broken
            day = next(iter(self.reading.dates_in(m.end(), m.end() + 1)), None)
            if day is not None:
                self._weekday(day, m["w"], m.start(), day.end)
        for day in self.reading.dates:
            behind = _WEEKDAY_BEHIND.match(self.plain, day.end)
            if behind is not None:
                self._weekday(day, behind["w"], day.start, behind.end())

    def _weekday(self, day: Day, word: str, start: int, end: int) -> None:
        if not (day.day and day.month and day.year) or day.calendar == "lunar":
            return
        try:
            known = date(day.year, day.month, day.day)
        except ValueError:
            return
        self.claims += 1
        if known.weekday() == _WEEKDAYS[" ".join(word.lower().split())] or day.more:
            return
        right = dates.weekday(known, self.judge.lang)
        self._add("weekday", "error", start, end, {"said": _said(day), "right": right}, (right,))

    def _cycles(self) -> None:
        """ "Tết Nguyên đán Bính Ngọ 2027": the name of another year."""
        for m in _CYCLE.finditer(self.plain):
            year = int(m["y"])
            late = _LAST_MONTHS.search(self.plain, max(0, m.start() - 20), m.start())
            self.claims += 1
            if late or _same_cycle_year(m["c"], year):
                continue
            right = lunar.can_chi_of_year(year)
            said = " ".join(m["c"].split())
            self._add(
                "cycle",
                "warning",
                m.start("c"),
                m.end(),
                {"said": said, "on": year, "right": right},
                (f"{right} {year}",),
            )

    def _state_names(self) -> None:
        """Names that must stand whole: the State's."""
        for m in _STATE.finditer(self.view.bare):
            self._add("name", "warning", m.start(), m.end(), {"right": _STATE_NAME}, (_STATE_NAME,))

    def _missing(self, expected: Iterable[Occurrence]) -> None:
        """The days that the text should name and does not, whatever it says of them."""
        expected = list(expected)
        if not expected:
            return
        said: set[int] = set()
        found = words(self.view, 0, len(self.plain))
        for match in self.names.find(found):
            said |= match.entries
        for _, naming in self.named:
            said |= naming.entries
        ids = {self.names.entries[e].id for e in said}
        for occurrence in expected:
            if occurrence.anniversary.id not in ids:
                right = line(occurrence, self.judge.lang)
                self._add(
                    "missing", "note", 0, 0, {"right": right}, (right,), occurrence.anniversary
                )

    # --- entries in words ---

    def _one(self, naming: Naming) -> Anniversary | None:
        entries = naming.entries
        return self.names.entries[min(entries)] if len(entries) == 1 else None

    def _called(self, entry: Anniversary) -> str:
        return entry.names[-1].said_in(self.judge.lang)

    def _day_of(self, entry: Anniversary, year: int | None) -> str:
        rule = _plain_rule(entry.rule)
        if isinstance(rule, SolarDay):
            return dates.day_month(rule.day, rule.month)
        if isinstance(rule, LunarDay):
            return str(self.words.FORMS["lunar-day"].format(day=rule.day, month=rule.month))
        days = entry.rule.in_year(year or 2025)
        if days is None:
            return "?"
        if days[0] == days[1]:
            return dates.full_date(days[0]) if year else dates.day_month(days[0].day, days[0].month)
        return " - ".join(dates.day_month(day.day, day.month) for day in days)

    def _printed_lines(self, entry: Anniversary, year: int) -> list[str]:
        if not 1902 <= year <= 2099:
            return []
        occurred = falls(entry, date(year, 1, 1), date(year, 12, 31), every_year=True)
        return [line(o, self.judge.lang) for o in occurred][:1]


_WEEKDAYS = {
    **dict.fromkeys(("thứ hai", "thứ 2"), 0),
    **dict.fromkeys(("thứ ba", "thứ 3"), 1),
    **dict.fromkeys(("thứ tư", "thứ 4"), 2),
    **dict.fromkeys(("thứ năm", "thứ 5"), 3),
    **dict.fromkeys(("thứ sáu", "thứ 6"), 4),
    **dict.fromkeys(("thứ bảy", "thứ bẩy", "thứ 7"), 5),
    "chủ nhật": 6,
}
_A_WEEKDAY = r"chủ nhật|thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])"
_WEEKDAY = re.compile(
    rf"(?<!lần )(?<!hạng )\b(?P<w>{_A_WEEKDAY})"
    r"\s?[,(]?\s?(?:\(\s?)?(?:ngày\s)?(?=\d)",
    re.I,
)
_WEEKDAY_WORD = re.compile(rf"\b(?:{_A_WEEKDAY})\b", re.I)
_WEEKDAY_BEHIND = re.compile(rf"\s?\(\s?(?P<w>{_A_WEEKDAY})\s?\)", re.I)
_BEFORE_WEEKDAY = re.compile(
    r"(?:^|[\n,;:(|.-]\s?|\d\s?h?\d{0,2}\s"
    r"|\b(?:vào|từ|sáng|chiều|tối|trưa|đêm|giờ|phút|hôm|là|đến|lúc|tức|nhằm|và|làm|nghỉ)\s)$",
    re.I,
)
_CYCLE = re.compile(
    rf"\b(?:Tết(?:\sNguyên\sđán)?|[Xx]uân|năm)\s(?P<c>(?:{CAN})\s(?:{CHI}))\s?[(-]?\s?"
    r"(?:năm\s)?(?P<y>(?:19|20)\d\d)(?=\s?(?:[.,;:)!?\n|\"”]|$)"
    r"|\s(?:của|tại|cho|và|là|với|sẽ|đã|trên|ở|trong|do|được|đang|diễn)\b)",  # not "2025 suất"
    re.I,
)
_LAST_MONTHS = re.compile(
    r"\b(?:tất niên|tiễn|cuối|chạp|tháng\s(?:một|11|12|mười\s(?:một|hai)))\s$", re.I
)
_COMMON = word_set(
    "thanh lap ngay truyen thong viet nam tinh dang bo nhan dan giai phong chien thang mien luc "
    "luong hoi ban sinh mat nganh uy pho lan thu 1 2 3 dong chi bacho tham ve tong bi chu tich"
)
_ADJACENT = re.compile(
    r"(?:\snước)?[\s\"”\u2019']{0,4}(?:[(\[]\s?|[-:,|]\s?|năm\s\d{4}\s?)?"
    r"(?:(?:vào|là|đó là|nhằm|rơi vào)\s)?(?:(?:ngày|hôm|mùng|mồng)\s){0,2}",
    re.I,
)
_TIGHT = re.compile(
    r"(?:\snước)?[\s\"”\u2019']{0,4}(?:[(\[]\s?(?:(?:ngày|mùng|mồng)\s)?|[-:|]\s?|,\s?"
    r"|(?:là|đó là|rơi vào|nhằm)\s(?:ngày\s)?)?",
    re.I,
)
"""Between a name and its own day; "vào ngày" is that of a ceremony."""
_LEADS = re.compile(
    r"(?:\b(?:ngày|lễ|tết|kỷ niệm|kỉ niệm|mừng|hưởng ứng|năm)\s"
    r"(?:(?:hội|toàn|hoàn toàn|nước|các|cuộc)\s)?|[\n|]\s*|^\s*[-+*•]\s*|\d[.)]\s)[\"“]?$",
    re.I,
)
_BESIDE = re.compile(
    r"(?:\b(?:đêm|cận|trước|sau|chiều|tối|sáng|trưa|giáp|áp|dịp|nghỉ|mùa|đón|tuần|những ngày"
    r"|các ngày)|\d\s?ngày)\s(?:(?:lễ|tết|ngày)\s)?$",
    re.I,
)
"""Before the name of a holiday: a day or days beside it."""
_CEREMONY_WORDS = (
    r"\b(?:lễ (?:kỷ|kỉ) niệm|mít tinh|gặp mặt|họp mặt|tổ chức|tọa đàm|toạ đàm|dâng hương|hội thi"
    r"|hạn|đăng ký|đăng kí)\b"
)
_CEREMONY = re.compile(_CEREMONY_WORDS, re.I)
_CEREMONY_OF = re.compile(
    rf"{_CEREMONY_WORDS}(?:\s(?:nhân dịp|nhân|chào mừng|mừng|kỷ niệm|kỉ niệm|ngày))*\s$", re.I
)
_PLACE_OR_DAY = re.compile(r"\)?(?:\s(?:tại|ở)\s|\s?,\s?(?:ngày\s)?\d{1,2}/\d)")
_OWN_DAY = re.compile(r"\b(?:ngày|lễ|tết|quốc khánh|giáng sinh|phật đản|vu lan|giỗ)\b", re.I)
_SEASONS = re.compile(
    r"\b(?:tình nguyện|mùa|giải|cuộc thi|hội thi|hội diễn|liên hoan|festival)\b", re.I
)
_OF_THAT_COUNTRY = re.compile(r"\s(?:của\s)?nước\s(?:này|bạn|đó|láng giềng)\b", re.I)
_OF_ANOTHER = re.compile(
    r"\s?\)?,?\s(?:của|ở|tại)\s(?:nước\s)?"
    r"(?!Việt Nam|ta\b|nhà\b|dân tộc|đất nước|cả nước|Tổ quốc|CHXHCN|Cộng hòa xã hội|Thủ đô)"
    r"(?:nước\s|(?-i:[A-ZĐ]))",
    re.I,
)
_ABROAD = re.compile(
    r"(?<!chống )(?<!đế quốc )(?<!thực dân )(?<!giặc )(?<!quân )(?<!đánh )\b(?:Mỹ|Pháp(?! l| y)"
    r"|Hoa Kỳ|Trung Quốc|Triều Tiên|Hàn Quốc|Bình Nhưỡng|Nhật Bản|Thái Lan|Malaysia|Indonesia"
    r"|Philippines|Singapore|Myanmar|Campuchia|Ấn Độ|Pakistan|Afghanistan|Ukraine|Italy"
    r"|Tây Ban Nha|Bồ Đào Nha|Ba Lan|Thụy Điển|Thụy Sĩ|Hà Lan|Hungary|Canada|Australia|Brazil"
    r"|Argentina|Mexico|Venezuela|Cuba|Israel|Iran|Iraq|Syria|Ai Cập|Thổ Nhĩ Kỳ|Đài Loan|Bắc Kinh"
    r"|Paris|H[oồ]ng Kông|Hong Kong)\b"
)
_AFTER_DAY = re.compile(
    r"\s?\)?\s{0,3}(?:[:|]\s{0,3}(?:[-+]\s)?|[-]\s{1,3}|\n\s{0,3}"
    r"|\s?(?:(?:hằng|hàng)\snăm\s)?(?:đã\s)?"
    r"(?:là|trở thành|được\s(?:chọn|lấy|xác định)\s(?:là|làm))\s)",
    re.I,
)
_AFTER_ENDS = re.compile(r"[\n;.:]")
_NAME_ENDS_CLAUSE = re.compile(
    r"(?:\snước)?\s?[\"”\u2019]?\s?(?:\([^()\n]{0,60}\))?\s{0,3}(?:$|[\n;.:|])"
)
_OTHER_CALENDAR = re.compile(r"\s?(?:theo\s)?(?:lịch\s(?!âm)|công lịch|dương lịch cũ)", re.I)
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:huy hiệu|(?:kỷ|kỉ) niệm chương|bộ tem|tượng đài|đại lễ|hồi|sau|cách đây)\b[^.;\n]*$",
    re.I,
)
_AHEAD = re.compile(r"\b(?:hướng tới|hướng đến|tiến tới|chuẩn bị|dự kiến|đến năm)\b", re.I)
_SENTENCE_ENDS = re.compile(r"[.;:()\n|]")
_NAME_ENDS = re.compile(
    r"(?:\snước)?\s{0,3}(?:[.,;:()\n\"”|]|$|-\s|(?:gắn|và|với|nhằm|tại|trong|do|bằng|ở|được|đã|sẽ|là)\s)",
    re.I,
)
_STATE = re.compile(r"\bcong hoa xa hoi(?! chu nghia)(?! \w+ chu nghia)(?: \w+)? viet nam\b")
_STATE_NAME = "Cộng hòa xã hội chủ nghĩa Việt Nam"


_FESTIVE = re.compile(r"kỷ niệm các ngày lễ|chào mừng|ngày lễ lớn", re.I)
_DOCUMENT = re.compile(
    r"(?:Kết luận|Nghị quyết|Chỉ thị|Quy định|Thông báo|Quyết định|Nghị định|Luật)"
    r"\s{1,3}(?:số\s{1,3})?(?P<number>\d{1,4}\s?[-/]\s?(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]{1,5}(?:\d{2})?"
    r"(?:[-/]\s?[A-ZĐ][A-Za-z]{1,4})?)\s?,?\s"
    r"(?:ngày\s)?"
)
_CAPITAL = r"(?-i:[A-ZĐÁÀÂĂÊÔƠƯÚÍÝ])"
_PERSON_BEFORE = re.compile(
    r"\b(?:ông|bà|cụ|nhà\s(?:thơ|văn|báo|giáo|bác học|cách mạng)|bác s[ĩỹ]|danh nhân|đồng chí"
    rf"|anh hùng|chí s[ĩỹ]|đại tướng|nhạc s[ĩỹ])\s(?:[^\s.;:()]+\s){{0,4}}?"
    rf"{_CAPITAL}\w+(?:\s{_CAPITAL}\w*){{1,4}}\s?\(\s?$",
    re.I,
)


def _one_place_apart(said: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether two names are the same but for at most two words in one place inside."""
    if said == key or len(key) < 6 or said[0] != key[0] or said[-1] != key[-1]:
        return False
    ahead = 0
    while ahead < min(len(said), len(key)) and said[ahead] == key[ahead]:
        ahead += 1
    behind = 0
    while behind < min(len(said), len(key)) - ahead and said[-1 - behind] == key[-1 - behind]:
        behind += 1
    inside = len(said) - ahead - behind, len(key) - ahead - behind
    return ahead >= 2 and behind >= 2 and 0 < inside[1] <= 2 and inside[0] <= 2


def _as_date(day: Day) -> date:
    try:
        return date(day.year or 1, day.month or 12, day.day or 28)
    except ValueError:
        return date(day.year or 1, 12, 28)


def _is_eve(first: Day, second: Day) -> bool:
    """Whether a time that began with a month or a year is over with another."""
    assert first.year
    assert second.year
    if first.month is None or second.month is None:
        return False
    months = 12 * (second.year - first.year) + second.month - first.month
    if first.day is None or second.day is None:
        return (months + 1) % 12 == 0
    return first.day == 1 and (_as_date(second) + timedelta(1)).timetuple()[1:3] == (first.month, 1)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _core(name: str) -> str:
    """A name without its first "Ngày", which a match does not include."""
    return re.sub(r"^(?:Ngày|Lễ|Cuộc) ", "", name)


def _alike(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)


def _harmless_tail(found: list[Word]) -> int:
    """How many words at the end change nothing."""
    tail = 0
    while tail < len(found) and found[-1 - tail].text in HARMLESS:
        tail += 1
    return tail


def _placed(finding: Finding, newlines: list[int]) -> Finding:
    """With its line and column."""
    before = bisect_right(newlines, finding.start - 1)
    begin = newlines[before - 1] + 1 if before else 0
    return evolve(finding, line=before + 1, column=finding.start - begin + 1)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _said(day: Day) -> str:
    """A date of the text in the house's form."""
    if day.day is not None and day.month is not None:
        days = (
            dates.day_month(day.day, day.month)
            if 1 <= day.month <= 12
            else f"{day.day}/{day.month}"
        )
        return days if day.year is None else f"{days}/{day.year}"
    if day.month is not None and day.year is not None:
        return dates.partial_date(day.year, day.month)
    return str(day.year)


def _printed(origin: PartialDate) -> str:
    return dates.partial_date(origin.year, origin.month, origin.day)


def _typing_slip(said: int, right: int) -> bool:
    """Whether two numbers differ as a slip of the hand makes them: near, or in one digit."""
    if abs(said - right) <= 2:
        return True
    a, b = str(said), str(right)
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b)
    return a in b or b in a


def _counted_from(entry: Anniversary) -> PartialDate | None:
    """The origin in the calendar of the rule, else in the other one."""
    if entry.origin is None:
        return None
    solar, moon = entry.origin.solar, entry.origin.lunar
    return (moon or solar) if entry.rule.lunar else (solar or moon)


def _origins(entry: Anniversary) -> list[PartialDate]:
    """All that an entry may be counted from: by sun and moon, and by those who disagree."""
    found: list[PartialDate] = []
    if entry.origin:
        found += [o for o in (entry.origin.solar, entry.origin.lunar) if o]
    for reading in entry.disputed:
        found += _dates_in(reading.reading)
    return found


def _dates_in(text: str) -> list[PartialDate]:
    found = []
    for m in re.finditer(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?\b(\d{4})\b", text):
        day, month, year = (int(g) if g else None for g in m.groups())
        assert year is not None
        found.append(PartialDate(year, month, day))
    return found


def _origin_fits(entry: Anniversary, first: Day) -> bool:
    """Whether a date agrees with an origin of the entry as far as both go."""
    rule = _plain_rule(entry.rule)
    for origin in _origins(entry):
        if origin.year != first.year:
            continue
        if first.month is None or origin.month is None:
            return True
        if first.day is None or origin.day is None:
            if first.month == origin.month:
                return True
        elif origin.month == first.month and origin.day in first.days:
            return True
        # the day that is kept, of the year that is counted from
        if first.day is not None and _rule_allows(rule, first, first.year):
            return True
    return False


def _distance(entry: Anniversary, first: Day) -> int:
    return min((abs(o.year - (first.year or 0)) for o in _origins(entry)), default=9999)


def _plain_rule(rule: Rule) -> Rule:
    while isinstance(rule, Moved):
        rule = rule.of
    return rule


def _rule_allows(rule: Rule, day: Day, year: int | None) -> bool:
    """Whether a rule may fall on a day and month, in a year if one is known."""
    if day.day is None or day.month is None:
        return True
    if isinstance(rule, Moved):
        ends = [end for _, days in rule.moved if days for end in days]
        told = [(end.day, end.month) for end in ends]
        if rule.lunar:
            told += [(moon.day, moon.month) for moon in map(lunar.known, ends) if moon]
        if (day.day, day.month) in told:
            return True
    rule = _plain_rule(rule)
    days_told = day.days
    if isinstance(rule, SolarDay):
        if (rule.day, rule.month) == (29, 2) and day.day == 28:
            return day.month == 2
        return rule.month == day.month and rule.day in days_told
    # the 30th is kept on the 29th of a short month
    kept_29 = isinstance(rule, LunarDay) and rule.day == 30 and 29 in days_told
    if (
        isinstance(rule, LunarDay)
        and rule.month == day.month
        and (rule.day in days_told or kept_29)
    ):
        return True
    if isinstance(rule, Offset):
        return True
    first = getattr(rule, "first", None)
    if isinstance(first, LunarDay | SolarDay):
        last = rule.last  # type: ignore[union-attr]
        if day.calendar == "lunar" or isinstance(first, SolarDay):
            low, high = (first.month, first.day), (last.month, last.day)
            at = (day.month, day.day)
            return low <= at <= high if low <= high else at >= low or at <= high
    for y in [year] if year else range(2000, 2060):
        days = rule.in_year(y) if 1901 <= y <= 2100 else None
        if days is None:
            continue
        try:
            if days[0] <= date(y, day.month, day.day) <= days[1]:
                return True
            if days[0] <= date(y + 1, day.month, day.day) <= days[1]:
                return True
        except ValueError:
            return False
    return False


def _same_cycle(cycle: str, solar: date) -> bool:
    return _same_cycle_year(cycle, lunar.from_date(solar).year)


_SPELLED = str.maketrans({"ỷ": "ỉ", "ý": "í", "ỵ": "ị"})


def _same_cycle_year(cycle: str, year: int) -> bool:
    said = " ".join(cycle.lower().split()).translate(_SPELLED).replace("mẹo", "mão")
    return said == lunar.can_chi_of_year(year).lower().translate(_SPELLED)


__all__ = ["LEVELS", "Finding", "Judge", "Judged"]
