"""From a spec to training batches, cell by cell: run it as a script, or in an editor that knows the cells that begin with %%.

    pip install pyspark==4.1.2 pyarrow numpy pillow
    spark-submit --jars spark-job/target/spark-job-0.1.0-SNAPSHOT-all.jar examples/training_batch.py

The jar is all that Spark needs to know "limner". It draws on the processor unless told otherwise by .option("device", "gpu").
"""

# %% A spec is a table. Options that begin with set. change the spec; nothing is drawn yet.
from pyspark.sql import SparkSession

SIZE = 192
spark = SparkSession.builder.getOrCreate()
faces = (
    spark.read.format("limner")
    .option("set.samples", 100_000)
    .option("set.image.width", SIZE)
    .option("set.image.height", SIZE)
    .option("set.head.yaw", "{ uniform: [-45, 45] }")
    .load("examples/quickstart.yaml")
)

# %% Questions about parameters are answered without drawing.
print("turned by more than 30 degrees:", faces.where("head_yaw > 30 or head_yaw < -30").count(), "of", faces.count())
faces.groupBy("expression_preset").count().orderBy("expression_preset").show()

# %% Landmarks in 2D and 3D are computed, not drawn: enough for a mean shape.
import numpy as np

shapes = faces.where("head_yaw between -5 and 5").select("landmarks_68_2d").limit(40).collect()
mean = np.mean([row["landmarks_68_2d"] for row in shapes], axis=0).reshape(68, 2)
print("mean shape, px:", mean.min(axis=0).round(), "to", mean.max(axis=0).round())

# %% What is asked for is drawn: these columns of these rows, once, to Parquet by Spark's own writer.
columns = ["sample_id", "image", "landmarks_68_2d", "landmarks_68_visibility", "face_box", "head_yaw"]
chosen = faces.where("head_yaw between -30 and 30 and subject_age >= 18").select(columns).limit(16)
chosen.write.mode("overwrite").parquet("out/training")

# %% Batches out of Parquet, by pyarrow and numpy: pictures (n, 3, height, width) from 0 to 1, points (n, 68, 2) in parts of the picture.
import io

import pyarrow.dataset
from PIL import Image


def batches(folder, size):
    """Yields (pictures, points, weights): float32, float32, and 1 where a point is visible."""
    for rows in pyarrow.dataset.dataset(folder, format="parquet").to_batches(batch_size=size):
        pictures = [Image.open(io.BytesIO(image["bytes"])).convert("RGB") for image in rows["image"].to_pylist()]
        pixels = np.stack([np.asarray(picture, dtype=np.float32) for picture in pictures]).transpose(0, 3, 1, 2) / 255
        points = np.array(rows["landmarks_68_2d"].to_pylist(), dtype=np.float32).reshape(-1, 68, 2)
        seen = np.array(rows["landmarks_68_visibility"].to_pylist()) == 2
        yield pixels, points / SIZE, seen.astype(np.float32)


# %% A step of training sees this. With PyTorch: torch.from_numpy(array) makes tensors of the three, without a copy.
for pixels, points, seen in batches("out/training", 8):
    print("batch:", pixels.shape, pixels.dtype, points.shape, points.dtype, seen.shape, f"{seen.mean():.0%} visible")
    loss = (seen[..., None] * (points - mean / SIZE) ** 2).sum() / seen.sum()
    print(f"loss of the mean shape: {loss:.5f}")

spark.stop()
