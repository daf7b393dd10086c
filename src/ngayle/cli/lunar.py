"""``ngayle lunar DATE``: from the sun to the moon (2024-02-10) or back (1/1/2024)."""

from __future__ import annotations

from datetime import date

from ngayle import lunar
from ngayle.cli.options import Parser, add_lang
from ngayle.errors import RequestError
from ngayle.words import dates
from ngayle.words.phrases import say

FORMS = "2024-02-10 (solar) or 1/1/2024 (lunar day/month/year)"


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle lunar",
        description="Convert a day: a solar date gives the lunar one, and the reverse.",
    )
    parser.add_argument("date", metavar="DATE", help=FORMS)
    parser.add_argument("--leap", action="store_true", help="the lunar month is the leap one")
    add_lang(parser)
    arguments = parser.parse_args(argv)
    day = convert(arguments.date, leap=arguments.leap)
    solar = day.to_solar_date()
    lang = arguments.lang
    shown = str(day) if day.is_certain else say(lang, "moon.doubt", day=day)
    print(f"{dates.weekday(solar, lang)}, {dates.full_date(solar)} = {shown}")
    names = say(
        lang,
        "moon.can_chi",
        day=lunar.can_chi_of_day(solar),
        month=lunar.can_chi_of_month(day.year, day.month),
        year=lunar.can_chi_of_year(day.year),
    )
    print(names)
    return 0


def convert(text: str, *, leap: bool) -> lunar.LunarDate:
    """The lunar date that a text means. Raises RequestError with what would be valid."""
    parts = text.split("/")
    try:
        if len(parts) == 3 and all(p.isascii() and p.isdigit() for p in parts):
            return lunar.LunarDate(int(parts[2]), int(parts[1]), int(parts[0]), leap)
        if leap:
            raise RequestError("lunar.leap", text=text)
        try:
            solar = date.fromisoformat(text) if len(text) == 10 else None
        except ValueError as error:
            raise RequestError("lunar.wrong", text=text, reason=error, forms=FORMS) from None
        if solar is None:
            raise RequestError("lunar.date", text=text, forms=FORMS)
        return lunar.from_date(solar)
    except RequestError:
        raise
    except ValueError as error:
        raise RequestError("text", text=str(error)) from None
