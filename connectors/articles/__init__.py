"""Articles a community has already: Markdown, tables, Word files, zips of them."""
