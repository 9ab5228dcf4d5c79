"""A newsroom that watches itself: every save is seen in the browser, and so is every mistake."""
