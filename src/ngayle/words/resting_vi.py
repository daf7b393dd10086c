"""What is said in Vietnamese about days off; the same keys as in :mod:`ngayle.words.resting_en`."""

from __future__ import annotations

RESTING = {
    # the name of one day
    "name-statutory": "{holiday}",
    "name-tet": "{holiday} ({lunar})",
    "name-second": "{holiday} (ngày nghỉ liền kề)",
    "name-nghi-bu": "Nghỉ bù {holiday}",
    "name-swap-off": "Nghỉ hoán đổi dịp {holiday}",
    "name-swap-work": "Đi làm bù dịp {holiday}",
    "mung": "mùng {day}",
    "chap": "{day} tháng Chạp",
    # kinds and audiences
    "statutory": "ngày nghỉ lễ, Tết",
    "nghi-bu": "nghỉ bù",
    "swap-off": "nghỉ hoán đổi",
    "swap-work": "đi làm bù",
    "co-quan": "cơ quan hành chính",
    "doanh-nghiep": "doanh nghiệp",
    # the notice
    "heading": "{period}: ngày nghỉ lễ, Tết của {audience}",
    "empty": "{period}: không có ngày nghỉ lễ, Tết nào.",
    "and": " và ",
    "tet-year": "{holiday} {year}",
    "rest": "{names}: nghỉ {count} ngày, từ {first} đến {last} ({weekdays}){parts}{worked}.",
    "rest-day": "{names}: nghỉ 01 ngày, {first} ({weekdays}){worked}.",
    "pending": "{names}: luật cho nghỉ {count} ngày, chưa công bố đủ là những ngày nào;"
    " đã chắc chắn: {days}.",
    "weekdays": "{first} đến {last}",
    "lunar-span": "; tức {first} đến {last}",
    "parts": ", gồm {parts}",
    "part-tet": "{count} ngày Tết",
    "part-statutory": "{count} ngày lễ",
    "part-nghi-bu": "{count} ngày nghỉ bù",
    "part-swap-off": "{count} ngày hoán đổi",
    "part-weekly": "{count} ngày nghỉ hằng tuần",
    "worked": "; đi làm bù {days}",
    "work": "{name}: {day} ({weekday}), thay cho {off}.",
    "not-announced": "Chưa công bố: Thủ tướng Chính phủ chưa quyết định ngày nghỉ của năm {years};"
    " dưới đây chỉ có những ngày mà luật đã ấn định.",
    "count": "Số ngày làm việc: {working}; ngày nghỉ lễ, Tết không trùng thứ Bảy, Chủ nhật: {off}.",
    "count-pending": "Số ngày làm việc: chưa tính được khi chưa có quyết định.",
    "employer": "Doanh nghiệp được chọn ngày nghỉ Tết và ngày thứ hai của Quốc khánh khác ở đây.",
    "legal": "Căn cứ: {legal}.",
    # one day
    "day": "{day} ({weekday}): {verdict}.",
    "works": "ngày làm việc",
    "works-swap": "ngày làm việc - {name}, thay cho {other}",
    "rests": "được nghỉ - {name}",
    "works-pending": "chưa trả lời được; luật không ấn định ngày này là ngày nghỉ",
    "rests-weekly": "nghỉ hằng tuần",
    "other": "{name}, thay cho {other}",
    "next": "Ngày làm việc kế tiếp: {day} ({weekday}).",
    "day-pending": "Chưa công bố: Thủ tướng Chính phủ chưa quyết định ngày nghỉ của năm {years}.",
    # columns of a table
    "date": "Ngày",
    "weekday": "Thứ",
    "lunar": "Âm lịch",
    "name": "Tên",
    "kind": "Loại",
    "basis": "Căn cứ",
    # the calendar
    "calendar": "Ngày nghỉ lễ, Tết Việt Nam",
    "for": "Áp dụng cho: {audience}",
    "stands-for": "Thay cho: {day}",
    "moon": "Âm lịch: {day}",
    "source": "Nguồn: {source}",
    "event-pending": "Chưa có quyết định của Thủ tướng Chính phủ cho năm {year}.",
}
