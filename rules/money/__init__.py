"""What things cost: ranges that never hide an unknown, and measures side by side."""
