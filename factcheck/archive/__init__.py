"""The archive: a folder of Parquet partitions that a draft, or all of it, is checked against.

`build` and `change` write it, `retrieve` finds in it what may speak of the same things, `drafts`
and `everything` send that through the same `pipeline.check` as `compare` and `lint` do.
"""
