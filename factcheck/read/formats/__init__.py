"""Files of other kinds than text: one file a kind, each gives the words with where they stood."""
