"""Drafts of documents: the orientation of a month, the plan of a year."""
