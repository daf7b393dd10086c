"""From a claim to the entries of the catalogue that its words name.

Only a whole known name resolves a claim: never a likeness. The words between a count and its dates
are cut into known names, the longest first; what is left over, apart from words that name nothing
("Ngày", "Lễ kỷ niệm", "đồng chí"), makes the claim one of another day, and nothing is said about
it. So "thành lập Đảng bộ tỉnh" is never the founding of the Party, nor a school's day that of the
teachers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from weakref import WeakKeyDictionary

from attrs import frozen

from ngayle.catalogue import Catalogue
from ngayle.checking import views
from ngayle.checking.claims import Claim, Reading
from ngayle.checking.views import View
from ngayle.model import Anniversary


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


_WORD = re.compile(r"[^\W_]+")
_OCCASION = re.compile(r"\s(?:dịp|kỷ|kỉ|ngày|tết|lễ)\b", re.I)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SAME_WORDS = {"sy": "si", "ky": "ki", "ly": "li", "my": "mi", "hy": "hi", "quy": "qui", "ty": "ti"}
_SILENT = word_set(
    "ngày lễ cuộc sự các những của và nước năm dịp mừng tròn về là tới đến giữa hoàn toàn nơi lên "
    "vào mittinh míttinh meeting the of to in mark celebrate celebrating commemorating"
)
"""Words that name nothing by themselves: left out of names and of texts alike."""
_SILENT_PAIRS = frozenset(
    {
        *(("kỷ", "niệm"), ("kỉ", "niệm"), ("chào", "mừng"), ("hướng", "tới"), ("hướng", "đến")),
        *(("long", "trọng"), ("trọng", "thể"), ("họp", "mặt"), ("gặp", "mặt"), ("tổ", "chức")),
        *(
            ("mít", "tinh"),
            ("dâng", "hương"),
            ("tưởng", "niệm"),
            ("nhiệt", "liệt"),
            ("tưởng", "nhớ"),
        ),
    }
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
    "mtdt": "mat tran dan toc",
    "csd": "cong san dang",
}
_PHRASES: tuple[tuple[str, str], ...] = (
    ("chu tich ho chi minh vi dai", "bacho"),
    ("chu tich ho chi minh kinh yeu", "bacho"),
    ("chu tich ho chi minh", "bacho"),
    ("bacho ho kinh yeu", "bacho"),
    ("bacho ho", "bacho"),
    ("bac ho kinh yeu", "bacho"),
    ("cong hoa xa hoi chu nghia viet nam", "viet nam"),
    ("cong hoa dan chu nhan dan lao", "lao"),
    ("cong hoa nhan dan trung hoa", "trung quoc"),
    ("cong hoa cu ba", "cu ba"),
    ("cong hoa an do", "an do"),
    ("vuong quoc campuchia", "campuchia"),
    ("dai han dan quoc", "han quoc"),
    ("hop chung quoc hoa ki", "hoa ki"),
    ("bac ho", "bacho"),
    ("nguyen tat thanh", "bacho"),
    ("nguyen ai quoc", "bacho"),
    ("hi sinh", "hisinh"),
    ("thi dua yeu nuoc", "thi dua ai quoc"),
    ("thi dua yeu", "thi dua ai quoc"),
    ("mien nam giai phong thong nhat dat", "giai phong mien nam thong nhat dat"),
    ("mien nam giai phong thong nhat to quoc", "giai phong mien nam thong nhat dat"),
    ("mien nam thong nhat to quoc", "mien nam thong nhat dat"),
    ("mien nam thong nhat dat nuoc", "mien nam thong nhat dat"),
)
_OFFICES = word_set(
    "tong bi thu chu tich pho nuoc quoc hoi ban chap hanh trung uong dang cong san viet nam lanh "
    "dao tien boi tieu bieu cach mang uy vien bo chinh tri nguoi con uu tu que huong nha hoat "
    "dong xuat sac tuong phu anh hung dan toc chi dai quan doi nhan kien chien si doan hoc tro "
    "gan gui bacho mat tran to truong khoa dau"
)
"""Words of the offices that a person is given behind the name."""
_GROWTH = word_set(
    "hinh thanh phat trien xay dung truong truyen thong ve vang chien dau lon dong hanh cung tu "
    "hao chang duong dat lich su qua suot cong tac hoat lap ra doi tien bac hien"
)
"""Words of growing: "80 năm xây dựng và phát triển của Thông tấn xã Việt Nam"."""
_TITLES = word_set(
    "dong chi ong ba cu co nguyen bac si giao su tien tho van hoc luat ki hoa thuong toa ni duc "
    "vua hoang de vuong danh nhan the gioi thi hao yeu liet luc luong vu trang dan nu tuong linh "
    "trung thieu ta ui tu lenh chinh nhac nghe thien tai vi kinh vo thanh quan nong lai vien cua "
    "lao thay truc than chu quoc cong nuoc bao nha dai cach mang nhat tre lon kiet chairman "
    "president general late prime minister secretary hero comrade mr dr"
)
"""Words of the titles that a person is given before the name."""
_DIED = frozenset({"mat", "hisinh", "gio"})
_DIED_PAIRS = frozenset(
    {
        ("tu", "tran"),
        ("qua", "doi"),
        ("tuan", "tiet"),
        ("vien", "tich"),
        ("tu", "nan"),
        ("hui", "ki"),
    }
)
_NO_BIRTH = frozenset({"vien", "hoat", "thai", "hoc", "ke", "san"})
"""What makes another word of "sinh": sinh viên, sinh hoạt …"""
HARMLESS = word_set(
    "lich su vi dai nay am duong truc tiep oanh liet quang vinh troi qua ke tu da di sau khi s "
    "anniversary day que huong"
)
"""What may stand around a whole name and changes nothing."""


@frozen
class Word:
    """A word of a text or name: as compared, its place in the view, and its marks if it has any."""

    text: str
    start: int
    end: int
    marked: str = ""


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
    """What the words of a claim name.

    ``whole``: nothing in them is left over. ``generic``: "Ngày tái lập tỉnh", that of any province.
    """

    matches: tuple[Match, ...] = ()
    whole: bool = False
    generic: bool = False

    @property
    def entries(self) -> frozenset[int]:
        """The entries of all names."""
        return frozenset().union(*(m.entries for m in self.matches))


def words(view: View, start: int, end: int, without: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The words that count, between two offsets of a view; none that stands in ``without``."""
    return _words(view.plain, start, end, without)


