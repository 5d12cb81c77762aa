"""salescoach: the helper package behind the workbook "Persist, or walk away?".

Importing this package imports nothing else, so that a first widget never waits for a
library it does not need. A notebook starts with ``from salescoach import lesson``.
"""

__version__ = "0.1.0"
