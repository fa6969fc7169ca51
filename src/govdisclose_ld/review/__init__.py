"""A page to check a reading by: every source cell as printed, coloured by how it was read."""

from govdisclose_ld.review.page import review_page

__all__ = ["review_page"]