def _words(plain: str, start: int, end: int, without: Sequence[tuple[int, int]] = ()) -> list[Word]:
    found: list[Word] = []
    before, skip_end = "", -1
    for m in _WORD.finditer(plain, start, end):
        small, texts, marked = _read_word(m[0])
        if (before, small) in _SILENT_PAIRS:
            if found and found[-1].end == skip_end:
                found.pop()
            before = ""
            continue
        before, skip_end = small, m.end()
        if not texts or (without and any(a <= m.start() < b for a, b in without)):
            continue
        if small == "nhân" and _OCCASION.match(plain, m.end()):
            continue
        for text in texts:
            found.append(Word(text, m.start(), m.end(), marked))
    return _phrases(found)


@lru_cache(maxsize=20_000)
def _read_word(written: str) -> tuple[str, tuple[str, ...], str]:
    """A word in small letters; the words that it is compared as, none if it says nothing; its marks
    where it is no other spelling of the word that it is compared as."""
    small = written.lower()
    if small in _SILENT:
        return small, (), ""
    if written in ("Bác", "BÁC"):
        return small, ("bacho",), ""
    bare = views.compared(written)[1]
    word = _SAME_WORDS.get(bare, bare)
    compared = tuple(_SHORT.get(word, word).split())
    return small, compared, _marked(small) if compared == (bare,) and not small.isascii() else ""


