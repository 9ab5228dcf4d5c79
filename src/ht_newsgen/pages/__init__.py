"""From the site to the plan of every output: pure, no template, no file."""
