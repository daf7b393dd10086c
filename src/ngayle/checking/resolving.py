"""From a claim to the entries of the catalogue that its words name.

Only a whole known name resolves a claim: never a likeness. The words between a count and its dates
are cut into known names, the longest first; what is left over, apart from words that name nothing
("Ngày", "Lễ kỷ niệm", "đồng chí"), makes the claim one of another day, and nothing is said about
it. So "thành lập Đảng bộ tỉnh" is never the founding of the Party, nor a school's day that of the
teachers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from attrs import frozen

from ngayle.catalogue import Catalogue
from ngayle.checking.claims import Claim, Reading
from ngayle.checking.views import View
from ngayle.model import Anniversary

_WORD = re.compile(r"[^\W_]+")
_SAME_WORDS = {"sy": "si", "ky": "ki", "ly": "li", "my": "mi", "hy": "hi", "quy": "qui", "ty": "ti"}
_SILENT = frozenset(
    "ngày lễ cuộc sự các những của và nước năm nhân dịp kỷ kỉ niệm chào mừng tròn về là nhiệt liệt "
    "hướng tới đến đại họp mặt mít tinh míttinh meeting dâng hương viếng tưởng nhớ hoàn toàn the "
    "of to in mark celebrate celebrating commemorating tổ chức trọng thể long trọng vào".split()
)
"""Words that name nothing by themselves: left out of names and of texts alike."""
_TITLES = frozenset(
    "đồng chí cố nguyên chủ tịch phó tổng bí thư đại tướng thượng trung thiếu tá úy anh hùng liệt "
    "sĩ sỹ nhà thơ văn bác học giáo sư lãnh tụ danh nhân ông bà cụ đức vua hoàng đế thủ tướng"
    .split()
)
_SHORT = {
    "chxhcn": "cong hoa xa hoi chu nghia",
    "xhcn": "xa hoi chu nghia",
    "tncs": "thanh nien cong san",
    "tnxp": "thanh nien xung phong",
    "qdnd": "quan doi nhan dan",
    "qdndvn": "quan doi nhan dan viet nam",
    "cand": "cong an nhan dan",
    "csnd": "canh sat nhan dan",
    "annd": "an ninh nhan dan",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "lhpn": "lien hiep phu nu",
    "llvt": "luc luong vu trang",
    "llvtnd": "luc luong vu trang nhan dan",
    "ccb": "cuu chien binh",
    "bdbp": "bo doi bien phong",
    "dqtv": "dan quan tu ve",
    "ttxvn": "thong tan xa viet nam",
    "bvtv": "bao ve thuc vat",
    "pccc": "phong chay chua chay",
    "qptd": "quoc phong toan dan",
    "antq": "an ninh to quoc",
    "dbp": "dien bien phu",
    "vn": "viet nam",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
    "tp": "thanh pho",
    "csvn": "cong san viet nam",
    "dcsvn": "dang cong san viet nam",
    "ldld": "lien doan lao dong",
    "unesco": "unesco",
}
_PHRASES: tuple[tuple[str, str], ...] = (
    ("chu tich ho chi minh vi dai", "bacho"),
    ("chu tich ho chi minh kinh yeu", "bacho"),
    ("chu tich ho chi minh", "bacho"),
    ("bac ho kinh yeu", "bacho"),
    ("bac ho", "bacho"),
    ("nguyen tat thanh", "bacho"),
    ("nguyen ai quoc", "bacho"),
    ("bac", "bac"),
    ("hi sinh", "hisinh"),
    ("khoa hoc cong nghe", "khoa hoc cong nghe"),
    ("mien nam thong nhat to quoc", "mien nam thong nhat dat"),
    ("mien nam thong nhat dat nuoc", "mien nam thong nhat dat"),
)
_EVENTS = frozenset(
    "thanh truyen chien giai khoi tai phong ban ra kham tham truong duong giai khanh doan don".split()
)
_BORN = frozenset({"sinh"})
_DIED = frozenset({"mat", "hisinh", "gio", "tran", "ki", "tiet", "doi", "tich", "hoa", "nan"})
_HARMLESS = frozenset(
    "lich su vi dai nay am duong tp truc tiep oanh liet hao anh hung quang vinh".split()
)
"""What may stand around a whole name and changes nothing."""


@frozen
class Word:
    """A word of a text or name: as compared, and its place in the view."""

    text: str
    start: int
    end: int


@frozen
class Match:
    """A whole known name found in a text, and the positions of its entries in the catalogue."""

    start: int
    end: int
    entries: frozenset[int]
    first: int
    last: int


@frozen
class Naming:
    """What the words of a claim name. ``whole``: nothing in them is left over."""

    matches: tuple[Match, ...] = ()
    whole: bool = False

    @property
    def entries(self) -> frozenset[int]:
        """The entries of all names."""
        return frozenset().union(*(m.entries for m in self.matches))


def words(view: View, start: int, end: int) -> list[Word]:
    """The words that count, between two offsets of a view."""
    plain, bare = view.plain, view.bare
    found: list[Word] = []
    for m in _WORD.finditer(plain, start, end):
        if m[0].lower() in _SILENT:
            continue
        word = bare[m.start() : m.end()]
        word = _SAME_WORDS.get(word, word)
        if m[0] == "Bác" or m[0] == "BÁC":
            word = "bacho"
        expanded = _SHORT.get(word)
        if expanded is None:
            found.append(Word(word, m.start(), m.end()))
        else:
            found += (Word(w, m.start(), m.end()) for w in expanded.split())
    return _phrases(found)


def _phrases(found: list[Word]) -> list[Word]:
    """Phrases that mean the same, as one."""
    out: list[Word] = []
    at = 0
    while at < len(found):
        for phrase, meaning in _BY_FIRST.get(found[at].text, ()):
            if len(phrase) <= len(found) - at and all(
                found[at + i].text == w for i, w in enumerate(phrase)
            ):
                start, end = found[at].start, found[at + len(phrase) - 1].end
                out += (Word(w, start, end) for w in meaning)
                at += len(phrase)
                break
        else:
            out.append(found[at])
            at += 1
    merged: list[Word] = []
    for word in out:
        # "Chủ tịch Hồ Chí Minh - Bác Hồ" is one person
        if word.text == "bacho" and merged and merged[-1].text == "bacho":
            continue
        merged.append(word)
    return merged


def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, meaning in _PHRASES:
        key = tuple(phrase.split())
        table.setdefault(key[0], []).append((key, tuple(meaning.split())))
    return {k: tuple(v) for k, v in table.items()}


_BY_FIRST = _by_first()


class Names:
    """The names of a catalogue, by their words."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.entries: list[Anniversary] = list(catalogue)
        self.names: dict[tuple[str, ...], set[int]] = {}
        self.weak: dict[tuple[str, ...], set[int]] = {}
        self.people: dict[tuple[str, ...], dict[str, set[int]]] = {}
        self.by_origin: dict[tuple[int, int, int], list[int]] = {}
        self.words_of: list[frozenset[str]] = []
        for position, entry in enumerate(self.entries):
            self._add(position, entry)
        for key, entries in self.weak.items():
            self.names.setdefault(key, set()).update(entries if key not in self.names else ())
        self._starts: dict[str, int] = {}
        for key in (*self.names, *self.people):
            self._starts[key[0]] = max(self._starts.get(key[0], 0), len(key))

    def _add(self, position: int, entry: Anniversary) -> None:
        own: set[str] = set()
        texts = [n.text for n in entry.names] + [n.en for n in entry.names if n.en]
        for text in (*texts, *entry.aliases):
            for form in _forms(text):
                key = key_of(form)
                own.update(key)
                if len(key) < 2 and not (key and key[0] in ("tet",)):
                    continue
                self.names.setdefault(key, set()).add(position)
                for weaker in _weaker(key):
                    self.weak.setdefault(weaker, set()).add(position)
            if entry.kind in ("birth", "death"):
                for person in _person(text):
                    sides = self.people.setdefault(person, {"birth": set(), "death": set()})
                    sides[entry.kind].add(position)
        self.words_of.append(frozenset(own))
        if entry.origin:
            for origin in (entry.origin.solar, entry.origin.lunar):
                if origin and origin.month and origin.day:
                    at = (origin.day, origin.month, origin.year)
                    self.by_origin.setdefault(at, []).append(position)

    def find(self, found: list[Word]) -> Iterator[Match]:
        """Whole known names among words, the longest first at each place, none overlapping."""
        at = 0
        texts = [w.text for w in found]
        while at < len(found):
            longest = self._starts.get(texts[at], 0)
            for length in range(min(longest, len(found) - at), 0, -1):
                entries = self.names.get(tuple(texts[at : at + length]))
                if entries:
                    last = at + length - 1
                    yield Match(found[at].start, found[last].end, frozenset(entries), at, last)
                    at = last
                    break
            at += 1

    def person(self, found: list[Word]) -> Match | None:
        """Of words that speak of a birth or a death, the entries of the person named.

        "120 năm ngày sinh chí sĩ yêu nước … Nguyễn Phong Sắc", "… Trương Định tuẫn tiết".
        """
        texts = [w.text for w in found]
        born = next((i for i, t in enumerate(texts) if t in _BORN), None)
        died = next((i for i, t in enumerate(texts) if t in _DIED), None)
        if born is None and died is None:
            return None
        side, verb = ("birth", born) if born is not None else ("death", died)
        assert verb is not None
        best: tuple[int, int] | None = None
        for at in range(len(texts)):
            for length in range(min(self._starts.get(texts[at], 0), len(texts) - at), 0, -1):
                if tuple(texts[at : at + length]) in self.people:
                    if best is None or best[1] < at:
                        best = (at, at + length - 1)
                    break
        if best is None:
            return None
        entries = self.people[tuple(texts[best[0] : best[1] + 1])][side]
        low, high = min(verb, best[0]), max(verb, best[1])
        if not entries or high < len(texts) - 1 or (low > 0 and low != best[0]):
            rest = set(texts[high + 1 :]) | (set(texts[:low]) if low != best[0] else set())
            if not entries or rest - _HARMLESS:
                return None
        if any(t in _EVENTS for t in texts[min(verb, best[0]) : best[0]]):
            return None
        return Match(found[low].start, found[high].end, frozenset(entries), low, high)


