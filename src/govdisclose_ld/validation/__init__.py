"""Checking catalogs against shapes, each finding at its cell of the source document."""

from govdisclose_ld.validation.baselines import Baseline, read_baseline, write_baseline
from govdisclose_ld.validation.fingerprints import fingerprint
from govdisclose_ld.validation.formats import FORMATS, render
from govdisclose_ld.validation.report import Group, Report, Result, join_reports
from govdisclose_ld.validation.rules import Rule, Theme
from govdisclose_ld.validation.scores import Score, ScorePart, completeness_of
from govdisclose_ld.validation.screening import screen
from govdisclose_ld.validation.screens import Scope, Waiver
from govdisclose_ld.validation.shapes import ShapesFile, describe_shapes, list_shapes
from govdisclose_ld.validation.subjects import Subject
from govdisclose_ld.validation.validator import DEFAULT_SHAPES, validate
from govdisclose_ld.validation.waivers import read_waivers

__all__ = [
    "DEFAULT_SHAPES",
    "FORMATS",
    "Baseline",
    "Group",
    "Report",
    "Result",
    "Rule",
    "Scope",
    "Score",
    "ScorePart",
    "ShapesFile",
    "Subject",
    "Theme",
    "Waiver",
    "completeness_of",
    "describe_shapes",
    "fingerprint",
    "join_reports",
    "list_shapes",
    "read_baseline",
    "read_waivers",
    "render",
    "screen",
    "validate",
    "write_baseline",
]
