"""How many years an anniversary counts, and which counts are round.

* Count = year of the occurrence - year of the origin: Gregorian years for days kept by the sun,
  lunar years for days kept by the moon. Births, deaths and events count alike.
* Nothing is counted in or before the year of the origin, and nothing without an origin.
* A count that ends in 0 is a năm tròn, one that ends in 5 a năm lẻ 5: Decree 145/2013/NĐ-CP and
  Decree 111/2018/NĐ-CP, article 3.

What happens to 29 February and to lunar day 30 is written in :mod:`ngayle.rules`.
"""

from __future__ import annotations

from ngayle.model import Anniversary, Jubilee


def count(anniversary: Anniversary, year: int) -> int | None:
    """Years at the occurrence of ``year`` (of the rule's calendar), at least 1, or None."""
    start = anniversary.counted_from
    if start is None or year <= start.year:
        return None
    return year - start.year


def jubilee(years: int | None) -> Jubilee | None:
    """ "tron" for a count that ends in 0, "le5" for one that ends in 5, else None."""
    if years is None or years % 5:
        return None
    return "le5" if years % 10 else "tron"


def is_kept(anniversary: Anniversary, year: int, *, every_year: bool = False) -> bool:
    """Whether the anniversary is kept in ``year``.

    Not before its first year (or its origin), not after its last; in round years only where
    ``observance.every`` says so, unless ``every_year``.
    """
    kept = anniversary.observance
    start = anniversary.counted_from
    first = kept.first_year if kept.first_year is not None else start.year + 1 if start else None
    if first is not None and year < first:
        return False
    if kept.last_year is not None and year > kept.last_year:
        return False
    if every_year or kept.every == 1:
        return True
    years = count(anniversary, year)
    return years is not None and years % kept.every == 0
