"""The figures of a community: what was counted day by day, and what follows from it; pure."""
