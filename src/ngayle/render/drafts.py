"""Drafts (orientations and plans) as text, Markdown and JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ngayle.render.markdown import escape
from ngayle.render.records import SCHEMA, record
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.drafts.model import Draft, Item, Line


def text(draft: Draft, *, ids: bool = False) -> str:
    """A title, then the numbered items, each paragraph on one line, ready to paste.

    ``ids``: after each line the ids of what it tells of.
    """
    draft = marked(draft) if ids else draft
    out = [draft.title]
    for number, item in enumerate(draft.items, 1):
        paragraphs = [
            f"{item.marker}{words}" if separate else words for separate, words in item.paragraphs()
        ]
        out.append("\n".join([f"{number}. {paragraphs[0]}", *paragraphs[1:]]))
    if not draft.items:
        out.append(say(draft.lang, "nothing"))
    return "\n\n".join(out) + "\n"


def marked(draft: Draft) -> Draft:
    """The draft with the ids of the entries in its lines, for the one who checks them."""
    return evolve(
        draft,
        items=tuple(
            evolve(
                item,
                lines=tuple(
                    evolve(x, text=_with_ids(x, x.text), bare=_with_ids(x, x.sent))
                    for x in item.lines
                ),
            )
            for item in draft.items
        ),
    )


def _with_ids(line: Line, text: str) -> str:
    told = [*(o.anniversary.id for o in line.occurrences), *filter(None, (line.theme,))]
    return f"{text} [{', '.join(told)}]" if told else text


def markdown(draft: Draft, *, ids: bool = False) -> str:
    """The same under a heading; nothing in a name is taken as markup."""
    draft = marked(draft) if ids else draft
    out = [f"# {inert(draft.title)}"]
    for number, item in enumerate(draft.items, 1):
        blocks: list[str] = []
        for separate, words in item.paragraphs():
            if separate and blocks[-1].startswith("   - "):
                blocks[-1] += f"\n   - {inert(words)}"
            elif separate:
                blocks.append(f"   - {inert(words)}")
            else:
                blocks.append(f"   {inert(words)}")
        out.append("\n\n".join([f"{number}. {blocks[0].lstrip()}", *blocks[1:]]))
    if not draft.items:
        out.append(say(draft.lang, "nothing"))
    return "\n\n".join(out) + "\n"


def inert(words: str) -> str:
    """``words`` as Markdown that shows them as they are, wherever a line begins."""
    return re.sub(
        r"^(\d+)([.)])(?=\s|$)|^([-+=])",
        lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}",
        escape(words),
    )


def as_json(draft: Draft, version: str) -> str:
    """For programs: items as paragraphs and as lines, each line tagged with what it came from."""
    document = {
        "schema": SCHEMA,
        "period": draft.period.text,
        "generated_from": version,
        "title": draft.title,
        "items": [_item(number, item) for number, item in enumerate(draft.items, 1)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _item(number: int, item: Item) -> dict[str, Any]:
    return {
        "number": number,
        "kind": item.kind,
        "opening": item.opening,
        "text": item.text,
        "lines": [_line(line) for line in item.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    tagged: dict[str, Any] = {
        "text": line.text,
        "role": line.role,
        "lead": line.lead or None,
        "theme": line.theme,
        "days_left": line.days_left,
        "due": line.due,
        "note": line.note or None,
    }
    tagged["from"] = [
        {key: value for key, value in record(o).items() if key in SOURCE_KEYS}
        | {"files": _files(o.anniversary.chain)}
        for o in line.occurrences
    ]
    return tagged


SOURCE_KEYS = (
    "id",
    "date",
    "end",
    "years",
    "jubilee",
    "layer",
    "province",
    "sector",
    "kind",
    "legal_basis",
    "sources",
)
"""Of the keys of a listing's JSON, those that say where a line came from."""


def _files(chain: tuple[str, ...]) -> list[str]:
    """The files that made an entry, from "themes.toml: added"."""
    return list(dict.fromkeys(step.split(": ")[0] for step in chain))
