"""One function per question about an output."""
