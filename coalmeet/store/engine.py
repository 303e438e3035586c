"""SQLAlchemy engines over the driver's connections, with a transaction that is always begun by ourselves.

One writing connection in one thread, never nested: a pool that shares it rolled back acknowledged writes and
crashed the process. Whatever reads has an engine of its own, read-only, a new connection each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from coalmeet.store import driver

# At DEBUG it would write rows, and so what people said, into a log.
logging.getLogger("sqlalchemy").setLevel(logging.WARNING)


def writing_engine(take: Callable[[], driver.Raw]) -> Engine:
    """An engine around the one writing connection that `take` hands over; a second checkout raises."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=take,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=0,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def reading_engine(path: Path, key: bytes | None = None) -> Engine:
    """An engine that only reads; any thread may use it. Fetch each statement whole."""
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=lambda: driver.connect(path, "ro", key),
        poolclass=NullPool,
        hide_parameters=True,
    )
    _begin_with(engine, "BEGIN")
    return engine


def _begin_with(engine: Engine, statement: str) -> None:
    # The driver is told to begin nothing itself: otherwise CREATE TABLE and user_version survive a rollback.
    @event.listens_for(engine, "begin")
    def begin(con: Connection) -> None:
        driver_connection = con.connection.driver_connection
        if driver_connection is not None:
            driver_connection.execute(statement)  # a tenth of the time that SQLAlchemy takes for it
