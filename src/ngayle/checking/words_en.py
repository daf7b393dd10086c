"""What the findings of a check say, in English. The same keys as ``words_vi``."""

MESSAGES = {
    "count": "{first} - {second} is {right} years, not {said}",
    "days": "the two dates are not of the same day: {first} and {second}",
    "months": "the two dates are not of the same month: {first} and {second}",
    "date": "there is no day {said}",
    "future": "the year {said} has not come",
    "broken": "“{said}” cannot be read as a date",
    "order": "the first year ({first}) is not before the second ({second})",
    "year-word": "the word “năm” is missing after {said}",
    "day": "{name} is on {right}, not on {said}",
    "origin": "{name} is counted from {right}, not from {said}",
    "year": "{name} is counted from {origin}: {on} makes {right} years, not {said}",
    "province": "no province has {name} on {said}",
    "lunar": "{lunar} is {right}, not {said}",
    "edition": "{name} of {on} is number {right}, not number {said}",
    "life": "{name} lived {right}, not {said}",
    "lifetime": "{said}: {right} years is more than a lifetime",
    "name": "the right name is “{right}”",
    "renamed": "since {on} the name is “{right}”",
    "document": "{name} was signed on {right}, not on {said}",
    "spelling": "the name in the catalogue is “{right}”",
    "form": "the usual printed form: {right}",
    "disputed": "this origin is counted in several ways: {right}",
    "reserved": "this day is printed only when told from above",
    "mourned": "this day is mourned, not celebrated: not among the festive days",
    "missing": "not found in the text: {right}",
}
FORMS = {
    "count": "{years} years",
    "pair": "({first} - {second})",
    "lunar-day": "day {day} of lunar month {month}",
    "nth": "number {years}",
}
LEVELS = {"error": "error", "warning": "warning", "note": "note"}
REPORT = {
    "could_be": "could be: ",
    "or": " or ",
    "source": "source: ",
    "read": "{file}: read {claims} claims; {left} places with a date not understood",
    "total": "read {claims} claims; {left} places with a date not understood",
    "found": "{errors} errors, {warnings} warnings, {notes} notes",
    "nothing": "nothing wrong seen in the {claims} claims that were read",
}
FILES = {
    "empty": "{file}: an empty file",
    "no-text": "{file}: has no text (a scan?); a file with text is needed",
    "encoding": "{file}: text in an old encoding ({said}) cannot be read; convert it to Unicode",
    "not-utf8": "{file}: not Unicode text; save it as UTF-8",
    "password": "{file}: has a password and cannot be read",
    "broken": "{file}: damaged, not a {said} file",
    "format": "{file}: this kind of file cannot be read; use .docx, .pdf, .html, .txt or .md",
    "doc": "{file}: the old .doc; save it as .docx",
    "pdf-extra": "{file}: reading PDF needs pypdfium2; install it with: pip install 'ngayle[pdf]'",
    "docx-extra": "writing Word comments needs python-docx 1.2 or later; "
    "install it with: pip install 'ngayle[docx]'",
    "no-file": "{file}: there is no such file",
    "folder": "{file}: is a folder; name a file",
    "too-large": "{file}: too large (over {said} MB)",
    "tracked": "{file}: has tracked changes; read as if they were accepted",
    "docx-only": "--format docx takes one .docx file and needs -o FILE.docx, another file",
}
