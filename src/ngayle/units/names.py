"""What a person typed to what is meant: one search for provinces, sectors, entries and commands.

A name is found by its id or code, then as it is written, then without marks, blanks and the words
around it ("tỉnh", "TP.", "ngành"). What is not one of them is answered with what could be meant:
names that have all the words, then the nearest in spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ngayle.errors import RequestError, UnknownName
from ngayle.rules import LunarDay, Rule, SolarDay
from ngayle.vietnamese import fold, nfc, sort_key, unmarked

if TYPE_CHECKING:
    from ngayle.catalogue import Catalogue
    from ngayle.model import Anniversary

WORDS_AROUND = (("thanh", "pho"), ("tinh",), ("tp",), ("nganh",))
MOST = 8
"""How many candidates a message lists."""


class Names:
    """Everything that people call some things by.

    ``what``: "province", "sector", "entry" or "command". ``things``: of each the key, the name that
    messages show, and every form it is known by. ``command``: what lists them all.
    """

    def __init__(
        self,
        what: str,
        things: Iterable[tuple[str, str, Iterable[str]]],
        command: str | None = None,
    ) -> None:
        self.what = what
        self._command = command
        self._shown: dict[str, str] = {}
        self._exact: dict[str, list[str]] = {}
        self._bare: dict[str, list[str]] = {}
        self._words: list[tuple[str, list[str]]] = []
        for key, shown, forms in things:
            self._shown[key] = shown
            for form in dict.fromkeys(forms):
                words = bare(form)
                self._words.append((key, words))
                for index, at in ((self._exact, form.casefold()), (self._bare, "".join(words))):
                    found = index.setdefault(at, [])
                    if key not in found:
                        found.append(key)

    def find(self, text: str) -> str:
        """The key that is meant.

        Raises RequestError, with the candidates, if it is none or not one.
        """
        keys = self.matching(text)
        if len(keys) == 1:
            return keys[0]
        if keys:
            raise self._ambiguous(text, keys)
        near = self.beginning(text)
        if len(near) > 1:
            raise self._ambiguous(text, near)
        raise self._unknown(text, near or self.near(text))

    def matching(self, text: str) -> list[str]:
        """The keys that are called just so."""
        if text in self._shown:
            return [text]
        typed = " ".join(nfc(text).casefold().split())
        for form in (typed, typed.removeprefix("ngành ")):
            if len(keys := self._exact.get(form, [])) == 1:
                return keys
        words = bare(text)
        return self._bare.get("".join(words), []) if words else []

    def beginning(self, text: str) -> list[str]:
        """The keys of names that begin with the text."""
        wanted = "".join(bare(text))
        if not wanted:
            return []
        return self._sorted(key for key, words in self._words if "".join(words).startswith(wanted))

    def having(self, text: str) -> list[str]:
        """The keys of names that have all words of the text; the last may be its beginning."""
        wanted = bare(text)
        if not wanted:
            return []
        *whole, last = wanted
        return list(
            dict.fromkeys(
                key
                for key, words in self._words
                if all(w in words for w in whole) and any(w.startswith(last) for w in words)
            )
        )

    def near(self, text: str, number: int = 5) -> list[str]:
        """The keys of names that have all words of the text; else of the nearest in spelling."""
        from difflib import get_close_matches

        if found := self.having(text):
            return self._sorted(found)[:number]
        forms = get_close_matches("".join(bare(text)), self._bare, number, 0.7)
        return list(dict.fromkeys(key for form in forms for key in self._bare[form]))[:number]

    def _sorted(self, keys: Iterable[str]) -> list[str]:
        return sorted(dict.fromkeys(keys), key=lambda key: sort_key(self._shown[key]))

    def _nearest(self, keys: Iterable[str]) -> list[str]:
        """If they are too many to be listed, the shortest names first: what was typed is short."""
        found = self._sorted(keys)
        if len(found) > MOST:
            found.sort(key=lambda key: len(self._shown[key]))
        return found

    def _listed(self, keys: Iterable[str]) -> str:
        """The candidates as messages name them: two of one name by their keys."""
        keys = list(keys)
        shown = [self._shown[key] for key in keys]
        folded = [fold(name) for name in shown]
        listed = ", ".join(
            name if folded.count(form) == 1 else key
            for key, name, form in list(zip(keys, shown, folded, strict=True))[:MOST]
        )
        return f"{listed}, …" if len(keys) > MOST else listed

    def _ambiguous(self, text: str, keys: list[str]) -> RequestError:
        return RequestError(
            "name.ambiguous", kind=self.what, text=text, near=self._listed(self._nearest(keys))
        )

    def _unknown(self, text: str, near: list[str]) -> RequestError:
        error = UnknownName if self.what == "entry" else RequestError
        if near:
            return error("name.unknown_near", kind=self.what, text=text, near=self._listed(near))
        if self._command:
            return error("name.unknown_list", kind=self.what, text=text, command=self._command)
        return error("name.unknown", kind=self.what, text=text)


def bare(text: str) -> list[str]:
    """The words of a name without marks, and without "tỉnh", "thành phố", "TP" or "ngành"."""
    words = fold(text).split()
    for around in WORDS_AROUND:
        if tuple(words[: len(around)]) == around and len(words) > len(around):
            words = words[len(around) :]
    if words and words[0].startswith("tp") and len("".join(words)) > 4:
        # "TPHCM", "TP.HCM"
        words = [words[0][2:], *words[1:]]
    return [word for word in words if word]


_DAY = re.compile(
    r"(?:ngay )?(?P<d>\d\d?)(?: thang |[/.-])(?P<m>\d\d?)(?:(?:[/.-]| nam )\d{4})?"
    r"(?P<lunar> ?\(?(?:am lich|am|al)\)?)?",
    re.ASCII,
)


def day_asked(text: str) -> list[Rule]:
    """The rules of a day of the year that a text is: "20/11", "ngày 20-11", "10/3 âm lịch".

    Without the word it is that of the sun, then that of the moon; none if the text is no day.
    """
    typed = " ".join(unmarked(text).split())
    found = _DAY.fullmatch(typed)
    if found is None:
        return []
    month, day = int(found["m"]), int(found["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    rules: list[Rule] = [] if found["lunar"] else [SolarDay(month, day)]
    return [*rules, LunarDay(month, day)] if day <= 30 else rules


def search(catalogue: Catalogue, text: str) -> list[Anniversary]:
    """The anniversaries that a person may mean, the likeliest first.

    Those of a day of the year ("20/11", "10/3 âm lịch"), documents last; or those of that id or
    name, then those whose names have all of its words: first as they are written, with their marks,
    then by rank, shorter names first. Nothing that is near in spelling only.
    """
    if rules := day_asked(text):
        found = [a for a in catalogue if a.rule in rules]
        return sorted(
            found,
            key=lambda a: (
                rules.index(a.rule),
                a.kind == "document",
                a.rank,
                sort_key(a.names[-1].text),
            ),
        )
    names = catalogue.names
    exact = names.matching(text)
    words = [catalogue[id_] for id_ in names.having(text) if id_ not in exact]
    typed = " ".join(nfc(text).casefold().split())

    def other_marks(anniversary: Anniversary) -> bool:
        forms = (*(n.text for n in anniversary.names), *anniversary.aliases)
        return not any(typed in form.casefold() for form in forms)

    return [
        *(catalogue[id_] for id_ in exact),
        *sorted(words, key=lambda a: (other_marks(a), a.rank, len(a.names[-1].text), a.id)),
    ]
