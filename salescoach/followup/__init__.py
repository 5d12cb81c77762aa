"""The follow-up simulator: a salesperson's year with its prospects, months of contacts.

Start with `kernel`, which is the model. `engine` runs it, `comparison` compares strategies on
the same prospects, `timeline` shows one prospect, `par` searches for a strong strategy,
`sensitivity` moves the parameters, `anchors` measures the model against public figures.
"""
