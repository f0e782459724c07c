"""Labels hold what FORMAT.md promises, by code that shares nothing with the renderer."""

import numpy as np
import pytest

from dataset import (
    EYE_WHITE,
    IRIS,
    LASH,
    LOWER_LIP,
    MOUTH_INTERIOR,
    NOSE,
    TEETH,
    TONGUE,
    UPPER_LIP,
    distance_to_classes,
    landmarks,
    picture,
    project,
)

# Which classes a landmark lies on, by iBUG number from 0. An eyelid's edge is where the eye's own classes begin; a lip's inner
# edge is where the mouth does.
EYES = (EYE_WHITE, IRIS, LASH)
LIPS = (UPPER_LIP, LOWER_LIP, MOUTH_INTERIOR, TEETH, TONGUE)
OWN = {number: (NOSE,) for number in range(27, 36)}
OWN.update({number: EYES for number in range(36, 48)})
OWN.update({number: LIPS for number in range(48, 68)})
VISIBLE = 2

COLUMNS = [
    "sample_id",
    "width",
    "height",
    "landmarks_68_2d",
    "landmarks_68_3d",
    "landmarks_68_visibility",
    "camera_intrinsics",
    "camera_extrinsics",
]


@pytest.mark.parametrize("name", ["small", "frontal"])
def test_landmarks_in_space_meet_landmarks_in_the_image(name, request):
    worst = 0.0
    for row in request.getfixturevalue(name).rows(COLUMNS):
        flat, space, _ = landmarks(row)
        worst = max(worst, float(np.abs(project(space, row) - flat).max()))
    print(f"\nreprojection, {name}: worst {worst:.6f} px")
    assert worst <= 0.01


def test_extrinsics_are_rigid(small):
    for row in small.rows(COLUMNS):
        matrix = np.array(row["camera_extrinsics"]).reshape(4, 4)
        assert np.allclose(matrix[:3, :3] @ matrix[:3, :3].T, np.eye(3), atol=1e-9)
        assert np.linalg.det(matrix[:3, :3]) > 0
        assert np.array_equal(matrix[3], [0, 0, 0, 1])


def test_landmarks_of_frontal_faces_lie_on_their_own_class(frontal):
    """Eyes, lips and nose of faces that look at the camera, within 3 px of their own class."""
    checked, worst, outside = 0, 0.0, []
    columns = COLUMNS + ["segmentation", "head_yaw", "head_pitch"]
    for row in frontal.rows(columns):
        if abs(row["head_yaw"]) > 10 or abs(row["head_pitch"]) > 10:
            continue
        segmentation = np.asarray(picture(row["segmentation"]))
        flat, _, visibility = landmarks(row)
        # Eyes that are shut show nothing of themselves.
        eyes_open = np.isin(segmentation, (EYE_WHITE, IRIS)).any()
        for number, codes in OWN.items():
            if visibility[number] != VISIBLE or (codes is EYES and not eyes_open):
                continue
            distance = distance_to_classes(flat[number], segmentation, codes)
            checked += 1
            worst = max(worst, distance)
            if distance > 3:
                outside.append((row["sample_id"], number, round(distance, 1)))
    print(f"\nlandmarks on their own class: {checked} checked, worst {worst:.2f} px, {len(outside)} over 3 px")
    assert checked > 500
    assert not outside, outside[:20]


def test_visible_landmarks_are_inside_the_image(small):
    for row in small.rows(COLUMNS):
        flat, _, visibility = landmarks(row)
        assert set(visibility) <= {0, 1, 2}
        inside = (flat >= 0).all(axis=1) & (flat[:, 0] <= row["width"]) & (flat[:, 1] <= row["height"])
        assert inside[visibility > 0].all()


def test_depth_and_segmentation_agree_on_the_background(small):
    for row in small.rows(["sample_id", "segmentation", "depth"]):
        background = np.asarray(picture(row["segmentation"])) == 0
        nothing = np.asarray(picture(row["depth"])) == 0
        assert (background == nothing).mean() > 0.999, row["sample_id"]
