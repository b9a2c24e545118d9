"""Thinks: listens, weighs, words, distils and answers; decides and writes nothing.

The ways in are the graphs: agent.graphs.facilitate, .distil and .answer, with agent.context.
Nothing is imported here, so that whoever only listens need not wait for the graphs to load.
"""
