"""Phrases in Vietnamese: data alone, it imports nothing. The keys are those of ``en.py``.

Openings and leads are those that orientations of Party and state offices use; the names and dates
between them come from the catalogue, an overlay or the themes alone.
"""

PHRASES = {
    # sentences
    "counted": "{years} {name} ({days})",
    "lunar": "âm lịch",
    "from_to": "từ {first} đến {last}",
    "and": "và",
    "documents_of": "{years} thực hiện {name}",
    "document": "Thực hiện {name}",
    "about": "về",
    "by": "theo",
    # drafts
    "anniversaries": (
        "Tuyên truyền kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng"
        " trong tháng {month} {whose}:"
    ),
    "only_ahead": "Tuyên truyền",
    "further_ahead": "Tuyên truyền",
    "country": "của đất nước",
    "of": "của {whose}",
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
    # dates and counts
    "years": "{count} năm",
    "year": "{count} năm",
    "month.1": "Tháng 01/{year}",
    "month.2": "Tháng 02/{year}",
    "month.3": "Tháng 3/{year}",
    "month.4": "Tháng 4/{year}",
    "month.5": "Tháng 5/{year}",
    "month.6": "Tháng 6/{year}",
    "month.7": "Tháng 7/{year}",
    "month.8": "Tháng 8/{year}",
    "month.9": "Tháng 9/{year}",
    "month.10": "Tháng 10/{year}",
    "month.11": "Tháng 11/{year}",
    "month.12": "Tháng 12/{year}",
    "whole_year": "Năm {year}",
    "weekday.0": "Thứ Hai",
    "weekday.1": "Thứ Ba",
    "weekday.2": "Thứ Tư",
    "weekday.3": "Thứ Năm",
    "weekday.4": "Thứ Sáu",
    "weekday.5": "Thứ Bảy",
    "weekday.6": "Chủ nhật",
    "short.0": "T2",
    "short.1": "T3",
    "short.2": "T4",
    "short.3": "T5",
    "short.4": "T6",
    "short.5": "T7",
    "short.6": "CN",
    "leap": "{day} nhuận",
    "now": "nay",
    # listings
    "layer.national": "cả nước",
    "layer.international": "quốc tế",
    "layer.sector": "ngành",
    "layer.province": "địa phương",
    "layer.person": "nhân vật",
    "layer.local": "riêng",
    "kind.great": "ngày lễ lớn",
    "kind.day": "ngày kỷ niệm",
    "kind.founding": "ngày thành lập",
    "kind.event": "sự kiện",
    "kind.birth": "ngày sinh",
    "kind.death": "ngày mất",
    "kind.festival": "lễ hội",
    "kind.period": "tháng, tuần, đợt",
    "kind.document": "văn bản",
    "kind.campaign": "cuộc thi, đợt thi đua",
    "empty": "Không có ngày kỷ niệm nào",
    "tron": "năm tròn",
    "le5": "năm lẻ 5",
    "unconfirmed": "chưa kiểm chứng",
    "disputed": "có ý kiến khác",
    "reserved": "chỉ khi có chỉ đạo",
    "date": "Ngày",
    "lunar_day": "Âm lịch",
    "count": "Số năm",
    "name": "Tên",
    "layer": "Lớp",
    "days": "{number} ngày kỷ niệm",
    "day": "{number} ngày kỷ niệm",
    # calendars
    "event.counted": "{years} {name}",
    "event.document": "{years} thực hiện {name}",
    "event.lunar": "Âm lịch: {day} năm {year}",
    "event.legal": "Căn cứ: {acts}",
    "event.source": "Nguồn: {address}",
    "event.tron": "Năm tròn",
    "event.le5": "Năm lẻ 5",
    "calendar": "Ngày lễ {whose}",
    "calendar.own": "Ngày lễ riêng",
    "calendar.nation": "Việt Nam",
    "calendar.sector": "ngành {name}",
    # units
    "unit.part_of": "{name} thuộc {holder} từ ngày {since}",
    "unit.out_of": "tách từ {names}",
    "unit.into": "nhập vào, chia thành {names}",
    "unit.also": "còn gọi: {names}",
    "unit.code": "mã {code}",
    "unit.days": "{number} ngày:",
    "unit.ceremony": "ngày tổ chức lễ",
    "unit.ends": "không còn khi đơn vị hết",
    # show
    "show.id": "mã số",
    "show.name": "tên",
    "show.name_en": "tiếng Anh",
    "show.other_name": "tên khác",
    "show.until": "{name} (đến {day})",
    "show.alias": "còn gọi",
    "show.layer": "lớp",
    "show.home": "gắn với",
    "show.chain": "từ tệp",
    "show.kind": "loại",
    "show.kind_of": "{kind}, bậc {rank}",
    "show.reserved": "chú ý",
    "show.reserved_text": "chỉ nêu khi có chỉ đạo; không có trong danh sách nếu thiếu --reserved",
    "show.origin": "gốc",
    "show.lunar_origin": "gốc âm lịch",
    "show.kept": "kỷ niệm",
    "show.every": "khi số năm chia hết cho {number}",
    "show.span": "{first} - {last}",
    "show.birth": "từ 100 năm ngày sinh, sau khi mất",
    "show.moved": "dời sang",
    "show.unknown_in": "chưa biết năm",
    "show.legal": "căn cứ",
    "show.source": "nguồn",
    "show.disputed": "ý kiến khác",
    "show.unconfirmed": "chưa kiểm chứng",
    "show.unconfirmed_text": "không có trong danh sách nếu thiếu --all",
    "show.note": "ghi chú",
    "show.revised": "sửa đổi",
    "show.revision": "{day}, lần {number}",
    "show.next": "sắp tới",
    # lunar
    "moon.doubt": "{day} (docs/lunar.md: một cách tính khác cho ngày khác)",
    "moon.can_chi": "ngày {day}, tháng {month}, năm {year}",
    # overlay
    "overlay.written": "{file}: đã ghi; sửa xong thì chạy: ngayle overlay check {file}",
    "overlay.valid": "{file}: hợp lệ; {changes}",
    "overlay.nothing": "không thay đổi gì",
    "overlay.group": "{number} {title}",
    "overlay.days": "ngày",
    "overlay.campaigns": "cuộc thi, đợt thi đua",
    "overlay.documents": "văn bản",
    "overlay.altered": "mục sửa",
    "overlay.hidden": "mục ẩn",
    "overlay.sectors": "ngành",
    "overlay.never": "không có ngày nào từ {first} đến {last}",
    "overlay.over": "{days}, đã qua",
    "overlay.own_entry": "{id}: mục của chính tệp này, đã sửa",
    "overlay.same": "{id}: không khác mục có sẵn",
    "overlay.every_year": "hằng năm",
    "overlay.every": "{number} năm một lần",
    # site
    "site.brand": "Ngày lễ",
    "site.skip": "Tới nội dung",
    "site.nav": "Mục chính",
    "site.other": "English",
    "site.nav.compose": "Soạn",
    "site.nav.off": "Nghỉ lễ",
    "site.nav.calendars": "Lịch",
    "site.nav.provinces": "Tỉnh, thành phố",
    "site.nav.sectors": "Ngành",
    "site.nav.check": "Kiểm tra",
    "site.nav.data": "Dữ liệu cho phần mềm (API)",
    "site.data_of": "Dữ liệu đến ngày {day}.",
    "site.year": "Năm {year}",
    "site.print": "In",
    "site.copy": "Chép",
    "site.home.title": "Ngày lễ, ngày kỷ niệm của Việt Nam",
    "site.home.lead": (
        "Tháng này có những ngày nào, ngày nào được bao nhiêu năm, văn bản viết thế nào và"
        " căn cứ vào đâu."
    ),
    "site.home.about": (
        "Tra các ngày lễ, ngày kỷ niệm của Việt Nam theo tháng, tỉnh, ngành, kèm nguồn; soạn"
        " đoạn văn tuyên truyền của tháng."
    ),
    "site.home.find": "Tìm một ngày",
    "site.home.find_hint": "thương binh, đồng lộc, giỗ tổ, 20/11",
    "site.home.compose": "Soạn đoạn tuyên truyền của tháng",
    "site.home.noscript": (
        "Trình duyệt không chạy JavaScript: không có ô tìm kiếm và ngày hôm nay; các trang"
        " tháng, năm, ngày bên dưới vẫn đọc được."
    ),
    "site.home.all": "Tất cả các tháng",
    "site.month.title": "Ngày lễ, ngày kỷ niệm {month}",
    "site.month.in": "tháng {month}",
    "site.month.about": (
        "{number} trong {month}: ngày tháng, số năm, cách viết trong văn bản và nguồn."
    ),
    "site.month.bold": "Chữ đậm: ngày mà phần lớn cơ quan in trong văn bản.",
    "site.month.compose": "Soạn đoạn của tháng này",
    "site.month.empty": "Tháng này không có ngày nào trong dữ liệu.",
    "site.month.long": "Cả tháng và dài ngày",
    "site.month.off": "Nghỉ làm việc: {name}",
    "site.moon": "{day} âm lịch",
    "site.year.title": "Ngày lễ, ngày kỷ niệm năm {year}",
    "site.year.about": (
        "Một trang để in và treo: những ngày của năm {year} mà phần lớn cơ quan kỷ niệm."
    ),
    "site.year.lead": (
        "Một trang để in và treo: những ngày mà phần lớn cơ quan kỷ niệm. Đủ các ngày ở trang"
        " từng tháng."
    ),
    "site.year.legend": "Màu đỏ: ngày nghỉ làm việc. Số nghiêng: số năm kỷ niệm.",
    "site.day.about": "{name}: ngày, số năm, căn cứ, nguồn.",
    "site.day.when": "Các năm tới",
    "site.day.facts": "Căn cứ và nguồn",
    "site.day.never": "Không có lần kỷ niệm nào từ năm {first} đến năm {last}.",
    "site.day.unconfirmed": (
        "Chưa kiểm chứng: chưa thấy nguồn đáng tin; đừng dùng trong văn bản khi chưa đối chiếu."
    ),
    "site.day.reserved": "Chỉ nêu trong văn bản khi cấp trên có chỉ đạo.",
    "site.day.reference": "Để tra cứu: văn bản ít khi in ngày này.",
    "site.day.rank.1": "mọi cơ quan, hằng năm",
    "site.day.rank.2": "phần lớn cơ quan",
    "site.day.rank.3": "nhiều cơ quan, hoặc phần lớn vào năm tròn",
    "site.day.rank.4": "ngành, địa phương của ngày đó",
    "site.day.rank.5": "để tra cứu",
    "site.day.names": "Tên khác",
    "site.day.former": "Tên trước đây",
    "site.day.language": "Tên tiếng Anh",
    "site.day.origin": "Tính từ",
    "site.day.lunar_origin": "{day} âm lịch",
    "site.day.who": "Ai kỷ niệm",
    "site.day.rank": "Văn bản in",
    "site.day.home": "Gắn với",
    "site.day.legal": "Căn cứ",
    "site.day.sources": "Nguồn",
    "site.day.disputed": "Ý kiến khác",
    "site.day.notes": "Ghi chú",
    "site.province.title": "{name}: các ngày của địa phương",
    "site.sector.title": "Ngành {name}: các ngày của ngành",
    "site.province.about": "Các ngày kỷ niệm của {name}: ngày tháng, nguồn, lịch để tải.",
    "site.sector.about": "Các ngày kỷ niệm của ngành {name}: ngày tháng, nguồn, lịch để tải.",
    "site.unit.held": "Gồm ngày của:",
    "site.unit.lives": "Tồn tại: {spans}.",
    "site.unit.compose": "Soạn đoạn của tháng",
    "site.unit.calendar": "Tải lịch (.ics)",
    "site.unit.empty": (
        "Chưa có ngày riêng nào trong dữ liệu. Các ngày chung của cả nước ở trang từng tháng;"
        " ngày của cơ quan mình thì thêm bằng một tệp riêng."
    ),
    "site.unit.since": "{year}",
    "site.unit.number": "{number} ngày",
    "site.provinces.title": "Tỉnh, thành phố",
    "site.provinces.lead": (
        "Mỗi trang có các ngày riêng của một tỉnh, thành phố, kể cả những tỉnh đã nhập vào."
    ),
    "site.provinces.old": "Tên trước đây",
    "site.sectors.title": "Ngành",
    "site.sectors.lead": "Mỗi trang có các ngày riêng của một ngành.",
    "site.sectors.old": "Tên trước đây",
    "site.off.title": "Ngày nghỉ lễ, Tết",
    "site.off.about": (
        "Ngày nghỉ lễ, Tết của từng năm theo Bộ luật Lao động và quyết định của Thủ tướng,"
        " kèm căn cứ."
    ),
    "site.off.lead": (
        "Của cơ quan hành chính, theo luật và quyết định từng năm. Năm nào chưa công bố thì"
        " chỉ có những ngày luật đã ấn định."
    ),
    "site.off.sources": "Nguồn ({number})",
    "site.calendars.title": "Lịch cho điện thoại và máy tính",
    "site.calendars.about": (
        "Tải hoặc đăng ký lịch các ngày kỷ niệm của cả nước, từng tỉnh, từng ngành."
    ),
    "site.calendars.lead": (
        "Đăng ký một lần, lịch tự cập nhật. Chắc chắn nhất là chép địa chỉ rồi dán vào ứng"
        " dụng lịch (“thêm lịch từ địa chỉ”)."
    ),
    "site.calendars.lead_files": (
        "Tải tệp .ics rồi mở bằng ứng dụng lịch. Bản này không có địa chỉ trên mạng nên không"
        " đăng ký được: tệp tải về không tự cập nhật."
    ),
    "site.calendars.address": "Địa chỉ của lịch",
    "site.calendars.webcal": "Mở bằng ứng dụng lịch",
    "site.calendars.download": "Tải tệp .ics",
    "site.calendars.slow": "Bao lâu thì lịch đổi theo",
    "site.calendars.slow.apple": (
        "iPhone, Mac: trong ngày, theo cách đặt trong Cài đặt, mục Lịch, Tài khoản."
    ),
    "site.calendars.slow.google": (
        "Google: thường 12 đến 24 giờ; nút Google chỉ chắc chắn trên máy tính, không phải"
        " trên điện thoại."
    ),
    "site.calendars.slow.outlook": "Outlook: vài giờ đến một ngày.",
    "site.calendars.slow.android": (
        "Android: đăng ký qua Google trên máy tính, điện thoại sẽ có lịch sau."
    ),
    "site.calendars.slow.file": "Tệp đã tải: không bao giờ đổi; sang năm phải tải lại.",
    "site.calendars.nation": "Cả nước",
    "site.check.title": "Kiểm tra một dự thảo",
    "site.check.about": "Cách kiểm tra số năm, ngày tháng, tên gọi trong một dự thảo trước khi ký.",
    "site.check.lead": (
        "Sai số năm hay sai tên là lỗi ai cũng thấy sau khi văn bản đã phát hành. Năm bước"
        " bằng mắt, hoặc một lệnh."
    ),
    "site.check.hand": "Bằng mắt",
    "site.check.hand.1": (
        "Số năm bằng năm sau trừ năm trước trong ngoặc: (27/7/1947 - 27/7/2023) là 76 năm."
    ),
    "site.check.hand.2": "Hai ngày trong ngoặc phải cùng ngày, cùng tháng.",
    "site.check.hand.3": (
        "Ngày dưới 10, tháng 1 và tháng 2 có số 0 ở trước: 09/7, 03/02; số năm dưới 10 cũng"
        " vậy: 05 năm."
    ),
    "site.check.hand.4": (
        "Tìm tên ngày ở trang đầu, mở trang của ngày đó, so tên gọi, ngày gốc và nguồn."
    ),
    "site.check.hand.5": "So với danh sách của tháng xem có thiếu ngày lớn nào không.",
    "site.check.machine": "Bằng máy",
    "site.check.machine.text": (
        "Chương trình ngayle đọc tệp Word, PDF hoặc văn bản thường, ngay trên máy của mình;"
        " không gửi gì đi đâu."
    ),
    "site.check.machine.after": (
        "Mỗi chỗ sai được chỉ ra theo dòng, kèm số đúng và nguồn. Trang này không nhận tệp:"
        " bản thảo ở lại máy của mình."
    ),
    "site.data.title": "Dữ liệu cho phần mềm (API)",
    "site.data.about": (
        "Các tệp JSON của từng tháng, từng tỉnh, ngày nghỉ từng năm, kèm lược đồ và giấy phép."
    ),
    "site.data.lead": "Các tệp JSON đặt sẵn, không cần khóa, không giới hạn số lần đọc.",
    "site.data.index": "danh sách mọi tệp, kích thước, etag, số ngày, giấy phép",
    "site.data.month": "các ngày của cả nước trong một tháng",
    "site.data.province": (
        "những ngày một tỉnh thêm vào tháng đó; tệp không có nghĩa là không thêm ngày nào"
    ),
    "site.data.off": "ngày nghỉ lễ, Tết của một năm",
    "site.data.calendars": "danh sách lịch .ics",
    "site.data.schemas": "Lược đồ (JSON Schema)",
    "site.data.example": "Một ngày trong tệp",
    "site.data.use": "Dùng trong một trang",
    "site.data.licence": "Giấy phép",
    "site.data.licence.text": (
        "Dữ liệu thuộc về công chúng theo CC0 1.0: dùng, sửa, phát hành lại, không cần hỏi."
        " Tên và căn cứ đều ghi nguồn."
    ),
    "site.compose.title": "Soạn đoạn tuyên truyền của tháng",
    "site.compose.about": (
        "Chọn tháng, tỉnh, ngành; đoạn văn về các ngày kỷ niệm hiện ra, chép hoặc tải về Word."
    ),
    "site.compose.lead": "Chọn tháng, nơi, ngành; đánh dấu hoặc bỏ bớt ngày; chép đoạn văn.",
    "site.compose.noscript": (
        "Trang này cần JavaScript. Không có thì chép từng dòng ở trang của tháng."
    ),
    "site.compose.month": "Tháng",
    "site.compose.province": "Tỉnh, thành phố",
    "site.compose.nation": "Chung cả nước",
    "site.compose.former": "Trước khi sắp xếp",
    "site.compose.sector": "Ngành",
    "site.compose.sector_hint": "Chọn được nhiều; bấm lần nữa để bỏ.",
    "site.compose.style": "Kiểu",
    "site.compose.office": "Cơ quan",
    "site.compose.breadth": "Nhiều hay ít",
    "site.compose.days": "Các ngày",
    "site.compose.paragraph": "Đoạn văn",
    "site.compose.default": "Như dự thảo",
    "site.compose.none": "Bỏ hết",
    "site.compose.reserved": "Cả ngày chỉ nêu khi có chỉ đạo",
    "site.compose.copy": "Chép đoạn",
    "site.compose.copy_lines": "Chép từng dòng",
    "site.compose.word": "Tải Word",
    "site.compose.empty": "Chưa chọn ngày nào. Đánh dấu ít nhất một ngày, hoặc bấm “Như dự thảo”.",
    "site.compose.private": "Lựa chọn chỉ được nhớ trên máy này; không gửi đi đâu.",
    "site.style.full": "Đủ số năm và ngày",
    "site.style.round": "Chỉ năm tròn, năm lẻ 5 có số năm",
    "site.style.list": "Từng dòng, ngày đứng trước",
    "site.style.bullets": "Gạch đầu dòng",
    "site.breadth.office": "Theo loại cơ quan",
    "site.breadth.brief": "Ít: ngày mọi nơi in",
    "site.breadth.usual": "Vừa: ngày phần lớn nơi in",
    "site.breadth.wide": "Nhiều: thêm ngày nhiều nơi in",
    "site.office.party": "Cơ quan Đảng",
    "site.office.state": "Cơ quan nhà nước",
    "site.office.union": "Mặt trận, đoàn thể",
    "site.office.ward": "Xã, phường",
    "site.office.school": "Trường học",
    "site.office.youth": "Đoàn Thanh niên",
    "site.office.health": "Y tế",
    "site.office.radio": "Đài, trang tin",
    "site.office.flag": "Thông báo treo cờ",
    "site.js.today": "Hôm nay",
    "site.js.today_none": "Hôm nay không có ngày kỷ niệm nào.",
    "site.js.week": "Tuần này, tuần tới",
    "site.js.week_none": "Không có ngày kỷ niệm nào.",
    "site.js.chosen": "Đã chọn: {names}.",
    "site.js.month": "Tháng này",
    "site.js.month_all": "Tất cả các ngày của tháng",
    "site.js.soon": "Sắp tới",
    "site.js.off": "Ngày nghỉ sắp tới",
    "site.js.off_all": "Ngày nghỉ các năm",
    "site.js.outside": "Bản này có các năm {first} đến {last}; hôm nay nằm ngoài.",
    "site.js.none": (
        "Không tìm thấy “{text}”. Thử ít chữ hơn, không dấu cũng được, hoặc một ngày như 20/11."
    ),
    "site.js.more": "Còn {number} kết quả; gõ thêm chữ để thu hẹp.",
    "site.js.found": "{number} kết quả",
    "site.js.copied": "Đã chép",
    "site.js.copied_paragraph": "Đã chép đoạn văn. Dán vào văn bản bằng Ctrl+V.",
    "site.js.copied_lines": "Đã chép {number} dòng.",
    "site.js.not_copied": "Trình duyệt không cho chép: hãy bôi đen đoạn văn rồi bấm Ctrl+C.",
    "site.js.copy_line": "Chép dòng",
    "site.js.saved": "Đã tải {file}.",
    "site.js.file": "tuyen-truyen",
    "site.js.printed": "Dự thảo in",
    "site.js.others": "Các ngày khác trong tháng",
    "site.js.ahead": "Hướng tới",
    "site.js.reserved": "Chỉ nêu khi có chỉ đạo",
    "site.js.reserved_none": "Tháng này không có ngày nào như vậy.",
    "site.js.outside_unit": "{name} chưa có trong tháng này; đoạn văn là của cả nước.",
    "site.js.missing": "Không mở được dữ liệu của tháng. Kiểm tra xem thư mục có đủ tệp không.",
    "site.js.next": "Sắp tới",
    "site.js.lunar": "âm lịch",
    "error.site.years": (
        "năm {first} đến {last}: phải nằm trong {least} đến {most}, năm đầu không sau năm cuối"
    ),
    "error.site.too_many": "năm {first} đến {last}: một trang có nhiều nhất {most} năm",
    "error.site.url": "--base-url {text!r}: phải là một địa chỉ như https://ngayle.example.org/lich",
    "error.site.missing": "site: cần jinja2; cài bằng: pip install 'ngayle[site]'",
    "error.site.folder": "{path}: không phải thư mục; hãy nêu một thư mục cho trang",
    "error.site.unwritable": "{path}: không ghi được: {reason}",
    "error.site.fewer": (
        "{path}: trang ở đó sẽ mất ngày ({losses}); chưa ghi gì; nếu đúng ý: --allow-fewer"
    ),
    # errors
    "error.text": "{text}",
    "error.period.order": "thời gian {text!r}: kết thúc trước khi bắt đầu",
    "error.period.today": "thời gian {text!r}: cần biết hôm nay là ngày nào",
    "error.period.unknown": "thời gian {text!r}: không hiểu; hãy viết {forms}, hoặc {words}",
    "error.period.year": "thời gian {text!r}: năm {year} nằm ngoài {first} đến {last}",
    "error.period.month": "thời gian {text!r}: không có tháng {month}; tháng từ 01 đến 12",
    "error.period.quarter": "thời gian {text!r}: không có quý {quarter}; quý từ 1 đến 4",
    "error.period.day": "thời gian {text!r}: tháng {month} có các ngày 01 đến {last}",
    "error.entry.unknown": "không có ngày kỷ niệm nào có mã số {text!r}",
    "error.entry.unknown_near": "không có ngày kỷ niệm nào có mã số {text!r}; gần nhất: {near}",
    "error.name.unknown": "{kind} {text!r}: không biết",
    "error.name.unknown_near": "{kind} {text!r}: không biết; gần nhất: {near}",
    "error.name.unknown_list": "{kind} {text!r}: không biết; xem danh sách: `{command}`",
    "error.name.ambiguous": "{kind} {text!r}: có thể là {near}; hãy viết đủ tên của một",
    "what.province": "tỉnh, thành phố",
    "what.sector": "ngành",
    "what.entry": "ngày kỷ niệm",
    "what.command": "lệnh",
    "error.unit.absent": "{kind} {name!r}: chưa có hoặc không còn vào ngày {day}; đã có {spans}",
    "error.unit.absent_went": (
        "{kind} {name!r}: chưa có hoặc không còn vào ngày {day}; đã có {spans}; từ đó: {went}"
    ),
    "error.rank": "bậc {text!r}: phải là số nguyên từ 1 đến 5",
    "error.lang": "ngôn ngữ {text!r}: phải là vi hoặc en",
    "error.lunar.leap": "{text!r}: --leap dành cho ngày âm lịch, như 1/6/2025",
    "error.lunar.date": "{text!r}: không phải ngày; hãy viết {forms}",
    "error.lunar.wrong": "{text!r}: {reason}; hãy viết {forms}",
    "error.docx.missing": "docx: cần python-docx; cài bằng: pip install 'ngayle[docx]'",
    "error.places.on": "--on {text!r}: không phải ngày; hãy viết 2023-07-01",
    "error.overlay.exists": "{path}: đã có; hãy đặt tên khác",
}
