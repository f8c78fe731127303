"""From an outcome to something a person or a program reads, one format a file."""
