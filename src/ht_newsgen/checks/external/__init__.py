"""Links out of the site: which there are, what is known of them, what that means.

All of it is decided without a network; `fetching` asks, and the command line joins the two.
"""
