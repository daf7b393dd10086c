"""Help texts in English: data alone. The keys are those of ``help_vi.py``.

``command``: what it does; ``command/usage``; ``command/examples``: what stands below the options;
``command/option`` or ``*/option``: what an option does; ``group/…``, ``about/…``: a heading and the
line under it; ``metavar/…``: what stands for a value.
"""

HELP = {
    "other-language": "Tiếng Việt: {command} --help --lang vi",
    "usage": "usage:",
    "group/positional arguments": "what is asked for",
    "group/options": "options",
    "group/which days": "which days",
    "about/which days": "",
    "group/how": "how",
    "group/calendar": "calendar (--format ics, where PERIOD may be left out)",
    "group/wording": "wording",
    "group/what is printed": "what is printed",
    "group/looking ahead": "looking ahead",
    "about/looking ahead": "to great days, and to days of --province, --sector, --overlay",
    "group/letter": "the letter (Word)",
    "metavar/YEAR": "YEAR",
    "metavar/PERIOD": "PERIOD",
    "metavar/NAME": "NAME",
    "metavar/FILE": "FILE",
    "metavar/FILE.toml": "FILE.toml",
    "metavar/FILE.docx": "FILE.docx",
    "metavar/TEXT": "TEXT",
    "metavar/WORDS": "WORDS",
    "metavar/ID": "ID|WORDS",
    "metavar/DATE": "DATE",
    "metavar/GROUP": "GROUP",
    "metavar/KIND": "KIND",
    "metavar/WHO": "WHO",
    "metavar/DIR": "DIR",
    "metavar/OUT_DIR": "OUT_DIR",
    "metavar/N": "N",
    "metavar/YYYY": "YYYY",
    "metavar/HH:MM": "HH:MM",
    # every command
    "*/help": "print this help",
    "*/province": "add a province's days; with or without diacritics; repeatable",
    "*/sector": "add a trade's days; repeatable",
    "*/only_sector": "of the sectors' days only those of this one; repeatable",
    "*/rank": (
        "only days of this rank or better, 1 to 5; a round year, the place and the trade asked for"
        " count one better each; default: 4"
    ),
    "*/reserved": "also days that offices print only when told from above",
    "*/overlay": "lay your own days upon the catalogue; repeatable",
    "*/format": "default: what FILE ends with, else the first",
    "*/output": "write to a file, whole or not at all",
    "*/lang": "of the help, the messages and the output; default: NGAYLE_LANG, else vi",
    "*/ids": "print the id of each entry after its line; `ngayle show ID` has its sources",
    "*/all": "every layer, province, sector and person, in every year",
    "*/jubilees": "only counts that end in 0 or 5",
    "*/name": "with or without diacritics",
    "*/back": "years before this one; default: 1",
    "*/ahead": "years after it; default: 2",
    # listing
    "listing": "The anniversaries that fall in a period, as Viet Nam keeps them.",
    "listing/usage": "ngayle PERIOD [options]",
    "listing/period": "the days to list",
    "listing/name": "the calendar's name",
    "listing/alarm": "announce every day at this hour; default: no alarms",
    "listing/remind_days": "announce jubilees N days ahead",
    "listing/version": "print the versions of program and data",
    "listing/examples": """\
PERIOD is 2023-07, 7/2023, tháng 7/2023, 2023, 2023-Q3, quý 3/2023, 27/7/2023, 2023-07..2024-03,
2023-07-10..2023-07-20, today, this-week, this-month, next-month or this-year.

commands:
  ngayle find WORDS             entries by name, without diacritics, or by day (20/11)
  ngayle show ID|WORDS          one entry: its names, layers, sources, next occurrences
  ngayle sectors [NAME]         the sectors with their days
  ngayle places [NAME]          the provinces of a day, or one of them with its history and days
  ngayle lunar DATE             2024-02-10 to the lunar date; 1/1/2024 back to the solar one
  ngayle orientation PERIOD     the draft of a month's orientation: text, Markdown, JSON, HTML, Word
  ngayle plan PERIOD            great days and round years of a year or longer, by quarter
  ngayle check FILE             read a draft and name every wrong count and date
  ngayle overlay new FILE       a template of your own days; `overlay check FILE` reads it
  ngayle days-off PERIOD        the days on which work rests by law
  ngayle feeds OUT_DIR          calendars to subscribe to: the nation, each province, each sector
  ngayle site DIR               the web site: composer, search, calendars, JSON

examples:
  ngayle 2023-07
  ngayle tháng 7/2023 --province "Quảng Ninh" --format lines
  ngayle 2025 --jubilees --format md -o nam-tron-2025.md
  ngayle next-month --sector bao-chi --sector y-te
  ngayle 2023-06 --overlay quan-kien-an.toml --format json
  ngayle --format ics --province "Quảng Ninh" --remind-days 7 -o quang-ninh.ics
""",
    # find, show, sectors, places, lunar
    "find": "Entries by the words of their names, without diacritics, or by a day of the year.",
    "find/usage": "ngayle find WORDS [options]",
    "find/words": "words of a name, the last may be unfinished; or a day, as 20/11",
    "find/all": "every entry that has the words, not the first 30",
    "find/format": "default: text",
    "find/examples": """\
examples:
  ngayle find hoi nong dan
  ngayle find 20/11
""",
    "show": "One entry: names, layers, sources, next occurrences.",
    "show/usage": "ngayle show ID|WORDS [options]",
    "show/words": "the id of an entry, or words of its name",
    "show/format": "default: text",
    "show/examples": """\
examples:
  ngayle show thuong-binh-liet-si
  ngayle show nhà giáo
""",
    "sectors": "The sectors (trades) with their days, or one of them.",
    "sectors/usage": "ngayle sectors [NAME] [options]",
    "sectors/examples": """\
examples:
  ngayle sectors
  ngayle sectors "hội nông dân"
""",
    "places": "The provinces of a day, or one of them with its history and days.",
    "places/usage": "ngayle places [NAME] [options]",
    "places/on": "the map of another day than today, as 2023-07-01",
    "places/examples": """\
examples:
  ngayle places
  ngayle places "Hải Dương"
""",
    "lunar": "Convert a day: a solar date gives the lunar one, and the reverse.",
    "lunar/usage": "ngayle lunar DATE [options]",
    "lunar/date": "2024-02-10 (solar) or 1/1/2024 (lunar day/month/year)",
    "lunar/leap": "the lunar month is the leap one",
    "lunar/examples": """\
examples:
  ngayle lunar 10/3/2027
""",
    # drafts
    "orientation": (
        "The numbered draft of one month: themes, documents, campaigns, periods, anniversaries."
    ),
    "orientation/usage": "ngayle orientation PERIOD [options]",
    "orientation/period": "one month: 2023-07, this-month or next-month",
    "orientation/examples": """\
styles:
  full      every day with its count and both dates, joined by semicolons
  round     count and dates for years that end in 0 or 5, the bare day for the others
  list      a line each, the day first
  bullets   a line each, under a hyphen

examples:
  ngayle orientation next-month --province "Quảng Ninh" -o thang-toi.docx
  ngayle orientation 2023-06 --overlay quan-kien-an.toml --style round
  ngayle orientation 2023-07 --province "Quảng Ninh" --sector "tuyên giáo" --format md
""",
    "plan": "The great days, and those whose count ends in 0 or 5, quarter by quarter.",
    "plan/usage": "ngayle plan PERIOD [options]",
    "plan/period": "2025, 2024-12..2026-01 or another period",
    "plan/examples": """\
styles: full, round, list, bullets (ngayle orientation --help)

examples:
  ngayle plan 2025
  ngayle plan 2025 --province "Hà Nội" --only great --only province
  ngayle plan 2024-12..2026-01 --overlay truong.toml -o ke-hoach.docx
""",
    "*/only": (
        "of the anniversaries only these; repeatable: great, national, province, sector, person,"
        " international, local"
    ),
    "*/style": "full, round, list or bullets; default: full, of a plan bullets",
    "*/order": "by date, great days first, or by layer; default: date",
    "*/separate": "each day on a line of its own in every style",
    "*/no_pairs": 'the two days of a pair (Quân đội, Quốc phòng toàn dân) apart, not with "và"',
    "*/office": (
        "as offices of a kind do: party, state, union, youth, health, radio, ward, school, flag;"
        " default: the kind in [office] of the overlay"
    ),
    "*/breadth": "brief: what every office prints; usual; wide: what many print; default: usual",
    "*/template": "write into a Word file of the office's own; its head and styles are kept",
    "*/force": "replace a Word file that was changed by hand since it was written",
    "orientation/ahead_days": "announce those of the next month's first N days, 0 to 31; default: 10",
    "orientation/ahead_months": "announce the round years of the next N months, 0 to 12; default: 3",
    "orientation/themes": (
        "usual: the standing political ones and the month's; seasonal, all, none; default: usual"
    ),
    # overlay, feeds, days-off
    "overlay": "new: write a template of your own file. check: say what such a file changes.",
    "overlay/usage": "ngayle overlay new|check FILE.toml",
    "overlay/what": "new or check",
    "overlay/file": "your own file",
    "overlay/examples": """\
examples:
  ngayle overlay new co-quan.toml
  ngayle overlay check co-quan.toml
""",
    "feeds": "Write calendars of the nation, each province and each sector, and index.json.",
    "feeds/usage": "ngayle feeds OUT_DIR [options]",
    "feeds/folder": "where to write; made if it is not there",
    "feeds/year": "default: this year",
    "feeds/allow_fewer": "also replace calendars by ones that have lost more than a tenth",
    "feeds/name": "what the calendar of your own days (--overlay) is called",
    "feeds/rank": (
        "the nation's calendar: only days of this rank or better, 1 to 5, a round year counting one"
        " better; default: 3"
    ),
    "feeds/examples": """\
examples:
  ngayle feeds calendars
  ngayle feeds calendars --overlay office.toml
""",
    "site": "Write web pages, JSON files and calendars into a folder, for a browser or any host.",
    "site/usage": "ngayle site DIR [options]",
    "site/folder": "where to write; made if it is not there",
    "site/base_url": "the address at which it will stand, to subscribe to",
    "site/first": "first year; default: 2023",
    "site/last": "last year; default: four years after this one",
    "site/allow_fewer": "also replace a site by one that has lost years or days",
    "site/examples": """\
examples:
  ngayle site public --base-url https://ngayle.example.org
  ngayle site /media/usb/ngay-le --from 2025 --to 2027
""",
    "days-off": (
        "The days off by law and by the yearly decisions; of one day, whether it is worked."
    ),
    "days-off/usage": "ngayle days-off PERIOD [options]",
    "days-off/period": "2027, 2027-04, 2026-01-02 or another period",
    "days-off/audience": "co-quan (state bodies; default) or doanh-nghiep (enterprises: no swaps)",
    "days-off/examples": """\
examples:
  ngayle days-off 2027
  ngayle days-off 2026-01-02
  ngayle days-off 2027-04 --audience doanh-nghiep
  ngayle days-off 2026..2027 -o nghi-le.ics
""",
    # check
    "group/what is right": "what is right",
    "metavar/CODE": "CODE",
    "metavar/MONTH": "MONTH",
    "check": "Read drafts and name every wrong count and date.",
    "check/usage": "ngayle check FILE... [options]",
    "check/files": ".docx, .pdf, .html, .txt or .md; - for standard input",
    "check/on": "the documents' date, 2026-12-01 or 12/2026; default: the one that each of them gives",
    "check/ignore": "say nothing of a code, or of several joined by commas; repeatable",
    "check/missing": "note the great days of a month (2026-12) that are not named",
    "check/province": "with --missing: a province's days too; repeatable",
    "check/notes": "suggestions too",
    "check/fail_on": "when to exit with 1; default: warning",
    "check/examples": """\
exit status: 0 nothing found at the level of --fail-on, 1 findings, 2 a file that cannot be read

examples:
  ngayle check ke-hoach.docx
  ngayle check ke-hoach.docx --format docx -o ke-hoach-gop-y.docx
  ngayle check *.txt --on 2026-12-01 --missing 2026-12 --province "Quảng Ninh" --notes
""",
}
