"""``ngayle days-off PERIOD``: the days on which work rests, and whether a day is worked."""

from __future__ import annotations

from ngayle import resting
from ngayle.cli.options import (
    Parser,
    add_output,
    need,
    no_terminal,
    period_of,
    put,
    settle_format,
)
from ngayle.errors import RequestError
from ngayle.period import Period
from ngayle.render import resting as render

FORMATS = ("text", "json", "csv", "md", "ics", "xlsx")


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle days-off")
    parser.add_argument("period", metavar="PERIOD", nargs="*")
    parser.add_argument("--audience", default="co-quan", metavar="WHO")
    add_output(parser, FORMATS)
    arguments = parser.parse_args(argv)
    settle_format(arguments, FORMATS)
    period = period_of(arguments.period)
    audience = resting.audience_of(arguments.audience)
    days = resting.days_off(period, audience=audience, strict=False)
    content: str | bytes
    match arguments.format:
        case "json":
            content = render.as_json(days, period)
        case "csv":
            content = render.as_csv(days)
            if arguments.output:
                # the mark by which a spreadsheet knows UTF-8
                content = "\ufeff" + content
        case "md":
            content = render.markdown(days, period, audience, arguments.lang)
        case "ics":
            from ngayle.render.resting_ics import days_off_feed

            content = days_off_feed(days, arguments.lang).content
        case "xlsx":
            no_terminal(arguments)
            need("xlsx")
            from ngayle.render.xlsx import days_off

            content = days_off(days, period, audience, arguments.lang)
        case _:
            content = _text(period, days, audience, arguments.lang)
    put(arguments, content)
    return 0


def _text(period: Period, days: list[resting.DayOff], audience: str, lang: str) -> str:
    """The verdict on one day, else the notice."""
    first, last = period.first, period.last
    known = all(resting.announced(year) for year in range(first.year, last.year + 1))
    if first != last:
        found = resting.rests(period, audience=audience, strict=False)
        working = len(resting.working_days(first, last, audience=audience)) if known else None
        return render.notice(found, days, period, audience, working=working, lang=lang)
    works = resting.is_working_day(first, audience=audience, strict=False)
    try:
        following = resting.next_working_day(first, audience=audience)
    except RequestError:
        following = None
    return render.verdict(first, days, works=works, following=following, announced=known, lang=lang)
