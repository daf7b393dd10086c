"""``python -m ngayle``."""

from ngayle.cli import script

script()
