"""One file per eval: `measure(options) -> Figures`."""
