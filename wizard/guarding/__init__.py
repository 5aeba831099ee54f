"""What keeps visitors safe: headers, limits, uploads, and no personal data."""
