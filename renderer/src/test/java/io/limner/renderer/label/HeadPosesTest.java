package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.sample.Labels.HeadLabel;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadPosesTest {
    @ParameterizedTest
    @CsvSource({"0,0,0", "30,0,0", "0,20,0", "0,0,15", "-90,10,5", "75,-60,60", "90,60,-60", "12.5,-7.25,3.125"})
    void anglesOfThePoseComeBack(double yaw, double pitch, double roll) {
        HeadLabel head = HeadPoses.of(rowMajor(pose(yaw, pitch, roll)), new double[52]);
        assertThat(head.yaw()).isCloseTo(yaw, within(1e-9));
        assertThat(head.pitch()).isCloseTo(pitch, within(1e-9));
        assertThat(head.roll()).isCloseTo(roll, within(1e-9));
    }

    @Test
    void signsAreThoseOfThePose() {
        // A face that looks to the subject's own left, which is world +x, and one that looks down.
        assertThat(pose(40, 0, 0).transformDirection(new Vector3d(0, 0, 1)).x).isPositive();
        assertThat(pose(0, 40, 0).transformDirection(new Vector3d(0, 0, 1)).y).isNegative();
        assertThat(pose(0, 0, 40).transformDirection(new Vector3d(0, 1, 0)).x).isNegative();
    }

    @Test
    void labelOwnsItsMatrix() {
        double[] matrix = rowMajor(pose(0, 0, 0));
        HeadLabel head = HeadPoses.of(matrix, new double[52]);
        matrix[3] = 99;
        assertThat(head.headToWorld()[3]).isZero();
    }

    private static Matrix4d pose(double yaw, double pitch, double roll) {
        return new Matrix4d()
                .rotateY(Math.toRadians(yaw))
                .rotateX(Math.toRadians(pitch))
                .rotateZ(Math.toRadians(roll));
    }

    private static double[] rowMajor(Matrix4d matrix) {
        return matrix.transpose(new Matrix4d()).get(new double[16]);
    }
}
