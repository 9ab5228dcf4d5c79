"""Tests that look at pages: a package, so that these, and no others, share one open browser."""
