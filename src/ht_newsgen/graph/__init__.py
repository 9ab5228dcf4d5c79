"""Items become a `Site`: what is shown, where it lives, what refers to what. Pure throughout.

The clock is an argument, no file is opened, and the order in which items come in changes nothing.
"""
