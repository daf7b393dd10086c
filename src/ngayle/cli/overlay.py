"""``ngayle overlay new FILE`` and ``ngayle overlay check FILE``: an office's own days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ngayle.catalogue import Catalogue, load
from ngayle.catalogue.reading import Table, anniversaries, read
from ngayle.cli.options import Parser, add_lang
from ngayle.errors import RequestError
from ngayle.files import write_whole
from ngayle.lunar import today
from ngayle.model import Anniversary, LegalBasis, Observance, Origin, Reading
from ngayle.occurrences import next_occurrences
from ngayle.rules import FIRST_YEAR, LAST_YEAR
from ngayle.words.citing import cite
from ngayle.words.lines import day, line
from ngayle.words.phrases import say

TEMPLATE = """\
# Các ngày kỷ niệm, cuộc thi, văn bản riêng của cơ quan, đơn vị.
#
# Bỏ dấu # ở đầu dòng của những mục cần dùng rồi sửa lại; xóa những mục không cần.
# Kiểm tra:  ngayle overlay check {file}
# Sử dụng:   ngayle orientation next-month --overlay {file}
#
# Own days, campaigns and documents of an office: take away the # where you need an entry.

# --- Một ngày của địa phương, đơn vị.
#     Số năm tính từ "origin": ngày, tháng (1948-06) hoặc năm (1948).
# [[anniversary]]
# name = "Ngày thành lập Trường Trung học phổ thông Ví Dụ"
# kind = "founding"
# origin = "1975-09-05"

# --- Một ngày theo âm lịch (tháng-ngày) hoặc không tính số năm.
# [[anniversary]]
# name = "Lễ hội đình làng Ví Dụ"
# kind = "festival"
# on = {{ lunar = "02-15" }}

# --- Một cuộc thi, một đợt thi đua: từ ngày "start" đến hết ngày "end".
# [[campaign]]
# name = "Cuộc thi trắc nghiệm Ví Dụ"
# start = "2026-05-19"
# end = "2026-07-11"
# basis = "Kế hoạch số 00-KH/VD ngày 11/5/2026"

# --- Một văn bản đang thực hiện: được nhắc khi tròn 5 năm (sơ kết), 10 năm (tổng kết)...
#     Thêm every = 1 để được nhắc hằng năm.
# [[document]]
# act = "Kết luận"
# number = "00-KL/VD"
# date = "2021-05-18"
# issuer = "Ban Thường vụ Ví Dụ"
# about = "về nội dung ví dụ"

# --- Sửa một ngày có sẵn cho riêng mình (mã số: xem  ngayle 2026-09 --format json).
# [[alter]]
# id = "thuong-binh-liet-si"
# name = "Ngày Thương binh, Liệt sĩ"

# --- Ẩn một ngày có sẵn.
# [[drop]]
# id = "quoc-te-hop-tac-xa"
# reason = "không tuyên truyền ở đơn vị"
"""
"""What ``overlay new`` writes. Nothing in it is in force until a # is taken away."""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle overlay",
        usage="ngayle overlay new|check FILE.toml",
        description="new: write a template of your own file. check: say what such a file changes.",
    )
    parser.add_argument("what", choices=("new", "check"), metavar="new|check")
    parser.add_argument("file", metavar="FILE.toml")
    add_lang(parser)
    arguments = parser.parse_args(argv)
    if arguments.what == "new":
        new(arguments.file)
        print(say(arguments.lang, "overlay.written", file=arguments.file))
    else:
        print(check(arguments.file, today(), arguments.lang), end="")
    return 0


def new(path: str) -> None:
    """Write the template. Raises RequestError if something has that name already."""
    if Path(path).exists() or Path(path).is_symlink():
        raise RequestError("overlay.exists", path=path)
    write_whole(path, TEMPLATE.format(file=Path(path).name).encode())


