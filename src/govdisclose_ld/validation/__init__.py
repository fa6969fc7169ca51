"""Checking catalogs against shapes, each finding at its cell of the source document."""

from govdisclose_ld.validation.formats import FORMATS, render
from govdisclose_ld.validation.report import Group, Report, Result
from govdisclose_ld.validation.rules import Rule, Theme, Wording
from govdisclose_ld.validation.shapes import ShapesFile, describe_shapes, list_shapes
from govdisclose_ld.validation.validator import DEFAULT_SHAPES, validate

__all__ = [
    "DEFAULT_SHAPES",
    "FORMATS",
    "Group",
    "Report",
    "Result",
    "Rule",
    "ShapesFile",
    "Theme",
    "Wording",
    "describe_shapes",
    "list_shapes",
    "render",
    "validate",
]
