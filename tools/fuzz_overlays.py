"""Hostile overlays through every output: each is refused in clear lines, or gives whole outputs.

    python tools/fuzz_overlays.py [--overlays 600] [--seed 1] [--seconds 240]

Tables of right and wrong keys, types and values; texts with control characters, long ones, ones
that mean something to a spreadsheet, a calendar or a terminal; nesting, chains, huge numbers,
broken TOML.
Nine of ten lie upon the small catalogue of tests/data, which is quicker; the others upon all days.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
from pathlib import Path
from unittest import mock

import icalendar
from fuzz_commands import in_time, limited, place, try_line

from ngayle import catalogue
from ngayle.catalogue import Catalogue
from ngayle.catalogue.merging import merge

TEXTS = (
    *(
        "Ngày thử",
        "N",
        "",
        " ",
        "a;b,c\\n",
        "=1+1",
        "@SUM(A1)",
        "<b>x</b>",
        "|a|",
        "*x* _y_",
        "`z`",
    ),
    *("\x1b[31mđỏ", "a\nb", "a\r\nBEGIN:VALARM", "\u202eabc", "\u200b", "e\u0301", "Ð", "x" * 900),
    *(
        "x" * 1001,
        "đ" * 6000,
        "http://e.vn/x~",
        "www.a.vn",
        "a@b.vn",
        "\u00a0x",
        "{name}",
        "lần thứ {n} {N} {year} {dot} {",
        "%s",
        "\x00",
    ),
)
DAYS = (
    *("1947-07-27", "1948-06", "1010", "2000-02-29", "2001-02-29", "0001-01-01", "9999-12-31"),
    *("2026-W45-1", "1900", "2100-12-31", "1901-01-05", "27/7/1947", "", "-5", "2026-13-01"),
)
VALUES: dict[str, tuple[object, ...]] = {
    "name": TEXTS,
    "name_en": TEXTS,
    "notes": TEXTS,
    "rank_reason": TEXTS,
    "aliases": (["a"], ["a", "a"], [], [1], "a", [["a"]]),
    "kind": (
        "day",
        "great",
        "founding",
        "birth",
        "death",
        "festival",
        "period",
        "campaign",
        "x",
        1,
    ),
    "layer": (
        "local",
        "national",
        "person",
        "sector:giao-duc",
        "province:hue",
        "sector:x",
        "x:y",
        1,
    ),
    "origin": (*DAYS, 1947, 0, -1, 10**8, 10**30, 1.5, True, []),
    "origin_lunar": (*DAYS, 1947, "1947-13-01", "1947-06-31"),
    "died": DAYS,
    "every": (1, 3, 10, 5.0, True, 0, "5"),
    "first_year": (1901, 2100, 0, 3000, "x", 1.5),
    "last_year": (1901, 2100, 0, 3000),
    "rank": (1, 5, 0, 6, 3.0, "1"),
    "minor": (True, False, 1),
    "revision": (0, 3, -1, "x"),
    "revised": DAYS,
    "tone": ("celebrate", "mourn", "x"),
    "reserved": (True, "x"),
    "confirmed": (True, False, 0),
    "count": ("always", "inclusive", "jubilees", "never"),
    "unit_day": ("ends", "kept"),
    "home": (["hue"], ["x"], "hue", [], ["quang-ninh", "hue"]),
    "sources": (
        ["https://a.vn/1"],
        ["http://" + "." * 900 + "<"],
        "x",
        [""],
        ["https://a.vn/\x1b"],
    ),
    "former_names": (
        [{"name": "Cũ", "until": "2000-01-01"}],
        [{"name": "Cũ", "until": "9999-12-31"}],
        [{"name": "B", "until": "2010-01-01"}, {"name": "A", "until": "2000-01-01"}],
        [{"name": "Cũ"}],
    ),
    "disputed": ([{"reading": "a", "source": "https://a.vn/1"}] * 2, [], [{"x": 1}]),
    "seen": (
        [{"year": 2023, "years": 76, "source": "https://a.vn/1"}],
        [{"year": 2023, "years": "x", "source": "https://a.vn/1"}],
    ),
    "legal": (
        [{"act": "Nghị định", "number": "1/2", "date": "2000-01-01"}],
        [{}],
        [{"act": TEXTS[11]}],
    ),
    "moved": (
        [{"year": 1901, "start": "1901-01-05"}],
        [{"year": 2100, "start": "2100-12-31", "end": "2101-01-20"}],
        [{"year": 2000}, {"year": 2000}],
        [{"year": 2000, "start": "2005-01-01"}],
    ),
    "on": (
        *({"solar": "07-27"}, {"solar": "02-29"}, {"solar": "13-01"}, {"lunar": "03-10"}),
        *({"lunar": "12-30"}, {"lunar": "00-00"}, {"weekday": "sunday", "nth": -1, "month": 2}),
        *({"week": 4, "month": 12}, {"month": 12}, {"month": 0}, {"from": "12-20", "to": "01-05"}),
        *(
            {"lunar_from": "12-20", "lunar_to": "01-05"},
            {"start": "2023-01-01", "end": "2100-12-31"},
        ),
        *({"offset": 366, "of": "quoc-khanh"}, {"offset": -366, "of": "tet-nguyen-dan"}),
        *({"offset": 10, "of": "n0"}, {"offset": 1, "of": "khong"}, {"offset": 10**9, "of": "n0"}),
        *({"solar": "07-27", "lunar": "01-01"}, {}, "07-27", {"month": True}),
        *({"weekday": "sunday"}, {"weekday": "friday", "nth": [1, 5, -1]}, {"weekday": "x"}),
        *({"weekday": "monday", "nth": 5, "month": [1, 2]}, {"weekday": "monday", "nth": []}),
        *({"weekday": "sunday", "before": "01-02"}, {"weekday": "sunday", "lunar_near": "12-30"}),
        *({"weekday": "sunday", "after": "31/12"}, {"weekday": "sunday", "near": 5}),
        *({"offset": [-7, 2], "of": "quoc-khanh"}, {"offset": [2, -7], "of": "quoc-khanh"}),
        *({"offset": [-366, 366], "of": "tet-nguyen-dan"}, {"offset": [], "of": "n0"}),
        *([{"solar": "07-27"}, {"solar": "07-28"}], [], [{}], [{"weekday": "sunday"}], [1]),
        *([{"lunar": "01-01"}, {"solar": "07-27"}], [{"start": "2026-07-01", "end": "2026-07-09"}]),
    ),
}
TABLES = (*("anniversary",) * 12, *("campaign", "document", "alter", "drop", "sector") * 2, "place")
OUTPUTS = (
    *(["2026-07", "--format", f] for f in ("text", "json", "csv", "md", "lines", "ics")),
    ["2026", "--all", "--format", "json"],
    ["1901-01", "--all", "--format", "lines"],
    ["2100-12", "--all", "--format", "json"],
    ["2026-07", "--jubilees", "--province", "hue", "--lang", "en"],
    ["2026-08", "--sector", "giao-duc"],
    ["orientation", "2026-07"],
    ["orientation", "2026-07", "--format", "json"],
    ["orientation", "2026-07", "--format", "docx", "-o", "a.docx"],
    ["plan", "2026", "--format", "md"],
    ["show", "n0"],
    ["places", "hue"],
)


def written(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {written(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value)


def overlay(chance: random.Random) -> str:
    """One random overlay."""
    kind = chance.random()
    if kind < 0.03:
        depth = chance.choice((5, 50, 5000))
        return chance.choice(
            (
                f"x = {'[' * depth}{']' * depth}",
                f"x = {'{a=' * depth}1{'}' * depth}",
                f"{'.'.join('a' * depth)} = 1",
            )
        )
    if kind < 0.06:
        return (
            f"[[anniversary]]\norigin = {chance.choice(('9' * 5000, '0x' + 'f' * 5000, '1e999'))}\n"
        )
    if kind < 0.09:
        # each day counted from the one before
        step = chance.choice((0, 1, 300, -366))
        rows = ['[[anniversary]]\nid = "n0"\nname = "N"\nkind = "day"\non = { solar = "11-05" }\n']
        rows += [
            f'[[anniversary]]\nid = "n{k}"\nname = "N{k}"\nkind = "day"\n'
            f'on = {{ offset = {step}, of = "n{k - 1}" }}\n'
            for k in range(1, chance.choice((3, 40, 99, 150)))
        ]
        return "".join(rows)
    rows = []
    if chance.random() < 0.2:
        office = chance.choice(('"doan-hue"', "1", '"Đ"'))
        rows.append(f"[office]\nid = {office}\n")
        for key in chance.sample(("name", "kind", "superior", "signer", "recipients"), 2):
            rows.append(f"{key} = {written(chance.choice(TEXTS[:12]))}\n")
    for number in range(chance.choice((1, 1, 2, 4))):
        table = chance.choice(TABLES)
        fields: dict[str, object] = {"id": f"n{number}", "name": "Ngày thử", "kind": "day"}
        if table in ("alter", "drop"):
            fields = {
                "id": chance.choice(("quoc-khanh", "tet-nguyen-dan", "thanh-lap-dang", "khong"))
            }
            if table == "drop":
                fields["reason"] = chance.choice(TEXTS)
        elif table == "sector":
            fields = {"slug": chance.choice(("giao-duc", "moi")), "name": "Mới", "name_en": "New"}
            if chance.random() < 0.5:
                fields |= {"until": "2020-01-01", "successor": chance.choice(("giao-duc", "khong"))}
        elif table == "campaign":
            fields = {"name": "Thi", "start": "2023-05-19", "end": "2023-07-11"}
            if chance.random() < 0.5:
                fields["end"] = chance.choice(DAYS)
        elif table == "document":
            fields = {"act": "Luật", "number": "1", "date": chance.choice(DAYS[:1] * 9 + DAYS)}
        else:
            fields["on"] = {"solar": "07-27"}
        # mostly right, so that many are read
        for key in chance.sample(list(VALUES), chance.choice((0, 0, 1, 1, 2, 4))):
            values = VALUES[key]
            fields[key] = values[0] if chance.random() < 0.5 else chance.choice(values)
        if chance.random() < 0.1:
            fields[chance.choice(("_origin", "_chain", "_file", "orign", "x\x1b"))] = 1
        lines = [
            f"{k if k.isidentifier() else written(k)} = {written(v)}\n" for k, v in fields.items()
        ]
        rows.append(f"[[{table}]]\n" + "".join(lines))
    text = "".join(rows)
    if chance.random() < 0.1:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(('"', "[", "\x00", "\n", "é", "=")) + text[at + 1 :]
    return text


def check(number: int, seed: int, seconds: float) -> list[str]:
    """Many overlays through all outputs; what was wrong, a line each. Prints the figures."""
    chance, problems, accepted, runs, done = random.Random(seed), list[str](), 0, 0, 0
    signal.signal(signal.SIGALRM, in_time)
    end = time.monotonic() + seconds
    small = Catalogue(*merge(str(Path(__file__).parents[1] / "tests" / "data")))
    whole = catalogue.load()
    with place(), mock.patch.object(catalogue, "_bundled") as bundled:
        while done < number and time.monotonic() < end:
            done += 1
            bundled.return_value = small if done % 10 else whole
            text = overlay(chance)
            Path("o.toml").write_text(text, encoding="utf-8", errors="replace")
            status, wrong = try_line(["overlay", "check", "o.toml"])
            faults = [f"check: {wrong}"] if wrong else []
            runs += 1
            if status == 0:
                accepted += 1
                for arguments in OUTPUTS:
                    runs += 1
                    ended, wrong = try_line([*arguments, "--overlay", "o.toml"])
                    wanted = (0, 2) if arguments[0] == "show" else (0,)
                    if not wrong and ended not in wanted:
                        wrong = f"status {ended}, though check says it is valid"
                    faults += [f"{' '.join(arguments)}: {wrong}"] if wrong else []
                try_line(["2026", "--all", "--format", "ics", "-o", "a.ics", "--overlay", "o.toml"])
                calendar = icalendar.Calendar.from_ical(Path("a.ics").read_bytes())
                path = Path("a.json")
                try_line(
                    ["2026", "--all", "--format", "json", "-o", "a.json", "--overlay", "o.toml"]
                )
                listed = json.loads(path.read_text("utf-8"))["occurrences"]
                if len(listed) != len(calendar.walk("VEVENT")):
                    faults.append("JSON and calendar have not the same days")
                if any(True for event in calendar.walk("VEVENT") if event.walk("VALARM")):
                    faults.append("an alarm came out of a text")
            problems += [f"{fault}\n{text[:600]}" for fault in faults]
    print(f"{done} overlays, {accepted} accepted, {runs} runs, {len(problems)} faults")
    return problems


def main() -> int:
    """Print what was wrong; exit 1 if anything was."""
    parser = argparse.ArgumentParser(description="Hostile overlays through every output.")
    parser.add_argument("--overlays", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=240)
    arguments = parser.parse_args()
    limited()
    problems = check(arguments.overlays, arguments.seed, arguments.seconds)
    print(*problems[:20], sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
