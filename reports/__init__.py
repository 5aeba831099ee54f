"""The press: from reasons to a memo, and from a memo to paper."""
