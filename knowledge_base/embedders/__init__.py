"""Texts to vectors: one Protocol, sibling engines, chosen in server/wiring.py."""
