"""Each exported format, read back by the tool that the format belongs to, says what the dataset says."""

import json
import xml.etree.ElementTree
from pathlib import Path

import dlib
import menpo.io
import numpy as np
import pytest
import sleap_io
import webdataset
import yaml
from PIL import Image
from pycocotools.coco import COCO

from dataset import BACKGROUND, CLOTHING, NECK, picture

SAMPLES = 24


@pytest.fixture(scope="module")
def exported(limner, small, tmp_path_factory):
    """Exports the small dataset and gives the folder."""
    top = tmp_path_factory.mktemp("exported")

    def export(kind):
        folder = top / kind
        if not folder.exists():
            done = limner("export", small.root, "--format", kind, "--out", folder)
            assert f"{SAMPLES:,} samples in {folder}" in done.stdout
        return folder

    return export


@pytest.fixture(scope="module")
def rows(small):
    return small.rows()


def points(row):
    return np.array(row["landmarks_68_2d"]).reshape(68, 2)


def test_dlib_trains_on_it_and_finds_the_points(exported, rows):
    folder = exported("dlib")
    images = xml.etree.ElementTree.parse(folder / "training.xml").findall("images/image")
    assert len(images) == SAMPLES
    for image, row in zip(images, rows):
        parts = np.array([[int(part.get("x")), int(part.get("y"))] for part in image.findall("box/part")])
        # dlib's pixel (0, 0) has its centre at (0.5, 0.5) of ours.
        assert np.abs(parts + 0.5 - points(row)).max() <= 0.5 + 1e-4
    options = dlib.shape_predictor_training_options()
    options.cascade_depth, options.tree_depth, options.oversampling_amount, options.num_threads = 6, 3, 5, 1
    options.feature_pool_size, options.num_test_splits = 150, 10
    dlib.train_shape_predictor(str(folder / "training.xml"), str(folder / "model.dat"), options)
    # Trained on these faces it knows them: a mean error of a few pixels of 256, where a shuffled order would give tens.
    assert dlib.test_shape_predictor(str(folder / "training.xml"), str(folder / "model.dat")) < 8


def test_menpo_reads_pts(exported, rows):
    folder = exported("pts")
    landmarks = dict(zip(menpo.io.landmark_file_paths(folder), menpo.io.import_landmark_files(folder)))
    assert len(landmarks) == SAMPLES
    for row in rows:
        stem = f"{row['sample_id']:09d}"
        # menpo gives (row, column), and counts from 0 at the centre of the first pixel, which is (0.5, 0.5) of ours.
        found = landmarks[folder / f"{stem}.pts"]["PTS"].points[:, ::-1]
        assert np.abs(found + 0.5 - points(row)).max() < 1e-3
        assert (folder / f"{stem}.jpg").read_bytes() == row["image"]["bytes"]


def test_pycocotools_reads_boxes_keypoints_and_masks(exported, rows):
    coco = COCO(str(exported("coco") / "annotations.json"))
    assert len(coco.getImgIds()) == SAMPLES
    assert len(coco.loadCats(1)[0]["keypoints"]) == 68
    for row in rows:
        (annotation,) = coco.loadAnns(coco.getAnnIds(imgIds=[row["sample_id"]]))
        assert annotation["bbox"] == pytest.approx([row["face_box"][k] for k in ("x", "y", "width", "height")], abs=1e-3)
        found = np.array(annotation["keypoints"]).reshape(68, 3)
        visibility = np.array(row["landmarks_68_visibility"])
        assert (found[:, 2] == visibility).all()
        there = visibility > 0
        assert np.abs(found[there, :2] + 0.5 - points(row)[there]).max() < 1e-3
        assert not found[~there].any()
        mask = coco.annToMask(annotation)
        classes = np.asarray(picture(row["segmentation"]))
        assert (mask == ~np.isin(classes, [BACKGROUND, NECK, CLOTHING])).all()
        assert annotation["area"] == mask.sum()


