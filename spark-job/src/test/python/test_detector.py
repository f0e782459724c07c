"""A stock detector, which never saw a drawn face, finds the faces where the labels say they are."""

import cv2
import numpy as np

from dataset import picture


def finds(cascade, grey, box):
    """Whether a detection, at OpenCV's standard settings, has its centre in the face's own box."""
    return any(
        box["x"] < x + w / 2 < box["x"] + box["width"] and box["y"] < y + h / 2 < box["y"] + box["height"]
        for x, y, w, h in cascade.detectMultiScale(grey)
    )


def percent(hits):
    return f"{100 * np.mean(hits):.1f}% of {len(hits)}" if len(hits) else "none"


def test_haar_cascade_finds_frontal_faces(frontal):
    """OpenCV's frontal Haar cascade as its own tutorial uses it: grey, equalised, standard settings."""
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    assert not cascade.empty()
    rows = frontal.rows(["sample_id", "image", "face_box", "head_yaw", "head_pitch", "subject_skin_tone"])
    equalised, plain = [], []
    for row in rows:
        assert abs(row["head_yaw"]) <= 20 and abs(row["head_pitch"]) <= 15
        grey = cv2.cvtColor(np.asarray(picture(row["image"])), cv2.COLOR_RGB2GRAY)
        equalised.append(finds(cascade, cv2.equalizeHist(grey), row["face_box"]))
        plain.append(finds(cascade, grey, row["face_box"]))
    equalised, plain = np.array(equalised), np.array(plain)
    dark = np.array([row["subject_skin_tone"] >= 8 for row in rows])
    missed = [row["sample_id"] for row, hit in zip(rows, equalised) if not hit]
    print(
        f"\nHaar frontal cascade finds {percent(equalised)} faces (without equalisation {percent(plain)});"
        f" Monk tone 8 to 10: {percent(equalised[dark])}, 1 to 7: {percent(equalised[~dark])}; missed {missed}"
    )
    assert len(rows) == 200
    assert equalised.mean() >= 0.9
