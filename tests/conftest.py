"""Shared by all tests: the command line in this process, and TOML files that are thrown away."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen as value
from hypothesis import settings

from ngayle import catalogue, cli
from ngayle.catalogue import Catalogue, compiled
from ngayle.catalogue.merging import merge
from ngayle.cli import main

ROOT = Path(__file__).parent.parent

# the same examples at every run; `--hypothesis-profile wide` looks for new ones
settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None, max_examples=1000)
settings.load_profile("default")


def tool(name: str) -> ModuleType:
    """A script of tools/, which may import its neighbours."""
    if str(ROOT / "tools") not in sys.path:
        sys.path.append(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def frozen_catalogue() -> Catalogue:
    """The small catalogue of tests/data, which tools/freeze_test_data.py took from data/ once."""
    return Catalogue(*merge(str(ROOT / "tests" / "data")))


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """Let every command and function of this test stand on the frozen catalogue."""
    monkeypatch.setattr(catalogue, "_bundled", frozen_catalogue)
    return frozen_catalogue()


@pytest.fixture(scope="session")
def content() -> bytes:
    """The catalogue as a wheel has it."""
    head, tables, _ = merge(catalogue.data_folder())
    return compiled.dump(head, tables)


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> Path:
    """The package as it is installed, in a folder of its own; no checkout around it."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(
        ROOT / "src" / "ngayle", folder / "ngayle", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "data", folder / "ngayle" / "data")
    (folder / "ngayle" / "data" / compiled.FILE).write_bytes(content)
    return folder


@pytest.fixture
def installed(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that this test starts find the package as it is installed: they start soon."""
    monkeypatch.setenv("PYTHONPATH", str(package))


@value
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(speak: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line; what is wrong is said in English, whatever --lang says.

    Tests on what is printed so need not change the language of the output to read the errors.
    """
    monkeypatch.setattr(cli, "said", lambda error, _lang: error.message("en"))
    return speak


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line as users do, and return its status, stdout and stderr."""
    monkeypatch.delenv("NGAYLE_LANG", raising=False)

    def call(*arguments: str | os.PathLike[str]) -> Result:
        bytes_ = io.BytesIO(), io.BytesIO()
        out, err = (io.TextIOWrapper(stream, "utf-8") for stream in bytes_)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        try:
            status = main([os.fspath(a) for a in arguments])
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        for stream in (out, err):
            stream.flush()
        return Result(status, *(stream.getvalue().decode() for stream in bytes_))

    return call


@pytest.fixture
def toml(tmp_path: Path) -> Callable[..., Path]:
    """Write a TOML file and return its path."""

    def write(text: str, name: str = "own.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
