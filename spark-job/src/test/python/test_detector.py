"""A stock detector, which never saw a drawn face, finds the faces where the labels say they are."""

import cv2
import numpy as np

from dataset import picture


def test_haar_cascade_finds_frontal_faces(frontal):
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    assert not cascade.empty()
    found, missed = 0, []
    rows = frontal.rows(["sample_id", "image", "face_box", "head_yaw", "head_pitch"])
    for row in rows:
        assert abs(row["head_yaw"]) <= 20 and abs(row["head_pitch"]) <= 15
        grey = cv2.cvtColor(np.asarray(picture(row["image"])), cv2.COLOR_RGB2GRAY)
        box = row["face_box"]
        hits = [
            (x, y, w, h)
            for x, y, w, h in cascade.detectMultiScale(grey, scaleFactor=1.1, minNeighbors=3, minSize=(80, 80))
            if box["x"] < x + w / 2 < box["x"] + box["width"] and box["y"] < y + h / 2 < box["y"] + box["height"]
        ]
        if hits:
            found += 1
        else:
            missed.append(row["sample_id"])
    print(f"\nHaar frontal cascade: {found} of {len(rows)} faces found ({100 * found / len(rows):.1f}%), missed {missed}")
    assert len(rows) == 200
    assert found >= 0.9 * len(rows), f"only {found} of {len(rows)}; missed samples {missed}"
