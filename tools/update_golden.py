"""Write tests/golden anew from tests/data; read the difference before committing it."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

TESTS = Path(__file__).parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from conftest import frozen_catalogue  # noqa: E402
from ngayle import catalogue  # noqa: E402
from ngayle.cli import main  # noqa: E402
from test_golden import GOLDEN, LISTINGS  # noqa: E402

with mock.patch.object(catalogue, "_bundled", frozen_catalogue):
    for name, arguments in LISTINGS.items():
        assert main([*arguments, "-o", str(GOLDEN / name)]) == 0
