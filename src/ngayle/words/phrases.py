"""The fixed phrases of official drafts, in Vietnamese and, for ``--lang en``, in English.

Openings and leads are those that orientations of Party and state offices use; the names and dates
between them come from the catalogue, an overlay or the themes alone.
"""

from __future__ import annotations

WORDS = {
    "vi": {
        "counted": "{years} {name} ({days})",
        "lunar": "âm lịch",
        "from_to": "từ {first} đến {last}",
        "and": "và",
        "documents_of": "{years} thực hiện {name}",
        "document": "Thực hiện {name}",
        "about": "về",
        "by": "theo",
        "anniversaries": (
            "Tuyên truyền kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng"
            " trong tháng {month} {whose}:"
        ),
        "only_ahead": "Tuyên truyền",
        "country": "của đất nước",
        "of": "của ",
        "own": "của địa phương, đơn vị",
        "mourned": "Tưởng niệm",
        "others": "Các ngày khác trong tháng (để lựa chọn):",
        "great": "Các ngày lễ lớn:",
        "ahead": "hướng tới kỷ niệm",
        "ahead_plain": "hướng tới",
        "periods": "Tuyên truyền, hưởng ứng:",
        "documents": "Tuyên truyền kết quả",
        "campaigns": "Tuyên truyền, triển khai:",
        "themes": "Thông tin, tuyên truyền",
        "so-ket": "đến kỳ sơ kết",
        "tong-ket": "đến kỳ tổng kết",
        "days_left": "còn {days} ngày tính từ {since}",
        "lasts": "trong {days} ngày",
        "orientation": "Định hướng một số nội dung tuyên truyền tháng {month}",
        "plan": "Các ngày lễ lớn, ngày kỷ niệm năm tròn và năm lẻ 5 {when}",
        "in_year": "trong năm {year}",
        "in_month": "trong tháng {month}",
        "in_months": "từ tháng {first} đến tháng {last}",
        "in_days": "từ ngày {first} đến ngày {last}",
        "quarter": "Quý {roman}/{year}",
        "nothing": "Không có nội dung nào.",
    },
    "en": {
        "counted": "{name}, {years} ({days})",
        "lunar": "lunar calendar",
        "from_to": "from {first} to {last}",
        "and": "and",
        "documents_of": "{name}, {years}",
        "document": "{name}",
        "about": "on",
        "by": "under",
        "anniversaries": "Anniversaries in {month} of {whose}:",
        "only_ahead": "Anniversaries,",
        "country": "the country",
        "own": "the office itself",
        "mourned": "In remembrance of",
        "others": "Other days of the month (to choose from):",
        "great": "The great days:",
        "ahead": "looking ahead to",
        "ahead_plain": "looking ahead to",
        "periods": "Months, weeks and campaigns kept:",
        "documents": "Documents carried out:",
        "campaigns": "The office's own campaigns:",
        "themes": "Themes:",
        "so-ket": "a review is due",
        "tong-ket": "a summing-up is due",
        "days_left": "{days} days left from {since}",
        "lasts": "{days} days",
        "orientation": "Orientation for {month}",
        "plan": "Anniversaries whose count ends in 0 or 5, {when}",
        "in_year": "{year}",
        "in_month": "{month}",
        "in_months": "{first} to {last}",
        "in_days": "{first} to {last}",
        "quarter": "Quarter {roman}/{year}",
        "nothing": "Nothing to report.",
    },
}
ROMAN = ("I", "II", "III", "IV")


def say(lang: str, phrase: str, **values: object) -> str:
    """One of the phrases above, filled in. ``lang`` is "vi" or "en"."""
    text = WORDS[lang][phrase]
    return text.format(**values) if values else text
