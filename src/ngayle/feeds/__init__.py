"""The folder of calendars that phones subscribe to."""
