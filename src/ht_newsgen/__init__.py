"""ht-newsgen: a static news-aggregation website generator."""

__version__ = "0.1.0"
