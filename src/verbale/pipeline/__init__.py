"""The order of the stages, the runner that takes inputs into a record, and what follows from them.

Nothing is imported here: a reader of a record must not wait for the rooms that only a writer needs.
"""
