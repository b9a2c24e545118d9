"""Graphs: the one home of langgraph; each decides and writes nothing."""
