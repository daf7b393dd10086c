"""Write the tables in docs/ that the data can tell; `--check` fails if they are not as written.

python tools/make_docs.py [--check]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from source_hosts import CLASSES, grade

from ngayle import Catalogue, CatalogueError, load
from ngayle.model import Anniversary
from ngayle.units import in_order
from ngayle.vietnamese import sort_key

DOCS = Path(__file__).parent.parent / "docs"
LAST_MAP_OF_63 = date(2025, 6, 30)


def tables(catalogue: Catalogue) -> dict[str, str]:
    """The generated text of each file, by marker."""
    return {
        "data.md": data(catalogue),
        "provinces.md": provinces(catalogue),
        "disputed.md": disputed(catalogue),
    }


def data(catalogue: Catalogue) -> str:
    """How many entries of each kind there are, and where they come from."""
    entries = list(catalogue)
    layers, kinds = Counter(a.layer for a in entries), Counter(a.kind for a in entries)
    sources = [s for a in entries for s in a.sources]
    shown = Counter(map(grade, sources))
    rows = [
        f"{len(entries)} entries, data of {catalogue.version}.",
        "",
        "| layer | entries |",
        "| --- | ---: |",
        *(f"| {name} | {number} |" for name, number in layers.most_common()),
        "",
        "| kind | entries |",
        "| --- | ---: |",
        *(f"| {name} | {number} |" for name, number in kinds.most_common()),
        "",
        "| | |",
        "| --- | ---: |",
        f"| sectors with days | {len({a.sector for a in entries if a.sector})} |",
        f"| provinces with days | {len({a.province for a in entries if a.province})} |",
        f"| themes | {len(catalogue.themes)} |",
        f"| kept by the lunar calendar | {sum(a.rule.lunar for a in entries)} |",
        f"| for reference (rank 5, only with --all) | {sum(a.rank == 5 for a in entries)} |",
        f"| unconfirmed (only with --all) | {sum(not a.confirmed for a in entries)} |",
        f"| disputed | {sum(bool(a.disputed) for a in entries)} |",
        f"| with the founding act | {sum(bool(a.legal) for a in entries)} |",
        f"| source addresses | {len(sources)} |",
        *(f"| of these of class {c} | {shown[c]} |" for c in CLASSES),
        "",
        *grades(entries),
    ]
    return "\n".join(rows)


def grades(entries: list[Anniversary]) -> list[str]:
    """Entries by layer and by the best class among their sources."""
    rows = [
        "| entries by best source | entries | A | L | B | C | D | A or L | one source only |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    counts = Counter(a.layer for a in entries)
    for name in [layer for layer, _ in counts.most_common()] + ["all"]:
        own = [a for a in entries if name in (a.layer, "all")]
        best = Counter(min(map(grade, a.sources), key=CLASSES.index) for a in own)
        official = (best["A"] + best["L"]) / len(own)
        single = sum(len(a.sources) == 1 for a in own) / len(own)
        cells = " | ".join(str(best[c]) for c in CLASSES)
        rows.append(f"| {name} | {len(own)} | {cells} | {official:.1%} | {single:.1%} |")
    return rows


def provinces(catalogue: Catalogue) -> str:
    """The days of each of the 63 provinces of the map of June 2025."""
    places = catalogue.units.provinces
    rows = [
        "| province | today part of | own days | of these counted | others at home |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    total = 0
    sixty_three = in_order(places.on(LAST_MAP_OF_63))
    for place in sixty_three:
        own = [a for a in catalogue if a.province == place.slug]
        linked = [a for a in catalogue if place.slug in a.home and not a.province]
        holder = places[places.holder(place.slug, date(2025, 7, 1))]
        counted = sum(a.origin is not None for a in own)
        total += counted
        rows.append(f"| {place.name} | {holder.name} | {len(own)} | {counted} | {len(linked)} |")
    return "\n".join(
        [*rows, "", f"{total / len(sixty_three):.1f} counted days a province on average."]
    )


def disputed(catalogue: Catalogue) -> str:
    """Every entry whose sources disagree: what was chosen, and both readings."""
    rows = []
    for a in sorted((a for a in catalogue if a.disputed), key=lambda a: sort_key(a.names[-1].text)):
        origin = a.origin and (a.origin.solar or a.origin.lunar)
        rows += [
            f"- **{a.names[-1].text}** (`{a.id}`{f', counted from {origin}' if origin else ''}):"
        ]
        rows += [f"  - {r.reading} — <{r.source}>" for r in a.disputed]
    return "\n".join(rows)


def _between(text: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}{text}\n{found[2]}"


def main() -> int:
    """Write or check."""
    stale = []
    try:
        catalogue = load()
    except CatalogueError as error:
        print(error)
        return 1
    for name, text in tables(catalogue).items():
        path = DOCS / name
        old = path.read_text(encoding="utf-8")
        new = re.sub(
            r"(?s)(<!-- generated -->\n).*(<!-- end -->)",
            _between(text),
            old,
        )
        if new != old:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    print(f"{'stale' if '--check' in sys.argv else 'rewritten'}: {', '.join(stale) or 'nothing'}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
