"""What is proved of the rules, over every dossier that can exist."""
