"""Links within the site: whether something is there, and whether a reader can get there.

Nothing is rendered for it: a text says what it links to, the plan of the site says what there is.
"""
