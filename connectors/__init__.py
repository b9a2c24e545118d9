"""Carry: chat platforms and exports to messages and back."""
