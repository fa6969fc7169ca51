"""A printing press: one description of a document, printed in every format that offices use."""

from press.copies import sheet_of
from press.paper import A4_ACROSS, print_pdf
from press.printing import FORMS, Form, carries, print_sheet
from press.sheets import Box, Grid, Place, Sheet, Spot, grid, sheet, spot
from press.styles import STYLES, Style

__all__ = [
    "A4_ACROSS",
    "FORMS",
    "STYLES",
    "Box",
    "Form",
    "Grid",
    "Place",
    "Sheet",
    "Spot",
    "Style",
    "carries",
    "grid",
    "print_pdf",
    "print_sheet",
    "sheet",
    "sheet_of",
    "spot",
]
