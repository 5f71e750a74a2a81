"""What the ontology, the risk schemes, the shapes and the documentation page promise."""
