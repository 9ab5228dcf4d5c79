"""What we add to Python-Markdown."""
