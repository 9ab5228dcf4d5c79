"""The forms in which problems are told, one file each; `build/report.py` chooses among them."""
