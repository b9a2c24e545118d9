"""Measure everything below; nothing imports it."""
