"""The real content, read once for all tests of one process; no test changes it."""

from rules.loading import load

LIBRARY = load()
