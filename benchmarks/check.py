"""How long ``ngayle check`` takes: 1,000 pages in process, and hostile texts at doubling sizes.

usage: check.py [MEGABYTES]     of the largest hostile text; default 1

A page is 2,500 characters of running text with two claims. Times are of the processor, so that
other work on the machine does not count.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

import ngayle
from ngayle.checking import judged

PAGE, PAGES, GOAL = 2_500, 1_000, 5.0
PROSE = (
    "Thực hiện chương trình công tác năm 2023, các cơ quan, đơn vị trên địa bàn tiếp tục đẩy mạnh "
    "công tác thông tin, tuyên truyền về phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh; "
    "kết quả thực hiện Kế hoạch số 67 ngày 20/4/2023, giai đoạn 2021 - 2025 và 06 tháng đầu năm. "
)
CLAIMS = (
    "Tuyên truyền kỷ niệm 76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023); "
    "Ngày Báo chí Cách mạng Việt Nam (21/6).\n"
)
HOSTILE = {
    "digits": "1",
    "dates": "27/7/1947 - ",
    "slashes": "1/",
    "counts": "76 năm ",
    "parentheses": "(",
    "blanks": " ",
    "newlines": "\n",
    "leads": "kỷ niệm 50 ngày ",
    "lunar days": "mùng 10 tháng 3 ",
    "editions": "lần thứ 22 ",
    "names": "Ngày Thương binh - Liệt sĩ ",
    "births": "Ngày sinh đồng chí ",
    "pairs": "(27/7/1947 - 27/7/2023)",
    "chained days": "21/6, ",
    "documents": "Kết luận số 01-KL/TW ngày ",
    "marks": "a\u0301",
    "English": "July 12, ",
    "table rows": "| 1 ",
}


def seconds(text: str) -> float:
    """Processor time of one check."""
    begin = time.process_time()
    judged(text)
    return time.process_time() - begin


def main() -> int:
    """Print the times; 1 if the pages take too long or a text more than its share."""
    ngayle.load()
    judged("")
    page = (PROSE * 10)[: PAGE - len(CLAIMS)] + CLAIMS
    taken = seconds(page * PAGES)
    print(f"{PAGES} pages: {taken:.2f} s (goal {GOAL:.0f})")
    bad = taken > GOAL
    largest = int(float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1_000_000)
    for name, piece in HOSTILE.items():
        half, whole = (
            seconds((piece * (size // len(piece) + 1))[:size]) for size in (largest // 2, largest)
        )
        ratio = whole / max(half, 0.05)
        bad = bad or ratio > 3.5
        print(f"{name:14} {half:7.2f} s {whole:7.2f} s  x{ratio:.1f}", flush=True)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
