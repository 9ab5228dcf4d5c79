"""What a page of somebody else says of itself: who published what, when, in which language.

For the front matter of an item that points to it; never its text. Nothing here asks the web.
"""
