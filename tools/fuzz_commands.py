"""Random command lines: none may leave a traceback, another status than 0 or 2, or torn text.

    python tools/fuzz_commands.py [--lines 20000] [--raw 1500] [--seed 1] [--seconds 240]

``--lines`` in this process, ``--raw`` as processes with arguments of random bytes under four
locales. Both under a limit of memory and of time, in a folder that is thrown away.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ngayle.cli import main as command

MEMORY = 1_500_000_000
SECONDS = 20

PERIODS = (
    *("2023-07", "2023", "2023-07-27", "2023-07..2024-03", "2023-07-10..2023-07-20", "today"),
    *("this-month", "next-month", "1901-01", "2100-12", "1901", "1900-12", "2101-01", "2023-13"),
    *("2023-02-30", "2024-02-29", "..", "2023..", "", "-", "0000", "9999-12-31", "2023-W45-1"),
    *(
        "7/2023",
        "tháng 7/2023",
        "27/7/2023",
        "2023-Q3",
        "٢٠٢٣-07",
        "2023-07\\n",
        "\uff11\uff19\uff10\uff11",
    ),
    *("1901-01-01..1901-03-01", "2100-12-01..2100-12-31"),
)
NAMES = (
    *("Quảng Ninh", "quang ninh", "Hải Dương", "Huế", "TP. Huế", "hcm", "sài gòn", "VN-13", ""),
    *("y-te", "Báo chí", "Hải quân", "hai quan", "x" * 5000, "\x1b[31m", "\u202eabc", "đ", "Đ"),
    *("quoc-khanh", "thuong-binh-liet-si", "khong-co", "../../etc/passwd", "%s%n", "null\x00byte"),
)
FILES = (
    *("out.txt", "out.json", "a/b/c.txt", ".", "/", "dir", "dir/", "", "link", "loop", "same.toml"),
    *("x" * 255, "đ" * 125, "x" * 256, "/dev/null", "/dev/full", "\udcff.txt", "ro.txt", "hard"),
    *("out.docx", "out.md", "out.csv", "out.ics", "out\nb.txt"),
)
OVERLAYS = ("own.toml", "same.toml", "none.toml", "dir", "bad.toml", "/dev/null", "/dev/zero", "")
NUMBERS = ("0", "1", "-1", "3", "199", "200", "10000", "1e3", "x", "99999999999999999999", "٣")
OPTIONS: dict[str, tuple[str, ...]] = {
    "--province": NAMES,
    "--sector": NAMES,
    "--overlay": OVERLAYS,
    "--format": ("text", "json", "csv", "md", "lines", "ics", "docx", "xml", ""),
    "-o": FILES,
    "--output": FILES,
    "--lang": ("vi", "en", "fr", ""),
    "--name": NAMES,
    "--alarm": ("08:00", "24:00", "8", "", "00:00", "\u0660\u0668:00"),
    "--remind-days": NUMBERS,
    "--back": NUMBERS,
    "--ahead": NUMBERS,
    "--year": ("2026", "1901", "2100", "1900", "2101", "-5", "x"),
    "--only": ("great", "province", "x"),
    "--style": ("full", "round", "list", "bullets", "x"),
    "--order": ("great", "layer", "date", "x"),
    "--on": (*PERIODS, "1800-01-01", "0001-01-01", "9999-12-31"),
}
FLAGS = (
    *("--all", "--jubilees", "--separate", "--join-national-day", "--version", "--help", "-h"),
    *("--allow-fewer", "--", "-", "--x", "--al"),
)
COMMANDS = ("", "", "", "show", "places", "lunar", "orientation", "plan", "overlay", "feeds", "sho")


def line(chance: random.Random) -> list[str]:
    """One random command line."""
    what = chance.choice(COMMANDS)
    found = [what] if what else []
    first: tuple[str, ...] = {
        "overlay": ("new", "check", "x"),
        "lunar": (*PERIODS, "1/1/2024", "30/12/2100", "0/0/0", "1/1/2024n", "15/8/1901"),
        "feeds": ("fo",),
    }.get(what, (*PERIODS, *NAMES))
    if chance.random() < 0.9:
        found.append(chance.choice(first))
    if what == "overlay":
        found.append(chance.choice((*OVERLAYS, *FILES)))
    if what == "feeds":
        # a whole folder takes seconds: most stop at an option
        found += ["--year", chance.choice(("x", "1900", "99999")), "--back", "0", "--ahead", "0"]
    for _ in range(chance.randrange(5)):
        if chance.random() < 0.3:
            found.append(chance.choice(FLAGS))
        else:
            option = chance.choice(list(OPTIONS))
            found += [option, chance.choice(OPTIONS[option])]
    if chance.random() < 0.1:
        chance.shuffle(found)
    if chance.random() < 0.1:
        found.append(
            "".join(chr(chance.choice((7, 27, 65, 0x1EA1, 0xD800, 0x10FFFF))) for _ in "123")
        )
    return found


@contextlib.contextmanager
def place() -> Iterator[Path]:
    """A folder with files and overlays of many kinds, as the working directory."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = '[[anniversary]]\nname = "Ngày X"\nkind = "day"\norigin = "1990-07-05"\n'
        for file in ("own.toml", "same.toml"):
            (folder / file).write_text(day, encoding="utf-8")
        (folder / "bad.toml").write_text("[[anniversary]]\nid = 1\n")
        (folder / "dir").mkdir()
        (folder / "link").symlink_to("target.txt")
        (folder / "loop").symlink_to("loop")
        (folder / "ro.txt").write_text("x")
        (folder / "ro.txt").chmod(0o444)
        (folder / "hard").write_text("x")
        os.link(folder / "hard", folder / "hard2")
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def limited() -> None:
    """No more memory than a command needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


class TooLong(BaseException):
    """A command that does not end."""


def in_time(*_: object) -> None:
    """What the alarm does."""
    raise TooLong


def try_line(arguments: list[str]) -> tuple[int | None, str]:
    """Run a command line here; its status, and what was wrong."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in "12")
    old = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    status: Any = None
    wrong = ""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        status = command(arguments)
    except SystemExit as stop:
        status = stop.code
    except TooLong:
        wrong = f"took more than {SECONDS} seconds"
    except BaseException as error:
        wrong = f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout, sys.stderr = old
    told = b""
    for stream in (out, err):
        with contextlib.suppress(ValueError):
            stream.flush()
            told = stream.buffer.getvalue()
            try:
                told.decode("utf-8")
            except UnicodeDecodeError:
                wrong = wrong or "text that is not UTF-8"
    if not wrong and status not in (0, 2):
        wrong = f"status {status}"
    if not wrong and status == 2 and not told.startswith(b"ngayle: "):
        wrong = "status 2 without a line on stderr"
    if not wrong and (b"\x1b" in told or len(told) > 20_000):
        wrong = "stderr has control characters, or too much"
    return status, wrong


