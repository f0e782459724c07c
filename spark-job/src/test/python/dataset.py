"""A dataset as its format describes it, read with pyarrow and numpy alone: schema/FORMAT.md is all that this file knows."""

import io
import pathlib

import numpy as np
import pyarrow.fs
import pyarrow.parquet
from PIL import Image

# Codes of the segmentation layer.
UPPER_LIP, LOWER_LIP, MOUTH_INTERIOR, TEETH, TONGUE, EYE_WHITE, IRIS, LASH = 3, 4, 5, 6, 7, 8, 9, 11
NOSE = 2
BACKGROUND, NECK, CLOTHING = 0, 14, 15


class Dataset:
    """Rows of a dataset in a folder, or below a prefix of a store."""

    def __init__(self, root, filesystem=None):
        self.root = pathlib.PurePosixPath(root) if filesystem else pathlib.Path(root)
        self.filesystem = filesystem or pyarrow.fs.LocalFileSystem()

    def parts(self):
        """Paths of the Parquet files, in order."""
        selector = pyarrow.fs.FileSelector(str(self.root), recursive=True)
        files = self.filesystem.get_file_info(selector)
        return sorted(file.path for file in files if file.path.endswith(".parquet"))

    def table(self, columns=None):
        """All rows in the order of their sample ids."""
        tables = [
            pyarrow.parquet.read_table(part, columns=columns, filesystem=self.filesystem, partitioning=None)
            for part in self.parts()
        ]
        return pyarrow.concat_tables(tables).sort_by("sample_id")

    def rows(self, columns=None):
        """All rows as dictionaries, in the order of their sample ids."""
        return self.table(columns).to_pylist()

    def hashes(self):
        """What must be equal however a dataset was drawn: a set of (sample id, pixel hash, label hash)."""
        columns = ["sample_id", "pixel_hash", "label_hash"]
        return [tuple(row[column] for column in columns) for row in self.rows(columns)]


def picture(column):
    """The decoded image of an image column's value."""
    return Image.open(io.BytesIO(column["bytes"]))


def project(points, row):
    """World points (n, 3), mm, to pixel coordinates (n, 2), by the row's own camera, in float64."""
    extrinsics = np.array(row["camera_extrinsics"], dtype=np.float64).reshape(4, 4)
    fx, fy, cx, cy = row["camera_intrinsics"]
    camera = points.astype(np.float64) @ extrinsics[:3, :3].T + extrinsics[:3, 3]
    return np.stack([fx * camera[:, 0] / camera[:, 2] + cx, fy * camera[:, 1] / camera[:, 2] + cy], axis=1)


def rotation(yaw, pitch, roll):
    """Ry(yaw) Rx(pitch) Rz(roll), degrees: how FORMAT.md builds the rotation of the head."""
    (y, p, r) = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


def rays(row):
    """Unit vectors (height, width, 3) from the lens to the centres of the pixels, in the camera frame."""
    fx, fy, cx, cy = row["camera_intrinsics"]
    y, x = np.mgrid[: row["height"], : row["width"]] + 0.5
    ray = np.stack([(x - cx) / fx, (y - cy) / fy, np.ones_like(x)], axis=-1)
    return ray / np.linalg.norm(ray, axis=-1, keepdims=True)


def landmarks(row):
    """Points in pixels (68, 2), points in mm (68, 3), visibility (68)."""
    return (
        np.array(row["landmarks_68_2d"], dtype=np.float64).reshape(68, 2),
        np.array(row["landmarks_68_3d"], dtype=np.float64).reshape(68, 3),
        np.array(row["landmarks_68_visibility"]),
    )


def distance_to_classes(point, segmentation, codes):
    """Distance in pixels from a point to the nearest pixel (the square, not its centre) of any of the classes."""
    ys, xs = np.nonzero(np.isin(segmentation, codes))
    if len(xs) == 0:
        return np.inf
    dx = np.maximum(np.maximum(xs - point[0], point[0] - (xs + 1)), 0)
    dy = np.maximum(np.maximum(ys - point[1], point[1] - (ys + 1)), 0)
    return float(np.sqrt(dx * dx + dy * dy).min())
