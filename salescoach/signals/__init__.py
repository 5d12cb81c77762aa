"""Signals that prospects give, the next moves, and the drill on them.

`kinds` holds the definitions, `items` the values of the bank, `scoring` the rule and the feedback,
`report` what a series of answers shows, `drill` and `stall_answers` the text of an answer cell,
`bank` the faults of a brought item bank, `stalls` the stall cases that unfold week by week.
"""
