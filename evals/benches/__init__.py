"""One file per benchmark: `measure(options) -> Figures`, with a floor from the same run."""
