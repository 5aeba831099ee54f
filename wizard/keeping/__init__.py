"""The storage: dossiers, their keys and their history, on SQLite or PostgreSQL."""
