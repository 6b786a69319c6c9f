"""The command line: a thin skin over `factcheck.api`, one file per command."""
