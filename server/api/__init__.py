"""One router per noun, its schemas beside it."""
