"""How well a reader reads: what is found held against what people annotated."""
