"""``ngayle site``: what is in the folder, how it is written, when it is refused."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import ngayle
from ngayle.errors import RequestError
from ngayle.feeds import calendars
from ngayle.site import api, build
from ngayle.site.pages import Pages
from ngayle.site.span import Options, Span
from ngayle.words.en import PHRASES as EN
from ngayle.words.vi import PHRASES as VI

Run = Callable[..., Any]

pytest.importorskip("jinja2")

YEAR = 2026
OPTIONS = Options(YEAR, YEAR, YEAR)
VOID = {"meta", "link", "input", "br", "img"}
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


@lru_cache(maxsize=1)
def built() -> Path:
    """The site of one year, made once for all tests."""
    folder = Path(tempfile.mkdtemp(prefix="ngayle-site-"))
    build.write(str(folder), ngayle.load(), OPTIONS)
    return folder


class Page(HTMLParser):
    """A page as the standard library reads it: tags that close, ids, links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.labelled: list[str] = []
        self.metas: dict[str, str] = {}
        self.title = ""
        self.lang = ""
        self.headings: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if len(found) != len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            self.lang = found["lang"]
        if tag == "meta":
            self.metas[found.get("name") or found.get("http-equiv") or "charset"] = found.get(
                "content", ""
            )
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if "style" in found or any(name.startswith("on") for name in found):
            self.faults.append(f"<{tag}> has a style or an event handler of its own")
        self.ids += [found["id"]] if "id" in found else []
        self.labelled += [found[k] for k in ("for", "aria-controls") if k in found]
        for name in ("href", "src"):
            if name in found:
                self.links.append((tag, found[name]))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        if self.open and self.open[-1] == "script" and data.strip():
            self.faults.append("a script in the page")


@lru_cache(maxsize=1)
def pages() -> dict[str, Page]:
    """Every page by its place in the folder."""
    return {
        path.relative_to(built()).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(built().rglob("*.html"))
    }


@pytest.mark.slow
def test_every_relative_link_and_id_resolves() -> None:
    """Over the whole site; a link with a fragment leads to an id."""
    broken = []
    for place, page in pages().items():
        for _, link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            path, _, fragment = link.partition("#")
            target = os.path.normpath(
                os.path.join(os.path.dirname(place), unquote(path.partition("?")[0]))
            )
            if path and not (built() / target).is_file():
                broken.append((place, link))
            if fragment and fragment not in pages()[target if path else place].ids:
                broken.append((place, link))
        broken += [(place, id_) for id_ in page.labelled if id_ not in page.ids]
    assert broken == []
    assert len(pages()) > 2 * len(ngayle.load())


@pytest.mark.slow
def test_every_page_is_well_formed_and_says_what_it_is() -> None:
    """Tags that close, ids that are one, a language, a title and a description of its own."""
    for place, page in pages().items():
        assert page.faults == [], place
        assert len(set(page.ids)) == len(page.ids), place
        assert page.lang == ("en" if place.startswith("en/") else "vi"), place
        assert page.title.strip(), place
        assert page.metas["description"].strip(), place
        assert page.headings.count("h1") == 1, place
        assert page.headings[0] == "h1", place


@pytest.mark.slow
def test_nothing_is_fetched_from_elsewhere() -> None:
    """A policy that allows the site alone; other addresses stand in links of <a> only."""
    for place, page in pages().items():
        assert page.metas["Content-Security-Policy"] == CSP, place
        assert page.metas["referrer"] == "no-referrer", place
        assert {tag for tag, link in page.links if "//" in link} <= {"a"}, place
    style = (built() / "site.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    script = (built() / "site.js").read_text(encoding="utf-8")
    assert not re.search(r"https?://|fetch\(|XMLHttpRequest|sendBeacon|innerHTML|eval\(", script)


@pytest.mark.slow
def test_sizes() -> None:
    """What a first visit loads, and the index of names, compressed."""

    def packed(*names: str) -> int:
        return sum(len(gzip.compress((built() / n).read_bytes(), mtime=0)) for n in names)

    frame = ("site.css", "site.js", "js/vi/words.js", "favicon.svg")
    assert packed("index.html", *frame, "js/vi/2026-12.js", "js/vi/days-off.js") < 60_000
    for lang in ("vi", "en"):
        assert packed(f"js/{lang}/names.js") < 70_000
    for place in pages():
        assert (built() / place).stat().st_size < 80_000, place


@pytest.mark.slow
def test_the_same_data_and_options_give_the_same_bytes() -> None:
    """In another process, with another order of sets, another zone and another locale."""
    program = (
        "import hashlib, ngayle; from ngayle.site.build import contents;"
        "from ngayle.site.span import Options;"
        f"made = contents(ngayle.load(), Options({YEAR}, {YEAR}, {YEAR}));"
        "[print(hashlib.sha256(c).hexdigest(), n) for n, c in sorted(made.items())]"
    )
    environment = os.environ | {
        "PYTHONHASHSEED": "7",
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(Path(ngayle.__file__).parent.parent),
    }
    out = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    ).stdout
    there = {name: sum_ for sum_, name in (row.split(" ", 1) for row in out.splitlines())}
    here = {
        path.relative_to(built()).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in built().rglob("*")
        if path.is_file() and path.name != build.MANIFEST
    }
    assert there == here


