"""TOML to the model: everything is checked, merged by id, and every problem is named in one line."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ngayle import Catalogue, CatalogueError, load, parse
from ngayle.catalogue import building, checks, compiled, data_folder
from ngayle.catalogue.index import build, candidates
from ngayle.catalogue.layers import Layers
from ngayle.catalogue.merging import merge
from ngayle.catalogue.reading import KINDS_OF_TABLES
from ngayle.occurrences import falls, occurrences
from ngayle.rules import FORMS, Moved, Rule, SolarDay, read
from ngayle.units.selection import Selection

Writer = Callable[..., Path]

DAY = 'id = "ngay-cua-toi"\nname = "Ngày của tôi"\nkind = "day"\n'


def problems_of(path: Path | str) -> list[str]:
    """The lines of the error that loading an overlay raises."""
    with pytest.raises(CatalogueError) as caught:
        load(path)
    return [*caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ('on = { solar = "02-30" }', "on.solar: month 2 has no day 30"),
        ('on = { solar = "13-01" }', "on.solar: there is no month 13; months are 01 to 12"),
        ('on = { lunar = "03-31" }', "on.lunar: there is no lunar day 31; lunar days are 01 to 30"),
        ('on = { solar = "7-27" }', 'on.solar: must be month-day, as "07-27", not "7-27"'),
        ('origin = "2023-02-30"', "origin: there is no 30/2/2023"),
        ("origin = 2023-02-28\nevery = 0", "every: must be 1 to 100, not 0"),
        (
            'origin = "2001"',
            "on: missing; only a full date as origin can stand for it; else write when it is kept, as on = { month = 9 }",
        ),
        ('origin = "2001-06-28"\ncolour = "red"', "colour: unknown key"),
        ('origin = "2001-06-28"\norigim = "red"', "origim: unknown key; did you mean origin?"),
        (
            'origin = "2001-06-28"\nnotes = "a\\nb"',
            "notes: has the control character U+000A at position 2; write one plain line",
        ),
        (
            'origin = "2001-06-28"\nnotes = "a\\u0007"',
            "notes: has the control character U+0007 at position 2; write one plain line",
        ),
        (
            'origin = "2001-06-28"\nsources = ["www.example.org"]',
            'sources: must be a web address (https://…), not "www.example.org"',
        ),
        ('origin = "2001-06-28"\nlayer = "province:atlantis"', "layer: unknown province atlantis"),
        (
            'on = { offset = 1, of = "ngay-cua-toi" }',
            "on.of: goes in a circle through ngay-cua-toi",
        ),
        ('on = { offset = 1, of = "nothing" }', 'on.of: unknown id "nothing"'),
        (
            'on = { weekday = "funday", nth = 1, month = 5 }',
            'on.weekday: must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, not "funday"',
        ),
        (
            'on = { weekday = "monday", nth = 6, month = 5 }',
            "on.nth: must be 1, 2, 3, 4, 5 or -1 (the last), not 6",
        ),
        ('origin = "2001-06-28"\nreserved = "yes"', 'reserved: must be true or false, not "yes"'),
        (
            'origin = "2001-06-28"\nfirst_year = "2001"',
            'first_year: must be a year from 1 to 2100, not "2001"',
        ),
        ('origin = "2001-06-28"\nformer_names = [{ name = "Cũ" }]', "former_names.until: missing"),
        ('origin = "2001-06-28"\nhome = ["atlantis"]', 'home: unknown province "atlantis"'),
        ("on = { month = 5 }\nevery = 5", "every: needs an origin to count from"),
        (
            'origin = "2001-06-28"\nmoved = [{ year = 2020 }, { year = 2020 }]',
            "moved: has 2020 twice",
        ),
        (
            'origin = "2001-06-28"\nmoved = [{ year = 2020, start = "2023-06-27" }]',
            "moved.start: 2023-06-27 is not in 2020",
        ),
        (
            'origin = "2001-06-28"\nmoved = [{ year = 2020, end = "2020-06-27" }]',
            "moved.start: missing; an end needs a start",
        ),
        (
            'origin = "2001-06-28"\nmoved = [{ year = 2020, start = "2020-06-27", end = "2020-06-20" }]',
            "moved.end: 2020-06-20 is not in the month after the start, 2020-06-27",
        ),
        ('origin = "2001-06-28"\nmoved = [{ start = "2020-06-27" }]', "moved.year: missing"),
        (
            'on = { offset = 1, of = "quoc-khanh" }\nmoved = [{ year = 2020 }]',
            "moved: needs a rule of its own; a day that falls once or by another does not move",
        ),
    ],
)
def test_a_wrong_field_is_named_with_file_and_id(toml: Writer, fields: str, problem: str) -> None:
    """And with what would be right."""
    found = [
        p
        for p in problems_of(toml(f"[[anniversary]]\n{DAY}{fields}\n"))
        if "sources: missing" not in p
    ]
    assert found == [f"own.toml: ngay-cua-toi: {problem}"]


def test_a_rule_is_exactly_one_of_the_forms(toml: Writer) -> None:
    """A mixture cannot be written."""
    (found,) = problems_of(
        toml(f'[[anniversary]]\n{DAY}on = {{ solar = "07-27", lunar = "03-10" }}\n')
    )
    assert found.startswith(
        "own.toml: ngay-cua-toi: on: must have exactly one of the forms { solar = "
    )


def test_a_name_with_a_newline_or_control_character_is_refused(toml: Writer) -> None:
    """It would break lines, tables and feeds."""
    text = '[[anniversary]]\nid = "x"\nkind = "day"\nname = "a\\r\\nb"\non = { solar = "07-27" }\n'
    assert problems_of(toml(text)) == [
        "own.toml: x: name: has the control character U+000D at position 2; write one plain line"
    ]


def test_all_problems_are_found_at_once(toml: Writer) -> None:
    """Not only the first, and in more than one file."""
    first = toml('[[anniversary]]\nid = "A"\nname = ""\nkind = "x"\n', "one.toml")
    second = toml("[[anniversary]\n", "two.toml")
    with pytest.raises(CatalogueError) as caught:
        load(first, second)
    lines = caught.value.problems
    assert any(line.startswith("one.toml: A: id: must be an ASCII slug") for line in lines)
    assert any(line.startswith("one.toml: A: kind: must be one of") for line in lines)
    assert any(line.startswith("one.toml: A: name: must not be empty") for line in lines)
    assert any("two.toml: line 1: the name of a table" in line for line in lines)
    assert all("\n" not in line for line in lines)


def test_files_that_are_no_files_are_named(tmp_path: Path, toml: Writer) -> None:
    """A folder, nothing at all, bytes that are not UTF-8, a table that is none."""
    assert problems_of(tmp_path) == [f"{tmp_path}: is a folder; name a TOML file"]
    assert problems_of(tmp_path / "none.toml") == [f"{tmp_path / 'none.toml'}: no such file"]
    path = tmp_path / "latin.toml"
    path.write_bytes('name = "Ngày"'.encode("latin-1"))
    assert problems_of(path) == [
        "latin.toml: not UTF-8 text (byte 10); save it again with the encoding UTF-8, not ANSI"
    ]
    assert problems_of(toml("[anniversary]\nid = 'x'\n")) == [
        "own.toml: anniversary: write [[anniversary]], with two brackets"
    ]
    (line,) = problems_of(toml("days = 3\n"))
    assert line.startswith("own.toml: days: unknown key; tables are [[anniversary]]")


def test_an_id_is_used_once(toml: Writer) -> None:
    """Within a file and across files; one of the bundled catalogue may be younger than the file."""
    day = '[[anniversary]]\nid = "{}"\nname = "Ngày"\nkind = "day"\non = {{ solar = "07-27" }}\n'
    assert problems_of(toml(day.format("x") * 2)) == [
        "own.toml: x: id: already used in own.toml; ids are unique"
    ]
    path = toml(day.format("quoc-khanh"))
    catalogue = load(path)
    assert catalogue["quoc-khanh"] == load()["quoc-khanh"]
    assert str(catalogue["rieng-own-quoc-khanh"].names[-1]) == "Ngày"
    (remark,) = catalogue.remarks
    assert remark == (
        f"own.toml: quoc-khanh: id: is that of {load()['quoc-khanh'].names[-1].text} in the catalogue; "
        "this entry is kept as rieng-own-quoc-khanh"
    )


def test_a_layer_can_add_alter_and_drop(toml: Writer) -> None:
    """Field by field, and it remembers who did it."""
    path = toml(
        f'[[anniversary]]\n{DAY}on = {{ solar = "07-15" }}\n'
        '[[alter]]\nid = "quoc-khanh"\nnotes = "Nghỉ làm"\n'
        '[[drop]]\nid = "thuong-binh-liet-si"\nreason = "Không làm"\n'
    )
    catalogue = load(path)
    assert catalogue["ngay-cua-toi"].layer == "local"
    assert "thuong-binh-liet-si" not in catalogue
    altered, before = catalogue["quoc-khanh"], load()["quoc-khanh"]
    assert (altered.notes, altered.names, altered.origin) == (
        "Nghỉ làm",
        before.names,
        before.origin,
    )
    assert altered.chain == ("anniversaries.toml: added", "own.toml: altered notes")
    assert "thuong-binh-liet-si" in load(), "the bundled catalogue stays as it was"


@pytest.mark.parametrize("verb", ["alter", "drop"])
def test_altering_or_dropping_an_unknown_id_is_an_error(toml: Writer, verb: str) -> None:
    """With the nearest ids."""
    (found,) = problems_of(toml(f'[[{verb}]]\nid = "quoc-khan"\n'))
    assert found.startswith(
        f"own.toml: quoc-khan: id: cannot {verb} an unknown id; near it: quoc-khanh"
    )


def test_what_was_dropped_cannot_be_altered(toml: Writer) -> None:
    """The error says who dropped it."""
    first = toml('[[drop]]\nid = "quoc-khanh"\n', "one.toml")
    second = toml('[[alter]]\nid = "quoc-khanh"\nnotes = "x"\n', "two.toml")
    with pytest.raises(CatalogueError) as caught:
        load(first, second)
    assert caught.value.problems == [
        "two.toml: quoc-khanh: id: cannot alter it, one.toml dropped it"
    ]


def test_text_is_nfc_and_days_may_be_unquoted(toml: Writer) -> None:
    """As TOML allows, and as a Mac types."""
    catalogue = load(
        toml('[[anniversary]]\nid = "x"\nkind = "day"\nname = "Nga\u0300y"\norigin = 2001-06-28\n')
    )
    assert catalogue["x"].names[0].text == "Ngày"
    assert str(catalogue["x"].origin.solar) == "2001-06-28"  # type: ignore[union-attr]


def test_names_change_on_their_day(toml: Writer) -> None:
    """The old one is in force until its last day."""
    catalogue = load(
        toml(
            '[[anniversary]]\nid = "x"\nkind = "day"\nname = "Ngày mới"\non = { solar = "06-21" }\n'
            'former_names = [{ name = "Ngày cũ", until = "1985-06-20" }, { name = "Ngày giữa", until = "2000-06-21" }]\n'
        )
    )
    names = {
        y: next(falls(catalogue["x"], date(y, 6, 21), date(y, 6, 21))).name.text
        for y in (1984, 1985, 2000, 2001)
    }
    assert names == {1984: "Ngày cũ", 1985: "Ngày giữa", 2000: "Ngày giữa", 2001: "Ngày mới"}


def test_an_overlay_names_its_entries_after_their_names(toml: Writer) -> None:
    """If they have no id of their own."""
    catalogue = load(
        toml(
            '[[campaign]]\nname = "Hội thi Đọc sách"\nstart = 2023-05-19\nend = 2023-07-11\nbasis = "Kế hoạch số 1"\n'
        )
    )
    campaign = catalogue["hoi-thi-doc-sach"]
    assert (campaign.kind, campaign.layer, campaign.legal[0].act) == (
        "campaign",
        "local",
        "Kế hoạch số 1",
    )


def test_a_document_is_named_by_its_act(toml: Writer) -> None:
    """Number, date and issuer make the name; the date is the origin."""
    catalogue = load(
        toml(
            '[[document]]\nact = "Kết luận"\nnumber = "01-KL/TW"\ndate = "2021-05-18"\n'
            'issuer = "Bộ Chính trị (khóa XIII)"\nevery = 1\n'
        )
    )
    document = catalogue["ket-luan-01-kl-tw"]
    assert (
        document.names[0].text == "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị (khóa XIII)"
    )
    assert document.origin is not None
    assert str(document.origin.solar) == "2021-05-18"


@pytest.mark.slow
def test_the_compiled_catalogue_is_the_same_as_the_toml() -> None:
    """Entry by entry, and byte by byte when compiled again."""
    head, tables, _ = merge(data_folder())
    content = compiled.dump(head, tables)
    lines, entries = compiled.load(content)
    again = Catalogue(dict(zip(compiled.HEAD, lines, strict=True)), entries)
    direct = Catalogue(head, tables)
    assert list(again) == list(direct)
    assert again.version == direct.version
    assert compiled.dump(*merge(data_folder())[:2]) == content
    period = parse("2023-07")
    everything = Selection(everything=True)
    assert occurrences(again, period, everything) == occurrences(direct, period, everything)


@pytest.mark.slow
def test_bundled_files_cannot_alter_or_drop(tmp_path: Path) -> None:
    """Only overlays do; a fact has one place."""
    shutil.copytree(data_folder(), tmp_path / "data")
    (tmp_path / "data" / "zz.toml").write_text('[[drop]]\nid = "quoc-khanh"\n')
    with pytest.raises(CatalogueError, match=r"^zz.toml: quoc-khanh: drop: only overlays do that$"):
        merge(str(tmp_path / "data"))


IDS = st.sampled_from(["a", "b", "c", "d"])
FIELD = st.sampled_from(["name", "notes", "origin"])
STEP = st.one_of(
    st.tuples(st.just("add"), IDS, st.just("")),
    st.tuples(st.just("alter"), IDS, FIELD),
    st.tuples(st.just("drop"), IDS, st.just("")),
)


@given(st.lists(STEP, max_size=20))
def test_merging_layers_is_what_a_dict_would_do(steps: list[tuple[str, str, str]]) -> None:
    """Against the simplest model: a dict of dicts; impossible steps change nothing and are named."""
    layers, model = Layers(), dict[str, dict[str, Any]]()
    wrong = 0
    for number, (verb, id_, field) in enumerate(steps):
        file = f"{number}.toml"
        if verb == "add":
            table = {"id": id_, "name": "x", "_file": file}
            layers.add([table])
            wrong += id_ in model
            model.setdefault(id_, {"id": id_, "name": "x"})
        elif verb == "alter":
            layers.alter([{"id": id_, field: file, "_file": file}])
            wrong += id_ not in model
            if id_ in model:
                model[id_][field] = file
                if field == "name":
                    model[id_]["former_names"] = []
        else:
            layers.drop([{"id": id_, "_file": file}])
            wrong += id_ not in model
            model.pop(id_, None)
    merged = {i: {k: v for k, v in t.items() if k[0] != "_"} for i, t in layers.tables.items()}
    assert merged == model
    assert len(layers.problems) == wrong


def month_days() -> st.SearchStrategy[str]:
    """Days of a leap year, as TOML has them."""
    return st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: f"{d:%m-%d}")


def lunar_days() -> st.SearchStrategy[str]:
    """Lunar days, 30 among them."""
    return st.tuples(st.integers(1, 12), st.integers(1, 30)).map(lambda t: f"{t[0]:02d}-{t[1]:02d}")


RULES = st.one_of(
    st.fixed_dictionaries({"solar": month_days()}),
    st.fixed_dictionaries({"lunar": lunar_days()}),
    st.fixed_dictionaries(
        {
            "weekday": st.sampled_from(["monday", "sunday"]),
            "nth": st.sampled_from([1, 2, 3, 4, -1]),
            "month": st.integers(1, 12),
        }
    ),
    st.fixed_dictionaries({"week": st.sampled_from([1, 4, -1]), "month": st.integers(1, 12)}),
    st.fixed_dictionaries({"month": st.integers(1, 12)}),
    st.fixed_dictionaries({"from": month_days(), "to": month_days()}),
    st.fixed_dictionaries({"lunar_from": lunar_days(), "lunar_to": lunar_days()}),
    st.fixed_dictionaries(
        {
            "start": st.just("2023-05-19"),
            "end": st.dates(date(2023, 5, 19), date(2025, 1, 1)).map(str),
        }
    ),
)


MOVED = st.dates(date(1904, 1, 1), date(2096, 1, 1)).map(
    lambda d: {"year": d.year, "start": str(d), "end": str(d + timedelta(2))}
)


@given(
    RULES,
    st.lists(MOVED, max_size=2, unique_by=lambda m: m["year"]),
    st.integers(-366, 366),
    st.dates(date(1905, 1, 1), date(2095, 1, 1)),
    st.integers(0, 70),
)
def test_the_index_never_loses_an_occurrence(
    rule: dict[str, Any], moved: list[dict[str, Any]], offset: int, first: date, days: int
) -> None:
    """Whatever falls in a period is among the candidates of that period; so are offsets from it."""
    tables: dict[str, dict[str, Any]] = {
        "a": {"id": "a", "on": rule, "moved": moved},
        "b": {"id": "b", "on": {"offset": offset, "of": "a"}},
    }
    rules = [*map(building.Rules(tables), tables)]
    index = build(("national", 4, r) for r in rules)
    last = date.fromordinal(first.toordinal() + days)
    found = candidates(index, first, last, provincial=False, reference=False)
    for position, made in enumerate(rules):
        for year in range(first.year - 2, last.year + 3):
            span = made.in_year(year)
            if span and span[0] <= last and span[1] >= first:
                assert position in found


@given(RULES)
def test_a_rule_survives_json(rule: dict[str, Any]) -> None:
    """What is compiled is what was read."""
    table = {"id": "a", "on": rule}
    again = json.loads(json.dumps(table))
    made = building.Rules({"a": again})("a")
    assert made == building.Rules({"a": table})("a")
    assert made.written() == rule


def toml_value(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {toml_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


TEXTS = st.text(st.characters(exclude_categories=["C", "Z", "M"]), min_size=1, max_size=30)
TABLES = st.fixed_dictionaries(
    {"name": TEXTS, "kind": st.sampled_from(["day", "founding", "event", "birth"]), "on": RULES},
    optional={
        "name_en": TEXTS,
        "aliases": st.lists(TEXTS, max_size=3, unique_by=lambda t: unicodedata.normalize("NFC", t)),
        "origin": st.dates(date(1000, 1, 1), date(1900, 1, 1)).map(str),
        "rank": st.integers(1, 5),
        "confirmed": st.booleans(),
        "count": st.sampled_from(["always", "jubilees"]),
        "first_year": st.integers(1900, 2000),
        "notes": TEXTS,
    },
)


@pytest.mark.slow
@given(TABLES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_in_toml_is_what_the_model_has(toml: Writer, table: dict[str, Any]) -> None:
    """Whatever the names, in NFC."""
    lines = "\n".join(f"{key} = {toml_value(value)}" for key, value in table.items())
    found = load(toml(f'[[anniversary]]\nid = "x"\n{lines}\n'))["x"]

    def nfc(key: str, default: Any = None) -> Any:
        value = table.get(key, default)
        return unicodedata.normalize("NFC", value) if isinstance(value, str) else value

    assert (found.names[0].text, found.names[0].en) == (nfc("name"), nfc("name_en"))
    assert found.aliases == tuple(unicodedata.normalize("NFC", a) for a in table.get("aliases", []))
    assert (str(found.origin.solar) if found.origin else None) == table.get("origin")
    assert found.rule == building.Rules({"x": table})("x")
    assert (found.rank, found.confirmed) == (
        table.get("rank", 4),
        table.get("confirmed", True),
    )
    assert found.bare == (table.get("count") == "jubilees")
    assert found.observance.first_year == table.get("first_year")
    assert (found.notes, found.kind) == (nfc("notes"), table["kind"])


JUNK = st.recursive(
    st.one_of(
        st.text(max_size=8),
        st.integers(-5, 3000),
        st.booleans(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.sampled_from(
            [
                "2023-02-30",
                "02-30",
                "sunday",
                "national",
                "sector:",
                "province:x",
                "quoc-khanh",
                "a\nb",
            ]
        ),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["solar", "lunar", "of", "offset", "act", "name", "until", "month"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(
    [
        *checks.FIELDS,
        "start",
        "end",
        "basis",
        "act",
        "number",
        "date",
        "issuer",
        "slug",
        "x",
        "reason",
    ]
)


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS_OF_TABLES), st.dictionaries(KEYS, JUNK, max_size=8)),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_file_is_loaded_or_named_in_lines(
    toml: Writer, tables: list[tuple[str, dict[str, Any]]]
) -> None:
    """Never another error than the one that names the file, and each problem stays a line."""
    text = "\n".join(
        f"[[{kind}]]\n" + "\n".join(f"{k} = {toml_value(v)}" for k, v in table.items())
        for kind, table in tables
    )
    path = toml(text)
    problems = []
    try:
        listing = occurrences(load(path), parse("2023"), Selection(everything=True))
    except CatalogueError as error:
        problems = error.problems
    assert problems or listing
    for problem in problems:
        assert "own.toml" in problem
        assert problem.isprintable()


def test_every_rule_is_a_form() -> None:
    """What can be a rule can be written in TOML, but for Moved, which stands beside a form."""
    assert set(get_args(Rule)) == {*FORMS, Moved}
    known = {
        form: getattr(form, "FORMS_OF_KEYS", None) or (getattr(form, "KEYS", ()),) for form in FORMS
    }
    assert {key for forms in known.values() for keys in forms for key in keys} >= set(checks.PARTS)
    # each example in the message is one that can be read
    for form in FORMS:
        several = form.FORM.startswith("[")
        for example in [form.FORM] if several else re.findall(r"\{[^{}]*\}", form.FORM):
            on = tomllib.loads(f"on = {example}")["on"]
            on = {"spans": on} if several else on
            assert set(on) in [set(keys) for keys in known[form]]
            assert isinstance(read(on, lambda _: SolarDay(1, 1)), form)
