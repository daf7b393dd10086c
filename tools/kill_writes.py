"""Kill and interrupt commands that write a file, and look at what is on disk.

    python tools/kill_writes.py [--kills 200] [--interrupts 200] [--seed 1]

Each command of ``COMMANDS`` is killed (SIGKILL) at a random moment so many times. What then has the
file's name must be byte for byte the old file or the new one; at last a run that is let be must
leave the new one and nothing unfinished. Then commands are interrupted (SIGINT) at random moments:
each ends in 130 without a traceback or a word, or had ended before; nothing unfinished is left.
``tools/kill_feeds.py`` does the same for ``ngayle feeds``.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ngayle.files import UNFINISHED

OLD = b"the old file\n"
COMMANDS = {
    "listing": ["2023", "--all", "--format", "json", "-o", "FILE"],
    "docx": ["orientation", "2026-07", "--format", "docx", "-o", "FILE"],
    "overlay new": ["overlay", "new", "FILE"],
}
INTERRUPTED = ([*COMMANDS["listing"]], ["2026-07"], ["show", "quoc-khanh"], ["places"])


def command(words: list[str], file: Path) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "ngayle", *(str(file) if w == "FILE" else w for w in words)]


def unfinished(folder: Path) -> list[str]:
    """What killed runs had begun."""
    return [path.name for path in folder.iterdir() if UNFINISHED.fullmatch(path.name)]


def kill(name: str, kills: int, chance: random.Random) -> list[str]:
    """Kill a command so many times; what was wrong, a line each."""
    problems: list[str] = []
    is_new = name == "overlay new"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "file.toml"
        start = time.monotonic()
        subprocess.run(command(COMMANDS[name], file), check=True, capture_output=True)
        seconds = time.monotonic() - start
        new = file.read_bytes()
        before = parts = 0
        for number in range(kills):
            if is_new:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(OLD)
            run = subprocess.Popen(
                command(COMMANDS[name], file), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            time.sleep(chance.uniform(0, seconds * 1.1))
            run.kill()
            _, told = run.communicate()
            before += run.returncode < 0
            found = file.read_bytes() if file.exists() else None
            if found not in ((None, new) if is_new else (OLD, new)):
                problems.append(
                    f"{name}, kill {number}: {len(found or b'')} bytes that are neither"
                )
            if b"Traceback" in told:
                problems.append(f"{name}, kill {number}: {told[-200:]!r}")
            parts += len(unfinished(folder))
        file.unlink(missing_ok=True)
        subprocess.run(command(COMMANDS[name], file), check=True, capture_output=True)
        if file.read_bytes() != new:
            problems.append(f"{name}: the last run did not leave the new file")
        problems += [f"{name}: left over: {part}" for part in unfinished(folder)]
    print(f"{name}: {kills} kills, {before} before the end, {len(problems)} faults")
    return problems


def interrupt(interrupts: int, chance: random.Random) -> list[str]:
    """Interrupt commands so many times; what was wrong, a line each."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "file.json"
        before = loading = 0
        for number in range(interrupts):
            words = INTERRUPTED[number % len(INTERRUPTED)]
            start = time.monotonic()
            subprocess.run(command(words, file), check=True, capture_output=True)
            seconds = time.monotonic() - start
            run = subprocess.Popen(
                command(words, file), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            time.sleep(chance.uniform(0.02, seconds))
            run.send_signal(signal.SIGINT)
            _, told = run.communicate(timeout=60)
            if run.returncode in (-signal.SIGINT, 1) and b"ngayle/cli" not in told:
                # Python itself was starting, before the first line of the command line's own
                loading += 1
                continue
            before += run.returncode == 130
            if run.returncode not in (0, 130) or told:
                problems.append(f"{words[0]}, SIGINT {number}: {run.returncode} {told[-300:]!r}")
        problems += [f"SIGINT: left over: {part}" for part in unfinished(folder)]
    print(
        f"{interrupts} SIGINT, {before} ended in 130, {loading} while Python and the package "
        f"started, {len(problems)} faults"
    )
    return problems


def main() -> int:
    """Print what was wrong; exit 1 if anything was."""
    parser = argparse.ArgumentParser(description="Kill and interrupt commands that write.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--interrupts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    problems = [p for name in COMMANDS for p in kill(name, arguments.kills, chance)]
    problems += interrupt(arguments.interrupts, chance)
    print(*problems[:20], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
