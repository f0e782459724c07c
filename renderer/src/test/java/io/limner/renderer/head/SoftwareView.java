package io.limner.renderer.head;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A small z-buffered rasteriser with Lambert shading: shows a head without OpenGL, for people who look and for tests. */
final class SoftwareView {
    private static final double DISTANCE = 1100;
    private static final int[] CLASS_COLORS = {
        0x000000, 0xD8A88C, 0xE0B0A0, 0xB04858, 0xC05868, 0x501018, 0xF4F0E8, 0xB04050, 0xF8F8F8, 0x4080C0, 0x402010,
        0x201010, 0xE09080, 0x604020, 0xC09078, 0x506890
    };
    private static final double[] LIGHT = {-0.35, 0.45, 0.82};

    private final int size;
    private final double scale;
    private final double centerY;
    private final double[] depth;
    private final int[] triangleAt;
    private final BufferedImage image;

    /**
     * @param size pixels, width and height
     * @param span mm across the picture at the origin's distance
     * @param centerY height of the picture's centre, mm
     */
    SoftwareView(int size, double span, double centerY) {
        this.size = size;
        this.scale = size / span;
        this.centerY = centerY;
        this.depth = new double[size * size];
        Arrays.fill(depth, -1e9);
        this.triangleAt = new int[size * size];
        Arrays.fill(triangleAt, -1);
        this.image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, 0x707880);
        }
    }

    BufferedImage image() {
        return image;
    }

    /** The triangle seen at a pixel, or -1. */
    int triangleAt(int x, int y) {
        return triangleAt[y * size + x];
    }

    double screenX(double x, double z) {
        return size / 2.0 + x * scale * DISTANCE / (DISTANCE - z);
    }

    double screenY(double y, double z) {
        return size / 2.0 - (y - centerY) * scale * DISTANCE / (DISTANCE - z);
    }

    /** Draws a mesh; with {@code flat} in the plain colours of the classes, else shaded with its occlusion. */
    void draw(Mesh mesh, boolean flat) {
        Topology topology = mesh.topology();
        int[] triangles = topology.triangles();
        for (int t = 0; t < topology.triangleCount(); t++) {
            fill(mesh, t, triangles[3 * t], triangles[3 * t + 1], triangles[3 * t + 2], flat);
        }
    }

    /** Marks points with dots. */
    void dots(double[] points, int color) {
        for (int i = 0; i < points.length; i += 3) {
            int x = (int) screenX(points[i], points[i + 2]);
            int y = (int) screenY(points[i + 1], points[i + 2]);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (x + dx >= 0 && x + dx < size && y + dy >= 0 && y + dy < size) {
                        image.setRGB(x + dx, y + dy, color);
                    }
                }
            }
        }
    }

    private void fill(Mesh mesh, int t, int a, int b, int c, boolean flat) {
        double[] p = mesh.positions();
        double ax = screenX(p[3 * a], p[3 * a + 2]);
        double ay = screenY(p[3 * a + 1], p[3 * a + 2]);
        double bx = screenX(p[3 * b], p[3 * b + 2]);
        double by = screenY(p[3 * b + 1], p[3 * b + 2]);
        double cx = screenX(p[3 * c], p[3 * c + 2]);
        double cy = screenY(p[3 * c + 1], p[3 * c + 2]);
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        int x0 = Math.max(0, (int) Math.floor(Math.min(ax, Math.min(bx, cx))));
        int x1 = Math.min(size - 1, (int) Math.ceil(Math.max(ax, Math.max(bx, cx))));
        int y0 = Math.max(0, (int) Math.floor(Math.min(ay, Math.min(by, cy))));
        int y1 = Math.min(size - 1, (int) Math.ceil(Math.max(ay, Math.max(by, cy))));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double wb = ((x + 0.5 - ax) * (cy - ay) - (cx - ax) * (y + 0.5 - ay)) / area;
                double wc = ((bx - ax) * (y + 0.5 - ay) - (x + 0.5 - ax) * (by - ay)) / area;
                double wa = 1 - wb - wc;
                if (wa < 0 || wb < 0 || wc < 0) {
                    continue;
                }
                double z = wa * p[3 * a + 2] + wb * p[3 * b + 2] + wc * p[3 * c + 2];
                if (z > depth[y * size + x]) {
                    depth[y * size + x] = z;
                    triangleAt[y * size + x] = t;
                    image.setRGB(x, y, shade(mesh, t, new int[] {a, b, c}, new double[] {wa, wb, wc}, area > 0, flat));
                }
            }
        }
    }

    private static int shade(Mesh mesh, int t, int[] v, double[] w, boolean away, boolean flat) {
        Topology topology = mesh.topology();
        int code = topology.classes()[t];
        int color = CLASS_COLORS[code];
        double open = 0;
        double lambert = 0;
        double front = 0;
        double up = 0;
        for (int k = 0; k < 3; k++) {
            open += w[k] * topology.occlusion()[v[k]];
            front += w[k] * topology.rest()[3 * v[k] + 2];
            for (int i = 0; i < 3; i++) {
                lambert += w[k] * mesh.normals()[3 * v[k] + i] * LIGHT[i];
            }
            up += w[k] * mesh.normals()[3 * v[k] + 1];
        }
        if (code == 8 && front > 0.89) {
            color = front > 0.982 ? 0x101010 : 0x604830;
        }
        double light = (0.32 + 0.08 * up) * open + 0.75 * Math.max(0, lambert) * (0.35 + 0.65 * open);
        if (away) {
            return 0xFF00FF;
        }
        if (flat) {
            light = 0.75 + 0.25 * light;
        }
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double linear = Math.pow((color >> shift & 255) / 255.0, 2.2) * light * 1.15;
            out |= (int) Math.min(255, 255 * Math.pow(linear, 1 / 2.2)) << shift;
        }
        return out;
    }
}
