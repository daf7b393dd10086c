"""``ngayle orientation PERIOD``: the draft of a month's orientation."""

from __future__ import annotations

from attrs import evolve

from ngayle.cli.drafting import choices_of, draft_parser, write_draft
from ngayle.drafts.model import AHEAD_DAYS, AHEAD_MONTHS, THEMES
from ngayle.drafts.orientation import orientation
from ngayle.errors import RequestError

EXAMPLES = """
examples:
  ngayle orientation next-month --province "Quảng Ninh" -o thang-toi.docx
  ngayle orientation 2023-06 --overlay quan-kien-an.toml --style round
  ngayle orientation 2023-07 --province "Quảng Ninh" --sector "tuyên giáo" --format md
"""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = draft_parser(
        "orientation",
        "The numbered draft of one month: anniversaries, periods, documents, campaigns, themes.",
        "full",
        EXAMPLES,
    )
    group = parser.add_argument_group(
        "looking ahead", "to great days, and to days of --province, --sector, --overlay"
    )
    group.add_argument(
        "--ahead-days",
        metavar="N",
        help=f"announce those of the next month's first N days, 0 to 31; default: {AHEAD_DAYS}",
    )
    group.add_argument(
        "--ahead-months",
        metavar="N",
        help=f"announce the round years of the next N months, 0 to 12; default: {AHEAD_MONTHS}",
    )
    parser.add_argument(
        "--themes",
        choices=THEMES,
        help="usual: the standing political ones and the month's; default: usual",
    )
    arguments = parser.parse_args(argv)
    choices = choices_of(arguments)
    if arguments.ahead_days is not None:
        choices = evolve(choices, ahead_days=_number("--ahead-days", arguments.ahead_days, 31))
    if arguments.ahead_months is not None:
        months = _number("--ahead-months", arguments.ahead_months, 12)
        choices = evolve(choices, ahead_months=months)
    if arguments.themes:
        choices = evolve(choices, themes=arguments.themes)
    return write_draft(arguments, choices, orientation)


def _number(option: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and int(text) <= most):
        raise RequestError("option.whole", option=option, text=text, most=most)
    return int(text)
