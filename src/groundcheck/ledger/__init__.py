"""What is kept: the figures that ship with the package, and stores of claims."""
