"""From views to bytes: one renderer for each kind of page."""
