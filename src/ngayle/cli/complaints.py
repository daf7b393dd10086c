"""What argparse complains of, as errors of this program; loaded when there is something wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ngayle.errors import RequestError

PATTERNS = (
    (r"the following arguments are required: (?P<names>.+)", "option.required"),
    (r"unrecognized arguments: (?P<text>.+)", "option.unknown"),
    (r"argument (?P<option>.+?): expected (?:at least )?one argument", "option.value"),
    (
        r"argument (?P<option>.+?): invalid choice: (?P<text>.+?) \(choose from (?P<choices>.+)\)",
        "option.choice",
    ),
    (r"argument (?P<option>.+?): invalid int value: (?P<text>.+)", "option.int"),
    (r"argument (?P<option>.+?): ignored explicit argument (?P<text>.+)", "option.explicit"),
)
"""The sentences of argparse from Python 3.11 on, and the codes of ours."""


def complaint(message: str, lang: str, options: Iterable[str] = ()) -> RequestError:
    """The error that a sentence of argparse stands for; an unknown sentence is said as it is.

    ``options``: those that the command has.
    """
    from ngayle.words.help import texts

    message = " ".join(message.split())
    for pattern, code in PATTERNS:
        found = re.fullmatch(pattern, message)
        if found:
            values = found.groupdict()
            table = texts(lang)
            for key in ("names", "option"):
                if key in values:
                    names = values[key].split(", ")
                    values[key] = ", ".join(table.get(f"metavar/{name}", name) for name in names)
            if "choices" in values:
                values["choices"] = values["choices"].replace("'", "")
            if code == "option.unknown" and (near := _near(values["text"], options)):
                return RequestError(
                    "option.unknown_near", text=re.split(r"[\s=]", values["text"])[0], near=near
                )
            return RequestError(code, **values)
    return RequestError("option.other", text=message)


def _near(text: str, options: Iterable[str]) -> str | None:
    """The option that is meant by one that there is not."""
    from difflib import get_close_matches

    word = text.split(maxsplit=1)[0].partition("=")[0] if text.strip() else ""
    if not word.startswith("--"):
        return None
    return next(iter(get_close_matches(word, list(options), 1, 0.7)), None)


def unknown_command(text: str) -> RequestError | None:
    """The error for a first word that was meant as a command; None if nothing like it is one."""
    from difflib import get_close_matches

    from ngayle.cli import COMMANDS

    near = get_close_matches(text.lower(), COMMANDS, 2, 0.6)
    return RequestError("command.near", text=text, near=", ".join(near)) if near else None
