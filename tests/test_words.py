"""The tables of phrases: the same keys and fields in both languages, and none that nobody says."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import fields

import ngayle
from ngayle import CatalogueError, RequestError
from ngayle.errors import NgayleError, Problem
from ngayle.model import Anniversary
from ngayle.words import en, vi
from ngayle.words.phrases import say

PACKAGE = Path(ngayle.__file__).parent
SPELT_OUT = (
    "rest.name-",
    "rest.part-",
    "month.",
    "weekday.",
    "short.",
    "layer.",
    "kind.",
    "event.",
    "what.",
    "show.",
    "overlay.",
    "rule.",
    "one.",
)
"""Beginnings of keys that are put together."""


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_phrases_with_the_same_fields() -> None:
    """In the same order, so that a reader can lay one beside the other."""
    assert list(vi.PHRASES) == list(en.PHRASES)
    for key, text in vi.PHRASES.items():
        assert _fields(text) == _fields(en.PHRASES[key]), key


def test_phrases_are_data_alone() -> None:
    """The tables import nothing, and a phrase is one line of printable text."""
    for table in (vi, en):
        tree = ast.parse(Path(str(table.__file__)).read_text(encoding="utf-8"))
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
        for key, text in table.PHRASES.items():
            assert text.isprintable(), key
            assert text == text.strip(), key


def test_every_phrase_is_said_somewhere() -> None:
    """No key is left over from what is no longer printed, and none is asked for that is not there."""
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if path.name not in ("vi.py", "en.py")
    )
    quoted = set(re.findall(r"[\"']([\w.-]+)[\"']", source))
    for key in vi.PHRASES:
        if key.startswith("site."):
            continue  # said by templates and a script: tests/test_site.py
        name = key.removeprefix("error.")
        last = name.rpartition(".")[2]
        short = name.removeprefix("rest.")
        assert (
            name in quoted
            or short in quoted
            or key.removeprefix("os.") in quoted
            or (
                key.startswith(SPELT_OUT)
                and (last in quoted or last.isdigit() or last.partition("-")[2] in quoted)
            )
            or (key.startswith("field.") and last in {f.name for f in fields(Anniversary)})
        ), key
    codes = re.findall(r'(?:RequestError|UnknownName|NgayleError|Problem)\(\s*"([a-z._]+)"', source)
    assert len(codes) > 15
    for code in codes:
        assert f"error.{code}" in vi.PHRASES, code


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_only_the_language_asked_for_is_loaded(lang: str) -> None:
    """A listing in one language does not read the other's table."""
    other = "en" if lang == "vi" else "vi"
    code = (
        "import sys\nfrom ngayle.cli import main\n"
        f"main(['2023-07-27', '--lang', '{lang}'])\n"
        f"sys.exit('ngayle.words.{other}' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0


def test_an_error_is_said_in_either_language() -> None:
    """One code, the same values; str() is English."""
    with pytest.raises(RequestError) as caught:
        ngayle.listing("2023-13")
    error = caught.value
    assert error.code == "period.month"
    assert error.values == {"text": "2023-13", "month": "13"}
    assert str(error) == error.message("en")
    assert error.message("vi") == "thời gian '2023-13': không có tháng 13; tháng từ 01 đến 12"
    with pytest.raises(RequestError) as caught:
        ngayle.listing("2023", provinces="Atlantis")
    assert caught.value.message("vi") == (
        "tỉnh, thành phố 'Atlantis': không biết; xem danh sách: `ngayle places`"
    )


def test_errors_can_be_pickled_and_plain_text_is_one() -> None:
    """As processes send them to each other."""
    import pickle

    free = RequestError("this is no code")
    assert (free.code, str(free)) == ("text", "this is no code")
    catalogue = CatalogueError(["a.toml: x: wrong", Problem("rank", text="9")])
    for error in (free, RequestError("rank", text="9"), catalogue):
        again = pickle.loads(pickle.dumps(error))
        assert isinstance(again, NgayleError)
        assert (type(again), str(again), again.code) == (type(error), str(error), error.code)
    assert catalogue.problems == ["a.toml: x: wrong", say("en", "error.rank", text="9")]
    assert catalogue.problems[1].message("vi") == say("vi", "error.rank", text="9")
    assert str(catalogue).count("\n") == 1
