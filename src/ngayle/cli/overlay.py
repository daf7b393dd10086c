"""``ngayle overlay new FILE`` and ``ngayle overlay check FILE``: an office's own days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ngayle.catalogue import Catalogue, load
from ngayle.catalogue.reading import File, Table, office_of, read
from ngayle.cli import tell
from ngayle.cli.options import Parser, add_lang
from ngayle.errors import CatalogueError, RequestError
from ngayle.files import write_whole
from ngayle.lunar import today
from ngayle.model import (
    Anniversary,
    Lang,
    LegalBasis,
    Name,
    Observance,
    Occurrence,
    Origin,
    PartialDate,
    Reading,
)
from ngayle.occurrences import next_occurrences
from ngayle.rules import FIRST_YEAR, LAST_YEAR
from ngayle.vietnamese import slug
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.lines import day, line, name
from ngayle.words.phrases import say
from ngayle.words.ruling import rule

TEMPLATE = """\
# Các ngày kỷ niệm, cuộc thi, văn bản riêng của cơ quan, đơn vị.
#
# Bỏ dấu # ở đầu dòng của những mục cần dùng rồi sửa lại; xóa những mục không cần.
# Ngày viết "05/9/1975" hoặc "1975-09-05"; giá trị đặt trong dấu ngoặc kép thẳng; lưu với mã UTF-8.
# Kiểm tra:  ngayle overlay check {file}
# Sử dụng:   ngayle orientation tháng sau --overlay {file}
#
# Own days, campaigns and documents of an office: take away the # where you need an entry.

# --- Cơ quan, đơn vị. Dòng id không bao giờ đổi: người đã đăng ký lịch nhận ra lịch nhờ nó.
#     kind: party, state, union, ward, school, youth, health, radio, flag
#     (đảng, chính quyền, đoàn thể, xã, trường học, thanh niên, y tế, truyền thanh, treo cờ).
#     superior, place, recipients, signer, opening: chỉ dùng cho công văn, không vào lịch.
[office]
id = "{id}"
# name = "Quận ủy Ví Dụ"
# kind = "party"
# superior = "Thành ủy Ví Dụ"
# place = "Ví Dụ"
# recipients = ["Các chi, đảng bộ trực thuộc", "Lưu Văn phòng"]
# signer = ["TRƯỞNG BAN", "Nguyễn Văn Ví Dụ"]

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

# --- Ngày giỗ theo âm lịch: "origin" là ngày mất theo dương lịch, tự đổi sang âm lịch để tính năm.
# [[anniversary]]
# name = "Ngày giỗ liệt sĩ Ví Dụ"
# kind = "death"
# origin = "20/01/1953"
# on = {{ lunar = "12-06" }}

# --- Mỗi tuần, mỗi tháng: {{ weekday = "sunday" }}; {{ weekday = "saturday", nth = [1, 3] }}.
#     Chủ nhật gần nhất trước 18/11: {{ weekday = "sunday", before = "11-18" }} (after: sau).
# [[anniversary]]
# name = "Ngày Chủ nhật xanh"
# kind = "day"
# on = {{ weekday = "sunday" }}

# --- Một cuộc thi, một đợt thi đua: từ ngày "start" đến hết ngày "end".
# [[campaign]]
# name = "Cuộc thi trắc nghiệm Ví Dụ"
# start = "2026-05-19"
# end = "2026-07-11"
# basis = "Kế hoạch số 00-KH/VD ngày 11/5/2026"

# --- Một đợt thi đua làm hai lần; trong tên, {{dot}} là đợt thứ mấy, {{year}} là năm.
# [[campaign]]
# name = "Đợt treo cờ thứ {{dot}} năm {{year}}"
# spans = [
#   {{ start = "2026-08-18", end = "2026-08-20" }},
#   {{ start = "2026-09-01", end = "2026-09-03" }},
# ]

# --- Một văn bản đang thực hiện: được nhắc khi tròn 5 năm (sơ kết), 10 năm (tổng kết)...
#     Thêm every = 1 để được nhắc hằng năm.
# [[document]]
# act = "Kết luận"
# number = "00-KL/VD"
# date = "2021-05-18"
# issuer = "Ban Thường vụ Ví Dụ"
# about = "về nội dung ví dụ"

# --- Sửa một ngày có sẵn cho riêng mình (mã số: xem  ngayle find thuong binh).
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
    name = Path(path).name.encode("utf-8", "replace").decode()
    id_ = slug(Path(name).stem) or "co-quan"
    write_whole(path, TEMPLATE.format(file=name, id=id_).encode())


REFUSED = ("check.double",)
"""Remarks that are no more than that when an overlay is used, but wrong when it is checked."""


