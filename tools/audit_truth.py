"""What an entry owes to whoever signs the line: sources that count, bodies that live, plain names.

Part of ``tools/audit.py``: sources (the classes of ``data/ledger/hosts.tsv``, the best first),
legal acts, ended bodies, capitals, aliases, ranks against the documents looked at, entries that
nobody ever sees. Each check yields (id, check, message); ``tools/exceptions.tsv`` has the
(check, id) that stay as they are, each with its reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from source_hosts import grade, trouble, weight

from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary
from ngayle.occurrences import birth_is_kept, falls
from ngayle.occurrences import rank as standing
from ngayle.units.selection import USUAL_RANK

Finding = tuple[str, str, str]

ROOT = Path(__file__).parents[1]
PRINTED = ROOT / "data" / "ledger" / "printed.tsv"
EXCEPTIONS = Path(__file__).with_name("exceptions.tsv")
NEEDED = {1: 3, 2: 2, 3: 1}
"""How many of the documents looked at print a day of this rank, or ``rank_reason`` says why."""
RANKED = ("national", "international", "sector")
"""Layers whose ranks go by those documents; places and people are ranked by who keeps them."""
NO_DISTRICTS = date(2025, 7, 1)
_DISTRICT = re.compile(r"(?:thành lập|tái lập|lực lượng vũ trang) ((?:huyện|quận|thị xã) \S+)")

SEEN_FROM, SEEN_TO = 1976, 2100
"""Years in which an entry must be listed at least once."""

EMPTY = re.compile(
    r"\b(?:kỷ niệm|thành lập|truyền thống|giải phóng|chiến thắng|thành phố|việt nam|thế giới|"
    r"quốc tế|lực lượng|lễ hội|quốc gia|toàn dân|ngày sinh|ngày mất|ngày|lễ|hội|năm|ngành|tỉnh|"
    r"huyện|thị xã|của|và|(?-i:các)|tại|ở|về)\b",
    re.IGNORECASE,
)
"""Words and pairs that tell nothing."""
VIETNAMESE = re.compile(
    r"(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹ"
    r"ềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:c|ch|m|n|ng|nh|p|t)?",
    re.IGNORECASE,
)
"""A syllable; what is none is an abbreviation or a foreign word."""

COMMON = (
    "thành lập|sinh|mất|giải phóng|truyền thống|tái lập|thiết lập|hy sinh|ra đời|ký|"
    "kết nghĩa|hình thành|khởi công|khánh thành|ban hành|mở đường|giỗ"
)
_CAPITALS = (
    (
        re.compile(rf"\bNgày (?:{'|'.join(w[0].upper() + w[1:] for w in COMMON.split('|'))})\b"),
        "a common noun is small after Ngày",
    ),
    (re.compile(r"\bNgày (?:quốc tế|thế giới)\b"), "write Ngày Quốc tế …, Ngày Thế giới …"),
    (
        re.compile(r"(?<!Ngày )(?<!^)\b(?:Thế giới|Quốc tế)$"),
        "thế giới, quốc tế are small at the end",
    ),
    (re.compile(r"[Cc]ách mạng tháng (?:Tám|Mười)|cách mạng Tháng"), "write Cách mạng Tháng Tám"),
    (re.compile(r"(?<!^)\bNgành\b"), "ngành is small"),
    (
        re.compile(r"(?<!^)(?<!Anh hùng )\bLực lượng\b(?! vũ trang (?:Quân khu|Thủ đô))"),
        "lực lượng is small",
    ),
    (re.compile(r"\b[Pp]hòng chống\b"), "write phòng, chống"),
    (re.compile(r"\bViệt nam\b|\bnước Việt Nam$"), "write Việt Nam"),
    (
        re.compile(r"\bNgày (?:toàn dân|cây|sách|thơ|văn hóa|người|pháp luật|nhà giáo)\b"),
        "the name of a day begins with a capital",
    ),
)


def truths(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield (id, check, what is wrong)."""
    for entry in catalogue:
        yield from ((entry.id, "sources", message) for message in sources(entry))
        yield from ((entry.id, "capitals", message) for message in capitals(entry))
        yield from ((entry.id, "legal", message) for message in legal(entry))
        yield from ((entry.id, "ended", message) for message in ended(entry, catalogue))
        yield from ((entry.id, "rank", message) for message in rank(entry))
        yield from ((entry.id, "never", message) for message in never(entry, catalogue))
        yield from ((entry.id, "aliases", message) for message in aliases(entry))


def sources(entry: Anniversary) -> Iterator[str]:
    """Junk; too little for the rank; the best not first."""
    all_ = [*entry.sources, *(reading.source for reading in entry.disputed)]
    for source in all_:
        if grade(source) == "D":
            yield f"sources: {source} is junk (data/ledger/hosts.tsv)"
    if not entry.confirmed:
        return
    official = sum(grade(source) in "AL" for source in entry.sources)
    needed = 2 if entry.kind == "great" else 1 if entry.rank <= 2 else 0
    if official < needed:
        yield f"sources: {official} official or of the law (A, L); its rank needs {needed}"
    if all(grade(s) in "CD" or trouble(s) == "a home page" for s in entry.sources):
        yield "sources: none to trust (a forum, a copy, a bare site); mark it unconfirmed"
    if entry.sources and weight(entry.sources[0]) > min(map(weight, entry.sources)):
        yield f"sources: {entry.sources[0]} is not the best; run tools/tidy_data.py"


