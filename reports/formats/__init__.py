"""One document in every format: text, HTML, PDF, DOCX and ODT."""
