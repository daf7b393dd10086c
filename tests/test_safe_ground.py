"""No silent wrong answer, no traceback: what once went wrong, each case a test."""

from __future__ import annotations

import importlib.metadata
import os
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ngayle
from conftest import ROOT, tool
from ngayle import CatalogueError, catalogue, load

Run = Callable[..., Any]
Write = Callable[..., Path]

fuzz = tool("fuzz_commands")

# --- no data is an error


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes | None], None]]:
    """Let the installed catalogue have other bytes, or none, as in an installation."""

    def use(found: bytes | None) -> None:
        monkeypatch.setattr(catalogue, "_compiled", lambda: found)
        monkeypatch.setattr(catalogue, "_checkout", lambda: None)
        catalogue._bundled.cache_clear()

    yield use
    monkeypatch.undo()
    catalogue._bundled.cache_clear()


DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "empty": lambda _: b"",
    "cut in half": lambda c: c[: len(c) // 2],
    "cut at a line": lambda c: c[: c.rindex(b"\n")],
    "cut at 99 %": lambda c: c[: len(c) * 99 // 100],
    "one line lost": lambda c: b"\n".join(c.split(b"\n")[:500] + c.split(b"\n")[501:]),
    "one letter changed": lambda c: c.replace("Thương binh".encode(), "Thường binh".encode(), 1),
    "an index that is empty": lambda c: b"\n".join(
        [*c.split(b"\n")[:3], b"{}", *c.split(b"\n")[4:]]
    ),
    "zeros": lambda c: c[: len(c) // 2] + bytes(len(c) // 2),
    "another file": lambda _: b"<html>404</html>",
    "a header without entries": lambda _: b"ngayle-catalogue-2 0 0 x\n",
    "text after it": lambda c: c + b"\n{}",
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_data_stop_every_command(
    run: Run, tmp_path: Path, content: bytes, damaged: Callable[[bytes | None], None], kind: str
) -> None:
    """One line, exit 2, and no file is touched."""
    damaged(DAMAGE[kind](content))
    with pytest.raises(CatalogueError, match=r"catalogue\.jsonl: .*; no days are known without it"):
        load()
    (tmp_path / "feeds").mkdir()
    (tmp_path / "old.txt").write_text("old")
    for arguments in (
        ["2026-07"],
        ["2026-07", "-o", str(tmp_path / "old.txt")],
        ["feeds", str(tmp_path / "feeds")],
        ["orientation", "2026-07"],
        ["plan", "2026"],
        ["show", "quoc-khanh"],
        ["places"],
        ["--version"],
    ):
        result = run(*arguments)
        assert (result.status, result.out) == (2, ""), arguments
        assert result.err.count("\n") == 1
    assert [*(tmp_path / "feeds").iterdir()] == []
    assert (tmp_path / "old.txt").read_text() == "old"


@pytest.mark.slow
def test_whole_data_are_read(content: bytes, damaged: Callable[[bytes | None], None]) -> None:
    """The same bytes, undamaged."""
    days = ngayle.listing("2023-07")
    damaged(content)
    assert ngayle.listing("2023-07") == days


def started(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line of the package at a place on the path: a folder or a zip."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-c", "import ngayle.cli; ngayle.cli.script()", *arguments],
        env=environment | {"PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=place if place.is_dir() else place.parent,
        check=False,
    )


@pytest.mark.slow
def test_a_zip_on_the_path_has_its_days(run: Run, package: Path, tmp_path: Path) -> None:
    """A wheel, a zipapp: what loads the package also reads its data; without data it says so."""
    with_data, without = tmp_path / "with.zip", tmp_path / "without.zip"
    for target in (with_data, without):
        with zipfile.ZipFile(target, "w") as archive:
            for path in package.rglob("*"):
                if path.is_file() and (target == with_data or path.suffix == ".py"):
                    archive.write(path, path.relative_to(package))
    expected = run("2023-07", "--format", "lines").out
    assert started(with_data, "2023-07", "--format", "lines").stdout == expected
    # a stranger's folder beside it is no data
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "anniversaries.toml", tmp_path / "data")
    result = started(without, "2023-07")
    assert (result.returncode, result.stdout) == (2, "")
    assert "without.zip" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.slow
def test_the_version_without_an_installer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zipapp or a frozen program has nothing of what an installer writes down beside a package."""

    def nothing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", nothing)
    assert run("--version", "--lang", "en").out.startswith(f"ngayle {ngayle.__version__} (data of ")


def test_an_installation_without_its_data(package: Path, tmp_path: Path) -> None:
    """A folder of TOML files around it is not taken for them."""
    folder = tmp_path / "x" / "src"
    shutil.copytree(package, folder)
    shutil.rmtree(folder / "ngayle" / "data")
    shutil.copytree(ROOT / "data", tmp_path / "x" / "data")
    result = started(folder, "2023-07")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    (tmp_path / "x" / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert started(folder, "2023-07").returncode == 2


# --- the count belongs to the day

CROSSING = """
[[anniversary]]
id = "goc"
name = "Gốc"
kind = "day"
on = {{ solar = "{base}" }}
[[anniversary]]
name = "Ngày Y"
kind = "day"
origin = "{origin}"
on = {{ offset = {offset}, of = "goc" }}
"""


@pytest.mark.parametrize(
    ("base", "offset", "origin", "day", "years"),
    [
        ("12-25", 10, "2000-01-04", "2026-01-04", 26),
        ("12-25", 10, "2000-01-04", "2001-01-04", 1),
        ("01-05", -10, "2000-12-26", "2025-12-26", 25),
        ("01-05", 10, "2000-01-15", "2026-01-15", 26),
    ],
)
def test_an_offset_over_the_new_year(
    toml: Write, base: str, offset: int, origin: str, day: str, years: int
) -> None:
    """The year of the day itself minus the year of the origin, docs/counting.md."""
    path = toml(CROSSING.format(base=base, offset=offset, origin=origin))
    found = ngayle.listing(day, catalogue=load(path))
    assert [o.years for o in found if o.anniversary.id == "rieng-own-ngay-y"] == [years]


def test_an_offset_over_tet(toml: Write) -> None:
    """Twenty days before Tết lie in the old lunar year: Giáp Thìn, 2024, for Tết of 2025."""
    path = toml(
        '[[anniversary]]\nname = "Ngày Y"\nkind = "day"\norigin_lunar = "2000-12-10"\n'
        'on = { offset = -20, of = "tet-nguyen-dan" }\n'
    )
    found = ngayle.listing("2025-01-09", catalogue=load(path))
    (own,) = [o for o in found if o.anniversary.id == "rieng-own-ngay-y"]
    assert (own.date, own.year, own.years) == (date(2025, 1, 9), 2024, 24)


# --- what was a traceback

DAY = '[[anniversary]]\nname = "Ngày X"\nkind = "day"\n'
OVERLAYS: dict[str, tuple[str, str | None]] = {
    "6a": (DAY + 'origin = "2000-11-05"\nunit_day = "ends"\n', "unit_day: is for the founding day"),
    "6b": (
        '[[sector]]\nslug = "cu"\nname = "Cũ"\nname_en = "Old"\nsuccessor = "khong"\n',
        "cu: successor: unknown sector khong",
    ),
    "6c": (
        DAY + 'origin = "2000-11-05"\nformer_names = [{ name = "Cũ", until = "9999-12-31" }]\n',
        "former_names.until: 9999-12-31 is after 2100",
    ),
    "6d": (
        DAY + 'on = { lunar = "03-03" }\nmoved = [{ year = 1901, start = "1901-01-05" }]\n',
        None,
    ),
    "6d offset": (DAY + 'on = { offset = -20, of = "tet-nguyen-dan" }\n', None),
    "6e": (f"x = {'[' * 5000}{']' * 5000}\n", "brackets within brackets"),
    "6e keys": (f"{'.'.join('a' * 3000)} = 1\n", "too deep"),
    "6e tables": (f"x = {'{a=' * 5000}1{'}' * 5000}\n", "brackets within brackets"),
    "6f": (DAY + f"origin = {'9' * 5000}\n", "a number that is too long"),
    "6f hex": (DAY + f"origin = 0x{'f' * 4000}\n", "a number that is too long"),
    "7a": (
        '[[anniversary]]\nid = "n0"\nname = "N"\nkind = "day"\non = { solar = "11-05" }\n'
        + "".join(
            f'[[anniversary]]\nid = "n{k}"\nname = "N{k}"\nkind = "day"\n'
            f'on = {{ offset = 1, of = "n{k - 1}" }}\n'
            for k in range(1, 31)
        ),
        None,
    ),
    "7a long": (
        '[[anniversary]]\nid = "n0"\nname = "N"\nkind = "day"\non = { solar = "11-05" }\n'
        + "".join(
            f'[[anniversary]]\nid = "n{k}"\nname = "N{k}"\nkind = "day"\n'
            f'on = {{ offset = 300, of = "n{k - 1}" }}\n'
            for k in range(1, 400)
        ),
        "counts its days through more than 100 entries",
    ),
    "7b": (DAY + f'origin = "2000-11-05"\nsources = ["https://{"." * 4000}<"]\n', "a web address"),
    "7d": ("".join("[[anniversary]]\nid = 1\n" for _ in range(3000)), "and "),
    "7d moved": (
        DAY + f'on = {{ solar = "01-01" }}\nmoved = [{"{ year = 2000 }, " * 3000}]\n',
        "has 2000 twice",
    ),
    "7d alter": ("".join(f'[[alter]]\nid = "x{k}"\n' for k in range(3000)), "cannot alter"),
    "9 reason": (
        '[[drop]]\nid = "quoc-khanh"\nreason = "a\\u001b[2J"\n',
        "control character U+001B",
    ),
    "9 hidden key": ('[[alter]]\nid = "quoc-khanh"\n"_x\\u001b" = 1\n', "_x\\x1b: unknown key"),
    "9 misspelt": (DAY + '_origin = "2000-01-01"\n', "_origin: unknown key"),
    "9 week": (
        DAY + 'origin = "2000-11-05"\nrevised = "2026-W45-1"\n',
        "must be a day that exists",
    ),
    "9 float": (DAY + 'origin = "2000-11-05"\nevery = 5.0\n', "must be 1 to 100, not 5.0"),
    "9 long": (
        DAY + f'origin = "2000-11-05"\nnotes = "{"x" * 6000}"\n',
        "a text of 6000 characters",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", OVERLAYS)
def test_overlays_that_were_too_much(run: Run, toml: Write, kind: str) -> None:
    """Read, or refused in clear lines, and soon."""
    text, message = OVERLAYS[kind]
    path = toml(text)
    result = run("overlay", "check", path)
    assert (result.status, result.err == "") == ((0, True) if message is None else (2, False))
    assert "\x1b" not in result.err + result.out
    assert len(result.err.splitlines()) <= 101
    if message is not None:
        assert message in result.err
        return
    for arguments in (["1901-01", "--format", "lines"], ["2100-12", "--format", "json"], ["1901"]):
        assert run(*arguments, "--overlay", path).status == 0


def test_what_is_no_file_is_no_overlay(run: Run, tmp_path: Path) -> None:
    """A device would be read until the machine has no memory left."""
    for name in ("/dev/zero", "/dev/full", "/dev/null"):
        assert run("2026-07", "--overlay", name).err == (
            f"ngayle: {name}: is a device; name a TOML file or a pipe\n"
        )
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(16_000_001)
    assert run("2026-07", "--overlay", large).err == f"ngayle: {large}: larger than 16 MB\n"


@pytest.mark.usefixtures("installed")
def test_an_overlay_from_a_pipe_is_read_once(toml: Write) -> None:
    """overlay check reads it and lays it upon the catalogue."""
    text = toml(DAY + 'origin = "1990-07-05"\n').read_bytes()
    command = [sys.executable, "-m", "ngayle", "overlay", "check", "/dev/stdin", "--lang", "en"]
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    assert done.stdout.decode().startswith("stdin: valid; 1 day\n")


def test_what_old_overlays_have_is_read_and_told(run: Run, toml: Write) -> None:
    """minor is rank 5, revision is nothing; one note a file."""
    path = toml(DAY + 'origin = "1990-07-05"\nminor = true\nrevision = 3\n')
    result = run("2026-07-05", "--overlay", path, "--format", "lines")
    assert result.status == 0
    assert result.err == (
        "ngayle: own.toml: revision, minor: no longer in use; minor = true is read as rank = 5\n"
    )
    assert load(path)["ngay-x"].rank == 5
    assert run("overlay", "check", path, "--lang", "en").err == result.err


def test_a_sector_that_is_there_is_altered(run: Run, toml: Write) -> None:
    """Field by field, and it says so."""
    path = toml('[[sector]]\nslug = "y-te"\nname = "Y tế xã"\n')
    changed = load(path)
    unit, old = changed.units.sectors["y-te"], load().units.sectors["y-te"]
    assert (unit.name, unit.name_en) == ("Y tế xã", old.name_en)
    assert len(changed.units.sectors) == len(load().units.sectors)
    assert run("2026-07", "--overlay", path).err == (
        "ngayle: own.toml: y-te: is there already; altered: name\n"
    )


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ('origin = "1990-07-05"\non = { solar = "07-06" }', "07-06 is not the day of origin"),
        ('origin = "1990-07-05"\nfirst_year = 1989', "1989 is before the origin, 1990"),
        ('origin = "1990-07-05"\nfirst_year = 2000\nlast_year = 1999', "1999 is before first_year"),
        (
            'origin = "1990-07-05"\nseen = [{ year = 2020, years = 31, source = "https://a.vn/1" }]',
            "seen: 31 years in 2020; by the origin 30",
        ),
        (
            'origin = "1990-07-05"\norigin_lunar = "1990-06-13"',
            "is not 1990-07-05 by the lunar table",
        ),
        (
            'origin_lunar = "1990-06-13"\non = { lunar = "06-14" }',
            "06-14 is not the day of origin_lunar",
        ),
        ('origin = "1990-07-05"\ndied = "1999-01-01"', "died: is for a birth"),
    ],
)
def test_typical_mistakes_are_remarks_in_an_overlay(
    run: Run, toml: Write, fields: str, remark: str
) -> None:
    """Its owner may know better: it is read."""
    result = run("2026-07", "--overlay", toml(f"{DAY}{fields}\n"))
    assert result.status == 0
    assert remark in result.err


# --- success means written


def process(script: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """A shell that runs ngayle as "$NG"."""
    environment = os.environ | {"NG": f"{sys.executable} -m ngayle"}
    return subprocess.run(["sh", "-c", script], env=environment, capture_output=True, **options)


@pytest.mark.usefixtures("installed")
def test_a_remark_that_nobody_reads(tmp_path: Path) -> None:
    """stderr is a pipe whose reader has gone: the file is written all the same."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "ngayle", "2026-08", "--province", "Hải Dương"]
    path = tmp_path / "x.json"
    done = subprocess.run(
        [*command, "--format", "json", "-o", str(path)], stderr=write, check=False
    )
    os.close(write)
    assert done.returncode == 0
    assert path.read_bytes().endswith(b"}\n")


@pytest.mark.usefixtures("installed")
def test_streams_that_are_closed(tmp_path: Path) -> None:
    """stdout: one line and exit 2. stderr: what would be said there stays out of stdout."""
    done = process("$NG 2026-07 >&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "ngayle: đầu ra đã đóng; không có chỗ để ghi\n"
    done = process('$NG 2026-08 --province "Hải Dương" --format json 2>&-')
    assert (done.returncode, done.stdout[:2]) == (0, b"{\n")
    assert process(f"$NG overlay check {tmp_path} 2>&-").returncode == 2


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("moment", [0.3, 0.6])
def test_an_interrupt(moment: float) -> None:
    """130, and not a word."""
    code = (
        "import os, signal, threading, ngayle.cli\n"
        # what runs in the background may have been told to ignore it
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"threading.Timer({moment}, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "ngayle.cli.script()\n"
    )
    command = [sys.executable, "-c", code, "1901..2100", "--all", "--format", "json"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


# --- what is one kind, by chance

WORDS = st.one_of(
    st.sampled_from(
        [
            *fuzz.PERIODS,
            *fuzz.NAMES,
            *fuzz.FILES,
            *fuzz.OVERLAYS,
            *fuzz.NUMBERS,
            *fuzz.FLAGS,
            *fuzz.OPTIONS,
            *(c for c in fuzz.COMMANDS if c != "feeds"),
        ]
    ),
    st.text(max_size=12),
)


@pytest.fixture(scope="module")
def bounded() -> Iterator[None]:
    """At most 2 GB more than now, and 20 seconds a command; a folder of files to work in."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 2_000_000_000, hard))
    alarm = signal.signal(signal.SIGALRM, fuzz.in_time)
    with fuzz.place():
        yield
    signal.signal(signal.SIGALRM, alarm)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.usefixtures("bounded")
@given(st.lists(WORDS, max_size=7))
@example(["places", "--on", "1800-01-01"])
@example(["places", "--on", "0001-01-01"])
@example(["overlay", "new", "\udcff.toml"])
@example(["overlay", "check", "/dev/full"])
@example(["2026-07", "-o", "null\x00byte"])
@example(["2026-07", "--overlay", "null\x00byte"])
@example(["2026-07", "--province", "\x1b[31m"])
@example(["feeds", ""])
@settings(max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)
def test_any_command_line(arguments: list[str]) -> None:
    """0, or 2 and a line; `tools/fuzz_commands.py` tries thousands."""
    if arguments[:1] == ["feeds"] and any(arguments[1:]):
        return
    assert fuzz.try_line(arguments)[1] == ""
