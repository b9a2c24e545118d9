"""Thinks: listens, weighs, words, distils and answers; decides and writes nothing."""
