"""What Alembic runs: the steps, on the connection that it was given."""

from alembic import context

from salescoach.grading.gradebook.tables import Base


def migrate() -> None:
    """Run the steps in the caller's transaction: a gradebook is never between two versions."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
    )
    context.run_migrations()


# Alembic gives `context` its contents while it runs this file; whoever imports it gets none.
if hasattr(context, "config"):
    migrate()
