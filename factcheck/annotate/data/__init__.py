"""Small tables of general knowledge: countries and their adjectives, titles, given names."""
