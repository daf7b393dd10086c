"""One table of phrases a language; only the one that is asked for is loaded.

:mod:`ngayle.words.vi` and :mod:`ngayle.words.en` have the same keys and the same fields. Help texts
stand in tables of their own, loaded when help is shown.
"""

from __future__ import annotations

LANGS = ("vi", "en")
ROMAN = ("I", "II", "III", "IV")


def table(lang: str) -> dict[str, str]:
    """The phrases of a language, "vi" or "en"; of any other, KeyError."""
    if lang == "vi":
        from ngayle.words.vi import PHRASES
    elif lang == "en":
        from ngayle.words.en import PHRASES
    else:
        raise KeyError(lang)
    return PHRASES


def say(lang: str, phrase: str, **values: object) -> str:
    """One phrase, filled in. ``lang`` is "vi" or "en"."""
    text = table(lang)[phrase]
    return text.format(**values) if values else text
