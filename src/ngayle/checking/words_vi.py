"""What the findings of a check say, in Vietnamese. The same keys as ``words_en``."""

MESSAGES = {
    "count": "{first} - {second} là {right} năm, không phải {said} năm",
    "days": "hai mốc không cùng ngày: {first} và {second}",
    "months": "hai mốc không cùng tháng: {first} và {second}",
    "date": "không có ngày {said}",
    "future": "năm {said} chưa tới",
    "broken": "“{said}” không phải là một ngày đọc được",
    "order": "năm đầu ({first}) không trước năm sau ({second})",
    "year-word": "thiếu chữ “năm” sau số {said}",
    "day": "{name} là ngày {right}, không phải {said}",
    "origin": "{name} tính từ {right}, không phải {said}",
    "year": "{name} tính từ {origin}: năm {on} là {right} năm, không phải {said}",
    "province": "không tỉnh nào có {name} vào ngày {said}",
    "lunar": "{lunar} là ngày {right}, không phải {said}",
    "edition": "{name} năm {on} là lần thứ {right}, không phải lần thứ {said}",
    "life": "{name} sống các năm {right}, không phải {said}",
    "lifetime": "{said}: {right} năm là quá một đời người",
    "name": "tên đúng là “{right}”",
    "renamed": "từ ngày {on} tên là “{right}”",
    "document": "{name} ký ngày {right}, không phải {said}",
    "spelling": "tên ghi trong danh mục là “{right}”",
    "form": "cách in quen dùng: {right}",
    "disputed": "mốc này có nhiều cách tính: {right}",
    "reserved": "ngày này chỉ đưa khi cấp trên chỉ đạo",
    "mourned": "ngày này là tưởng niệm, không đặt chung với các ngày lễ kỷ niệm",
    "missing": "chưa thấy trong văn bản: {right}",
}
FORMS = {
    "count": "{years} năm",
    "pair": "({first} - {second})",
    "lunar-day": "ngày {day} tháng {month} âm lịch",
    "nth": "lần thứ {years}",
}
LEVELS = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
REPORT = {
    "could_be": "có thể là: ",
    "or": " hoặc ",
    "source": "nguồn: ",
    "read": "{file}: đọc {claims} mốc; {left} chỗ có ngày mà không hiểu",
    "total": "đọc {claims} mốc; {left} chỗ có ngày mà không hiểu",
    "found": "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
    "nothing": "không thấy chỗ sai trong {claims} mốc đã đọc",
}
FILES = {
    "empty": "{file}: tệp rỗng",
    "no-text": "{file}: không có chữ nào (bản chụp?); cần bản có chữ",
    "encoding": "{file}: chữ theo bảng mã cũ ({said}), không đọc được; hãy đổi sang Unicode",
    "not-utf8": "{file}: không phải văn bản Unicode; hãy lưu lại bằng UTF-8",
    "password": "{file}: có mật khẩu, không đọc được",
    "broken": "{file}: tệp hỏng, không phải {said}",
    "format": "{file}: không đọc được kiểu tệp này; dùng .docx, .pdf, .html, .txt hoặc .md",
    "doc": "{file}: kiểu .doc cũ; hãy lưu lại thành .docx",
    "pdf-extra": "{file}: đọc PDF cần pypdfium2; cài bằng: pip install 'ngayle[pdf]'",
    "docx-extra": "ghi chú thích vào Word cần python-docx 1.2 trở lên; "
    "cài bằng: pip install 'ngayle[docx]'",
    "no-file": "{file}: không có tệp này",
    "folder": "{file}: là thư mục; hãy nêu tên tệp",
    "too-large": "{file}: quá lớn (trên {said} MB)",
    "tracked": "{file}: có theo dõi sửa đổi; đọc bản đã nhận các sửa đổi",
    "docx-only": "--format docx chỉ nhận một tệp .docx và cần -o FILE.docx khác tệp gốc",
}
