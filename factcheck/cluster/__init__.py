"""The archive on a cluster: the same stages, SQL and files, on Daft over Ray."""
