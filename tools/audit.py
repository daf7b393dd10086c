"""Check the whole catalogue beyond what loading checks; exit 1 with a line for each finding.

    python tools/audit.py

* names and aliases: NFC, the letter Đ, capitals, spacing, spelling (sĩ, hòa), no dates or counts;
* no two entries that are the same day under two names (pairs that are not, stand in
  ``tools/two_days.txt``, and each of them is still there), and no wording that two ids share;
* every sector has a day;
* numbers in a name agree with the origin;
* what ``tools/audit_truth.py`` asks: sources by class, ended bodies, capitals, ranks, and more;
* legal acts: a number that looks like one;
* the founding of a province says whether it outlives the province; themes begin with a small
  letter, or a name; no address has the origin with day and month exchanged;
* files that are kept in an order: people by id, sectors by slug, sectors' days by sector.

Whether ids are permanent is checked by ``tools/ledger.py``.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

from audit_truth import exceptions, truths

from ngayle.catalogue import Catalogue, load
from ngayle.errors import CatalogueError
from ngayle.model import Anniversary
from ngayle.vietnamese import fold

EMPTY_WORDS = {
    *(
        "ngày",
        "kỷ",
        "niệm",
        "lễ",
        "hội",
        "năm",
        "thành",
        "lập",
        "truyền",
        "thống",
        "chiến",
        "thắng",
    ),
    *("giải", "phóng", "ngành", "lực", "lượng", "việt", "nam", "tỉnh", "phố", "đảng", "bộ", "và"),
    *("các", "của", "tại", "ở", "đồng", "chí", "nhân", "dân", "quốc", "tế", "thế", "giới"),
    *("mất", "sinh", "hy", "giỗ"),
}
OLD_TONES = re.compile(r"\b\w*(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)\b")
KEPT_TONES = ("uý", "uỷ", "uỳ", "uỹ", "uỵ")
NUMBER = re.compile(r"\d+[A-Za-z]?([/-][\w.ĐđƯư-]+)*|A/RES/[\d/]+|\d+ C/\d+")
NAMES_IN_THEMES = ("Cuộc", "Luật", "Tháng", "Tết", "Ngày", "Nghị")
"""Words with which the name of a campaign, a law or a month begins."""
DATA = Path(__file__).parents[1] / "data"
ORDERED = {
    "people.toml": ("anniversary", "id"),
    "sectors.toml": ("sector", "slug"),
    "sector-state.toml": ("anniversary", "layer"),
    "sector-trades.toml": ("anniversary", "layer"),
}


def findings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield (id, what is wrong)."""
    entries = list(catalogue)
    excused, met = exceptions(), set()
    for id_, check, message in truths(catalogue):
        if (check, id_) in excused:
            met.add((check, id_))
        else:
            yield id_, message
    for check, id_ in excused.keys() - met:
        # an overlay has none of ours; of ours each must still be needed
        if id_ in catalogue and not catalogue[id_].office:
            yield id_, f"in tools/exceptions.tsv for {check}, and nothing to except"
    for entry in entries:
        yield from ((entry.id, message) for message in _names(entry))
        yield from ((entry.id, message) for message in _origin(entry))
        if _of_a_province(entry, catalogue) and entry.unit_day is None:
            yield entry.id, 'unit_day: missing; "ends" with the province, or "kept" after it'
        if swapped := _swapped(entry):
            yield entry.id, f"origin: {swapped} has day and month the other way round"
        for act in entry.legal:
            if act.number and not NUMBER.fullmatch(act.number):
                yield entry.id, f"legal: {act.number}: does not look like an act's number"
    allowed = {frozenset(pair) for pair in two_days()}
    ids = {entry.id for entry in entries}
    for pair in allowed:
        yield from ((id_, "in tools/two_days.txt, but no entry") for id_ in pair - ids)
    yield from _doubles(entries, allowed)
    yield from _shared_wordings(entries, allowed)
    kept = {entry.sector for entry in entries}
    for slug in catalogue.units.sectors:
        if slug not in kept:
            yield slug, "a sector without a day"

    for theme in catalogue.themes:
        first = theme["text"].split()[0]
        if first[0].isupper() and first not in NAMES_IN_THEMES:
            yield theme["id"], "text: stands within a sentence; begin with a small letter"


def _of_a_province(entry: Anniversary, catalogue: Catalogue) -> bool:
    """Whether it is the founding of the province whose day it is."""
    if entry.layer != "province" or entry.kind != "founding":
        return False
    place = catalogue.units.provinces[entry.provinces[0]]
    whose = rf"^Ngày (?:thành lập|tái lập) (tỉnh|thành phố) {re.escape(place.name)}$"
    return any(place.type == found[1] for n in entry.names if (found := re.search(whose, n.text)))