def check(path: str, today: date, lang: str = "vi") -> str:
    """What an overlay changes: added, altered, hidden. Raises CatalogueError if it is not right."""
    bundled, changed = load(), load(path)
    tables = read(path)
    groups: list[tuple[str, list[str]]] = [
        (
            title,
            [
                _added(changed, str(t["id"]), today, lang)
                for t in anniversaries(tables, overlay=True)
                if t["kind"] in kinds and t["id"] in changed
            ],
        )
        for title, kinds in _KINDS.items()
    ]
    groups.append(
        (
            "altered",
            [
                row
                for t in tables["alter"]
                if t["id"] in changed
                for row in _altered(bundled, changed, str(t["id"]), lang)
            ],
        )
    )
    groups.append(("hidden", [_hidden(bundled, t) for t in tables["drop"] if t["id"] in bundled]))
    groups.append(("sectors", [f"{t['slug']}: {t['name']}" for t in tables["sector"]]))
    shown = [(say(lang, f"overlay.{key}"), rows) for key, rows in groups if rows]
    counted = [say(lang, "overlay.group", number=len(rows), title=title) for title, rows in shown]
    changes = ", ".join(counted) or say(lang, "overlay.nothing")
    out = [say(lang, "overlay.valid", file=Path(path).name, changes=changes)]
    for title, rows in shown:
        out += ["", title, *(f"  {row}" for row in rows)]
    return "\n".join(out) + "\n"


_KINDS = {
    "days": {"great", "day", "founding", "event", "birth", "death", "festival", "period"},
    "campaigns": {"campaign"},
    "documents": {"document"},
}


def _added(catalogue: Catalogue, id_: str, today: date, lang: str) -> str:
    """The id and the sentence of the next occurrence; of what is over, its name and days."""
    anniversary = catalogue[id_]
    coming = next_occurrences(catalogue, anniversary, today, 1) or next_occurrences(
        catalogue, anniversary, date(FIRST_YEAR, 1, 1), 1
    )
    if not coming:
        never = say(lang, "overlay.never", first=FIRST_YEAR, last=LAST_YEAR)
        return f"{id_}: {anniversary.names[-1]} ({never})"
    if anniversary.kind == "campaign":
        days = day(coming[0], lang)
        over = say(lang, "overlay.over", days=days) if coming[0].last < today else days
        return f"{id_}: {anniversary.names[-1]} ({over})"
    return f"{id_}: {coming[0].date.isoformat()}  {line(coming[0], lang)}"


def _hidden(bundled: Catalogue, table: Table) -> str:
    """The id, the name and the reason that the overlay gives."""
    reason = f" ({table['reason']})" if "reason" in table else ""
    return f"{table['id']}: {bundled[table['id']].names[-1]}{reason}"


def _altered(bundled: Catalogue, changed: Catalogue, id_: str, lang: str) -> list[str]:
    """A row for each field that differs from the bundled entry."""
    from attrs import fields

    if id_ not in bundled:
        return [say(lang, "overlay.own_entry", id=id_)]
    old, new_ = bundled[id_], changed[id_]
    rows = []
    for field in fields(Anniversary):
        before, after = getattr(old, field.name), getattr(new_, field.name)
        if before != after and field.name != "chain":
            rows.append(f"{id_}: {field.name}: {_shown(before, lang)} -> {_shown(after, lang)}")
    return rows or [say(lang, "overlay.same", id=id_)]


def _shown(value: Any, lang: str) -> str:
    """A value of a field as a person writes it."""
    match value:
        case tuple():
            return ", ".join(_shown(item, lang) for item in value) or "-"
        case LegalBasis():
            return cite(value)
        case Reading(reading=text):
            return text
        case Origin(solar=solar, lunar=lunar):
            return " / ".join(str(part) for part in (solar, lunar) if part)
        case Observance(every=every, first_year=first, last_year=last):
            kept = say(lang, "overlay.every_year")
            if every > 1:
                kept = say(lang, "overlay.every", number=every)
            return kept + (f", {first or '…'} - {last or '…'}" if first or last else "")
        case None:
            return "-"
        case _:
            return str(value)
