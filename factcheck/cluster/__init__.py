"""The archive on a cluster: the same stages, SQL and files, on Daft over Ray.

Daft spreads rows over the machines of a Ray cluster, runs the stage functions of
`factcheck.archive` on them and the joins of its SQL; when a worker dies, Ray starts another and
what the dead one had is done again. The archive must be where every machine sees it: in an object
store or a shared file system. Articles may come from wherever Daft reads.
"""

from __future__ import annotations

from factcheck.cluster.building import build_on_ray
from factcheck.cluster.comparing import compare_on_ray, each_story_on_ray

__all__ = ["build_on_ray", "compare_on_ray", "each_story_on_ray"]
