"""One check a file; each receives claims and evidence and never fetches."""
