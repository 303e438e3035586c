"""The name by which windows know an open connection, which queries take first: they import no database of their own."""

from sqlalchemy import Connection

__all__ = ["Connection"]