@lru_cache(maxsize=20_000)
def _marked(small: str) -> str:
    """A word with its marks, wherever in it the tone is written: hòa, hoà."""
    letters = unicodedata.normalize("NFD", small)
    tone = "".join(c for c in letters if c in _TONES)
    return "".join(c for c in letters if c not in _TONES) + tone


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
        self.subjects: dict[tuple[str, ...], set[int]] = {}
        self.generic: dict[tuple[str, ...], set[int]] = {}
        self.by_day: dict[tuple[int, int], list[int]] = {}
        self.by_origin: dict[tuple[int, int, int], list[int]] = {}
        self.words_of: list[frozenset[str]] = []
        self.marked: list[frozenset[str]] = []
        self.keys_of: list[tuple[tuple[str, ...], ...]] = []
        self.former: dict[tuple[str, ...], tuple[int, date]] = {}
        self.documents: dict[str, list[int]] = {}
        for position, entry in enumerate(self.entries):
            self._add(position, entry)
        for key, entries in self.weak.items():
            if key not in self.names:
                self.names[key] = entries
        self._starts: dict[str, int] = {}
        for key in (*self.names, *self.people, *self.subjects):
            self._starts[key[0]] = max(self._starts.get(key[0], 0), len(key))

    def _add(self, position: int, entry: Anniversary) -> None:
        own: set[str] = set()
        keys: list[tuple[str, ...]] = []
        texts = [n.text for n in entry.names] + [n.en for n in entry.names if n.en]
        for text in (*texts, *entry.aliases):
            for form in _forms(text):
                key = key_of(form)
                own.update(key)
                keys.append(key)
                if len(key) < 2 and not (key and key[0] in ("tet",)):
                    continue
                self.names.setdefault(key, set()).add(position)
                for body in _bodies(key):
                    self.subjects.setdefault(body, set()).add(position)
                for kind in _PROVINCIAL:
                    if key[: len(kind)] == kind and len(key) > len(kind):
                        self.generic.setdefault(kind, set()).add(position)
                for weaker in _weaker(key):
                    self.weak.setdefault(weaker, set()).add(position)
            if entry.kind in ("birth", "death"):
                for person in _person(text):
                    sides = self.people.setdefault(person, {"birth": set(), "death": set()})
                    sides[entry.kind].add(position)
        self.words_of.append(frozenset(own))
        said = " ".join((*texts, *entry.aliases)).translate(views.SAME).lower()
        self.marked.append(frozenset(map(_marked, _WORD.findall(said))))
        self.keys_of.append(tuple(keys))
        others = {key_of(n.text) for n in entry.names if n.until is None}
        for name in entry.names:
            if name.until is not None and key_of(name.text) not in others:
                self.former[key_of(name.text)] = (position, name.until)
        if entry.kind == "document":
            for basis in entry.legal[:1]:
                if basis.number and basis.date:
                    self.documents.setdefault(basis.number.upper(), []).append(position)
        if entry.origin:
            for origin in (entry.origin.solar, entry.origin.lunar):
                if origin and origin.month and origin.day:
                    at = (origin.day, origin.month, origin.year)
                    self.by_origin.setdefault(at, []).append(position)
                    self.by_day.setdefault(at[:2], []).append(position)

    def spelled(self, entries: Iterable[int], found: Sequence[Word]) -> frozenset[int]:
        """The entries whose names have the marks that the words have: Nguyễn Bính is not Bình."""
        marks = {w.marked for w in found if w.marked}
        return frozenset(e for e in entries if marks <= self.marked[e])

    def find(self, found: list[Word]) -> Iterator[Match]:
        """Whole known names among words, the longest first at each place, none overlapping."""
        at = 0
        texts = [w.text for w in found]
        while at < len(found):
            longest = self._starts.get(texts[at], 0)
            for length in range(min(longest, len(found) - at), 0, -1):
                entries = self.names.get(tuple(texts[at : at + length]))
                spelled = entries and self.spelled(entries, found[at : at + length])
                if spelled:
                    last = at + length - 1
                    yield Match(found[at].start, found[last].end, spelled, at, last)
                    at = last
                    break
            at += 1

    def person(self, found: list[Word]) -> Match | None:
        """Of words that speak of a birth or a death, the entries of the person named.

        "120 năm ngày sinh chí sĩ yêu nước … Nguyễn Phong Sắc", "… Trương Định tuẫn tiết".
        """
        texts = [w.text for w in found]
        verb = _verb(texts)
        if verb is None:
            return None
        side, begin, stop = verb
        best: tuple[int, int] | None = None
        at = 0
        while at < len(texts):
            for length in range(min(self._starts.get(texts[at], 0), len(texts) - at), 0, -1):
                if at <= begin < at + length or tuple(texts[at : at + length]) not in self.people:
                    continue
                best = best or (at, at + length)
                at += length - 1
                break
            at += 1
        if best is None:
            return None
        people = self.people[tuple(texts[best[0] : best[1]])][side]
        entries = self.spelled(people, found[best[0] : best[1]])
        if best[0] > begin:
            ahead, between, behind = texts[:begin], texts[stop : best[0]], texts[best[1] :]
        else:
            ahead, between, behind = [], [*texts[: best[0]], *texts[best[1] : begin]], texts[stop:]
        if (
            not entries
            or set(ahead) - HARMLESS
            or set(between) - _TITLES - _OFFICES - HARMLESS
            or set(behind) - _OFFICES - HARMLESS
        ):
            return None
        low, high = min(begin, best[0]), max(stop, best[1]) - 1
        return Match(found[low].start, found[high].end, entries, low, high)


