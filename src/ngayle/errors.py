"""The errors that a user can cause: a code and values, said in either language in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


SYSTEM = ("ENOENT", "EACCES", "EPERM", "ENOSPC", "EROFS", "ENOTDIR", "EISDIR", "ENAMETOOLONG")
"""What a system says most often when a file cannot be read or written."""


def reason(error: OSError) -> dict[str, Any]:
    """What the system says is wrong, for a sentence in either language."""
    from errno import errorcode

    return {"system": errorcode.get(error.errno or 0, ""), "reason": error.strerror or str(error)}


def said(code: str, values: dict[str, Any], lang: str) -> str:
    """The phrase of a code, filled in; a problem within it is said in the same language."""
    from ngayle.words.phrases import say

    values = {k: _spoken(v, lang) for k, v in values.items()}
    if "kind" in values:
        values = values | {"kind": say(lang, f"what.{values['kind']}")}
    if values.get("system") in SYSTEM:
        values = values | {"reason": say(lang, f"os.{values['system']}")}
    return say(lang, f"error.{code}", **values)


def _spoken(value: object, lang: str) -> object:
    """A value of a sentence; problems within it, one or several, in the sentence's language."""
    if isinstance(value, Problem):
        return value.message(lang)
    if isinstance(value, tuple) and all(isinstance(v, Problem) for v in value):
        return "; ".join(v.message(lang) for v in value)
    return value


class NgayleError(Exception):
    """Base of the errors below.

    ``code`` names what is wrong, ``values`` are what the sentence about it holds. ``str()`` is that
    sentence in English, :meth:`message` in "vi" or "en": one line, or one line for each problem.
    A message of its own, with the code "text", stands where the first argument is no code.
    """

    def __init__(self, code: str, **values: Any) -> None:
        if not values and (" " in code or not code.isascii()):
            code, values = "text", {"text": code}
        self.code = code
        self.values = values
        super().__init__(code)

    def message(self, lang: str = "en") -> str:
        """The error in a language, "vi" or "en"."""
        return said(self.code, self.values, lang)

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.code, self.values)


def _again(kind: type[NgayleError], code: str, values: dict[str, Any]) -> NgayleError:
    return kind(code, **values)


class RequestError(NgayleError, ValueError):
    """A period, name, option or file that was asked for is not right."""


class UnknownName(RequestError, KeyError):
    """There is no entry of that id or name; a KeyError, since it is raised by look-ups."""


class Problem(str):
    """A line on one fault of a data file: English text that remembers its code and values."""

    __slots__ = ("code", "values")
    code: str
    values: dict[str, Any]

    def __new__(cls, code: str, **values: Any) -> Problem:
        """``code`` of the phrase, and what it holds; a line of text without values is itself."""
        if not values and (" " in code or not code.isascii()):
            code, values = "text", {"text": code}
        self = super().__new__(cls, said(code, values, "en"))
        self.code, self.values = code, values
        return self

    def message(self, lang: str = "en") -> str:
        """The line in a language, "vi" or "en"."""
        return said(self.code, self.values, lang)

    def __reduce__(self) -> tuple[Any, ...]:
        return _problem, (self.code, self.values)


def _problem(code: str, values: dict[str, Any]) -> Problem:
    return Problem(code, **values)


class CatalogueError(NgayleError, ValueError):
    """One or more data files are not right; ``problems`` has a line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems: list[Problem] = [
            p if isinstance(p, Problem) else Problem("text", text=p) for p in problems
        ]
        super().__init__("catalogue", problems=self.problems)

    def message(self, lang: str = "en") -> str:
        """A line for each problem."""
        return "\n".join(p.message(lang) for p in self.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


def one_line(text: str) -> str:
    """``text`` with whatever is not printable as an escape, so that a message stays a line."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text
    )
