"""The real content, read once for all tests of one process; no test changes it."""

from functools import cache

from rules.grammar import strict_yaml
from rules.loading import load

# Tests lay the same files out again and again; what was read once is read.
strict_yaml.read = cache(strict_yaml.read)
load_once = cache(load)
LIBRARY = load_once()
