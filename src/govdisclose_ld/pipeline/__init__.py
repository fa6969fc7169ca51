"""From a list of sources to everything that is published of them.

:func:`govdisclose_ld.pipeline.building.build` is the way in. Nothing is imported here, so that the
small modules (``writing``, ``fields``) can be had without the engines.
"""
