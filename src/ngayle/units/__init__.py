"""Provinces, cities and sectors, and the names that people type for them."""
