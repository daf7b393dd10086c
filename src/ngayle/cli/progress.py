"""How far a long run has come, said on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress

EVERY = 5.0
"""Seconds between two lines where stderr is no terminal."""


class Progress:
    """A line on stderr: rewritten on a terminal, elsewhere a new one every few seconds."""

    def __init__(self, text: Callable[[int, int], str]) -> None:
        """``text`` words the line: so many done, of so many."""
        self.text = text
        self.terminal = bool(sys.stderr and sys.stderr.isatty())
        self.last = time.monotonic()

    def step(self, done: int, total: int) -> None:
        """So many are done."""
        now = time.monotonic()
        if now - self.last >= (0.1 if self.terminal else EVERY):
            self.last = now
            start, end = ("\r", "") if self.terminal else ("", "\n")
            self._print(f"{start}ngayle: {self.text(done, total)}", end)

    def end(self) -> None:
        """Take the line away."""
        if self.terminal:
            self._print("\r\x1b[K", "")

    def _print(self, text: str, end: str) -> None:
        # a line that nobody reads stops nothing
        with suppress(OSError):
            print(text, end=end, file=sys.stderr, flush=True)
