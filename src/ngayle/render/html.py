"""Drafts as HTML to paste into the editor of a portal: headings, paragraphs and lists alone."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from ngayle.render.drafts import marked
from ngayle.render.paragraphs import NBSP, choices, letter, paragraphs
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ngayle.drafts.model import Draft, Item


def html(draft: Draft, *, ids: bool = False) -> str:
    """A page of UTF-8 text with nothing but ``h1``, ``h2``, ``p``, ``ul`` and ``li`` in its body.

    No styles, classes or scripts: they are the portal's. ``ids``: with the ids of the entries.
    """
    shown = marked(draft) if ids else draft
    items = letter(shown)
    body = [f"<h1>{_escaped(shown.title)}</h1>"]
    for number, item in enumerate(items, 1):
        body += _item(item, f"{number}. ")
    if not items:
        body.append(f"<p>{_escaped(say(draft.lang, 'nothing'))}</p>")
    for item in choices(shown):
        body.append(f"<h2>{_escaped(say(draft.lang, 'others.title'))}</h2>")
        body += list(_item(item, ""))[1:]
    head = f'<!doctype html>\n<html lang="{draft.lang}">\n<meta charset="utf-8">\n'
    title = f"<title>{_escaped(shown.title)}</title>\n"
    return "\n".join([f"{head}{title}<body>", *body, "</body>", "</html>", ""])


def _item(item: Item, number: str) -> Iterator[str]:
    found = list(paragraphs(item))
    for separate, group in groupby(found, key=lambda paragraph: paragraph.separate):
        if separate:
            yield "<ul>"
            yield from (f"<li>{_escaped(paragraph.text)}</li>" for paragraph in group)
            yield "</ul>"
            continue
        for paragraph in group:
            text = f"{number}{paragraph.text}" if paragraph is found[0] else paragraph.text
            yield f"<p>{_escaped(text)}</p>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace(NBSP, "&nbsp;")
