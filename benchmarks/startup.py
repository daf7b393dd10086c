"""What a listing costs: ratios of whole processes, medians of paired runs.

Run with the Python of an environment in which ngayle is installed from a wheel:
    python benchmarks/startup.py

``listing`` must stay within 1.25 times ``imports``, and near it with 2,000 entries.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 20
IMPORTS = ["-c", "import attr, argparse, json, datetime"]
LISTING = ["-m", "ngayle", "2023-07"]


def seconds(arguments: list[str], env: dict[str, str]) -> float:
    """One whole process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - start


def ratio(env: dict[str, str]) -> tuple[float, float, float]:
    """Medians of both, and of the ratio of each pair."""
    seconds(IMPORTS, env)
    seconds(LISTING, env)
    pairs = [(seconds(IMPORTS, env), seconds(LISTING, env)) for _ in range(RUNS)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(b / a for a, b in pairs),
    )


def grown(folder: Path, size: int) -> None:
    """A copy of the installed package whose compiled catalogue has ``size`` entries."""
    import ngayle
    from ngayle.catalogue import compiled
    from ngayle.catalogue.building import rule
    from ngayle.catalogue.index import build

    package = Path(ngayle.__file__).parent
    shutil.copytree(package, folder / "ngayle")
    path = folder / "ngayle" / "data" / compiled.FILE
    head, lines = compiled.load(path.read_bytes())
    tables = [dict(t) for t in lines]
    while len(tables) < size:
        table = dict(tables[len(tables) % len(lines)])
        table["id"] = f"{table['id']}-{len(tables)}"
        tables.append(table)
    by_id = {t["id"]: t for t in tables}
    values = dict(zip(compiled.HEAD, map(json.loads, head), strict=True))
    values["ids"] = list(by_id)
    values["index"] = build((t["layer"], rule(t, by_id.__getitem__)) for t in tables)
    path.write_bytes(compiled.dump(values, tables))


def main() -> None:
    """Print both ratios."""
    import ngayle

    env = dict(os.environ)
    print(f"{'':24}{'imports':>10}{'listing':>10}{'ratio':>8}")
    a, b, r = ratio(env)
    print(f"{len(ngayle.load()):>6} entries (bundled){a * 1000:8.1f} ms{b * 1000:7.1f} ms{r:8.2f}")
    with tempfile.TemporaryDirectory() as name:
        grown(Path(name), 2000)
        a, b, r = ratio({**env, "PYTHONPATH": name})
        print(f"{2000:>6} entries          {a * 1000:8.1f} ms{b * 1000:7.1f} ms{r:8.2f}")


if __name__ == "__main__":
    main()
