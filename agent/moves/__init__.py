"""The facilitation moves: one file per family, each move data plus a pure condition."""
