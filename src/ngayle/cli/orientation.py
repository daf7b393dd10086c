"""``ngayle orientation PERIOD``: the draft of a month's orientation."""

from __future__ import annotations

from typing import Any

from ngayle.cli.drafting import draft_parser, write_draft
from ngayle.drafts.model import THEMES
from ngayle.drafts.orientation import orientation
from ngayle.errors import RequestError


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = draft_parser("orientation", "full")
    group = parser.add_argument_group("looking ahead")
    group.add_argument("--ahead-days", metavar="N")
    group.add_argument("--ahead-months", metavar="N")
    parser.add_argument("--themes", choices=THEMES)
    arguments = parser.parse_args(argv)
    ahead: dict[str, Any] = {}
    if arguments.ahead_days is not None:
        ahead["ahead_days"] = _number("--ahead-days", arguments.ahead_days, 31)
    if arguments.ahead_months is not None:
        ahead["ahead_months"] = _number("--ahead-months", arguments.ahead_months, 12)
    if arguments.themes:
        ahead["themes"] = arguments.themes
    return write_draft(arguments, orientation, ahead)


def _number(option: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= most):
        raise RequestError("option.whole", option=option, text=text, most=most)
    return int(text)
