"""The law: decisions as YAML, and the reader that judges a case file by them."""
