"""Pure functions about words: what to take up from a message and how to say a move."""
