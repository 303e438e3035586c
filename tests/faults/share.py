"""How much of the suites of faults runs: a small share with the other tests, all of it with COALMEET_EXAMPLES=full."""

import os

import pytest

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
only_whole = pytest.mark.skipif(not WHOLE, reason="a part of the whole suites: with COALMEET_EXAMPLES=full")
EVERY_KIND = ("plain", pytest.param("encrypted", marks=only_whole))
EACH_KIND = ("plain", "encrypted")
