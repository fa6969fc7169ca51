"""Linked data from Chinese government disclosure catalogs."""