def test_sleap_io_reads_yolo_pose(exported, rows):
    folder = exported("yolo")
    labels = sleap_io.load_file(str(folder), format="ultralytics", split="train")
    frames = {Path(frame.video.filename[0]).stem: frame for frame in labels}
    assert len(frames) == SAMPLES
    for row in rows:
        (face,) = frames[f"{row['sample_id']:09d}"].instances
        found = face.numpy()
        there = np.array(row["landmarks_68_visibility"]) > 0
        assert np.abs(found[there] - points(row)[there]).max() < 1e-3
        assert np.isnan(found[~there]).all()


def test_yolo_is_relative_to_the_picture(exported, rows):
    folder = exported("yolo")
    description = yaml.safe_load((folder / "data.yaml").read_text())
    flips = description["flip_idx"]
    assert [flips[flips[i]] for i in range(68)] == list(range(68)) and flips[36] == 45
    for row in rows:
        numbers = [float(n) for n in (folder / "labels" / "train" / f"{row['sample_id']:09d}.txt").read_text().split()]
        assert len(numbers) == 5 + 3 * 68 and numbers[0] == 0
        box = row["face_box"]
        assert numbers[1] * 256 == pytest.approx(box["x"] + box["width"] / 2, abs=1e-3)
        assert numbers[4] * 256 == pytest.approx(box["height"], abs=1e-3)
        assert numbers[7::3] == row["landmarks_68_visibility"]


def test_webdataset_streams_it(exported, rows):
    samples = list(webdataset.WebDataset(str(exported("webdataset") / "samples-000000.tar"), shardshuffle=False))
    assert [sample["__key__"] for sample in samples] == [f"{row['sample_id']:09d}" for row in rows]
    for sample, row in zip(samples, rows):
        assert sample["jpg"] == row["image"]["bytes"]
        for layer in ("segmentation", "depth", "normals"):
            assert sample[f"{layer}.png"] == row[layer]["bytes"]
        said = json.loads(sample["json"])
        assert said["landmarks_68_2d"] == pytest.approx(row["landmarks_68_2d"], abs=1e-4)
        assert said["face_box"]["x"] == pytest.approx(row["face_box"]["x"], abs=1e-4)
        assert said["scene"] == json.loads(row["scene"])
        assert "image" not in said


def test_files_are_those_of_the_rows(exported, rows):
    folder = exported("files")
    for row in rows:
        stem = f"{row['sample_id']:09d}"
        assert np.asarray(Image.open(folder / "images" / f"{stem}.jpg")).shape == (256, 256, 3)
        assert (folder / "depth" / f"{stem}.png").read_bytes() == row["depth"]["bytes"]
        assert json.loads((folder / "rows" / f"{stem}.json").read_text())["pixel_hash"] == row["pixel_hash"]


class TestMistakes:
    def test_a_folder_that_is_there_is_left_alone(self, limner, small, tmp_path):
        (tmp_path / "mine").write_text("mine")
        done = limner("export", small.root, "--format", "dlib", "--out", tmp_path, expect=2)
        assert "is there already" in done.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["mine"]

    def test_what_is_no_dataset_is_named(self, limner, tmp_path):
        (tmp_path / "data").mkdir()
        done = limner("export", tmp_path / "data", "--format", "dlib", "--out", tmp_path / "out", expect=2)
        assert "is not a dataset of Limner" in done.stderr
        assert not (tmp_path / "out").exists()

    def test_a_split_that_it_has_not_is_named(self, limner, small, tmp_path):
        done = limner("export", small.root, "--format", "dlib", "--out", tmp_path / "out", "--split", "train", expect=2)
        assert "--split train" in done.stderr
        assert [path for path in tmp_path.iterdir()] == []

    def test_an_unknown_format_is_named(self, limner, small, tmp_path):
        done = limner("export", small.root, "--format", "voc", "--out", tmp_path / "out", expect=2)
        assert "voc" in done.stderr
