"""What a page shows, as plain data; a template of the same name says it."""
