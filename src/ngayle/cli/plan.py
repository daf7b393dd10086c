"""``ngayle plan PERIOD``: the jubilees of a year or of a longer period, by quarter."""

from __future__ import annotations

from ngayle.cli.drafting import choices_of, draft_parser, write_draft
from ngayle.drafts.plan import plan

EXAMPLES = """
examples:
  ngayle plan 2025
  ngayle plan 2025 --province "Hà Nội" --only great --only province
  ngayle plan 2024-12..2026-01 --overlay truong.toml -o ke-hoach.docx
"""


def run(argv: list[str]) -> int:
    """Run the command."""
    arguments = draft_parser(
        "plan",
        "The great days, and those whose count ends in 0 or 5, quarter by quarter.",
        "bullets",
        EXAMPLES,
    ).parse_args(argv)
    return write_draft(arguments, choices_of(arguments), plan)
