"""What words a move or a claim: one Protocol, sibling engines, chosen in server/wiring.py."""
