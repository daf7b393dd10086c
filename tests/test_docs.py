"""Every documented example is executed, and its output is what the document says."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CONSOLE = [
    (path.name, block)
    for path in DOCUMENTS
    for block in re.findall(r"(?s)```console\n(.*?)```", path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("name", "block"), CONSOLE, ids=[f"{n}:{b.splitlines()[0][2:50]}" for n, b in CONSOLE]
)
def test_a_console_example_prints_what_the_document_shows(run: Run, name: str, block: str) -> None:
    """Each "$ ngayle …" is run; the lines below it stand in its output, in this order.

    Not the whole of it: a day that is added to data/ must not make a document wrong. The counts in
    headings are left out for the same reason; whole outputs are tested by test_golden.
    """
    for command in re.split(r"(?m)^\$ ", block)[1:]:
        line, _, expected = command.partition("\n")
        arguments = shlex.split(line.replace("\\\n", " "))
        assert arguments[0] == "ngayle", f"{name}: {line}"
        result = run(*arguments[1:])
        printed = iter(statements(result.out + result.err))
        missing = [told for told in statements(expected) if told not in printed]
        assert missing == []


def statements(text: str) -> list[str]:
    """What a text says, day by day, without the widths of columns."""
    text = re.sub(r"\d+(?= (ngày kỷ niệm|anniversaries|days))", "N", text)
    parts = [part for line in text.splitlines() for part in re.split("; |(?=[●○])", line)]
    return [told for part in parts if (told := " ".join(part.split()).rstrip(".,"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_python_examples_are_doctests_that_pass(path: Path) -> None:
    """In every document."""
    text = "\n".join(re.findall(r"(?s)```python\n(.*?)```", path.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    out: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=out.append)
    assert out == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """No relative link is dead."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
