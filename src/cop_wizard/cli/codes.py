"""The exit codes, as the README lists them."""

DONE, PROBLEMS, WRONG_USE, TROUBLE = 0, 1, 2, 3
"""All is well; the plan has problems; used in a way that cannot work; a file cannot be read or written."""

INTERRUPTED = 130
READER_GONE = 141
"""Whoever read our output stopped reading: what a shell reports for any program that this happens to."""
