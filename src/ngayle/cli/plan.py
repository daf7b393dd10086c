"""``ngayle plan PERIOD``: the jubilees of a year or of a longer period, by quarter."""

from __future__ import annotations

from ngayle.cli.drafting import draft_parser, write_draft
from ngayle.drafts.plan import plan


def run(argv: list[str]) -> int:
    """Run the command."""
    arguments = draft_parser("plan", "bullets").parse_args(argv)
    return write_draft(arguments, plan)
