"""The folder of the site on disk: made whole beside the old one, then put in its place.

Every file is a function of the catalogue and the options. All that differs is first written into a
folder of its own within the site; only when that is complete does each file take its place, in one
step, the manifest last. A run that is killed before leaves the old site as it was, and one that is
killed while files take their places leaves each of them whole. What the manifest of the run before
names and this one no longer makes is taken away; nothing else in the folder is touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ngayle import resting
from ngayle.errors import RequestError, reason
from ngayle.feeds import calendars
from ngayle.feeds.calendars import Window
from ngayle.period import Period
from ngayle.render.resting import notice
from ngayle.site import api
from ngayle.site.composer import Composer, offices
from ngayle.site.pages import LANGS, Pages, address, environment, names
from ngayle.site.span import Span
from ngayle.words.phrases import say, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ngayle.catalogue import Catalogue
    from ngayle.model import Lang
    from ngayle.site.span import Options

MANIFEST = "site.json"
STAGING = ".ngayle-site-{process}.part"
FEWER, AT_LEAST = 0.1, 2
"""A year that lost more than this part of its days, and at least so many, is not replaced."""

ASSETS = ("site.css", "site.js", "favicon.svg")
WORD = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/header1.xml",
)
"""The parts of a Word file, in the order in which they stand in it."""


@frozen
class Written:
    """What :func:`write` did: how many files the site has, were written, and were taken away."""

    files: int
    written: int
    removed: int


def write(
    path: str | os.PathLike[str],
    catalogue: Catalogue,
    options: Options,
    *,
    allow_fewer: bool = False,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> Written:
    """Write the site at ``path``; the folder is made if it is not there.

    ``step`` is called with how many pieces of the work are done, and of how many. Raises
    RequestError if the folder cannot be written, and, unless ``allow_fewer``, if the site there
    would lose a year, a day's page, or more than a tenth of the days of a year and at least two:
    then nothing is written.
    """
    environment()  # what is missing is said before anything is made
    path = os.fspath(path)
    folder = _folder(path)
    old = _manifest(folder)
    made, listed = _made(catalogue, options, step)
    if not allow_fewer:
        _refuse_fewer(path, old, made, _counts(listed), options)
    made[MANIFEST] = api.compact(
        {
            "generated_from": catalogue.version,
            "years": list(options.years),
            "days": dict(sorted(_counts(listed).items())),
            "files": sorted(made),
        }
    )
    changed = {
        name: content
        for name, content in made.items()
        if _content(os.path.join(folder, name)) != content
    }
    _put(folder, changed)
    removed = [name for name in old.get("files", ()) if name not in made]
    gone = sum(_remove(folder, name) for name in removed)
    return Written(len(made), len(changed), gone)


# --- making ---------------------------------------------------------------------------


def contents(
    catalogue: Catalogue,
    options: Options,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> dict[str, bytes]:
    """Every file of the site but its manifest, by path."""
    return _made(catalogue, options, step)[0]


def _made(
    catalogue: Catalogue, options: Options, step: Callable[[int, int], None]
) -> tuple[dict[str, bytes], list[tuple[str, bytes, int]]]:
    """Every file by path, and of the lists of days the path, content and number."""
    span = Span(catalogue, options)
    window = Window(options.year)
    feeds = calendars.addresses(catalogue, window)
    months = len(options.years) * 12
    # months count for what they cost beside a calendar
    total = len(feeds) + 3 * months + len(catalogue) // 8
    done = 0

    def tell(more: float = 1) -> None:
        nonlocal done
        done += more  # type: ignore[assignment]
        step(min(int(done), total), total)

    made: dict[str, bytes] = {}
    for name in ASSETS:
        made[name] = _asset(name)
    entries = []
    called = {}
    for at in feeds:
        one = calendars.make(catalogue, at, window)
        entries += one.entries()
        called[at] = one.names
        for lang, feed in one.feeds.items():
            made[f"calendars/{at.path(lang)}"] = feed.content
        tell()
    made[f"calendars/{calendars.INDEX}"] = calendars.index(catalogue, window, entries)
    pages = Pages(span, called)
    listed = []
    for file in api.months(span):
        listed.append(file)
        if file[0].count("/") == 1:
            tell()
    listed += api.days_off(span)
    made.update((name, content) for name, content, _ in listed)
    made[api.INDEX] = api.index(span, listed)
    made.update(api.schemas())
    for lang in LANGS:
        composer = Composer(span, lang)
        made.update(_composed(span, composer, lang, tell))
        made[f"js/{lang}/names.js"] = _script("names", names(pages.entries, lang))
    made["js/word.js"] = _script("word", _word())
    for number, (name, content) in enumerate(pages):
        made[name] = content
        if number % 16 == 0:
            tell()
    if options.base_url:
        made["sitemap.xml"] = _sitemap(made, options.base_url)
    step(total, total)
    return made, listed


def _composed(
    span: Span, composer: Composer, lang: Lang, tell: Callable[[float], None]
) -> Iterator[tuple[str, bytes]]:
    """The scripts that the composer and the first page load."""
    places: dict[tuple[str, int], dict[str, Any]] = {}
    reserved: dict[int, dict[str, Any]] = {year: {} for year in span.options.years}
    for period in span.options.months():
        nation, added, kept = composer.month(period)
        yield f"js/{lang}/{period.text}.js", _script("month", period.text, nation)
        for slug, rows in added.items():
            places.setdefault((slug, period.first.year), {})[period.text] = rows
        if kept["n"]:
            reserved[period.first.year][period.text] = kept["n"]
        tell(1)
    for (slug, year), months in places.items():
        yield f"js/{lang}/{slug}-{year}.js", _script("place", f"{slug}-{year}", months)
    for year, rows in reserved.items():
        yield f"js/{lang}/reserved-{year}.js", _script("kept", year, rows)
    yield f"js/{lang}/words.js", _script("words", _words(span, lang))
    yield f"js/{lang}/units.js", _script("units", _units(span, lang))
    yield f"js/{lang}/days-off.js", _script("off", list(_rests(span, lang)))


def _words(span: Span, lang: Lang) -> dict[str, Any]:
    """What the script says, and where the pages are to which it links."""
    said: dict[str, Any] = {
        key.removeprefix("site.js."): text
        for key, text in table(lang).items()
        if key.startswith("site.js.")
    }
    said["weekday"] = [say(lang, f"weekday.{(day - 1) % 7}") for day in range(7)]
    links = {kind: address(kind, lang) for kind in ("off",)}
    links |= {kind: address(kind, lang, "{}") for kind in ("month", "day")}
    return {"years": [span.options.first, span.options.last], "say": said, "link": links}


def _units(span: Span, lang: str) -> dict[str, Any]:
    """The kinds of office, and the provinces that went into others: until when, and into which."""
    map_, today = span.catalogue.units.provinces, date(span.options.year, 12, 31)
    gone = {}
    for unit in span.provinces_on_offer:
        ended = unit.ended(today)
        if unit.life(today) is None and ended and ended.until:
            remark = map_.remark(unit, today)
            said = f"{remark.said(lang)}." if remark else ""
            gone[unit.slug] = [ended.until.isoformat(), map_.holder(unit.slug, today), said]
    return {"offices": offices(), "gone": gone}


def _rests(span: Span, lang: str) -> Iterator[list[str]]:
    """First and last day and the sentence of each rest of the years."""
    first = max(span.options.first, resting.FIRST_YEAR)
    if first > span.options.last:
        return
    period = Period(date(first, 1, 1), date(span.options.last, 12, 31))
    for rest in resting.rests(period, strict=False):
        if not rest.days:
            continue
        text = notice([rest], rest.days, period, "co-quan", working=None, lang=lang)
        block = next(
            b for b in text.split("\n\n")[1:] if any(h.said_in(lang) in b for h in rest.holidays)
        )
        days = [d.date for d in rest.days] if rest.pending else [rest.first, rest.last]
        yield [days[0].isoformat(), days[-1].isoformat(), block.splitlines()[0]]


def _word() -> dict[str, Any]:
    """The template of the Word file: its parts, and how a title and a paragraph stand in it."""
    return {
        "parts": [[name, _asset(f"word/{name}").decode().strip()] for name in WORD],
        "title": _asset("word/title.xml").decode().strip(),
        "paragraph": _asset("word/paragraph.xml").decode().strip(),
    }


def _asset(name: str) -> bytes:
    return files("ngayle.site").joinpath(name).read_bytes()


def _script(what: str, *values: Any) -> bytes:
    """A classic script, which a browser also loads from a folder, where it fetches nothing."""
    arguments = ",".join(
        json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values
    ).replace("</", "<\\/")
    return f"ngayle.{what}({arguments});\n".encode()


def _sitemap(made: dict[str, bytes], base: str) -> bytes:
    places = "".join(
        f"<url><loc>{base}/{name}</loc></url>\n" for name in sorted(made) if name.endswith(".html")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    ).encode()


# --- what would be lost ---------------------------------------------------------------


def _counts(listed: list[tuple[str, bytes, int]]) -> Counter[str]:
    """The number of days of each year, of the nation and of each province: "2026/ha-tinh"."""
    counts: Counter[str] = Counter()
    for path, _, days in listed:
        *whose, name = path.removeprefix("api/").split("/")
        counts["/".join([name[:4], *whose])] += days
    return counts


def _refuse_fewer(
    path: str,
    old: dict[str, Any],
    made: dict[str, bytes],
    counts: Counter[str],
    options: Options,
) -> None:
    years = [str(y) for y in old.get("years", ()) if y not in options.years]
    losses = list(years)
    losses += [
        f"{key}: {before} → {counts[key]}"
        for key, before in old.get("days", {}).items()
        if key[:4] not in years
        and before - counts[key] >= AT_LEAST
        and before - counts[key] > before * FEWER
    ]
    pages = (address("day", "vi", "").removesuffix(".html"),)
    losses += [n for n in old.get("files", ()) if n.startswith(pages) and n not in made]
    if losses:
        raise RequestError("site.fewer", path=path, losses="; ".join(losses[:6]))


def _manifest(folder: str) -> dict[str, Any]:
    """That of the site that is there; an empty one where there is none that can be read."""
    try:
        found = json.loads(_content(os.path.join(folder, MANIFEST)) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


# --- writing --------------------------------------------------------------------------


def _folder(path: str) -> str:
    """The folder, made if it is not there; what killed runs had begun is taken away."""
    try:
        os.makedirs(path, exist_ok=True)
        found = os.listdir(path)
    except (FileExistsError, NotADirectoryError):
        raise RequestError("site.folder", path=path) from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else {"reason": str(error)}
        raise RequestError("site.unwritable", path=path, **why) from None
    prefix, suffix = STAGING.split("{process}")
    for name in found:
        process = name.removeprefix(prefix).removesuffix(suffix)
        if name == f"{prefix}{process}{suffix}" and process.isdigit() and _is_over(int(process)):
            shutil.rmtree(os.path.join(path, name), ignore_errors=True)
    return os.path.abspath(path)


def _is_over(process: int) -> bool:
    """Whether no such process runs; this one has begun nothing yet."""
    if process == os.getpid() or os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False


def _put(folder: str, changed: dict[str, bytes]) -> None:
    """Write all of it aside, then put each file in its place, the manifest last."""
    staging = os.path.join(folder, STAGING.format(process=os.getpid()))
    try:
        try:
            for name, content in changed.items():
                where = os.path.join(staging, name)
                os.makedirs(os.path.dirname(where), exist_ok=True)
                with open(where, "wb") as file:
                    file.write(content)
            for name in sorted(changed, key=lambda n: (n == MANIFEST, n.endswith(".html"), n)):
                target = os.path.join(folder, name)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.replace(os.path.join(staging, name), target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise RequestError(
            "site.unwritable", path=error.filename or folder, **reason(error)
        ) from None


def _remove(folder: str, name: str) -> bool:
    """Take away a file that an earlier manifest names, never one outside the folder."""
    where = os.path.normpath(os.path.join(folder, name))
    if not where.startswith(folder + os.sep):
        return False
    try:
        os.unlink(where)
    except OSError:
        return False
    parent = os.path.dirname(where)
    while parent != folder:
        try:
            os.rmdir(parent)
        except OSError:
            break
        parent = os.path.dirname(parent)
    return True


def _content(path: str) -> bytes | None:
    """The bytes of a file; None if there is none."""
    try:
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
