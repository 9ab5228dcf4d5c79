"""Messages, dates, numbers and names for a language that is always an argument."""
