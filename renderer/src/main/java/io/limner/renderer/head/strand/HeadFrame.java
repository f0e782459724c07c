package io.limner.renderer.head.strand;

/**
 * Between the world and the frame that turns with the head.
 *
 * @param headToWorld rigid transform, 4x4, row-major, mm
 */
public record HeadFrame(double[] headToWorld) {

    /** The point (world, mm) at {@code points[at..at+2]}, in the head frame. */
    public void toHead(double[] points, int at, double[] out) {
        double[] m = headToWorld;
        double x = points[at] - m[3];
        double y = points[at + 1] - m[7];
        double z = points[at + 2] - m[11];
        out[0] = m[0] * x + m[4] * y + m[8] * z;
        out[1] = m[1] * x + m[5] * y + m[9] * z;
        out[2] = m[2] * x + m[6] * y + m[10] * z;
    }

    /** The direction (world) as the head sees it. */
    public void directionToHead(double x, double y, double z, double[] out) {
        double[] m = headToWorld;
        out[0] = m[0] * x + m[4] * y + m[8] * z;
        out[1] = m[1] * x + m[5] * y + m[9] * z;
        out[2] = m[2] * x + m[6] * y + m[10] * z;
    }

    /** World x of the point {@code p} of the head frame. */
    public double worldX(double[] p) {
        return headToWorld[0] * p[0] + headToWorld[1] * p[1] + headToWorld[2] * p[2] + headToWorld[3];
    }

    /** World y of the point {@code p} of the head frame. */
    public double worldY(double[] p) {
        return headToWorld[4] * p[0] + headToWorld[5] * p[1] + headToWorld[6] * p[2] + headToWorld[7];
    }

    /** World z of the point {@code p} of the head frame. */
    public double worldZ(double[] p) {
        return headToWorld[8] * p[0] + headToWorld[9] * p[1] + headToWorld[10] * p[2] + headToWorld[11];
    }
}
