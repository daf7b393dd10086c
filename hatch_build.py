"""Compile the catalogue when the wheel is built: checks every TOML file, writes one fast one."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface):
    """Puts ``ngayle/data/catalogue.jsonl`` into the wheel; a checkout reads the TOML itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from ngayle.catalogue import compiled
        from ngayle.catalogue.merging import merge

        head, tables, _ = merge(str(Path(self.root, "data")))
        self._folder = tempfile.TemporaryDirectory(prefix="ngayle-")
        path = Path(self._folder.name, compiled.FILE)
        path.write_bytes(compiled.dump(head, tables))
        build_data["force_include"][str(path)] = f"ngayle/data/{compiled.FILE}"

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
