"""JSON Schema (draft 2020-12) of the files that are read here, made from the tables of their keys.

A schema is for editors of texts: it offers keys and words, and says what is wrong while one writes.
It refuses nothing that reading accepts; reading knows more, and has the last word.
"""
