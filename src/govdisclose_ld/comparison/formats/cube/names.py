"""The IRIs of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.rdf.iris import check_base, digest, segment
from govdisclose_ld.rdf.standards import standard_iri


@dataclass(frozen=True, slots=True)
class Names:
    """IRIs below that of the data set, which is made of the standard and of what is compared."""

    data_set: str
    standard: str

    @classmethod
    def of(cls, comparison: Comparison, *, base: str) -> Names:
        """The names for a comparison. Raises ConfigurationError if ``base`` cannot be used."""
        catalogs = sorted(one.iri for side in comparison.sides for one in side.catalogs)
        scope = digest(*catalogs, comparison.weights.id)
        identifier = comparison.standard.id
        data_set = f"{check_base(base)}comparison/{segment(identifier)}/{scope}"
        return cls(data_set, standard_iri(identifier))

    @property
    def quality(self) -> str:
        """The data set of the measurements."""
        return f"{self.data_set}/quality"

    @property
    def score(self) -> str:
        """The metric that a score measures."""
        return f"{self.data_set}/metric/score"

    def duty(self, identifier: str) -> str:
        """An item of the standard."""
        return f"{self.standard}/{segment(identifier)}"

    def cell(self, subject: str, duty: str) -> str:
        """One cell of the matrix."""
        return f"{self.data_set}/cell/{digest(subject)}/{segment(duty)}"

    def measurement(self, subject: str, metric: str) -> str:
        """One measurement, or (``score``) the score."""
        return f"{self.data_set}/measurement/{digest(subject)}/{segment(metric)}"
