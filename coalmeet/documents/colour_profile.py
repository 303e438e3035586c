"""The sRGB colour profile that says what the colours of a PDF/A mean, written out number by number.

Source: ICC.1:2001-04 (profile version 2) and IEC 61966-2-1; the primaries are adapted to D50, as ICC asks.
"""

from __future__ import annotations

import struct

_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7142)
_CURVE_POINTS = 1024


def srgb() -> bytes:
    """The profile; the same bytes at every call."""
    curve = _curve()
    tags = {
        b"desc": _description("sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0" + b"No copyright\0",
        b"wtpt": _xyz(_D50),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, places = b"", b"", {}
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", places[data], len(data))
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    begin = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    rest = struct.pack(">4s4sI4s4s8sI", b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", b"\0" * 8, 0)
    return (begin + made + rest + _numbers(_D50)).ljust(128, b"\0")


def _numbers(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _numbers(values)


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    # The two empty descriptions are the Unicode and the Macintosh one.
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_text)) + ascii_text + b"\0" * 8 + b"\0" * 70


def _curve() -> bytes:
    points = [round(_linear(at / (_CURVE_POINTS - 1)) * 65535) for at in range(_CURVE_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
