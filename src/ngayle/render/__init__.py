"""Listings of occurrences as text, JSON, CSV and Markdown. Nothing here computes a date.

Sentences come from :mod:`ngayle.lines`, calendar feeds from :mod:`ngayle.ics`.
"""
