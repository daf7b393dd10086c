"""Writing files: whole or not at all, and what was there keeps what it had."""

from __future__ import annotations

import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ngayle import RequestError, files
from ngayle.files import UNFINISHED, sweep, write_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes of POSIX")


def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    """As any program would create it."""
    old = os.umask(0o027)
    try:
        write_whole(str(tmp_path / "x"), b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "x").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_the_mode_of_a_file_is_kept(tmp_path: Path, mode: int) -> None:
    """A private listing stays private."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(str(path), b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: p.chmod(0o444), "is read-only"),
        (lambda p: os.link(p, p.with_name("other")), "has other names"),
    ],
)
def test_what_could_not_be_kept_is_refused(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    """With the reason; the old file stays."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    make(path)
    with pytest.raises(RequestError, match=message):
        write_whole(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert not [p for p in tmp_path.iterdir() if UNFINISHED.fullmatch(p.name)]


def test_links_lead_to_their_target(tmp_path: Path) -> None:
    """Also to one that is not there yet; a loop is an error."""
    (tmp_path / "link").symlink_to("target")
    write_whole(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(RequestError, match="loop: cannot be written"):
        write_whole(str(tmp_path / "loop"), b"new")


@pytest.mark.parametrize("name", ["x" * 255, "đ" * 127])
def test_the_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    """255 bytes; one more and the system refuses it."""
    write_whole(str(tmp_path / name), b"new")
    assert (tmp_path / name).read_bytes() == b"new"
    with pytest.raises(RequestError, match="File name too long"):
        write_whole(str(tmp_path / f"{name}xx"), b"new")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_draft_that_is_checked_is_never_written_over(
    form: str, run: Callable[..., Any], tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Kỷ niệm 75 năm Ngày X (27/7/1947 - 27/7/2023)", encoding="utf-8")
    before = draft.read_bytes()
    for name in (str(draft), f"{tmp_path}/./draft.txt"):
        result = run("check", str(draft), "--format", form, "-o", name)
        assert result.status == 2
        assert result.err == f"ngayle: {name}: is read by this command; name another file\n"
        assert draft.read_bytes() == before


@pytest.mark.parametrize("name", ["", "dir/", "dir", "null\0byte", "/dev/full", "none/x"])
def test_names_that_are_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A request that is not right, never another error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dir").mkdir()
    with pytest.raises(RequestError):
        write_whole(name, b"new")
    assert [p.name for p in tmp_path.rglob("*")] == ["dir"]


def test_a_link_in_the_way_of_the_unfinished_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever could guess the name could not have another file overwritten."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    (tmp_path / f".ngayle-{'0' * 16}.part").symlink_to(victim)
    with pytest.raises(RequestError, match="cannot be written: File exists"):
        write_whole(str(tmp_path / "x"), b"new")
    assert victim.read_bytes() == b"mine"


def test_what_is_half_written_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the old file and nothing else."""

    def full(_number: int, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "x").write_bytes(b"old")
    monkeypatch.setattr(files, "_write_all", full)
    with pytest.raises(RequestError, match="x: cannot be written: No space left on device"):
        write_whole(str(tmp_path / "x"), b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("x", b"old")]


def test_what_killed_runs_left_goes_and_nothing_else(tmp_path: Path) -> None:
    """Of a run that is at work it is locked; a stranger's has another name."""
    left, locked = (tmp_path / f".ngayle-{c * 16}.part" for c in "ab")
    others = ["x.ics.123.part", ".ngayle-short.part", ".ngayle-0123456789abcdef.part.bak", "y.part"]
    for path in (left, locked, *(tmp_path / name for name in others)):
        path.write_bytes(b"x")
    with locked.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        sweep(str(tmp_path))
    assert {p.name for p in tmp_path.iterdir()} == {locked.name, *others}
    write_whole(str(tmp_path / "new"), b"x")
    assert {p.name for p in tmp_path.iterdir()} == {"new", *others}


def ngayle(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command line as a process."""
    command = [sys.executable, "-m", "ngayle", *arguments]
    return subprocess.run(command, timeout=120, check=False, **options)


@pytest.mark.usefixtures("installed")
@pytest.mark.slow
def test_descriptors_and_pipes_are_written_to(tmp_path: Path) -> None:
    """What ">>" has kept stays; a pipe gets the whole."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"first\n")
    with path.open("ab") as file:
        ngayle("2023-07-27", "--format", "lines", "-o", "/dev/stdout", stdout=file)
    kept, *printed = path.read_text("utf-8").splitlines()
    assert kept == "first"
    assert "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)" in printed
    done = ngayle("2023-07-27", "--format", "lines", "-o", "/dev/stderr", capture_output=True)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode("utf-8").splitlines() == printed
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE) as cat:
        done = ngayle("2023-07-27", "--format", "lines", "-o", str(tmp_path / "pipe"))
        assert cat.communicate(timeout=60)[0].decode("utf-8").splitlines() == printed
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_an_overlay_is_not_overwritten(run: Callable[..., Any], toml: Callable[..., Path]) -> None:
    """Neither under its name nor under another that leads to it."""
    path = toml('[[anniversary]]\nname = "Ngày X"\nkind = "day"\norigin = "1990-07-05"\n')
    before = path.read_bytes()
    (path.parent / "link.txt").symlink_to(path)
    for name in (path, path.parent / "link.txt", path.parent / "." / path.name):
        result = run("2026-07", "--overlay", path, "-o", name)
        assert result.status == 2
        assert result.err.endswith("is read by this command; name another file\n")
    assert path.read_bytes() == before
