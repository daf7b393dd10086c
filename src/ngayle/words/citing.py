"""How an act is cited: its name, number, day and issuer, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.words.dates import full_date

if TYPE_CHECKING:
    from ngayle.model import LegalBasis

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
"""Acts that are cited by what they are about."""


def title(basis: LegalBasis) -> str:
    """ "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", from the parts that are known.

    A law is cited by its name: "Luật Biên phòng Việt Nam số 66/2020/QH14 ngày …".
    """
    text = basis.act
    if text in LAWS and basis.about:
        text += f" {basis.about}"
    if basis.number:
        text += f" số {basis.number}"
    if basis.date:
        text += f" ngày {full_date(basis.date)}"
    if basis.issuer:
        text += f" của {basis.issuer}"
    return text


def cite(basis: LegalBasis) -> str:
    """ "Nghị định số 145/2013/NĐ-CP ngày 29/10/2013 của Chính phủ", and what it is about."""
    text = title(basis)
    return text if basis.about is None or basis.about in text else f"{text} {basis.about}"
