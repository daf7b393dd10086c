"""Drafts as values: what was chosen, each line with its source. Formats are the renderers'."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from ngayle.words.lines import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ngayle.model import Lang, Occurrence
    from ngayle.period import Period

GROUPS = ("great", "national", "province", "sector", "person", "international", "local")
"""What ``Choices.only`` can hold: great days, or the days of a layer."""

BREADTHS = {"brief": 1, "usual": 2, "wide": 3}
"""How far down a draft goes: the worst standing (:func:`ngayle.occurrences.rank`) it prints."""

THEMES = ("usual", "seasonal", "all", "none")
"""Which themes: the standing political ones and the month's, the month's alone, every one, none."""

AHEAD_DAYS, AHEAD_MONTHS = 10, 3
"""How far a draft looks ahead unless told otherwise."""


@frozen
class Choices:
    """What a draft prints, how its lines are written, and how far ahead it looks.

    ``style`` and ``order``: of ``STYLES`` and ``ORDERS`` of :mod:`ngayle.words.lines`;
    ``separate``: a line for each day instead of one paragraph, as ``list`` and ``bullets`` always
    have; ``pairs``: the two days of a pair in one sentence with "và"; ``breadth``: of ``BREADTHS``;
    ``only``: of the anniversaries those of these ``GROUPS``, empty for all. ``ahead_days``: of the
    next month's first so many days (0 to 31) what every office prints and the days of the office's
    own layers, and the great days of the whole of it; ``ahead_months``: of so many months (0 to 12)
    after this one the round years that most offices print. The office's own layers are its
    overlays, the provinces and the sectors that it asked for. ``themes``: of ``THEMES``.
    ``flags``: great days and days off alone, as notices on flags have them.
    """

    style: str = "full"
    order: str = "date"
    separate: bool = False
    pairs: bool = True
    breadth: str = "usual"
    only: frozenset[str] = frozenset()
    ahead_days: int = AHEAD_DAYS
    ahead_months: int = AHEAD_MONTHS
    themes: str = "usual"
    flags: bool = False
    lang: Lang = "vi"

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
    before the first of several ("hướng tới kỷ niệm"). ``mourned``: told of in mourning, in a
    sentence of its own. ``occurrences``: the one or two days that it tells of; ``theme``: the id
    of the theme. ``days_left``: of a campaign, from the later of its start and the month's first
    day to its last day, both included. ``due``: of a document, "so-ket" (a review, at 5 years),
    "tong-ket" (a summing-up, at 10, 20, …) or None.
    """

    text: str
    role: str
    lead: str = ""
    mourned: bool = False
    occurrences: tuple[Occurrence, ...] = ()
    theme: str | None = None
    days_left: int | None = None
    due: str | None = None
    note: str = ""
    bare: str = ""

    @property
    def sent(self) -> str:
        """The text as a letter has it, without the note."""
        return self.bare or self.text


@frozen
class Item:
    """One item of a draft: an opening and lines, in one paragraph or ``separate`` ones.

    ``kind``: "anniversaries", "others", "periods", "documents", "campaigns", "themes", "great" or
    "quarter". ``marker``: what stands before each separate line.
    """

    kind: str
    opening: str
    lines: tuple[Line, ...]
    separate: bool = False
    marker: str = ""

    @property
    def text(self) -> str:
        """The item as one paragraph; what is mourned stands last, in a sentence of its own."""
        alive = [(line.lead, line.text) for line in self.lines if not line.mourned]
        mourned = [(line.lead, line.text) for line in self.lines if line.mourned]
        return " ".join(filter(None, (paragraph(self.opening, alive), paragraph("", mourned))))

    def paragraphs(self) -> Iterator[tuple[bool, str]]:
        """The paragraphs to print, each with whether it is one of the separate lines."""
        if not self.separate:
            yield False, self.text
            return
        heading, lead = self.opening.removesuffix(":"), ""
        for at, line in enumerate(self.lines):
            if line.lead != lead:
                lead = line.lead
                begins = at == 0 and not line.mourned
                heading = f"{heading} {lead}" if begins else lead[:1].upper() + lead[1:]
                yield False, f"{heading}:"
            elif at == 0:
                yield False, f"{heading}:"
            yield True, line.text


@frozen
class Draft:
    """A titled list of items for a period. ``lang``: "vi" or "en"."""

    title: str
    period: Period
    lang: Lang = "vi"
    items: tuple[Item, ...] = ()

    @property
    def signed_in(self) -> int:
        """The year in which it is signed, before its period begins: of January the year before."""
        return (self.period.first - timedelta(1)).year


USUAL = Choices()
