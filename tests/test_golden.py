"""Whole listings, read by eye before they were committed; `tools/update_golden.py` writes them.

They stand on the small frozen catalogue of tests/data, so that a day added to data/ moves none.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent / "golden"
LISTINGS = {
    "2023-07.txt": ["2023-07"],
    "2023-07-quang-ninh.lines": ["2023-07", "--province", "Quảng Ninh", "--format", "lines"],
    "2024-02.txt": ["2024-02"],
    "2025-09.json": ["2025-09", "--format", "json"],
    "2025-jubilees.txt": ["2025", "--jubilees"],
    "2026-07-hai-phong.md": ["2026-07", "--province", "hai phong", "--format", "md"],
    "2026-11-en.txt": ["2026-11", "--lang", "en"],
}


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("name", LISTINGS)
def test_the_listing_is_the_one_that_was_read(run: Callable[..., Any], name: str) -> None:
    """Byte by byte. If it is right as it is now: tools/update_golden.py, and read the difference."""
    result = run(*LISTINGS[name])
    assert result.err == ""
    assert result.out == (GOLDEN / name).read_text(encoding="utf-8")
