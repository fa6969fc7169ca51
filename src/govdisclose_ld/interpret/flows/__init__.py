"""Tables whose cells run on without delimiters, parted into cells as far as it can be told.

The header's words tell the columns; wording that is hard to mistake (citations, time limits, boxes)
tells where cells begin. What nothing tells apart stays together in a cell over several columns.
"""

from govdisclose_ld.interpret.flows.documents import part_flows

__all__ = ["part_flows"]
