"""Words in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in both languages; ``en`` is empty, or the same, where Chinese says it all."""

    zh: str = ""
    en: str = ""

    @classmethod
    def of(cls, entry: Mapping[str, object]) -> Phrase:
        """The phrase that an entry of a knowledge file holds under ``zh`` and ``en``."""
        return cls(str(entry["zh"]), str(entry["en"]))

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def __str__(self) -> str:
        return f"{self.zh} ({self.en})" if self.en and self.en != self.zh else self.zh


UNSAID = Phrase()
