"""Labels hold what FORMAT.md promises, by code that shares nothing with the renderer."""

import numpy as np
import pytest

from dataset import (
    BACKGROUND,
    CLOTHING,
    EYE_WHITE,
    IRIS,
    LASH,
    LOWER_LIP,
    MOUTH_INTERIOR,
    NECK,
    NOSE,
    TEETH,
    TONGUE,
    UPPER_LIP,
    distance_to_classes,
    landmarks,
    picture,
    project,
    rays,
    rotation,
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
        # An eye that is shut, or all but shut, shows little of itself: a wink shuts one, a yawn both.
        ball = np.isin(segmentation, (EYE_WHITE, IRIS))
        shut = set()
        for eye in (range(36, 42), range(42, 48)):
            (left, top), (right, bottom) = np.floor(flat[eye].min(0)).astype(int), np.ceil(flat[eye].max(0)).astype(int)
            seen = ball[max(top, 0) : bottom + 1, max(left, 0) : right + 1].any(axis=0).sum()
            if seen < 0.75 * (right - left):
                shut.update(eye)
        for number, codes in OWN.items():
            if visibility[number] != VISIBLE or number in shut:
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


def test_head_pose_is_what_its_angles_say(small):
    """The rotation of `head_pose`; its origin midway between the eyeballs, the left one on its left."""
    angles = ["head_yaw", "head_pitch", "head_roll"]
    for row in small.rows(["sample_id", "head_pose", "eye_left_center", "eye_right_center", *angles]):
        pose = np.array(row["head_pose"]).reshape(4, 4)
        assert np.allclose(pose[:3, :3], rotation(*(row[name] for name in angles)), atol=1e-9), row["sample_id"]
        assert np.array_equal(pose[3], [0, 0, 0, 1])
        left, right = np.array(row["eye_left_center"]), np.array(row["eye_right_center"])
        assert np.allclose((left + right) / 2, pose[:3, 3], atol=1e-6), row["sample_id"]
        assert (pose[:3, :3].T @ (left - right))[0] > 40, row["sample_id"]


def test_gaze_is_what_its_angles_say(small):
    for row in small.rows(["sample_id", "head_pose", "gaze_yaw", "gaze_pitch", "gaze_left", "gaze_right"]):
        head = np.array(row["head_pose"]).reshape(4, 4)[:3, :3]
        expected = head @ rotation(row["gaze_yaw"], row["gaze_pitch"], 0) @ [0, 0, 1]
        for name in ("gaze_left", "gaze_right"):
            assert np.allclose(row[name], expected, atol=1e-9), (row["sample_id"], name)


def test_irises_are_where_the_eyes_look(small):
    """The iris, put into space by its depth, lies around the gaze vector from the eye's centre."""
    columns = ["camera_intrinsics", "camera_extrinsics", "eye_left_center", "eye_right_center", "gaze_left", "gaze_right"]
    angles = []
    for row in small.rows(["sample_id", "width", "height", "segmentation", "depth", *columns]):
        iris = np.asarray(picture(row["segmentation"])) == IRIS
        ray = rays(row)[iris]
        camera = ray / ray[:, 2:] * (np.asarray(picture(row["depth"])).astype(float)[iris] / 10)[:, None]
        extrinsics = np.array(row["camera_extrinsics"]).reshape(4, 4)
        world = (camera - extrinsics[:3, 3]) @ extrinsics[:3, :3]
        for side in ("left", "right"):
            from_center = world - row[f"eye_{side}_center"]
            distance = np.linalg.norm(from_center, axis=1)
            own = distance < 16
            if own.sum() >= 20:
                cosines = from_center[own] @ row[f"gaze_{side}"] / distance[own]
                angles.append(np.degrees(np.arccos(cosines.min())))
    print(f"\niris from the gaze's axis: {len(angles)} eyes, {np.median(angles):.1f} degrees at its edge, at most {max(angles):.1f}")
    assert len(angles) > 20
    assert max(angles) < 35


def test_normals_are_unit_vectors_that_face_the_camera(small):
    rounding = np.sqrt(3) / 255
    for row in small.rows(["sample_id", "width", "height", "segmentation", "normals", "camera_intrinsics"]):
        surface = np.asarray(picture(row["segmentation"])) != BACKGROUND
        normals = np.asarray(picture(row["normals"]))
        assert np.array_equal(normals.any(axis=-1), surface), row["sample_id"]
        vectors = normals[surface] / 255 * 2 - 1
        assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1.01 * rounding, row["sample_id"]
        away = (vectors * rays(row)[surface]).sum(axis=1)
        assert away.max() < rounding, (row["sample_id"], away.max(), (away > rounding).sum())


def test_head_box_is_that_of_its_pixels(small):
    for row in small.rows(["sample_id", "segmentation", "head_box"]):
        segmentation = np.asarray(picture(row["segmentation"]))
        ys, xs = np.nonzero(~np.isin(segmentation, (BACKGROUND, NECK, CLOTHING)))
        box = row["head_box"]
        found = (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
        assert found == (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1), row["sample_id"]


def test_face_box_is_that_of_the_landmarks(small):
    for row in small.rows(["face_box", *COLUMNS]):
        flat, _, _ = landmarks(row)
        inside = np.clip(flat, 0, [row["width"], row["height"]])
        box = row["face_box"]
        found = [box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]]
        assert np.allclose(found, [*inside.min(axis=0), *inside.max(axis=0)], atol=1e-3), row["sample_id"]


def test_depth_is_zero_on_the_background_and_nowhere_else(small):
    for row in small.rows(["sample_id", "segmentation", "depth"]):
        background = np.asarray(picture(row["segmentation"])) == BACKGROUND
        assert np.array_equal(np.asarray(picture(row["depth"])) == 0, background), row["sample_id"]
