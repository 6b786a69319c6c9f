"""The connection to Ray: the cluster that RAY_ADDRESS names, or one on this machine."""

from __future__ import annotations

import logging
import os
from typing import Any

from factcheck.archive.extra import require

# Neither library may report to its makers who uses it.
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
# Where a store is: workers reach the one that this process does. Credentials are not handed on.
_PLACES = (
    "AWS_ENDPOINT_URL",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AZURE_STORAGE_ACCOUNT",
    "AZURE_STORAGE_ENDPOINT",
)
# Tasks for each processor: enough that none stands idle while another has a long one.
_TASKS = 3
SHARE = 0.5
"""The processors that a stage asks for: with whole ones the stages would take them all, and the
readers and writers of the same node would wait for ever."""


def tasks_for(rows: int) -> int:
    """Into how many tasks some rows are cut: each starts a process, is done again if that dies."""
    import ray

    processors = round(float(ray.cluster_resources().get("CPU", 1.0)))
    return max(1, min(rows, _TASKS * processors))


def quieten() -> None:
    """Keep Daft and Ray from reporting, in this process and in those that it starts."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)


def connected(jobs: int = 0) -> Any:
    """Daft, running on Ray. Without RAY_ADDRESS a cluster of this machine is started for the
    process, with `jobs` processors (0: all).

    Raises FactcheckError where the extra is not installed.
    """
    require("daft", "ray", extra="cluster")
    quieten()
    import daft
    import ray

    if not ray.is_initialized():
        address = os.environ.get("RAY_ADDRESS")
        limits = {} if address or not jobs else {"num_cpus": jobs}
        places = {name: os.environ[name] for name in _PLACES if name in os.environ}
        ray.init(
            address=address,
            include_dashboard=False if address is None else None,
            log_to_driver=False,
            logging_level=logging.ERROR,
            runtime_env={"env_vars": _QUIET | places},
            **limits,
        )
    daft.set_runner_ray(noop_if_initialized=True)
    return daft
