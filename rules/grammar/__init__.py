"""How anything in a content file is written and read: three truths, answers, conditions, sources."""
