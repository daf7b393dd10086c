"""``ngayle feeds OUT_DIR``: the folder of feeds, to put on any static host."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress

from ngayle import cli
from ngayle.cli import tell
from ngayle.cli.calendars import add_window, this_year, window_of
from ngayle.cli.options import Parser, add_lang, add_overlay, catalogue_of, rank_of
from ngayle.errors import RequestError
from ngayle.feeds import folder
from ngayle.feeds.calendars import INDEX, NATION_RANK
from ngayle.lunar import today
from ngayle.words.phrases import say

EVERY = 5.0
"""Seconds between progress lines where stderr is no terminal."""


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
    progress = _Progress(lang)
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


class _Progress:
    """A line on stderr: rewritten on a terminal, elsewhere a new one every few seconds."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terminal = sys.stderr.isatty()
        self.last = time.monotonic()

    def step(self, done: int, total: int) -> None:
        """So many are made."""
        now = time.monotonic()
        if now - self.last >= (0.1 if self.terminal else EVERY):
            self.last = now
            start, end = ("\r", "") if self.terminal else ("", "\n")
            told = say(self.lang, "feeds.progress", done=done, total=total)
            self._print(f"{start}ngayle: {told}", end)

    def end(self) -> None:
        """Take the line away."""
        if self.terminal:
            self._print("\r\x1b[K", "")

    def _print(self, text: str, end: str) -> None:
        # a line that nobody reads stops no feeds
        with suppress(OSError):
            print(text, end=end, file=sys.stderr, flush=True)