def check(path: str, today: date, lang: Lang = "vi") -> str:
    """What an overlay changes: added, altered, hidden. Raises CatalogueError if it is not right."""
    # once: a pipe cannot be read again
    file = File.read(path)
    bundled, changed = load(), load(file)
    wrong = [remark for remark in changed.remarks if remark.code in REFUSED]
    if wrong:
        raise CatalogueError(wrong)
    for remark in changed.remarks:
        tell(remark.message(lang))
    tables = read(file)
    added = _own(changed)
    groups: list[tuple[str, list[str]]] = [
        (title, [_added(changed, a, today, lang) for a in added if a.kind in kinds])
        for title, kinds in _KINDS.items()
    ]
    altered = dict.fromkeys(str(t["id"]) for t in tables["alter"] if t["id"] in changed)
    groups.append(
        ("altered", [row for i in altered for row in _altered(bundled, changed, i, lang)])
    )
    groups.append(("hidden", [_hidden(bundled, t) for t in tables["drop"] if t["id"] in bundled]))
    groups.append(("sectors", [_sector(changed, str(t["slug"])) for t in tables["sector"]]))
    groups.append(("themes", [_theme(t) for t in tables["theme"]]))
    shown = [(key, rows) for key, rows in groups if rows]
    counted = [_counted(key, len(rows), lang) for key, rows in shown]
    changes = ", ".join(counted) or say(lang, "overlay.nothing")
    out = [say(lang, "overlay.valid", file=file.name, changes=changes)]
    for key, rows in shown:
        out += ["", say(lang, f"overlay.{key}"), *(f"  {row}" for row in rows)]
    if added and not tables["office"]:
        out += ["", say(lang, "overlay.no_office", office=office_of(tables))]
    return "\n".join(out) + "\n"


def _counted(key: str, number: int, lang: Lang) -> str:
    """ "01 ngày", "1 day"."""
    title = say(lang, f"{'one' if number == 1 else 'overlay'}.{key}")
    shown = dates.count(number) if lang == "vi" else number
    return say(lang, "overlay.group", number=shown, title=title)


def _own(changed: Catalogue) -> list[Anniversary]:
    """What an overlay has added: its entries stand last."""
    found: list[Anniversary] = []
    for id_ in reversed(changed.ids):
        anniversary = changed[id_]
        if anniversary.office is None:
            break
        found.append(anniversary)
    return found[::-1]


def _theme(table: Mapping[str, Any]) -> str:
    return f"{table['id']}: {table['text']}" if "id" in table else str(table["text"])


def _sector(changed: Catalogue, slug: str) -> str:
    return f"{slug}: {changed.units.sectors[slug].name}"


_KINDS = {
    "days": {"great", "day", "founding", "event", "birth", "death", "festival", "period"},
    "campaigns": {"campaign"},
    "documents": {"document"},
}


def _added(catalogue: Catalogue, anniversary: Anniversary, today: date, lang: Lang) -> str:
    """The id and the sentence of the next occurrence; of what is over, of the last one."""
    id_ = anniversary.id
    coming = next_occurrences(catalogue, anniversary, today, 1)
    found = coming or _last(catalogue, anniversary)
    if not found:
        never = say(lang, "overlay.never", first=FIRST_YEAR, last=LAST_YEAR)
        return f"{id_}: {anniversary.names[-1]} ({never})"
    occurrence = found[0]
    if anniversary.kind == "campaign":
        shown = day(occurrence, lang)
        text = name(occurrence, lang)
        return f"{id_}: {text} ({shown if coming else say(lang, 'overlay.over', days=shown)})"
    text = line(occurrence, lang)
    text = text if coming else say(lang, "overlay.ended", line=text)
    when = dates.full_date(occurrence.date) if lang == "vi" else occurrence.date.isoformat()
    return f"{id_}: {when}  {text}"


def _last(catalogue: Catalogue, anniversary: Anniversary) -> list[Occurrence]:
    """The last occurrence of one that is over."""
    found = next_occurrences(catalogue, anniversary, date(FIRST_YEAR, 1, 1), 100_000)
    return found[-1:]


def _hidden(bundled: Catalogue, table: Table) -> str:
    """The id, the name and the reason that the overlay gives."""
    reason = f" ({table['reason']})" if "reason" in table else ""
    return f"{table['id']}: {bundled[table['id']].names[-1]}{reason}"


def _altered(bundled: Catalogue, changed: Catalogue, id_: str, lang: Lang) -> list[str]:
    """A row for each field that differs from the bundled entry."""
    from attrs import fields

    if id_ not in bundled:
        return [say(lang, "overlay.own_entry", id=id_)]
    old, new_ = bundled[id_], changed[id_]
    rows = []
    for field in fields(Anniversary):
        before, after = getattr(old, field.name), getattr(new_, field.name)
        if before != after and field.name not in ("chain", "revised"):
            what = say(lang, f"field.{field.name}")
            rows.append(f"{id_}: {what}: {_shown(before, lang)} -> {_shown(after, lang)}")
    return rows or [say(lang, "overlay.same", id=id_)]


def _shown(value: Any, lang: Lang) -> str:
    """A value of a field as a person writes it."""
    match value:
        case tuple():
            return ", ".join(_shown(item, lang) for item in value) or "-"
        case bool():
            return say(lang, "overlay.yes" if value else "overlay.no")
        case Name():
            return value.text
        case LegalBasis():
            return cite(value)
        case Reading(reading=text):
            return text
        case Origin(solar=solar, lunar=lunar):
            shown = [dates.known(solar)] if solar else []
            return " / ".join(shown + ([_moon(lunar, lang)] if lunar else []))
        case PartialDate():
            return dates.known(value)
        case Observance(every=every, first_year=first, last_year=last):
            kept = say(lang, "overlay.every_year")
            if every > 1:
                kept = say(lang, "overlay.every", number=every)
            return kept + (f", {first or '…'} - {last or '…'}" if first or last else "")
        case None:
            return "-"
        case str() | int():
            return str(value)
    return rule(value, lang)


def _moon(known: PartialDate, lang: Lang) -> str:
    return f"{dates.known(known)} {say(lang, 'lunar')}"
