"""Configuration files: found, read and checked; the flags of the command line come on top.

`find.find_file` says which file holds, `read.read_file` reads it, `keys.KEYS` are the keys. A run
without a file needs no keys and doesn't import them.
"""
