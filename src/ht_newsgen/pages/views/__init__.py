"""Views: one frozen value per kind of page, holding all that its template or renderer gets."""
