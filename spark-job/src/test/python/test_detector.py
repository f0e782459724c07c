"""A stock detector, which never saw a drawn face, finds the faces where the labels say they are."""

import collections

import cv2
import numpy as np

from dataset import picture

SCALE_FACTOR, MIN_NEIGHBOURS = 1.1, 3
OVERALL, PER_BAND = 0.98, 0.95
AGES = (18, 35, 50, 65)


def finds(cascade, grey, box):
    """Whether a detection, at OpenCV's own defaults, has its centre in the face's own box."""
    return any(
        box["x"] < x + w / 2 < box["x"] + box["width"] and box["y"] < y + h / 2 < box["y"] + box["height"]
        for x, y, w, h in cascade.detectMultiScale(grey, SCALE_FACTOR, MIN_NEIGHBOURS)
    )


def bands(row):
    """The groups of people that a row is of: skin tone, sex, age from that year on."""
    age = max(first for first in AGES if first <= row["subject_age"])
    return f"tone {row['subject_skin_tone']}", row["subject_sex"], f"age {age}"


def test_haar_cascade_finds_frontal_faces(frontal):
    """OpenCV's frontal Haar cascade on the picture in grey, as it is: overall, and for every tone, sex and age band."""
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    assert not cascade.empty()
    columns = ["head_yaw", "head_pitch", "subject_skin_tone", "subject_sex", "subject_age"]
    found, count, missed = collections.Counter(), collections.Counter(), []
    for row in frontal.rows(["sample_id", "image", "face_box"] + columns):
        assert abs(row["head_yaw"]) <= 20 and abs(row["head_pitch"]) <= 15
        hit = finds(cascade, cv2.cvtColor(np.asarray(picture(row["image"])), cv2.COLOR_RGB2GRAY), row["face_box"])
        for group in ("all", *bands(row)):
            count[group] += 1
            found[group] += hit
        if not hit:
            missed.append(row["sample_id"])
    share = {group: found[group] / count[group] for group in count}
    for group in sorted(count):
        print(f"\n  {group:8} {found[group]:3} of {count[group]:3}, {100 * share[group]:5.1f}%", end="")
    print("\nmissed samples:", missed)
    assert count["all"] == 500
    assert share["all"] >= OVERALL
    assert {group: part for group, part in share.items() if part < PER_BAND} == {}
