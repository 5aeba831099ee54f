"""Check a memo that comes back: what it carries, what it shows, what it should be."""
