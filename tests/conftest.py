"""How long an example takes depends on the machine and proves nothing: none has a deadline."""

from hypothesis import settings

settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