def _verb(texts: list[str]) -> tuple[str, int, int] | None:
    """Where words speak of a birth or a death: the side, the first word and the one behind."""
    for at, text in enumerate(texts):
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if text in ("sinh", "birth", "birthday") and following not in _NO_BIRTH:
            return "birth", at, at + 1
        if text in _DIED and following != "tran":
            return "death", at, at + 1
        if (text, following) in _DIED_PAIRS:
            return "death", at, at + 2
    return None


@lru_cache(maxsize=20_000)
def key_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    plain = views.compared(text)[0]
    return tuple(w.text for w in _words(plain, 0, len(plain)))


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
    if key[:1] == ("ki",) and len(key) >= 4:
        yield key[1:]
    if key[:1] == ("tinh",) and len(key) >= 4:
        yield key[1:]
    if "tham" in key:
        at = key.index("tham") + 1
        if key[at : at + 1] == ("tinh",):
            yield (*key[:at], *key[at + 1 :])
        else:
            yield (*key[:at], "tinh", *key[at:])
    if key[:2] == ("giai", "phong"):
        rest = key[2:]
        for unit in (("tinh",), ("thanh", "pho"), ("thi", "xa"), ("huyen",)):
            if rest[: len(unit)] == unit:
                yield (*key[:2], *rest[len(unit) :])
                break
        else:
            yield (*key[:2], "tinh", *rest)
            yield (*key[:2], "thanh", "pho", *rest)


