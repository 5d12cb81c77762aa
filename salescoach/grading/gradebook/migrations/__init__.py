"""Steps from one version of the gradebook to the next, run by Alembic when one is opened."""