def _swapped(entry: Anniversary) -> str | None:
    """An address with the origin's day as month and its month as day."""
    origin = entry.origin and entry.origin.solar
    if not origin or origin.day is None or origin.day > 12 or origin.day == origin.month:
        return None
    wrong = rf"(?<!\d)0?{origin.month}[-_/.]0?{origin.day}[-_/.]{origin.year}(?!\d)"
    return next((source for source in entry.sources if re.search(wrong, source)), None)


def _names(entry: Anniversary) -> Iterator[str]:
    for text in [n.text for n in entry.names] + list(entry.aliases):
        if unicodedata.normalize("NFC", text) != text:
            yield f"{text}: not NFC"
        if "Ð" in text or "ð" in text:
            yield f"{text}: has the Icelandic letter Ð for Đ"
        if "  " in text or " ," in text or "( " in text:
            yield f"{text}: spacing"
        if re.search(r"[–—−]", text):
            yield f"{text}: dash; write a hyphen with spaces"
        if (
            re.search(r"\bsỹ\b", text, re.IGNORECASE)
            and "Đồng Sỹ" not in text
            and "Bác sỹ" not in text
        ):
            yield f"{text}: spelling; write sĩ"
    for name in entry.names:
        if not name.text[0].isupper() and not name.text[0].isdigit() and name.text[0] not in '“"':
            yield f"{name.text}: a name begins with a capital"
        if re.search(r"\bngày (thành lập|sinh|mất|giải phóng|truyền thống|tái lập)\b", name.text):
            yield f"{name.text}: write Ngày with a capital"
        if (
            re.search(r"\(\d|\d{1,2}/\d{1,2}(/\d{4})?\)?$|^\d+ năm\b", name.text)
            and entry.kind != "document"
        ):
            yield f"{name.text}: has a date or a count in it"
        if any(m[1] not in KEPT_TONES for m in OLD_TONES.finditer(name.text.lower())):
            yield f"{name.text}: old tone placement"


def _origin(entry: Anniversary) -> Iterator[str]:
    origin = entry.counted_from
    if origin is None or entry.kind == "document":
        return
    for name in entry.names:
        for day, month, year in re.findall(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", name.text):
            if (int(year), int(month), int(day)) != (origin.year, origin.month, origin.day):
                yield f"{name.text}: its date is not the origin {origin}"
        for year in re.findall(r"\bnăm (\d{3,4})\b", name.text):
            if int(year) != origin.year:
                yield f"{name.text}: its year is not the origin's, {origin}"


def content(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    words = re.findall(r"[^\W_]+", text.lower())
    return frozenset(w for w in words if w not in EMPTY_WORDS) or frozenset(words)


def alike(a: Anniversary, b: Anniversary) -> bool:
    """Whether two entries of one day, counted from one year, seem to be the same thing."""
    for first in (content(n) for n in (a.names[-1].text, *a.aliases)):
        for second in (content(n) for n in (b.names[-1].text, *b.aliases)):
            if len(first & second) >= 0.75 * min(len(first), len(second)):
                return True
    return False


def _doubles(entries: list[Anniversary], allowed: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
    days: dict[object, list[Anniversary]] = {}
    for entry in entries:
        if entry.kind != "document":
            days.setdefault(entry.rule, []).append(entry)
    for same in days.values():
        for a, b in combinations(same, 2):
            first, second = a.counted_from, b.counted_from
            if first and second and first.year != second.year:
                continue
            if frozenset((a.id, b.id)) not in allowed and alike(a, b):
                yield a.id, f"the same day as {b.id}? ({a.names[-1].text} / {b.names[-1].text})"


def _shared_wordings(
    entries: list[Anniversary], allowed: set[frozenset[str]]
) -> Iterator[tuple[str, str]]:
    owners: dict[str, str] = {}
    for entry in entries:
        for text in {fold(t) for t in [n.text for n in entry.names] + list(entry.aliases)}:
            owner = owners.setdefault(text, entry.id)
            if owner != entry.id and frozenset((owner, entry.id)) not in allowed:
                yield entry.id, f"{text}: also a name of {owner}"


def two_days() -> list[list[str]]:
    """Pairs that look alike and are two things: ``tools/two_days.txt``."""
    path = Path(__file__).with_name("two_days.txt")
    return [
        line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")
    ]


def out_of_order(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, what stands in the wrong place)."""
    for name, (tables, key) in ORDERED.items():
        values = [t[key] for t in tomllib.loads((folder / name).read_text("utf-8"))[tables]]
        for before, after in pairwise(values):
            if after < before:
                yield name, f"{after}: stands after {before}"


def main() -> int:
    """Print the findings."""
    try:
        found = [*findings(load()), *out_of_order(DATA)]
    except CatalogueError as error:
        print(error)
        return 1
    for id_, message in found:
        print(f"{id_}: {message}")
    kinds = Counter(check for check, _ in exceptions())
    said = ", ".join(f"{check} {number}" for check, number in sorted(kinds.items()))
    print(f"{len(load())} entries, {len(found)} findings; excepted with a reason: {said}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
