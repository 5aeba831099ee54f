"""The views: each takes a request, asks the house, and shows a screen."""
