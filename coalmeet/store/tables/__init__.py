"""The tables of a coalition file, one module a subject."""
