"""Addresses → answers: the only room that asks other hosts for pages, and it asks with care.

Few connections, each bounded in time and size; http and https alone, at public addresses; no
cookies, no passwords, no proxy; a name that says who asks. What a network does is never an
exception here: it is an `Answer`.
"""
