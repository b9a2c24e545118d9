"""What was learned: passages of signed articles, found again by meaning and by words."""
