"""What tells on readers, on writers and on those who are written about."""
