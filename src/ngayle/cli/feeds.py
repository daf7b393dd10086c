"""``ngayle feeds OUT_DIR``: the folder of feeds, to put on any static host."""

from __future__ import annotations

import argparse

from ngayle import cli
from ngayle.cli import tell
from ngayle.cli.calendars import add_window, this_year, window_of
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of, rank_of
from ngayle.cli.progress import Progress
from ngayle.errors import RequestError
from ngayle.feeds import folder
from ngayle.feeds.calendars import INDEX, NATION_RANK
from ngayle.lunar import today
from ngayle.words.phrases import say


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle feeds",
        usage="ngayle feeds OUT_DIR [options]",
        description="Write calendars of the nation, each province and each sector, and index.json.",
    )
    parser.add_argument("folder", metavar="OUT_DIR", help="where to write; made if it is not there")
    parser.add_argument("--year", type=int, metavar="YYYY", help="default: this year")
    add_window(parser)
    parser.add_argument(
        "--allow-fewer",
        action="store_true",
        help="also replace calendars by ones that have lost more than a tenth of their days",
    )
    parser.add_argument(
        "--name", metavar="TEXT", help="what the calendar of your own days is called"
    )
    parser.add_argument(
        "--rank",
        metavar="N",
        help="the nation's calendar: days of this rank or better, 1 to 5, a round year counting one"
        f" better; default: {NATION_RANK}",
    )
    parser.add_argument("--jobs", type=int, help=argparse.SUPPRESS)
    add_overlay(parser)
    add_lang(parser)
    arguments = parser.parse_args(argv)
    lang = arguments.lang
    window = window_of(arguments, this_year() if arguments.year is None else arguments.year)
    catalogue = catalogue_of(arguments)
    if arguments.name and not catalogue.offices:
        raise RequestError("feeds.name")
    for slug in catalogue.nameless:
        tell(say(lang, "feeds.no_office", office=slug))
    if arguments.jobs is not None:
        tell(say(lang, "feeds.jobs"))
    progress = Progress(lambda done, total: say(lang, "feeds.progress", done=done, total=total))
    try:
        done = folder.write(
            arguments.folder,
            catalogue,
            window,
            own_name=arguments.name,
            today=today(),
            allow_fewer=arguments.allow_fewer,
            nation_rank=rank_of(arguments.rank) or NATION_RANK,
            step=progress.step,
        )
    finally:
        progress.end()
    for remark in done.remarks:
        tell(cli.said(remark, lang))
    print(
        say(
            lang,
            "feeds.done",
            folder=arguments.folder,
            feeds=done.feeds,
            index=INDEX,
            written=done.written,
            unchanged=done.unchanged,
        )
    )
    return 0
