"""From a thread to claims with their exact sources: pure functions, no clock, no model."""
