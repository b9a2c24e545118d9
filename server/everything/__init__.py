"""Everything a community may take along: JSON lines in one zip (docs/export.md)."""
