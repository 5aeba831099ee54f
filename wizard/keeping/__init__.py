"""The cupboard: dossiers, their keys and their history, on SQLite or PostgreSQL."""
