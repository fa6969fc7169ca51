"""Catalogs whose truth is known, printed in drawn layouts and formats, damaged, and read again."""
