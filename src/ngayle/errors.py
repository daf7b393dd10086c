"""The errors that a user can cause: one line that names the thing and what would be right."""

from __future__ import annotations

from collections.abc import Iterable


class NgayleError(Exception):
    """Base of the errors below; ``str()`` is one line, or one line for each problem."""


class RequestError(NgayleError, ValueError):
    """A period, name, option or file that was asked for is not right."""


class CatalogueError(NgayleError, ValueError):
    """One or more data files are not right; ``problems`` has a line for each problem."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


def one_line(text: str) -> str:
    """``text`` with whatever is not printable as an escape, so that a message stays a line."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text
    )


def near_it(id_: str, ids: Iterable[str]) -> str:
    """The end of a message on an unknown id: "; near it: …", or nothing if none is."""
    from difflib import get_close_matches

    near = get_close_matches(id_, list(ids), 3)
    return f"; near it: {', '.join(near)}" if near else ""
