"""What is known of a room, kept message by message instead of read anew at each look."""
