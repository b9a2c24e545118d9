"""Where jobs wait and who takes them."""
