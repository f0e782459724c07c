package io.limner.renderer.raster;

import io.limner.schema.label.CameraModel;

/** The vertices of a mesh, where a grid of samples sees them. Room is kept from mesh to mesh. */
public final class GridPoints {
    /** What is no farther from the camera may not be drawn, mm along the optical axis. */
    private static final double NEAR = 20;

    double[] x = new double[0];
    double[] y = new double[0];
    /** Linear over the plane of a triangle as the grid sees it, the greater the nearer. */
    double[] nearness = new double[0];

    /**
     * Projects with a camera. The nearness of a point is 1 / its depth along the optical axis (mm). A lens bends the edges of triangles at
     * their ends only.
     *
     * @param world positions, mm, 3 a point
     * @param perPixel samples a pixel, along each axis; the pixel coordinates (0, 0) are sample (0, 0)
     * @return whether every point lies far enough before the camera; if not, these points may not be drawn
     */
    public boolean project(CameraModel camera, double[] world, int perPixel) {
        reserve(world.length / 3);
        double[] m = camera.worldToCamera();
        CameraModel.Intrinsics k = camera.intrinsics();
        double fx = perPixel * k.fx();
        double fy = perPixel * k.fy();
        double cx = perPixel * k.cx();
        double cy = perPixel * k.cy();
        boolean straight = camera.lens().straight();
        boolean before = true;
        for (int i = 0, at = 0; at < world.length; i++, at += 3) {
            double wx = world[at];
            double wy = world[at + 1];
            double wz = world[at + 2];
            double near = 1 / (m[8] * wx + m[9] * wy + m[10] * wz + m[11]);
            double px = (m[0] * wx + m[1] * wy + m[2] * wz + m[3]) * near;
            double py = (m[4] * wx + m[5] * wy + m[6] * wz + m[7]) * near;
            if (!straight) {
                double[] bent = camera.lens().distort(px, py);
                px = bent[0];
                py = bent[1];
            }
            x[i] = fx * px + cx;
            y[i] = fy * py + cy;
            nearness[i] = near;
            before &= near > 0 && near < 1 / NEAR;
        }
        return before;
    }

    /**
     * Projects in parallel. The nearness of a point is 1 at depth 0 and 0 at depth 1.
     *
     * @param world positions, mm, 3 a point
     * @param eye what the positions are relative to before the matrix is applied, mm
     * @param matrix column-major 4x4: to texture coordinates and depth, 0 to 1 within the grid
     */
    public void project(float[] matrix, double[] eye, double[] world, int side) {
        project(matrix, eye, world, 0, side);
    }

    /** The same for the points from {@code first} on alone. */
    public void project(float[] matrix, double[] eye, double[] world, int first, int side) {
        reserve(world.length / 3);
        double[][] rows = new double[3][4];
        for (int r = 0; r < 3; r++) {
            rows[r][3] = matrix[12 + r];
            for (int c = 0; c < 3; c++) {
                rows[r][c] = matrix[4 * c + r];
                rows[r][3] -= rows[r][c] * eye[c];
            }
        }
        double[] u = rows[0];
        double[] v = rows[1];
        double[] d = rows[2];
        for (int i = first, at = 3 * first; at < world.length; i++, at += 3) {
            double wx = world[at];
            double wy = world[at + 1];
            double wz = world[at + 2];
            x[i] = side * (u[0] * wx + u[1] * wy + u[2] * wz + u[3]) - 0.5;
            y[i] = side * (v[0] * wx + v[1] * wy + v[2] * wz + v[3]) - 0.5;
            nearness[i] = 1 - (d[0] * wx + d[1] * wy + d[2] * wz + d[3]);
        }
    }

    private void reserve(int count) {
        if (x.length < count) {
            x = new double[count + count / 2];
            y = new double[count + count / 2];
            nearness = new double[count + count / 2];
        }
    }
}
