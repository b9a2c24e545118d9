"""How the shipped weights were made; each module is one recipe."""
