"""``ngayle days-off PERIOD``: the days on which work rests, and whether a day is worked."""

from __future__ import annotations

from ngayle import resting
from ngayle.cli.options import Parser, add_output, period_of, put, settle_format
from ngayle.errors import RequestError
from ngayle.period import FORMS, WORDS, Period
from ngayle.render import resting as render

FORMATS = ("text", "json", "csv", "md", "ics")

EPILOG = """\
examples:
  ngayle days-off 2027
  ngayle days-off 2026-01-02
  ngayle days-off 2027-04 --audience doanh-nghiep
  ngayle days-off 2026..2027 -o nghi-le.ics
"""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle days-off",
        epilog=EPILOG,
        description="The days off by law and by the yearly decisions; of one day, whether it is"
        " worked.",
    )
    words = ", ".join(WORDS)
    parser.add_argument("period", metavar="PERIOD", help=f"{FORMS}, or {words}")
    parser.add_argument(
        "--audience",
        default="co-quan",
        metavar="WHO",
        help="co-quan (state bodies; default) or doanh-nghiep (enterprises: no swaps)",
    )
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
