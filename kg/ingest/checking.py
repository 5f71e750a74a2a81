"""What each source would give, without reading the articles."""
