"""What a room owes its members: what opens a debt, when it is due, and what meets it. Pure."""
