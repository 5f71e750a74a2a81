"""The bench on which runs are tried."""

from tests.pipeline.shelves import bench

__all__ = ["bench"]
