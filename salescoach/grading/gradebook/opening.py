"""Opens a gradebook: makes it where there is none, and brings an older one up to date."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salescoach.errors import CoachError
from salescoach.grading.course import Course
from salescoach.grading.sealing import digest

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from salescoach.grading.gradebook.store import Gradebook

FILE: Final = "gradebook.sqlite"
VERSION: Final = "0001"
"""The newest step of `migrations/versions`; a test compares the two."""

URL_VARIABLE: Final = "SALESCOACH_GRADEBOOK"
"""Environment variable with the address of a database server, password included."""

LOCK_SECONDS: Final = 10
_EXTRA = 'Install it with: python -m pip install "salescoach[desk]"'


def open_gradebook(course: Course) -> Gradebook:
    """Open the gradebook of a course.

    Parameters
    ----------
    course : Course
        Its folder holds the gradebook, unless it names a database server.

    Raises
    ------
    CoachError
        If the database cannot be used, is from a later version of salescoach, or if SQLAlchemy
        and Alembic are not installed.
    """
    try:
        import alembic  # noqa: F401
        import sqlalchemy  # noqa: F401
    except ImportError as error:
        raise CoachError(
            f"A course needs a gradebook, and for that {error.name!r} is not installed.",
            next_step=_EXTRA,
        ) from None
    from salescoach.grading.gradebook.store import Gradebook
    from salescoach.grading.gradebook.words import told_in_words

    place = os.environ.get(URL_VARIABLE) or course.gradebook_url
    url = place or f"sqlite:///{course.folder / FILE}"
    with told_in_words(url):
        engine = _engine(url)
        with engine.begin() as connection:
            _bring_up_to_date(connection)
        name = digest(course.secret, "course").hex()[:16]
        return Gradebook(engine, name, course.title)


def _engine(url: str) -> Engine:
    from sqlalchemy import create_engine, event
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    try:
        address = make_url(url)
    except ArgumentError:
        raise CoachError(
            "The address of the gradebook cannot be read.",
            allowed="postgresql+psycopg://user@host/name, or no address for a file",
            next_step="Change `gradebook` in course.toml.",
        ) from None
    try:
        if address.get_backend_name() != "sqlite":
            return create_engine(address, pool_pre_ping=True)
    except NoSuchModuleError:
        raise CoachError(
            f"There is no database of the kind {address.drivername!r}.",
            allowed="postgresql+psycopg://user@host/name, or no address for a file",
            next_step="Change `gradebook` in course.toml.",
        ) from None
    if address.database:
        _make_private(Path(address.database))
    engine = create_engine(address, connect_args={"timeout": LOCK_SECONDS})

    @event.listens_for(engine, "connect")
    def _connected(connection, _):  # type: ignore[no-untyped-def]
        # The driver's own idea of transactions leaves some statements outside of them.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading")
        # Who is going to write says so first: two writers wait for each other, never clash.
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _make_private(path: Path) -> None:
    """Make the file so that only its owner can read it: it holds names and grades."""
    if path.parent.is_dir() and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _bring_up_to_date(connection: Connection) -> None:
    from sqlalchemy import inspect, text

    found = ""
    if inspect(connection).has_table("alembic_version"):
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if found == VERSION:
        return
    if found > VERSION:
        raise CoachError(
            "This gradebook was written by a later version of salescoach.",
            next_step="Bring salescoach up to date; nothing was changed.",
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
