"""Whether a file from outside is small only as long as it is packed: asked before anything unpacks it whole.

PDFium unpacks what a PDF carries in one go, so a file of a few kilobytes could take all of a computer's memory.
"""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_DEEPEST = 4  # packings of packings; one is what any program writes


def swells(data: bytes, limit: int) -> bool:
    """Whether a part of the PDF, packed as nearly all are (RFC 1950), holds more than `limit` bytes.

    Also where all of them together hold more than sixteen times that, which takes as long.
    """
    whole = 0
    for found in _STREAM.finditer(data):
        packed: bytes | memoryview = memoryview(data)[found.end() :]
        for _level in range(_DEEPEST):
            unpacked = _unpacked(packed, limit)
            whole += len(unpacked)
            if len(unpacked) > limit or whole > 16 * limit:
                return True
            if not unpacked:
                break
            packed = unpacked
    return False


def _unpacked(packed: bytes | memoryview, limit: int) -> bytes:
    """At most one byte more than the limit; nothing where these bytes are not packed."""
    if len(packed) < 2 or packed[0] & 0x0F != 8 or (packed[0] << 8 | packed[1]) % 31:  # the two that begin it
        return b""
    try:
        return zlib.decompressobj().decompress(packed, limit + 1)
    except zlib.error:
        return b""
