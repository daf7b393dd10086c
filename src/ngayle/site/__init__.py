"""The whole of it as plain files for a browser: pages, JSON, calendars."""