def key_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(w.text for w in words(View(text), 0, len(text)))


def _forms(text: str) -> Iterator[str]:
    """A name, and the same without what stands in parentheses."""
    yield text
    if "(" in text:
        yield re.sub(r"\s*\([^()]*\)", "", text)


def _weaker(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Shorter ways to write a name, which hold unless they are another day's own name."""
    if key[-2:] == ("viet", "nam") and len(key) >= 5:
        yield key[:-2]
    if key[-2:] != ("viet", "nam") and len(key) >= 3:
        yield (*key, "viet", "nam")
    if key[:2] == ("giai", "phong"):
        rest = key[2:]
        for unit in (("tinh",), ("thanh", "pho"), ("thi", "xa"), ("huyen",)):
            if rest[: len(unit)] == unit:
                yield (*key[:2], *rest[len(unit) :])
                break
        else:
            yield (*key[:2], "tinh", *rest)
            yield (*key[:2], "thanh", "pho", *rest)


def _person(text: str) -> Iterator[tuple[str, ...]]:
    """The person's name in that of a birth or death: the capital letters at its end."""
    for piece in re.split(r"[()]| - ", text):
        run: list[str] = []
        for token in reversed(re.findall(r"[^\s,]+", piece)):
            if not token[:1].isupper():
                break
            run.insert(0, token)
        key = key_of(" ".join(run))
        if len(key) >= 2 or key == ("bacho",):
            yield key
            if len(key) > 4:
                yield key[-3:]
    if "Hồ Chí Minh" in text:
        yield ("bacho",)


_CACHE: WeakKeyDictionary[Catalogue, Names] = WeakKeyDictionary()


def names_of(catalogue: Catalogue) -> Names:
    """The names of a catalogue, made once."""
    names = _CACHE.get(catalogue)
    if names is None:
        names = _CACHE[catalogue] = Names(catalogue)
    return names


def resolve(reading: Reading, claim: Claim, names: Names) -> Naming:
    """The entries that a claim's words name."""
    if claim.kind == "pair":
        naming = _region(reading, claim.before, names)
        if not naming.matches and _empty(reading, claim.before):
            naming = _region(reading, claim.after, names)
        return naming
    return Naming()


def _empty(reading: Reading, region: tuple[int, int]) -> bool:
    return not words(reading.view, *region)


def _region(reading: Reading, region: tuple[int, int], names: Names) -> Naming:
    found = words(reading.view, *region)
    person = names.person(found)
    if person:
        return Naming((person,), True)
    matches = tuple(names.find(found))
    covered = {i for m in matches for i in range(m.first, m.last + 1)}
    left = [w for i, w in enumerate(found) if i not in covered and w.text not in _HARMLESS]
    return Naming(matches, bool(matches) and not left)


__all__ = ["Match", "Names", "Naming", "Word", "key_of", "names_of", "resolve", "words"]