# --- api ------------------------------------------------------------------------------


def read(name: str) -> Any:
    """A JSON file of the site."""
    return json.loads((built() / name).read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("month", [f"{YEAR}-{m:02d}" for m in range(1, 13)])
def test_a_month_is_the_listing(month: str) -> None:
    """The nation's file has the listing of the month; nothing in it is reserved."""
    document = read(f"api/{month}.json")
    assert list(document) == ["schema", "period", "generated_from", "occurrences"]
    assert document["schema"] == 2
    assert document["period"] == month
    assert document["occurrences"] == [o.to_dict() for o in ngayle.listing(month)]


@pytest.mark.slow
@pytest.mark.parametrize("province", ["ha-tinh", "hai-phong", "da-nang", "ha-noi"])
def test_a_province_has_what_it_adds(province: str) -> None:
    """Its file and the nation's are together the listing for the province."""
    for month in range(1, 13):
        text = f"{YEAR}-{month:02d}"
        nation = read(f"api/{text}.json")["occurrences"]
        path = built() / "api" / province / f"{text}.json"
        added = json.loads(path.read_text(encoding="utf-8"))["occurrences"] if path.exists() else []
        both = {(o["id"], o["date"]) for o in [*nation, *added]}
        assert len(both) == len(nation) + len(added)
        listed = ngayle.listing(text, provinces=province)
        assert both == {(o.anniversary.id, o.date.isoformat()) for o in listed}


def check(value: Any, schema: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Where a value is not as a schema has it; as much of JSON Schema as the site's files use."""
    known = {"type", "properties", "required", "additionalProperties", "items", "enum", "const"}
    known |= {"anyOf", "pattern", "minimum", "maximum", "format", "$schema"}
    assert set(schema) <= known
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    kinds["null"] = type(None)
    if "anyOf" in schema and not any(not list(check(value, s, at)) for s in schema["anyOf"]):
        yield f"{at}: none of {schema['anyOf']}"
    if "type" in schema and type(value) is not kinds[schema["type"]]:
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r}"
    if (
        not schema.get("minimum", value) <= value <= schema.get("maximum", value)
        if isinstance(value, int)
        else False
    ):
        yield f"{at}: {value!r}"
    if isinstance(value, dict):
        rest = schema.get("additionalProperties", {})
        for name in schema.get("required", ()):
            if name not in value:
                yield f"{at}: without {name}"
        for name, own in value.items():
            of = schema.get("properties", {}).get(name, rest)
            if of is False:
                yield f"{at}: {name} is not known"
            else:
                yield from check(own, of, f"{at}.{name}")
    if isinstance(value, list):
        for number, own in enumerate(value):
            yield from check(own, schema.get("items", {}), f"{at}[{number}]")


@pytest.mark.slow
def test_every_json_file_is_as_its_schema_has_it() -> None:
    """Months, provinces' months, days off, the index; and a wrong one is found out."""
    files = sorted((built() / "api").rglob("*.json"))
    schemas = {kind: read(f"api/schema/{kind}.json") for kind in api.SCHEMAS}
    seen = dict.fromkeys(schemas, 0)
    for path in files:
        if path.parent.name == "schema":
            continue
        kind = "index" if path.name == "index.json" else "month"
        kind = "days-off" if path.parent.name == "days-off" else kind
        document = json.loads(path.read_text(encoding="utf-8"))
        assert list(check(document, schemas[kind])) == [], path
        seen[kind] += 1
    assert seen["month"] > 12
    assert seen["days-off"] == seen["index"] == 1
    wrong = read(f"api/{YEAR}-12.json")
    wrong["occurrences"][0]["rank"] = 6
    wrong["occurrences"][0]["reserved"] = True
    assert len(list(check(wrong, schemas["month"]))) == 2


@pytest.mark.slow
def test_the_index_names_every_file() -> None:
    """With its size, an etag that is its content's, its days, and the licence."""
    index = read("api/index.json")
    there = {
        path.relative_to(built() / "api").as_posix()
        for path in (built() / "api").rglob("*.json")
        if path.parent.name != "schema" and path.name != "index.json"
    }
    assert {file["path"] for file in index["files"]} == there
    for file in index["files"]:
        content = (built() / "api" / file["path"]).read_bytes()
        assert file["bytes"] == len(content)
        assert file["etag"] == hashlib.sha256(content).hexdigest()[:32]
        document = json.loads(content)
        assert file["days"] == len(document.get("occurrences", document.get("days")))
    assert index["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert index["years"] == [YEAR]


@pytest.mark.slow
def test_what_is_reserved_is_in_no_month() -> None:
    """It has a page of its own, which says so, and a file that the composer loads on demand."""
    reserved = [a for a in ngayle.load() if a.reserved]
    assert reserved
    months = [p for p in pages() if re.match(r"(en/)?(thang|nam|tinh|nganh|month|year)/", p)]
    months += [p.relative_to(built()).as_posix() for p in (built() / "api").rglob("*.json")]
    months += [
        p.relative_to(built()).as_posix()
        for p in (built() / "js").rglob("*.js")
        if not p.name.startswith(("names", "reserved"))
    ]
    for place in months:
        text = (built() / place).read_text(encoding="utf-8")
        for anniversary in reserved:
            assert f'"{anniversary.id}"' not in text, place
            assert f"/{anniversary.id}.html" not in text, place
    for anniversary in reserved:
        page = (built() / "ngay" / f"{anniversary.id}.html").read_text(encoding="utf-8")
        assert "Chỉ nêu trong văn bản khi cấp trên có chỉ đạo." in page


# --- pages ----------------------------------------------------------------------------


def shown(place: str) -> str:
    """The text of a page, blanks made one."""
    text = (built() / place).read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.mark.slow
def test_a_month_page() -> None:
    """Days in order, with the moon, the line as documents print it, and whose it is."""
    text = shown("thang/2026-12.html")
    assert "Ngày lễ, ngày kỷ niệm tháng 12/2026" in text
    assert (
        "Thứ Ba, 22/12 14/11 âm lịch"
        " 82 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026) cả nước"
    ) in text
    assert "Nghỉ làm việc: Ngày Văn hóa Việt Nam" in shown("thang/2026-11.html")
    assert "Thứ Sáu, 20/11" in shown("thang/2026-11.html")


@pytest.mark.slow
def test_a_days_page() -> None:
    """What an officer is asked for: count now and later, origin, who keeps it, sources."""
    text = shown("ngay/thuong-binh-liet-si.html")
    assert "79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026)" in text
    assert "T2, 27/7/2026 79 năm" in text
    assert "CN, 27/7/2036 89 năm" in text
    assert "Tính từ 27/7/1947" in text
    assert "Ai kỷ niệm cả nước" in text
    page = pages()["ngay/thuong-binh-liet-si.html"]
    outside = [link for _, link in page.links if link.startswith("http")]
    assert outside == list(ngayle.load()["thuong-binh-liet-si"].sources)


@pytest.mark.slow
def test_a_lunar_day_has_both_dates() -> None:
    """Giỗ Tổ: the tenth of the third month."""
    assert "CN, 26/4/2026 10/3 âm lịch" in shown("ngay/gio-to-hung-vuong.html")


@pytest.mark.slow
def test_a_province_and_what_went_into_it() -> None:
    """Hải Dương leads to Hải Phòng, which has its days."""
    old = shown("tinh/hai-duong.html")
    assert "Hải Dương thuộc thành phố Hải Phòng từ ngày 01/7/2025." in old
    links = {link for _, link in pages()["tinh/hai-duong.html"].links}
    assert "../tinh/hai-phong.html" in links
    days = {link for link in links if "/ngay/" in link}
    assert days
    assert days <= {link for _, link in pages()["tinh/hai-phong.html"].links}


@pytest.mark.slow
def test_days_off_say_what_is_not_announced() -> None:
    """The year of the site has its decisions; a later one says that it has none."""
    text = shown("nghi-le.html")
    assert "Tết Nguyên đán Bính Ngọ: nghỉ 09 ngày, từ 14/02 đến 22/02/2026" in text
    span = Span(ngayle.load(), Options(2035, 2035, 2035))
    later = dict(itertools.islice(Pages(span, {}), 3))["nghi-le.html"].decode()
    assert "Chưa công bố: Thủ tướng Chính phủ chưa quyết định ngày nghỉ của năm 2035" in later


@pytest.mark.slow
def test_an_address_makes_subscriptions() -> None:
    """Google by webcal, not https; canonical addresses; without an address, downloads alone."""
    options = Options(YEAR, YEAR, YEAR, "https://example.org/lich")
    feeds = {calendars.Address("nation"): {"vi": "Ngày lễ Việt Nam", "en": "Days of Viet Nam"}}
    made = dict(itertools.islice(Pages(Span(ngayle.load(), options), feeds), 6))
    text = made["lich.html"].decode()
    path = calendars.Address("nation").path("vi")
    assert f'value="https://example.org/lich/calendars/{path}"' in text
    assert f'href="webcal://example.org/lich/calendars/{path}"' in text
    assert "render?cid=webcal%3A%2F%2Fexample.org%2Flich%2Fcalendars%2F" in text
    assert "addfromweb?url=https%3A%2F%2Fexample.org%2Flich%2F" in text
    assert '<link rel="canonical" href="https://example.org/lich/lich.html">' in text
    assert 'hreflang="en" href="https://example.org/lich/en/calendars.html"' in text
    without = (built() / "lich.html").read_text(encoding="utf-8")
    assert "webcal" not in without
    assert "canonical" not in without
    assert "download" in without
    assert not (built() / "sitemap.xml").exists()
    assert b"<loc>https://example.org/a.html</loc>" in build._sitemap(
        {"a.html": b"", "a.js": b""}, "https://example.org"
    )


@pytest.mark.slow
def test_names_of_an_overlay_are_escaped(toml: Callable[..., Path]) -> None:
    """Whatever is written in a name is text: in pages and in scripts."""
    own = toml(
        '[[anniversary]]\nid = "cua-ta"\nkind = "day"\n'
        'name = "<b>Ngày</b> </script> của ta & bạn"\norigin = "2000-12-05"\n'
    )
    span = Span(ngayle.load(own), OPTIONS)
    everything = Pages(span, {})
    made = {name: content for name, content in everything if "cua-ta" in name or "2026-12" in name}
    for name in ("ngay/cua-ta.html", "thang/2026-12.html", "en/day/cua-ta.html"):
        text = made[name].decode()
        assert "&lt;b&gt;Ngày&lt;/b&gt; &lt;/script&gt; của ta &amp; bạn" in text
        assert "<b>Ngày" not in text
    script = build._script("x", "</script>").decode()
    assert "</" not in script
    assert json.loads(script[len("ngayle.x(") : -3]) == "</script>"


def test_every_phrase_is_said_in_both_languages() -> None:
    """The same keys, and none that no page, script or module asks for."""
    folder = Path(build.__file__).parent
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".py", ".html", ".js")
    )
    keys = {key for key in VI if key.startswith("site.")}
    assert keys == {key for key in EN if key.startswith("site.")}
    spelt_out = (
        *("nav.", "office.", "style.", "breadth.", "day.rank.", "check.hand.", "province"),
        *("sector", "calendars.slow."),
    )
    for key in sorted(keys):
        name = key.removeprefix("site.").removeprefix("js.")
        assert (
            f'"{name}"' in source
            or f"say.{name}" in source
            or (name.startswith(spelt_out) or f'"{name.rpartition(".")[2]}"' in source)
        ), key


