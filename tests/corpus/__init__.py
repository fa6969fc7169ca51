"""The layout corpus: small documents of every layout class, each with the catalog that it holds."""
