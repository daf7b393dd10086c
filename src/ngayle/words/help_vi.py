"""Help texts in Vietnamese: data alone. The keys are those of ``help_en.py``."""

HELP = {
    "other-language": "English: {command} --help --lang en",
    "usage": "cách dùng:",
    "group/positional arguments": "cần cho biết",
    "group/options": "tùy chọn",
    "group/which days": "chọn ngày",
    "about/which days": "",
    "group/how": "cách ghi ra",
    "group/calendar": "lịch (--format ics; khi đó không cần THỜI_GIAN)",
    "group/wording": "cách viết",
    "group/what is printed": "nêu những gì",
    "group/looking ahead": "nhìn trước",
    "about/looking ahead": "những ngày lễ lớn, ngày của --province, --sector, --overlay",
    "group/letter": "văn bản (Word)",
    "metavar/YEAR": "NĂM",
    "metavar/PERIOD": "THỜI_GIAN",
    "metavar/NAME": "TÊN",
    "metavar/FILE": "TỆP",
    "metavar/FILE.toml": "TỆP.toml",
    "metavar/FILE.docx": "TỆP.docx",
    "metavar/TEXT": "CHỮ",
    "metavar/WORDS": "CHỮ",
    "metavar/ID": "MÃ_SỐ|CHỮ",
    "metavar/DATE": "NGÀY",
    "metavar/GROUP": "NHÓM",
    "metavar/KIND": "LOẠI",
    "metavar/WHO": "AI",
    "metavar/DIR": "THƯ_MỤC",
    "metavar/OUT_DIR": "THƯ_MỤC",
    "metavar/N": "N",
    "metavar/YYYY": "NĂM",
    "metavar/HH:MM": "GIỜ:PHÚT",
    # every command
    "*/help": "in phần hướng dẫn này",
    "*/province": "thêm các ngày của một tỉnh, thành phố; có dấu hay không dấu; dùng được nhiều lần",
    "*/sector": "thêm các ngày của một ngành, đoàn thể; dùng được nhiều lần",
    "*/only_sector": "trong các ngày của ngành, chỉ lấy ngành này; dùng được nhiều lần",
    "*/rank": (
        "chỉ lấy các ngày từ bậc này trở lên, 1 đến 5 (1: cơ quan nào cũng nêu); năm tròn, năm lẻ 5,"
        " địa phương và ngành được hỏi thì hơn một bậc; nếu không ghi: 4"
    ),
    "*/reserved": "cả những ngày chỉ nêu khi có chỉ đạo",
    "*/overlay": "thêm tệp các ngày riêng của cơ quan, đơn vị; dùng được nhiều lần",
    "*/format": "nếu không ghi: theo đuôi của TỆP, hoặc định dạng đầu tiên",
    "*/output": "ghi vào tệp; ghi trọn vẹn hoặc không ghi gì",
    "*/lang": "ngôn ngữ của hướng dẫn, thông báo và kết quả; nếu không ghi: NGAYLE_LANG, hoặc vi",
    "*/ids": "ghi mã số sau mỗi dòng; `ngayle show MÃ_SỐ` cho biết nguồn",
    "*/all": "mọi lớp, tỉnh, ngành và nhân vật, năm nào cũng nêu",
    "*/jubilees": "chỉ năm tròn và năm lẻ 5",
    "*/name": "có dấu hay không dấu",
    "*/back": "số năm trước năm nay; nếu không ghi: 1",
    "*/ahead": "số năm sau năm nay; nếu không ghi: 2",
    # listing
    "listing": "Các ngày lễ, ngày kỷ niệm của Việt Nam trong một khoảng thời gian.",
    "listing/usage": "ngayle THỜI_GIAN [tùy chọn]",
    "listing/period": "khoảng thời gian cần liệt kê",
    "listing/name": "tên của lịch",
    "listing/alarm": "báo mỗi ngày vào giờ này; nếu không ghi: không báo",
    "listing/remind_days": "báo năm tròn, năm lẻ 5 trước N ngày",
    "listing/version": "in phiên bản của chương trình và dữ liệu",
    "listing/examples": """\
THỜI_GIAN viết như: 12/2026, tháng 12/2026, 2026-12, 2026, quý 4/2026, 2026-Q4, 20/11/2026,
2026-07..2027-03, 2026-07-10..2026-07-20, hôm nay, tuần này, tháng này, tháng sau, năm nay.

các lệnh:
  ngayle find CHỮ               tìm theo tên, không cần dấu, hoặc theo ngày (20/11)
  ngayle show MÃ_SỐ|CHỮ         một ngày: tên, lớp, căn cứ, nguồn, những lần sắp tới
  ngayle sectors [TÊN]          các ngành, đoàn thể cùng những ngày của ngành
  ngayle places [TÊN]           các tỉnh, thành phố; hoặc một tỉnh: lịch sử và các ngày
  ngayle lunar NGÀY             đổi 2024-02-10 sang âm lịch; 1/1/2024 (âm lịch) sang dương lịch
  ngayle orientation THỜI_GIAN  dự thảo định hướng tuyên truyền của một tháng (chữ, HTML, Word)
  ngayle plan THỜI_GIAN         ngày lễ lớn, năm tròn, năm lẻ 5 của một năm, theo quý
  ngayle check TỆP              soát dự thảo có sẵn: số năm và ngày nào sai
  ngayle overlay new TỆP        mẫu tệp các ngày riêng; `overlay check TỆP` kiểm tra tệp đó
  ngayle days-off THỜI_GIAN     các ngày nghỉ lễ, Tết theo quy định
  ngayle feeds THƯ_MỤC          các lịch để đăng ký: cả nước, từng tỉnh, từng ngành
  ngayle site THƯ_MỤC           cả trang web: soạn đoạn văn, tìm ngày, lịch, JSON

ví dụ:
  ngayle 2023-07
  ngayle tháng 7/2023 --province "Quảng Ninh" --format lines
  ngayle 2025 --jubilees --format md -o nam-tron-2025.md
  ngayle tháng sau --sector "báo chí" --sector "y tế"
  ngayle 2023-06 --overlay quan-kien-an.toml --format json
  ngayle --format ics --province "Quảng Ninh" --remind-days 7 -o quang-ninh.ics
""",
    # find, show, sectors, places, lunar
    "find": "Tìm theo những chữ có trong tên, không cần dấu, hoặc theo ngày trong năm.",
    "find/usage": "ngayle find CHỮ [tùy chọn]",
    "find/words": "những chữ có trong tên, chữ cuối có thể viết dở; hoặc một ngày, như 20/11",
    "find/all": "mọi mục có những chữ này, không chỉ 30 mục đầu",
    "find/format": "nếu không ghi: text",
    "find/examples": """\
ví dụ:
  ngayle find hoi nong dan
  ngayle find 20/11
""",
    "show": "Một ngày: tên, lớp, căn cứ, nguồn, những lần sắp tới.",
    "show/usage": "ngayle show MÃ_SỐ|CHỮ [tùy chọn]",
    "show/words": "mã số của một ngày, hoặc những chữ có trong tên",
    "show/format": "nếu không ghi: text",
    "show/examples": """\
ví dụ:
  ngayle show thuong-binh-liet-si
  ngayle show nhà giáo
""",
    "sectors": "Các ngành, đoàn thể cùng những ngày của ngành; hoặc một ngành.",
    "sectors/usage": "ngayle sectors [TÊN] [tùy chọn]",
    "sectors/examples": """\
ví dụ:
  ngayle sectors
  ngayle sectors "hội nông dân"
""",
    "places": "Các tỉnh, thành phố vào một ngày; hoặc một tỉnh: lịch sử và các ngày của tỉnh.",
    "places/usage": "ngayle places [TÊN] [tùy chọn]",
    "places/on": "bản đồ của một ngày khác hôm nay, như 2023-07-01",
    "places/examples": """\
ví dụ:
  ngayle places
  ngayle places "Hải Dương"
""",
    "lunar": "Đổi ngày dương lịch sang âm lịch và ngược lại.",
    "lunar/usage": "ngayle lunar NGÀY [tùy chọn]",
    "lunar/date": "2024-02-10 (dương lịch) hoặc 1/1/2024 (ngày/tháng/năm âm lịch)",
    "lunar/leap": "tháng âm lịch là tháng nhuận",
    "lunar/examples": """\
ví dụ:
  ngayle lunar 10/3/2027
""",
    # drafts
    "orientation": (
        "Dự thảo định hướng của một tháng: chủ đề, văn bản, cuộc thi, đợt hưởng ứng, ngày kỷ niệm."
    ),
    "orientation/usage": "ngayle orientation THỜI_GIAN [tùy chọn]",
    "orientation/period": "một tháng: 12/2026, tháng này hoặc tháng sau",
    "orientation/examples": """\
kiểu viết:
  full      ngày nào cũng có số năm và hai mốc, nối bằng dấu chấm phẩy
  round     số năm và hai mốc cho năm tròn, năm lẻ 5; ngày khác chỉ ghi tên và ngày
  list      mỗi ngày một dòng, ngày đứng trước
  bullets   mỗi ngày một dòng, sau gạch đầu dòng

ví dụ:
  ngayle orientation tháng sau --province "Quảng Ninh" -o thang-toi.docx
  ngayle orientation 2023-06 --overlay quan-kien-an.toml --style round
  ngayle orientation 2023-07 --province "Quảng Ninh" --sector "tuyên giáo" --format md
""",
    "plan": "Các ngày lễ lớn, ngày kỷ niệm năm tròn và năm lẻ 5, theo từng quý.",
    "plan/usage": "ngayle plan THỜI_GIAN [tùy chọn]",
    "plan/period": "2025, 2024-12..2026-01 hoặc khoảng khác",
    "plan/examples": """\
kiểu viết: full, round, list, bullets (xem ngayle orientation --help)

ví dụ:
  ngayle plan 2025
  ngayle plan 2025 --province "Hà Nội" --only great --only province
  ngayle plan 2024-12..2026-01 --overlay truong.toml -o ke-hoach.docx
""",
    "*/only": (
        "trong các ngày kỷ niệm chỉ lấy: great (ngày lễ lớn), national (cả nước), province (tỉnh),"
        " sector (ngành), person (nhân vật), international (quốc tế), local (riêng); dùng được"
        " nhiều lần"
    ),
    "*/style": "full, round, list hoặc bullets; nếu không ghi: full, của plan là bullets",
    "*/order": ("date: theo ngày; great: ngày lễ lớn trước; layer: theo lớp; nếu không ghi: date"),
    "*/separate": "mỗi ngày một dòng, kiểu nào cũng vậy",
    "*/no_pairs": 'hai ngày đi đôi (Quân đội, Quốc phòng toàn dân) viết riêng, không nối bằng "và"',
    "*/office": (
        "theo lối của loại cơ quan: party (Đảng), state (nhà nước), union (công đoàn), youth (đoàn),"
        " health (y tế), radio (truyền thanh), ward (phường, xã), school (trường), flag (treo cờ);"
        " nếu không ghi: theo [office] của tệp riêng"
    ),
    "*/breadth": (
        "brief: ngày mà cơ quan nào cũng nêu; usual: thường; wide: ngày mà nhiều nơi nêu;"
        " nếu không ghi: usual"
    ),
    "*/template": "viết vào tệp Word mẫu của cơ quan; giữ phần đầu và kiểu chữ của mẫu",
    "*/force": "ghi đè tệp Word đã được sửa bằng tay sau khi ghi",
    "orientation/ahead_days": (
        "báo trước các ngày trong N ngày đầu tháng sau, 0 đến 31; nếu không ghi: 10"
    ),
    "orientation/ahead_months": (
        "báo trước năm tròn, năm lẻ 5 của N tháng tới, 0 đến 12; nếu không ghi: 3"
    ),
    "orientation/themes": (
        "usual: chủ đề chính trị thường xuyên và của tháng; seasonal: chỉ của tháng; all: tất cả;"
        " none: không; nếu không ghi: usual"
    ),
    # overlay, feeds, days-off
    "overlay": "new: ghi mẫu tệp các ngày riêng. check: cho biết tệp đó thay đổi những gì.",
    "overlay/usage": "ngayle overlay new|check TỆP.toml",
    "overlay/what": "new hoặc check",
    "overlay/file": "tệp các ngày riêng",
    "overlay/examples": """\
ví dụ:
  ngayle overlay new co-quan.toml
  ngayle overlay check co-quan.toml
""",
    "feeds": "Ghi các lịch của cả nước, từng tỉnh, từng ngành và tệp index.json.",
    "feeds/usage": "ngayle feeds THƯ_MỤC [tùy chọn]",
    "feeds/folder": "nơi ghi; chưa có thì được tạo",
    "feeds/year": "nếu không ghi: năm nay",
    "feeds/allow_fewer": "thay cả lịch sẽ mất hơn một phần mười số ngày",
    "feeds/name": "tên của lịch các ngày riêng (--overlay)",
    "feeds/rank": (
        "lịch của cả nước: chỉ lấy các ngày từ bậc này trở lên, 1 đến 5, năm tròn, năm lẻ 5 thì hơn"
        " một bậc; nếu không ghi: 3"
    ),
    "feeds/examples": """\
ví dụ:
  ngayle feeds lich
  ngayle feeds lich --overlay co-quan.toml
""",
    "site": "Ghi cả trang web, tệp JSON và lịch ra một thư mục, mở bằng trình duyệt là dùng được.",
    "site/usage": "ngayle site THƯ_MỤC [tùy chọn]",
    "site/folder": "nơi ghi; chưa có thì được tạo",
    "site/base_url": "địa chỉ nơi trang sẽ đứng, để đăng ký lịch",
    "site/first": "năm đầu; nếu không ghi: 2023",
    "site/last": "năm cuối; nếu không ghi: bốn năm sau năm nay",
    "site/allow_fewer": "thay cả trang sẽ mất năm hoặc mất ngày",
    "site/examples": """\
ví dụ:
  ngayle site public --base-url https://ngayle.example.org
  ngayle site /media/usb/ngay-le --from 2025 --to 2027
""",
    "days-off": (
        "Các ngày nghỉ theo luật và theo quyết định hằng năm; với một ngày: có phải đi làm không."
    ),
    "days-off/usage": "ngayle days-off THỜI_GIAN [tùy chọn]",
    "days-off/period": "2027, 2027-04, 2026-01-02 hoặc khoảng khác",
    "days-off/audience": (
        "co-quan (cơ quan hành chính; nếu không ghi) hoặc doanh-nghiep (doanh nghiệp: không hoán đổi)"
    ),
    "days-off/examples": """\
ví dụ:
  ngayle days-off 2027
  ngayle days-off 2026-01-02
  ngayle days-off 2027-04 --audience doanh-nghiep
  ngayle days-off 2026..2027 -o nghi-le.ics
""",
    # check
    "group/what is right": "đúng theo gì",
    "metavar/CODE": "MÃ",
    "metavar/MONTH": "THÁNG",
    "check": "Đọc dự thảo, chỉ ra từng số năm và ngày sai.",
    "check/usage": "ngayle check TỆP... [tùy chọn]",
    "check/files": ".docx, .pdf, .html, .txt hoặc .md; - là đầu vào chuẩn",
    "check/on": "ngày của văn bản, như 01/12/2026 hoặc 12/2026; nếu không ghi: ngày mà mỗi văn bản tự nêu",
    "check/ignore": "bỏ qua một mã, hoặc nhiều mã cách nhau bằng dấu phẩy; dùng được nhiều lần",
    "check/missing": "nhắc những ngày lớn của một tháng (12/2026) mà văn bản không nêu",
    "check/province": "cùng với --missing: cả ngày của một tỉnh, thành phố; dùng được nhiều lần",
    "check/notes": "in cả gợi ý",
    "check/fail_on": "mức nào thì kết thúc với mã 1; nếu không ghi: warning",
    "check/examples": """\
mã kết thúc: 0 không có lỗi ở mức của --fail-on, 1 có lỗi, 2 có tệp không đọc được

ví dụ:
  ngayle check ke-hoach.docx
  ngayle check ke-hoach.docx --format docx -o ke-hoach-gop-y.docx
  ngayle check *.txt --on 01/12/2026 --missing 12/2026 --province "Quảng Ninh" --notes
""",
}
