"""What things cost, as ratios: the tree of another commit beside this one, both compiled alike.

    python benchmarks/ratios.py [--against ccdd397] [--pairs 20] [--long]

Needs git and the packages that ngayle needs, with lunardate. Every number is the median of pairs
run one after the other in whole processes, user and system time of the child. ``--long`` adds two
centuries of everything as JSON: minutes.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPILE = """
import shutil
import sys
from pathlib import Path
from ngayle.catalogue import compiled
from ngayle.catalogue.merging import merge
root = Path(sys.argv[1])
content = compiled.dump(*merge(str(root / "data"))[:2])
folder = root / "src" / "ngayle" / "data"
shutil.copytree(root / "data", folder)
(folder / compiled.FILE).write_bytes(content)
"""
IMPORTS = "import attr, argparse, json, datetime"
YEAR = """
import time
from statistics import median
import ngayle
ngayle.listing("2025")
took = []
for year in range(2000, 2020):
    start = time.process_time()
    ngayle.listing(str(year))
    took.append(time.process_time() - start)
print(median(took))
"""
PROVINCE = """
import time
from statistics import median
import ngayle
def cost(**options):
    took = []
    for month in range(1, 13):
        for year in (2019, 2020, 2021):
            start = time.process_time()
            ngayle.listing(f"{year}-{month:02d}", **options)
            took.append(time.process_time() - start)
    return median(took)
cost(), cost(provinces=["Quảng Ninh"])
month = cost()
print((cost(provinces=["Quảng Ninh"]) - month) / month)
"""
SPEED = {
    "process: month / imports": (["-m", "ngayle", "2023-07"], ["-c", IMPORTS]),
    "process: month with a province / imports": (
        ["-m", "ngayle", "2023-07", "--province", "Quảng Ninh"],
        ["-c", IMPORTS],
    ),
    "process: year / imports": (["-m", "ngayle", "2023"], ["-c", IMPORTS]),
    "process: import ngayle.lunar / import lunardate": (
        ["-c", "import ngayle.lunar"],
        ["-c", "import lunardate"],
    ),
}
INSIDE = {
    "inside: a year, in milliseconds": (YEAR, 1000.0),
    "inside: what a province adds to a month, as a part of it": (PROVINCE, 1.0),
}


def tree(commit: str | None, folder: Path) -> Path:
    """The sources and the data of a commit (None: as they stand here), compiled as in a wheel."""
    if commit:
        packed = subprocess.run(
            ["git", "archive", commit, "src", "data"], check=True, cwd=ROOT, capture_output=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
    else:
        import shutil

        for name in ("src", "data"):
            shutil.copytree(ROOT / name, folder / name)
    run(folder, ["-c", COMPILE, str(folder)])
    return folder


def run(where: Path, arguments: list[str]) -> tuple[float, int, bytes]:
    """Seconds of processor time, peak memory in KiB and the output of a process of a tree."""
    env = os.environ | {
        "PYTHONPATH": str(where / "src"),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    with subprocess.Popen([sys.executable, *arguments], env=env, stdout=subprocess.PIPE) as child:
        assert child.stdout
        size, tail = 0, b""
        while piece := child.stdout.read(1 << 20):
            size, tail = size + len(piece), piece
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{arguments}: ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss, tail


def ratio(where: Path, one: list[str], other: list[str], pairs: int) -> float:
    """The median of the ratios of ``one`` to ``other``."""
    run(where, one)
    run(where, other)
    found = []
    for at in range(pairs):
        first, second = (one, other) if at % 2 else (other, one)
        a, b = run(where, first)[0], run(where, second)[0]
        found.append(a / b if at % 2 else b / a)
    return statistics.median(found)


def main() -> None:
    """Print a table: what, there, here, here to there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--against", default="ccdd397", metavar="COMMIT")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--long", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "old").mkdir()
        (Path(name) / "new").mkdir()
        old = tree(arguments.against, Path(name) / "old")
        new = tree(None, Path(name) / "new")
        print(f"{'':58}{arguments.against:>9}{'here':>9}{'there/here':>12}")

        def row(what: str, there: float, here: float) -> None:
            print(
                f"{what:58}{there:9.2f}{here:9.2f}{there / here if here else 0:12.2f}", flush=True
            )

        for what, (one, other) in SPEED.items():
            row(what, *(ratio(t, one, other, arguments.pairs) for t in (old, new)))
        for what, (code, unit) in INSIDE.items():
            values = [
                statistics.median(float(run(t, ["-c", code])[2]) for _ in range(5)) * unit
                for t in (old, new)
            ]
            row(what, *values)
        if arguments.long:
            command = ["-m", "ngayle", "1901..2100", "--all", "--format", "json"]
            found = [run(t, command) for t in (old, new)]
            row("1901..2100 --all --format json: seconds", *(f[0] for f in found))
            row("the same: peak memory in MB", *(f[1] / 1024 for f in found))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
