"""A draft as the paragraphs of a letter: finished with ";" and ".", and bound against line breaks.

Word and HTML are made of these. Text and Markdown keep the bare sentences, for other hands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ngayle.drafts.model import Draft, Item

NBSP = "\u00a0"

_BOUND = re.compile(
    # a pair of dates, solar or lunar, with what stands before it in the parenthesis
    r"\d[\d/]*(?: (?:âm lịch|nhuận))?(?:, \d+)?(?: - \d[\d/]*)+(?: (?:âm lịch))?"
    r"|\d[\d/]* âm lịch(?:, \d+ - \d+)?"
    # a count with its word, a number with the word before it
    r"|\d+ (?:năm|ngày)\b"
    r"|\b(?:[Nn]ăm|[Nn]gày|[Tt]háng|[Ss]ố|Quý|khóa|lần thứ) (?=[\dIVX])"
)


@frozen
class Paragraph:
    """A paragraph: its ``text``, whether it is one of several ``separate`` lines, a ``heading``."""

    text: str
    separate: bool = False
    heading: bool = False


def letter(draft: Draft) -> list[Item]:
    """The items that the letter has, without working notes; the rest is there to choose from."""
    return [
        evolve(item, lines=tuple(evolve(line, text=line.sent) for line in item.lines))
        for item in draft.items
        if item.kind != "others"
    ]


def choices(draft: Draft) -> list[Item]:
    """The items that are there to choose from."""
    return [item for item in draft.items if item.kind == "others"]


def paragraphs(item: Item, end: str = ".") -> Iterator[Paragraph]:
    """The paragraphs of an item; separate lines end in ";", the last of all in ``end``."""
    found = list(item.paragraphs())
    for at, (separate, words) in enumerate(found):
        last = at == len(found) - 1
        heading = item.separate and not separate
        if separate:
            words = words[:1].upper() + words[1:]
            following = not last and found[at + 1][0]
            words = ended(words, ";" if following else end if last else ".")
        elif last and not heading:
            words = ended(words, end)
        yield Paragraph(bound(words), separate, heading)


def ended(words: str, mark: str) -> str:
    """``words`` with a mark at the end, in place of the one that may be there."""
    bare = words.rstrip(" .;")
    return words if bare.endswith(("…", "!", "?")) else f"{bare}{mark}"


def bound(words: str) -> str:
    """``words`` with no-break blanks in date pairs, counts and numbers with their words."""
    return _BOUND.sub(lambda found: found[0].replace(" ", NBSP), words)
