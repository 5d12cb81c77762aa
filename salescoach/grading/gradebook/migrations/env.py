"""What Alembic runs: the steps, on the connection that it was given."""

from alembic import context

from salescoach.grading.gradebook.tables import Base

connection = context.config.attributes["connection"]
# The caller's transaction holds all steps: a gradebook is never between two versions.
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True
)
context.run_migrations()