# --- writing --------------------------------------------------------------------------


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A site of a few files, whose content the test decides; months of a year have one day."""
    files = {"index.html": b"one", "ngay/a.html": b"a", "ngay/b.html": b"b", "site.js": b"js"}

    def made(_catalogue: Any, options: Options, _step: Any) -> Any:
        listed = [(f"api/{y}-01.json", b"{}", len(files) * 5) for y in options.years]
        return dict(files), listed

    monkeypatch.setattr(build, "_made", made)
    return files


def test_unchanged_files_are_not_touched(tmp_path: Path, small: dict[str, bytes]) -> None:
    """Their times stay; stale files of the manifest go, everything else in the folder stays."""
    first = build.write(str(tmp_path), ngayle.load(), OPTIONS)
    assert (first.files, first.written, first.removed) == (5, 5, 0)
    (tmp_path / "CNAME").write_text("example.org")
    for path in tmp_path.rglob("*.html"):
        os.utime(path, (1, 1))
    small["index.html"] = b"two"
    small["site.css"] = small.pop("site.js")
    second = build.write(str(tmp_path), ngayle.load(), OPTIONS)
    assert (second.files, second.written, second.removed) == (5, 3, 1)
    assert (tmp_path / "ngay/a.html").stat().st_mtime == 1
    assert (tmp_path / "index.html").read_bytes() == b"two"
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        *("CNAME", "index.html", "ngay", "site.css", "site.json")
    ]


def test_a_site_that_would_lose_something_is_refused(
    tmp_path: Path, small: dict[str, bytes]
) -> None:
    """A year, the page of a day, a tenth of the days of a year; --allow-fewer is the way."""
    build.write(str(tmp_path), ngayle.load(), Options(2025, 2026, 2026))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    small["index.html"] = b"two"
    with pytest.raises(RequestError, match=r"would lose days \(2025\);.*--allow-fewer"):
        build.write(str(tmp_path), ngayle.load(), OPTIONS)
    del small["ngay/b.html"]
    with pytest.raises(RequestError, match=r"2025: 20 → 15; 2026: 20 → 15; ngay/b.html"):
        build.write(str(tmp_path), ngayle.load(), Options(2025, 2026, 2026))
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    done = build.write(str(tmp_path), ngayle.load(), OPTIONS, allow_fewer=True)
    assert done.removed == 1
    assert not (tmp_path / "ngay/b.html").exists()


def test_a_build_that_dies_leaves_the_old_site(
    tmp_path: Path, small: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it writes aside; what it had begun is taken away by the next."""
    build.write(str(tmp_path), ngayle.load(), OPTIONS)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    small.update({name: content + b"!" for name, content in small.items()})

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", str(tmp_path))

    with monkeypatch.context() as patched:
        patched.setattr("ngayle.site.build.os.replace", full)
        with pytest.raises(RequestError, match="No space left on device"):
            build.write(str(tmp_path), ngayle.load(), OPTIONS)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    killed = tmp_path / build.STAGING.format(process=2**22 + 1)
    killed.mkdir()
    (killed / "index.html").write_bytes(b"half")
    build.write(str(tmp_path), ngayle.load(), OPTIONS)
    assert not killed.exists()
    assert (tmp_path / "index.html").read_bytes() == b"one!"


