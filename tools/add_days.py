"""Add 24 correct days of various kinds to a copy of the project, and run its tests there.

    python tools/add_days.py [--each] [--slow] [TEST …]

A correct new day must leave every test green, or nobody would dare to add one. All are added at
once; ``--each`` adds them one by one, a run of the tests each; ``--slow`` runs the slow tests too.
The days are made up, in the months on which examples and golden listings stand. The copy's
generated pages are made anew, as CONTRIBUTING tells a person to do. Without TEST all run
but those in a browser.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = sorted(p.name for p in (ROOT / "tests").glob("test_*.py") if "browser" not in p.name)

DAY = 'kind = "day"'
REASON = 'rank_reason = "Chưa tài liệu nào trong bảng trích dẫn in."'
DAYS: tuple[tuple[str, str], ...] = (
    ("anniversaries.toml", f'layer = "national"\n{DAY}\norigin = "1948-07-27"'),
    ("anniversaries.toml", f'layer = "national"\n{DAY}\norigin = "1946-11-20"'),
    (
        "anniversaries.toml",
        f'layer = "national"\n{DAY}\norigin = "1961-08-10"\nrank = 1\n{REASON}',
    ),
    ("anniversaries.toml", 'layer = "national"\nkind = "event"\norigin = "1945-09-02"'),
    ("anniversaries.toml", 'layer = "national"\nkind = "event"\norigin = "1975-04-29"'),
    ("anniversaries.toml", 'layer = "national"\nkind = "founding"\norigin = "1930-02-03"'),
    ("anniversaries.toml", 'layer = "national"\nkind = "festival"\non = { lunar = "01-01" }'),
    ("anniversaries.toml", 'layer = "national"\nkind = "festival"\non = { lunar = "08-15" }'),
    (
        "anniversaries.toml",
        'layer = "national"\nkind = "event"\norigin = "1965-02"\non = { month = 2 }',
    ),
    (
        "anniversaries.toml",
        f'layer = "national"\n{DAY}\norigin = "2000"\non = {{ solar = "12-06" }}',
    ),
    ("international.toml", f'layer = "international"\n{DAY}\norigin = "1996-07-28"'),
    (
        "international.toml",
        f'layer = "international"\n{DAY}\non = {{ weekday = "sunday", nth = 3, month = 11 }}',
    ),
    ("international.toml", f'layer = "international"\n{DAY}\non = {{ solar = "09-05" }}'),
    ("people.toml", 'layer = "person"\nkind = "death"\norigin = "1956-07-22"\nevery = 5'),
    (
        "people.toml",
        'layer = "person"\nkind = "birth"\norigin = "1925-09-10"\nevery = 5\ndied = "1990-05-06"',
    ),
    ("periods.toml", 'layer = "national"\nkind = "period"\non = { from = "11-10", to = "12-10" }'),
    ("periods.toml", 'layer = "national"\nkind = "period"\non = { month = 7 }'),
    ("periods.toml", 'layer = "national"\nkind = "period"\non = { week = 1, month = 8 }'),
    (
        "provinces-north.toml",
        'layer = "province:quang-ninh"\nkind = "event"\norigin = "1963-07-30"',
    ),
    ("provinces-north.toml", 'layer = "province:hai-phong"\nkind = "event"\norigin = "1955-07-13"'),
    (
        "provinces-centre.toml",
        'layer = "province:hue"\nkind = "festival"\non = { lunar = "07-08" }',
    ),
    ("sector-state.toml", 'layer = "sector:cong-an"\nkind = "founding"\norigin = "1953-07-12"'),
    ("sector-trades.toml", f'layer = "sector:giao-duc"\n{DAY}\norigin = "1951-11-20"'),
    ("documents.toml", "DOCUMENT"),
)

DOCUMENT = """
[[document]]
layer = "national"
act = "Nghị quyết"
number = "9999-NQ/TW"
date = "1998-07-16"
issuer = "Ban Chấp hành Trung ương"
about = "về việc thử nghiệm"
name_en = "A resolution for tests"
sources = ["https://chinhphu.vn/thu-nghiem/van-ban.html"]
revised = 2026-11-29
"""
ENTRY = """
[[anniversary]]
id = "ngay-moi-{number}"
name = "{name}"
name_en = "New day {number}"
{fields}
sources = ["https://chinhphu.vn/thu-nghiem/{number}.html"]
revised = 2026-11-29
"""
LETTERS = (
    *("Bằng Lăng", "Phượng Vĩ", "Sa Mộc", "Tre Ngà", "Hoa Ban", "Sim Tím", "Trà My", "Mai Vàng"),
    *("Đào Phai", "Bưởi Đỏ", "Lúa Nếp", "Cau Liên", "Dừa Xiêm", "Thông Ba", "Gạo Đỏ", "Súng Trắng"),
    *("Cúc Chi", "Huệ Tây", "Ngọc Lan", "Hoàng Hậu", "Xoan Ta", "Vối Rừng", "Chò Chỉ", "Lim Xanh"),
)


def text_of(number: int) -> tuple[str, str]:
    """The file of a day and its table."""
    file, fields = DAYS[number]
    if fields == "DOCUMENT":
        return file, DOCUMENT
    name = f"Ngày {LETTERS[number]}"
    return file, ENTRY.format(number=number, name=name, fields=fields)


def placed(content: str, text: str) -> str:
    """A file with an entry where a person would put it: people by id, sectors' days by sector."""
    head, *tables = re.split(r"(?m)^(?=\[\[)", content)
    found = re.search(r'layer = "(sector:.*)"', text)
    own = re.search(r'id = "(.*)"', text)
    key, value = (r'layer = "(.*)"', found[1]) if found else (r'id = "(.*)"', own[1] if own else "")
    ordered = found or 'layer = "person"' in text
    at = len(tables)
    if ordered:
        after = (i for i, t in enumerate(tables) if (k := re.search(key, t)) and k[1] > value)
        at = next(after, at)
    return head + "".join([*tables[:at], text + "\n", *tables[at:]])


