"""Listings of occurrences as text, JSON, CSV and Markdown. Nothing here computes a date.

Sentences come from :mod:`ngayle.words.lines`, calendar feeds from :mod:`ngayle.render.ics`.
"""