def test_a_manifest_takes_nothing_away_outside(tmp_path: Path, small: dict[str, bytes]) -> None:
    """Names that lead out of the folder, and manifests that are none, do no harm."""
    site, outside = tmp_path / "site", tmp_path / "outside.txt"
    site.mkdir()
    outside.write_text("mine")
    (site / build.MANIFEST).write_text('{"files": ["../outside.txt", "/etc/hostname"]}')
    build.write(str(site), ngayle.load(), OPTIONS)
    assert outside.read_text() == "mine"
    (site / build.MANIFEST).write_text("[not json")
    assert build.write(str(site), ngayle.load(), OPTIONS).files == len(small) + 1


def test_the_command(run: Run, tmp_path: Path, small: dict[str, bytes]) -> None:
    """One line of what was done; errors are one line, and nothing is written then."""
    folder = tmp_path / "site"
    result = run("site", folder, "--from", "2026", "--to", "2026", "--lang", "en")
    assert (result.status, result.err) == (0, "")
    assert result.out == f"{folder}: {len(small) + 1} files, 5 written, 0 unchanged, 0 taken away\n"
    for arguments in (["--from", "2027", "--to", "2026"], ["--base-url", "example.org"]):
        result = run("site", tmp_path / "other", *arguments)
        assert result.status == 2
        assert arguments[1] in result.err
        assert result.err.count("\n") == 1
    assert not (tmp_path / "other").exists()
    (tmp_path / "file").write_text("")
    result = run("site", tmp_path / "file", "--from", "2026", "--to", "2026")
    assert result.status == 2
    assert str(tmp_path / "file") in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((2027, 2026), "years 2027 to 2026: must lie between 1901 and 2100"),
        ((1901, 2100), "years 1901 to 2100: a site has at most 50 years"),
        ((2026, 2101), "must lie between 1901 and 2100"),
        ((2026, 2026, "example.org"), "--base-url 'example.org': must be an address as https://"),
        ((2026, 2026, 'https://a"b'), "must be an address as https://"),
        ((2026, 2026, "https://"), "must be an address as https://"),
        ((2026, 2026, "javascript:alert(1)"), "must be an address as https://"),
    ],
)
def test_what_no_site_can_be_made_for(arguments: tuple[Any, ...], message: str) -> None:
    """It is said in one line."""
    first, last, *base = arguments
    with pytest.raises(RequestError, match=re.escape(message)):
        Options(first, last, YEAR, *base)