def _bodies(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The body whose founding or tradition a name tells; never a place, which has many days."""
    if key[:2] not in (("thanh", "lap"), ("truyen", "thong")) or len(key) < 4:
        return
    body = key[2:]
    if body[0] in ("tinh", "thanh", "thi", "huyen", "quan", "xa", "phuong"):
        return
    if all(word in _GROWTH or word in ("nganh", "viet", "nam") for word in body):
        return
    forms = [body]
    if body[0] == "nganh" and len(body) > 2:
        forms.append(body[1:])
    for form in forms:
        yield form
        if form[-2:] == ("viet", "nam") and len(form) >= 4:
            yield form[:-2]


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
    """The entries that the words around a pair of dates name."""
    dated = [(d.start, d.end) for d in reading.dates_in(*claim.clause)]
    before = words(reading.view, *claim.before, dated)
    naming = _of_words(before, names)
    if naming.matches or len(before) > 3:
        return naming if naming.whole else _growing(reading, claim, names, before) or naming
    after = words(reading.view, claim.after[0], _name_end(reading, *claim.after), dated)
    count = claim.count
    if not before and count and count.start < claim.after[0]:
        # "Khởi nghĩa Bắc Sơn, 84 năm (…)"
        ahead = _of_words(words(reading.view, claim.clause[0], count.start, dated), names)
        if ahead.whole:
            return ahead
    # "5 năm ngày mất (…) Đại tướng Võ Nguyên Giáp"
    behind = _of_words([*before, *after], names)
    if behind.whole:
        return behind
    return _growing(reading, claim, names, before) or naming


def _name_end(reading: Reading, start: int, end: int) -> int:
    """Where a name behind its dates ends, at the latest."""
    stop = _STOP.search(reading.view.plain, start, end)
    return stop.start() if stop else end


def _of_words(found: list[Word], names: Names) -> Naming:
    person = names.person(found)
    if person:
        return Naming((person,), True)
    provincial = _provincial(found, names)
    if provincial.matches:
        return provincial
    matches = tuple(names.find(found))
    covered = {i for m in matches for i in range(m.first, m.last + 1)}
    said = {found[i].text for i in covered}
    left = [
        w
        for i, w in enumerate(found)
        if i not in covered and w.text not in HARMLESS and w.text not in said
    ]
    return Naming(matches, not left)


def _provincial(found: list[Word], names: Names) -> Naming:
    """ "Ngày tái lập tỉnh", of a province that is not named: it must be one of them."""
    texts = tuple(w.text for w in found if w.text not in HARMLESS)
    entries = names.generic.get(texts)
    if entries is None:
        return Naming()
    match = Match(found[0].start, found[-1].end, frozenset(entries), 0, len(found) - 1)
    return Naming((match,), True, generic=True)


def _growing(reading: Reading, claim: Claim, names: Names, before: list[Word]) -> Naming | None:
    """ "80 năm xây dựng và phát triển của Thông tấn xã Việt Nam": a body instead of its day."""
    count = claim.count
    if count is None:
        return None
    ahead: list[Word] = []
    if count.start > claim.clause[0]:
        ahead = words(reading.view, claim.clause[0], count.start)
    after = words(reading.view, claim.after[0], _name_end(reading, *claim.after))
    for found in (before, [*before, *after], [*ahead, *before]):
        if len(found) > 40 or not any(w.text in _GROWTH for w in found):
            continue
        low, high = 0, len(found)
        while low < high and found[low].text in _GROWTH | HARMLESS:
            low += 1
        while low < high and found[high - 1].text in _GROWTH | HARMLESS:
            high -= 1
        # "truyền thống ngành …": a body's own name may begin or end with such a word
        for begin in range(low, max(-1, low - 3), -1):
            for end in range(high, min(len(found), high + 2) + 1):
                named = names.subjects.get(tuple(w.text for w in found[begin:end]), ())
                entries = names.spelled(named, found[begin:end])
                if entries and end - begin < len(found):
                    match = Match(found[begin].start, found[end - 1].end, entries, begin, end - 1)
                    return Naming((match,), True)
    return None


_PROVINCIAL = (
    ("thanh", "lap", "tinh"),
    ("tai", "lap", "tinh"),
    ("giai", "phong", "tinh"),
    ("thanh", "lap", "dang", "bo", "tinh"),
)
_STOP = re.compile(r"[.;:(\n]|,\s\S{1,40}\s\S{1,40}\s\S{1,40},")


__all__ = ["Match", "Names", "Naming", "Word", "key_of", "names_of", "resolve", "words"]
