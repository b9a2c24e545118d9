"""What is done later: `at_once` and `table` name every job and its function."""
