"""``ngayle site DIR``: everything as plain files for a browser."""

from __future__ import annotations

from ngayle.cli.calendars import this_year
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of
from ngayle.cli.progress import Progress
from ngayle.site.build import write
from ngayle.site.span import SITE_AHEAD, SITE_FROM, Options
from ngayle.words.phrases import say

WIDTH = 30
"""Columns of the bar."""

EXAMPLES = """
examples:
  ngayle site public --base-url https://ngayle.example.org
  ngayle site /media/usb/ngay-le --from 2025 --to 2027
"""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle site",
        usage="ngayle site DIR [options]",
        description="Write web pages, JSON files and calendars, for any static host or a folder.",
        epilog=EXAMPLES,
    )
    parser.add_argument("folder", metavar="DIR", help="where to write; made if it is not there")
    parser.add_argument(
        "--base-url", metavar="URL", help="the address at which it will stand, to subscribe to"
    )
    parser.add_argument(
        "--from",
        dest="first",
        type=int,
        default=SITE_FROM,
        metavar="YYYY",
        help="first year; default: %(default)s",
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=int,
        metavar="YYYY",
        help=f"last year; default: {SITE_AHEAD} years after this one",
    )
    parser.add_argument(
        "--allow-fewer",
        action="store_true",
        help="also replace a site by one that has lost years or days",
    )
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    year = this_year()
    last = max(year + SITE_AHEAD, arguments.first) if arguments.last is None else arguments.last
    base = arguments.base_url.rstrip("/") if arguments.base_url else None
    options = Options(arguments.first, last, year, base)
    catalogue = catalogue_of(arguments)
    progress = Progress(_bar)
    try:
        done = write(
            arguments.folder,
            catalogue,
            options,
            allow_fewer=arguments.allow_fewer,
            step=progress.step,
        )
    finally:
        progress.end()
    print(
        say(
            arguments.lang,
            "folder.site",
            folder=arguments.folder,
            files=done.files,
            written=done.written,
            unchanged=done.files - done.written,
            removed=done.removed,
        )
    )
    return 0


def _bar(done: int, total: int) -> str:
    return f"[{'#' * (WIDTH * done // total):<{WIDTH}}] {100 * done // total} %"
