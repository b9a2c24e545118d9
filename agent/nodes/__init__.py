"""One step of a graph each: adapters around pure functions and one model call."""