def capitals(entry: Anniversary) -> Iterator[str]:
    """The rule of docs/data-format.md, for the names that print; a document has its own title."""
    if entry.kind == "document":
        return
    for name in entry.names:
        for pattern, message in _CAPITALS:
            if pattern.search(name.text):
                yield f"{name.text}: {message}"


def legal(entry: Anniversary) -> Iterator[str]:
    """An act has its issuer, and a number, a date or, of a law, its year."""
    for act in entry.legal:
        missing = [] if act.issuer else ["issuer"]
        if not (act.number or act.date or re.search(r" năm \d{4}$", act.act)):
            missing.append("number, date or year")
        if missing:
            yield f"legal: {act.act}: without {', '.join(missing)}"


def ended(entry: Anniversary, catalogue: Catalogue) -> Iterator[str]:
    """The day of a body or place that ended ends with it, or its heir keeps it.

    By the end of the day of the data: a sector's ``until``, the districts on 30/6/2025. What only
    belongs to the trade of a body (a document, an association) goes to the body's heir.
    """
    today = date.fromisoformat(catalogue.version[:10])
    if entry.observance.last_year is not None or entry.kind not in ("founding", "day"):
        return
    name = entry.names[-1].text
    if entry.sector:
        life = catalogue.units.sectors[entry.sector].lives[-1]
        if life.until and life.until < today and (not life.into or life.name in name):
            yield f"{life.name} ended on {life.until}; say last_year, or its heir's name"
    if entry.province and today >= NO_DISTRICTS and (found := _DISTRICT.search(name)):
        yield f"{found[1]}: there are no districts since 01/7/2025; say last_year"


@lru_cache(maxsize=1)
def printed() -> dict[str, int]:
    """How many of the documents looked at print each day: ``data/ledger/printed.tsv``."""
    rows = [line.split("\t") for line in PRINTED.read_text("utf-8").splitlines()]
    return {row[0]: int(row[1]) for row in rows if len(row) == 4 and row[0] != "id"}


@lru_cache(maxsize=1)
def reasoned() -> frozenset[str]:
    """Ids of the entries that say why their rank is another than the count of documents says."""
    return frozenset(
        table.get("id", "")
        for path in sorted((ROOT / "data").glob("*.toml"))
        for kind in ("anniversary", "document")
        for table in tomllib.loads(path.read_text("utf-8")).get(kind, ())
        if "rank_reason" in table
    )


def rank(entry: Anniversary) -> Iterator[str]:
    """A rank that the documents looked at do not bear out has its reason."""
    needed = NEEDED.get(entry.rank, 0)
    if entry.layer not in RANKED or entry.kind == "great" or entry.id in reasoned():
        return
    found = printed().get(entry.id, 0)
    if found < needed:
        yield f"rank: {entry.rank}, and {found} documents print it; say rank_reason"


def never(entry: Anniversary, catalogue: Catalogue) -> Iterator[str]:
    """In no listing at all, and nothing says why.

    Rank 5 of the nation and the world is for reference by its rank, any other rank 5 by its
    ``rank_reason`` or ``notes``; what is unconfirmed or reserved waits to be told.
    """
    if not entry.confirmed or entry.reserved:
        return
    own = entry.province or entry.sector
    if entry.rank == 5 and (not own or entry.notes or entry.id in reasoned()):
        return
    if not listed(entry, catalogue):
        yield "in no listing, not even of its own place or trade; say why in notes or rank_reason"


def aliases(entry: Anniversary) -> Iterator[str]:
    """An alias of fewer than two telling words hits anything. An abbreviation tells enough."""
    for alias in entry.aliases:
        left = EMPTY.sub(" ", alias)
        words = re.findall(r"[^\W_]+", left)
        telling = len(words) + sum(not VIETNAMESE.fullmatch(word) for word in words)
        if telling < 2:
            yield f"aliases: {alias}: fewer than two telling words"


def listed(entry: Anniversary, catalogue: Catalogue) -> bool:
    """Whether anybody ever sees it who asks for its own place or trade."""
    own = bool(entry.provinces or entry.sector)
    return any(
        standing(occurrence, own=own) <= USUAL_RANK
        and (entry.kind != "birth" or birth_is_kept(catalogue, occurrence))
        for occurrence in falls(entry, date(SEEN_FROM, 1, 1), date(SEEN_TO, 12, 31))
    )


def exceptions() -> dict[tuple[str, str], str]:
    """(check, id) that stay as they are, with the reason."""
    rows = (line.split("\t") for line in EXCEPTIONS.read_text("utf-8").splitlines())
    return {(row[0], row[1]): row[2] for row in rows if not row[0].startswith("#")}
