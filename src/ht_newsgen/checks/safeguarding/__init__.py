"""Nobody is put at risk by a text: children and victims cannot be recognised.

Rules are for what the newsroom says in its own voice. What stands between quotation marks, and the
headline of a report, is what others have said. A person may answer for an item, see
`checks/signing.py`.
"""
