"""The readers that people use open what was drawn, as it is."""

import hashlib
import json

import duckdb
import numpy as np
import pyarrow
import pyarrow.parquet
from PIL import Image

from dataset import picture

IMAGE = pyarrow.struct([("bytes", pyarrow.binary()), ("path", pyarrow.string())])
SAMPLES = 24


def files(dataset):
    return [str(part) for part in dataset.parts()]


class TestPyarrow:
    def test_every_sample_is_there_once(self, small):
        assert small.table(["sample_id"])["sample_id"].to_pylist() == list(range(SAMPLES))

    def test_three_shards_are_three_files(self, small):
        assert len(small.parts()) == 3

    def test_images_are_optional_structs_of_bytes_and_path(self, small):
        schema = pyarrow.parquet.read_schema(small.parts()[0])
        for name in ("image", "segmentation", "depth", "normals"):
            assert schema.field(name).type == IMAGE, name
            assert schema.field(name).nullable
            assert schema.field(name).type.field(0).nullable

    def test_attributes_have_types(self, small):
        schema = pyarrow.parquet.read_schema(small.parts()[0])
        assert schema.field("subject_age").type == pyarrow.float64()
        assert schema.field("subject_sex").type == pyarrow.string()
        assert schema.field("head_yaw").type == pyarrow.float64()
        assert schema.field("sample_id").type == pyarrow.int64()

    def test_footer_says_how_to_decode_the_image(self, small):
        for part in small.parts():
            keys = pyarrow.parquet.read_metadata(part).metadata
            features = json.loads(keys[b"huggingface"])["info"]["features"]
            assert features["image"] == {"_type": "Image"}

    def test_footer_holds_the_spec_and_its_hash(self, small):
        hashes = {row["spec_hash"] for row in small.rows(["sample_id", "spec_hash"])}
        for part in small.parts():
            keys = pyarrow.parquet.read_metadata(part).metadata
            assert {keys[b"limner.spec_hash"].decode()} == hashes
            assert hashlib.sha256(keys[b"limner.spec"]).hexdigest() == keys[b"limner.spec_hash"].decode()
            assert int(keys[b"limner.schema_version"]) >= 1

    def test_images_decode_at_their_size(self, small):
        for row in small.rows(["sample_id", "image", "segmentation", "depth", "normals", "width", "height", "format"]):
            assert picture(row["image"]).size == (row["width"], row["height"]) == (256, 256)
            assert picture(row["image"]).format == row["format"].upper() == "JPEG"
            assert picture(row["segmentation"]).mode == "L"
            assert np.asarray(picture(row["segmentation"])).max() <= 22
            assert np.asarray(picture(row["depth"])).dtype.itemsize >= 2
            assert picture(row["normals"]).mode == "RGB"

    def test_a_row_carries_its_scene(self, small):
        for row in small.rows(["sample_id", "scene", "status", "schema_version"]):
            assert isinstance(json.loads(row["scene"]), dict)
            assert row["status"] == "OK"
            assert row["schema_version"] >= 1


class TestDuckDb:
    def test_attributes_answer_sql(self, small):
        rows = small.rows(["sample_id", "subject_sex", "subject_age", "head_yaw"])
        answer = duckdb.sql(
            f"select subject_sex, count(*), avg(subject_age) from read_parquet({files(small)!r}) group by 1 order by 1"
        ).fetchall()
        for sex, count, age in answer:
            ages = [row["subject_age"] for row in rows if row["subject_sex"] == sex]
            assert count == len(ages)
            assert abs(age - sum(ages) / len(ages)) < 1e-9
        assert sum(count for _, count, _ in answer) == SAMPLES

    def test_filters_choose_rows_without_opening_images(self, small):
        expected = {row["sample_id"] for row in small.rows(["sample_id", "head_yaw"]) if row["head_yaw"] > 0}
        found = duckdb.sql(f"select sample_id from read_parquet({files(small)!r}) where head_yaw > 0").fetchall()
        assert {sample for (sample,) in found} == expected
        assert 0 < len(expected) < SAMPLES

    def test_footer_keys_answer_sql(self, small):
        keys = duckdb.sql(f"select decode(key) from parquet_kv_metadata({files(small)[0]!r})").fetchall()
        assert ("huggingface",) in keys


class TestHuggingFace:
    def test_images_become_pictures_by_themselves(self, small, tmp_path):
        from datasets import load_dataset

        loaded = load_dataset("parquet", data_files=files(small), split="train", cache_dir=str(tmp_path))
        assert loaded.num_rows == SAMPLES
        first = loaded[0]
        assert isinstance(first["image"], Image.Image)
        assert first["image"].size == (256, 256)
        assert len(first["landmarks_68_2d"]) == 136

    def test_streaming_works_too(self, small):
        from datasets import load_dataset

        stream = load_dataset("parquet", data_files=files(small), split="train", streaming=True)
        seen = [row["sample_id"] for row in stream if isinstance(row["image"], Image.Image)]
        assert sorted(seen) == list(range(SAMPLES))


class TestPySpark:
    def test_rows_are_a_data_frame(self, small, tmp_path):
        from pyspark.sql import SparkSession

        spark = (
            SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", str(tmp_path))
            .getOrCreate()
        )
        try:
            frame = spark.read.parquet(*files(small))
            assert frame.count() == SAMPLES
            expected = sum(row["head_yaw"] > 0 for row in small.rows(["sample_id", "head_yaw"]))
            assert frame.where("head_yaw > 0").count() == expected
            row = frame.orderBy("sample_id").select("image.bytes", "landmarks_68_2d").first()
            assert bytes(row["bytes"])[:2] == b"\xff\xd8"
            assert len(row["landmarks_68_2d"]) == 136
        finally:
            spark.stop()
