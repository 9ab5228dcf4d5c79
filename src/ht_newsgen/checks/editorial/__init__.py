"""The craft of an item: headline, source, dates, and Markdown that says what its writer meant."""
