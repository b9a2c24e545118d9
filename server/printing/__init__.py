"""What leaves on paper: posters, handbooks, the digest of a week."""
