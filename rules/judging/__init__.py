"""What follows from the answers: outcomes, reasons, what to ask, what would turn it."""
