"""Random names for rows, moves and changes: no time, no machine and no order can be read from one."""

from __future__ import annotations

import secrets

LENGTH = 32


def new_id() -> str:
    """128 random bits as 32 hex characters."""
    return secrets.token_hex(LENGTH // 2)
