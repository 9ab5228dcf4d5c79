"""Frozen values without verbs: what a newsroom is made of.

Every type here is complete when it exists. What depends on other articles lives in `Site`.
"""
