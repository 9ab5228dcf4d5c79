"""From bytes to values: the only room that knows YAML and Markdown."""
