"""Spreadsheets: every sheet a table, every cell as it is displayed."""
