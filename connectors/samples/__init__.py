"""The two sample communities and how they are set up."""
