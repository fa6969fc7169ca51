"""The terms that describe standards and code lists, and that no catalog uses.

Written as in :mod:`govdisclose_ld.rdf.vocab`; the JSON-LD context, made for catalogs, has none.
"""

from __future__ import annotations

from govdisclose_ld.rdf.vocab import DCT, GD, SKOS

DCT_IS_REPLACED_BY = f"<{DCT}isReplacedBy>"
DCT_STANDARD = f"<{DCT}Standard>"
GD_ALLOWED_CHANNEL = f"<{GD}allowedChannel>"
GD_ALLOWED_MODE = f"<{GD}allowedMode>"
GD_COMPARABLE_TRIGGER = f"<{GD}comparableTrigger>"
GD_COVERS_FIELD = f"<{GD}coversField>"
GD_EXHAUSTIVE = f"<{GD}exhaustive>"
GD_LEAST_CHANNELS = f"<{GD}leastChannels>"
GD_OUT_OF_FORCE_SINCE = f"<{GD}outOfForceSince>"
GD_REQUIRED_AUDIENCE = f"<{GD}requiredAudience>"
GD_REQUIRED_CHANNEL = f"<{GD}requiredChannel>"
GD_REQUIRED_FIELD = f"<{GD}requiredField>"
GD_REQUIRED_LEVEL = f"<{GD}requiredLevel>"
GD_REQUIRED_MODE = f"<{GD}requiredMode>"
GD_REQUIRED_TIME_LIMIT = f"<{GD}requiredTimeLimit>"
GD_SHARED = f"<{GD}shared>"
GD_STANDARD_ITEM_CLASS = f"<{GD}StandardItem>"
SKOS_ALT_LABEL = f"<{SKOS}altLabel>"
SKOS_EDITORIAL_NOTE = f"<{SKOS}editorialNote>"
SKOS_NOTE = f"<{SKOS}note>"
SKOS_TOP_CONCEPT_OF = f"<{SKOS}topConceptOf>"
