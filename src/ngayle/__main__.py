"""``python -m ngayle``."""

import sys

from ngayle.cli import main

sys.exit(main())
