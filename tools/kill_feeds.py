"""Kill ``ngayle feeds`` again and again, and look at what is on disk.

    python tools/kill_feeds.py [--kills 100] [--seed 1]

Each round runs ``ngayle feeds`` for another year over the feeds of the round before, so that every
file has to be written, and kills it (SIGKILL, nothing can be caught) at a moment between the start
and the end of a whole run: every second one, if possible, in the middle of a write. A run that had
ended before does not count.

Whatever then has a feed's name must be byte for byte the feed of one of the years that were asked
for. At last a run that is let be must leave exactly the feeds of its year and nothing unfinished.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from ngayle.files import UNFINISHED

YEARS = (2024, 2026)


def command(folder: Path, year: int) -> list[str]:
    """A run that writes every file anew: another window, other events."""
    return [
        sys.executable,
        "-m",
        "ngayle",
        "feeds",
        str(folder),
        "--year",
        str(year),
        "--allow-fewer",
    ]


def whole(folder: Path) -> dict[str, str]:
    """Every file that has a feed's or the index's name, by its bytes."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.suffix in (".ics", ".json")
    }


def unfinished(folder: Path) -> list[Path]:
    """What killed runs had begun."""
    return [path for path in folder.rglob("*.part") if UNFINISHED.fullmatch(path.name)]


def await_unfinished(folder: Path, run: subprocess.Popen[bytes]) -> None:
    """Return in the middle of a write, as soon as one is seen, or when the run has ended."""
    while run.poll() is None:
        for where in ("vi", "en"):
            try:
                names = os.listdir(folder / where)
            except FileNotFoundError:
                continue
            if any(UNFINISHED.fullmatch(name) for name in names):
                return


def check(kills: int, seed: int) -> list[str]:
    """Kill so many runs; what was wrong, a line each. Prints what was seen."""
    chance = random.Random(seed)
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        reference: dict[int, dict[str, str]] = {}
        for year in YEARS:
            start = time.monotonic()
            subprocess.run(command(Path(name, str(year)), year), check=True, capture_output=True)
            seconds = time.monotonic() - start
            reference[year] = whole(Path(name, str(year)))
        folder = Path(name, "feeds")
        folder.mkdir()
        seen = killed = mixed = parts = rounds = 0
        while killed < kills:
            year = YEARS[rounds % 2]
            rounds += 1
            run = subprocess.Popen(
                command(folder, year),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if killed % 2:
                # everything is made before anything is written: aim at the writing
                await_unfinished(folder, run)
                time.sleep(chance.uniform(0, seconds / 20))
            else:
                time.sleep(chance.uniform(0.05, seconds))
            if run.poll() is not None:
                # it was quicker than those before: kill earlier
                seconds *= 0.9
                continue
            run.send_signal(signal.SIGKILL)
            killed += 1
            run.wait()
            found = whole(folder)
            seen += len(found)
            parts += len(unfinished(folder))
            of_year = [
                sum(reference[y].get(path) == digest for path, digest in found.items())
                for y in YEARS
            ]
            mixed += all(of_year)
            problems += [
                f"kill {killed}: {path} is not whole"
                for path, digest in found.items()
                if digest not in {reference[y].get(path) for y in YEARS}
            ]
        subprocess.run(command(folder, YEARS[0]), check=True, capture_output=True)
        if whole(folder) != reference[YEARS[0]]:
            problems.append("the last run, which was let be, did not leave the feeds of its year")
        problems += [f"left over: {path.name}" for path in unfinished(folder)]
    print(
        f"{killed} kills, after {mixed} of them feeds of both years on disk, {parts} unfinished "
        f"files seen and taken away by the next run, {seen} feeds looked at, "
        f"{len(problems)} problems"
    )
    return problems


def main() -> int:
    """Print the problems; exit 1 if there are any."""
    parser = argparse.ArgumentParser(description="Kill `ngayle feeds` and look at what is on disk.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    problems = check(arguments.kills, arguments.seed)
    print(*problems[:50], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
