"""How news of one process reach the pages open at another: one file per database engine."""
