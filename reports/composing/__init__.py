"""Compose the papers: from advices to one document, part by part, before any format."""
