"""A stock detector, which never saw a drawn face, finds the faces where the labels say they are."""

import collections

import cv2
import numpy as np

from dataset import picture

SCALE_FACTOR, MIN_NEIGHBOURS = 1.1, 3


def finds(cascade, grey, box):
    """Whether a detection, at OpenCV's own defaults, has its centre in the face's own box."""
    return any(
        box["x"] < x + w / 2 < box["x"] + box["width"] and box["y"] < y + h / 2 < box["y"] + box["height"]
        for x, y, w, h in cascade.detectMultiScale(grey, SCALE_FACTOR, MIN_NEIGHBOURS)
    )


def test_haar_cascade_finds_frontal_faces(frontal):
    """OpenCV's frontal Haar cascade on the picture in grey, as it is. How it does on equalised pictures is printed only."""
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    assert not cascade.empty()
    rows = frontal.rows(["sample_id", "image", "face_box", "head_yaw", "head_pitch", "subject_skin_tone"])
    plain, equalised = [], []
    for row in rows:
        assert abs(row["head_yaw"]) <= 20 and abs(row["head_pitch"]) <= 15
        grey = cv2.cvtColor(np.asarray(picture(row["image"])), cv2.COLOR_RGB2GRAY)
        plain.append(finds(cascade, grey, row["face_box"]))
        equalised.append(finds(cascade, cv2.equalizeHist(grey), row["face_box"]))
    tones = collections.Counter(row["subject_skin_tone"] for row in rows)
    missed = [row for row, hit in zip(rows, plain) if not hit]
    misses = collections.Counter(row["subject_skin_tone"] for row in missed)
    print(
        f"\nHaar frontal cascade finds {100 * np.mean(plain):.1f}% of {len(rows)} faces"
        f" (equalised {100 * np.mean(equalised):.1f}%)\nmissed by Monk skin tone: "
        + ", ".join(f"{tone}: {misses[tone]} of {tones[tone]}" for tone in sorted(tones))
        + f"\nmissed samples: {[row['sample_id'] for row in missed]}"
    )
    assert len(rows) == 200
    assert np.mean(plain) >= 0.9
