"""Views of items and answers. A widget keeps no record: the cell does."""
