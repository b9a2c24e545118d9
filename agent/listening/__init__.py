"""Hearing what is going on: reply links, threads and signals; pure, the clock an argument."""
