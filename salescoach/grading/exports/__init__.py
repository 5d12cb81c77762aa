"""Results in the forms that other programs read: Excel, Moodle, Canvas, learning records."""
