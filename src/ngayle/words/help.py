"""Help texts of a language; loaded when help is shown or a mistake is named."""

from __future__ import annotations


def texts(lang: str) -> dict[str, str]:
    """The help texts of "vi" or "en", by command and option."""
    if lang == "en":
        from ngayle.words.help_en import HELP
    else:
        from ngayle.words.help_vi import HELP
    return HELP
