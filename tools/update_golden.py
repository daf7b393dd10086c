"""Write tests/golden anew; read the difference before committing it."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"

for name, arguments in runpy.run_path(str(TESTS / "test_golden.py"))["LISTINGS"].items():
    path = TESTS / "golden" / name
    path.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "ngayle", *arguments, "-o", str(path)], check=True)
