"""One importer per export format; a file is recognised by its content, never by its name."""
