"""Words to values: numbers, quantities, hedges, sentences, quotation marks, names."""
