"""One step each, at most 20 lines, around a pure function or one model call."""