def in_process(lines: int, seed: int, seconds: float) -> list[str]:
    """Many command lines here; what was wrong, a line each. Prints the figures."""
    chance, problems, statuses = random.Random(seed), list[str](), Counter[object]()
    end = time.monotonic() + seconds
    signal.signal(signal.SIGALRM, in_time)
    done = 0
    with place() as folder:
        while done < lines and time.monotonic() < end:
            arguments = line(chance)
            status, wrong = try_line(arguments)
            done += 1
            statuses[status] += 1
            if wrong:
                problems.append(f"{arguments}: {wrong}")
        problems += [f"left over: {p}" for p in folder.rglob(".ngayle-*.part")]
    shown = ", ".join(f"{status}: {number}" for status, number in sorted(statuses.items(), key=str))
    print(f"{done} command lines in process (status {shown}), {len(problems)} faults")
    return problems


LOCALES: tuple[dict[str, str], ...] = (
    {},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"LC_ALL": "C.UTF-8", "TZ": "garbage", "COLUMNS": "0", "PYTHONIOENCODING": "ascii"},
)


def by_process(number: int, seed: int, seconds: float) -> list[str]:
    """Many command lines of raw bytes; what was wrong, a line each. Prints the figures."""
    chance, problems, done = random.Random(seed), list[str](), 0
    end = time.monotonic() + seconds
    with place() as folder:
        while done < number and time.monotonic() < end:
            arguments = [
                a.encode("utf-8", "surrogatepass").replace(b"\0", b"") for a in line(chance)
            ]
            if arguments and chance.random() < 0.5:
                arguments[chance.randrange(len(arguments))] += bytes(
                    chance.randrange(1, 256) for _ in range(chance.randrange(1, 9))
                )
            run = subprocess.run(
                [sys.executable, "-m", "ngayle", *arguments],
                capture_output=True,
                env=os.environ | chance.choice(LOCALES),
                timeout=60,
                preexec_fn=limited,
                stdin=subprocess.DEVNULL,
            )
            done += 1
            if run.returncode not in (0, 2) or b"Traceback" in run.stderr:
                problems.append(f"{arguments}: {run.returncode} {run.stderr[-300:]!r}")
        problems += [f"left over: {p}" for p in folder.rglob(".ngayle-*.part")]
    print(f"{done} command lines of raw bytes by process, {len(problems)} faults")
    return problems


def main() -> int:
    """Print what was wrong; exit 1 if anything was."""
    parser = argparse.ArgumentParser(description="Random command lines.")
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--raw", type=int, default=1_500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=240)
    arguments = parser.parse_args()
    problems = by_process(arguments.raw, arguments.seed, arguments.seconds)
    limited()
    problems += in_process(arguments.lines, arguments.seed, arguments.seconds)
    print(*problems[:50], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