def copy(to: Path) -> None:
    """The project without what is not its own."""
    skip = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, to, ignore=skip)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of the copy's own Python."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True
    )


def try_them(numbers: list[int], tests: list[str], chosen: list[str]) -> list[str]:
    """Add these days to a new copy; what fails, a line each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "ngayle")
        copy(folder)
        for number in numbers:
            file, text = text_of(number)
            path = folder / "data" / file
            path.write_text(placed(path.read_text("utf-8"), text), "utf-8")
        problems = []
        for tool in (["tools/tidy_data.py"], ["tools/make_docs.py"], ["tools/audit.py"]):
            done = run(folder, *tool)
            if done.returncode:
                problems += [
                    f"{tool[0]}: {line}" for line in (done.stdout + done.stderr).split("\n")
                ]
        done = run(folder, "-m", "pytest", "-q", *chosen, *(f"tests/{t}" for t in tests))
        problems += [
            line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))
        ]
        if done.returncode and not problems:
            problems = [done.stdout[-2000:] + done.stderr[-2000:]]
        print(done.stdout.splitlines()[-1] if done.stdout else "no tests")
        return problems


def main() -> int:
    """Print what fails; exit 1 if anything does."""
    parser = argparse.ArgumentParser(description="Add 24 correct days to a copy and test it.")
    parser.add_argument("--each", action="store_true", help="one by one")
    parser.add_argument("--slow", action="store_true", help="the slow tests too")
    parser.add_argument("tests", metavar="TEST", nargs="*", default=TESTS)
    arguments = parser.parse_args()
    chosen = [] if arguments.slow else ["-m", "not slow"]
    every = list(range(len(DAYS)))
    failed = 0
    for numbers in [[n] for n in every] if arguments.each else [every]:
        problems = try_them(numbers, arguments.tests, chosen)
        failed += bool(problems)
        for problem in problems:
            print(f"{numbers}: {problem}" if arguments.each else problem)
    print(f"{len(every)} days added, {failed} runs not green")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
