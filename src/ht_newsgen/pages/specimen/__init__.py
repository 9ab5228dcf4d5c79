"""Made-up pages of every kind: what a theme is looked at and tested with."""
