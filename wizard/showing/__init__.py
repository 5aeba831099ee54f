"""From a dossier and its advice to what a screen shows."""
