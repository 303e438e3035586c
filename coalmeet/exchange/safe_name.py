"""A file name made from what people wrote: no folders, no reserved names, nothing that shows otherwise than it is."""

from __future__ import annotations

import re
import unicodedata

LONGEST_BYTES = 120  # leaves room for a suffix and a number below the 255 bytes that file systems take
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]+')
# Windows, with any suffix, and with digits as they stand above a line, too.
_RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[\d¹²³])$", re.IGNORECASE)


def safe_name(wished: str, fallback: str = "Coalmeet") -> str:
    """A name without suffix that every system takes; `fallback` where nothing of the wish remains."""
    # Format characters (Cf) turn "gpj.exe" round or hide; surrogates and private ones cannot be written everywhere.
    plain = "".join(
        one
        for one in unicodedata.normalize("NFC", wished)
        if unicodedata.category(one) not in {"Cf", "Cs", "Co", "Cn"}
    )
    name = " ".join(_FORBIDDEN.sub(" ", plain).split()).strip(". ")
    name = name.encode()[:LONGEST_BYTES].decode(errors="ignore").strip(". ")
    if _RESERVED.match(name.split(".", 1)[0].strip()):
        name = f"{name}_" if "." not in name else "_" + name
    return name or fallback
