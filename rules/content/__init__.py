"""What each content file says: a decision, its questions, its costs, what it takes of privacy."""
