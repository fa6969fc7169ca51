"""Synthetic catalogs that vary as real ones do, each with the truth of what it means."""

from govdisclose_ld.samples.drawing import FORMATS, Sample, draw_samples
from govdisclose_ld.samples.places import most_counties, most_fields
from govdisclose_ld.samples.scoring import Score, score
from govdisclose_ld.samples.writing import write_samples

__all__ = [
    "FORMATS",
    "Sample",
    "Score",
    "draw_samples",
    "most_counties",
    "most_fields",
    "score",
    "write_samples",
]
