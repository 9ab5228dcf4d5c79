"""What makes a feed a good one, checked on the bytes that a reader fetches."""
