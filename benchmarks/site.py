"""What the site costs: CPU seconds and bytes, for eight years and for growing spans.

    python benchmarks/site.py

CPU seconds, since other work on a machine is not the site's. The limits: 40 s and 30 MB for eight
years in both languages; a year more may not cost more than those before. Prints a table, and
exits with 1 where a limit is passed.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time

import ngayle
from ngayle.site.build import contents, write
from ngayle.site.span import Options

FIRST, YEAR = 2023, 2026
SPANS = (1, 2, 4, 8)
SECONDS, BYTES, NAMES, HOME = 40, 30_000_000, 70_000, 60_000
SLOWER = 2.0
"""How much more a year of the widest span may cost than one of the middle."""


def main() -> int:
    """Run; 0 if every limit is kept."""
    catalogue = ngayle.load()
    spent: dict[int, float] = {}
    made: dict[str, bytes] = {}
    contents(catalogue, Options(FIRST, FIRST, YEAR))  # what is loaded once
    print("years   files   pages       MB    CPU s   ms a file")
    for years in SPANS:
        options = Options(FIRST, FIRST + years - 1, YEAR)
        start = time.process_time()
        made = contents(catalogue, options)
        seconds = time.process_time() - start
        size = sum(map(len, made.values()))
        pages = sum(name.endswith(".html") for name in made)
        spent[years] = seconds
        each = 1000 * seconds / len(made)
        print(f"{years:5} {len(made):7} {pages:7} {size / 1e6:8.1f} {seconds:8.1f} {each:11.2f}")
    with tempfile.TemporaryDirectory() as folder:
        options = Options(FIRST, FIRST + SPANS[-1] - 1, YEAR)
        start = time.process_time()
        write(folder, catalogue, options)
        first = time.process_time() - start
        start = time.process_time()
        again = write(folder, catalogue, options)
        second = time.process_time() - start
    print(f"written whole: {first:.1f} s; again, {again.written} files changed: {second:.1f} s")
    packed = {
        name: len(gzip.compress(made[name])) for name in ("index.html", "site.js", "site.css")
    }
    packed["names"] = max(len(gzip.compress(made[f"js/{lang}/names.js"])) for lang in ("vi", "en"))
    print(f"compressed: {packed}")
    kept = {
        "seconds": first < SECONDS,
        "bytes": size < BYTES,
        "names": packed.pop("names") < NAMES,
        "first page": sum(packed.values()) < HOME,
        "linear": (spent[8] - spent[4]) / 4 < SLOWER * (spent[4] - spent[2]) / 2,
    }
    for what, good in kept.items():
        if not good:
            print(f"past its limit: {what}")
    return 0 if all(kept.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
