"""The papers of a council, and the check on what they ask and of whom."""
