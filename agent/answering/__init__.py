"""Answers made of signed passages: composed, checked sentence by sentence, or refused."""
