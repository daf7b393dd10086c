"""How much the address of a source weighs: its class, and whether an officer can open it.

``data/ledger/hosts.tsv`` has the class of each host. A domain covers what is below it; the longest
one that fits wins, a name before a pattern; a host that fits none is of class C.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import frozen

TABLE = Path(__file__).parent.parent / "data" / "ledger" / "hosts.tsv"
CLASSES = "ALBCD"
"""Best first: A an office or a Party body, L a copy of a law text, B a newspaper, broadcaster,
state body, association or university, C anything else, D junk."""

_CHANGING = re.compile(
    r"/tags?/|/(tags|topic|search|tim-kiem)(/(?!.*\d{5})|\?)"
    r"|[?&/_](page|trang)[=_-]\d+$|/trang[-=]?\d+\.|[?&]p=\d{1,2}(&d=)?$|Entries_page="
)
_STAGING = re.compile(r"^(beta\w*|demo|dev|backup|staging|test)[.-]|[.-](beta|staging)\.")
_FOREIGN = re.compile(r"^(en|english|fr|ru|ja|zh|cn)\.|/(en|en-us|english|fr|ru|ja|zh)(/|$)")


@frozen
class Host:
    """A row of the table. ``language``: of its pages, "vi" unless the table says another."""

    name: str
    grade: str
    language: str
    reason: str


@lru_cache(maxsize=1)
def hosts() -> dict[str, Host]:
    """The rows of the table by host. Raises ValueError for one that is not as it should be."""
    found: dict[str, Host] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(("#", "host\t")):
            continue
        name, grade, language, reason = line.split("\t")
        if name in found or grade not in CLASSES or name != name.lower():
            raise ValueError(f"{TABLE.name}: {line}: twice, or no class, or not in small letters")
        found[name] = Host(name, grade, language or "vi", reason)
    return found


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], Host]]:
    return [
        (re.compile(re.escape(name).replace(r"\*", r"[\w-]*")), host)
        for name, host in hosts().items()
        if "*" in name
    ]


@cache
def host_of(name: str) -> Host:
    """The row for a host: of the longest domain that fits."""
    labels = name.lower().rstrip(".").split(".")
    for at in range(len(labels) - 1):
        domain = ".".join(labels[at:])
        if domain in hosts():
            return hosts()[domain]
        for pattern, host in _patterns():
            if pattern.fullmatch(domain):
                return host
    return Host(name, "C", "vi", "")


def grade(address: str) -> str:
    """The class of an address, one of ``CLASSES``."""
    return host_of(urlsplit(address).hostname or "").grade


def trouble(address: str) -> str | None:
    """Why an officer may not find the fact there: a page that changes, a staging host, a language
    other than Vietnamese. None of an address without any of that."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if parts.path in ("", "/") and not parts.query:
        return "a home page"
    if _CHANGING.search(unquote(address)):
        return "a page whose content changes"
    if _STAGING.search(host):
        return "a staging host"
    if host_of(host).language != "vi" or _FOREIGN.search(host + parts.path.lower()):
        return "not in Vietnamese"
    return None


def weight(address: str) -> tuple[bool, int]:
    """Sorts sources: what an officer can open first, of these the better class first."""
    return trouble(address) is not None, CLASSES.index(grade(address))
