package io.limner.renderer.pass;

import io.limner.renderer.head.Lens;
import io.limner.schema.label.CameraModel;
import java.util.List;

/**
 * The rectangle of a picture outside which no ray meets a lens of a pair of glasses, in pixels. It may be larger than need be.
 */
record GlassBounds(double left, double top, double right, double bottom) {
    private static final GlassBounds NOWHERE = new GlassBounds(1, 1, 0, 0);
    private static final GlassBounds EVERYWHERE = new GlassBounds(-1e6, -1e6, 1e6, 1e6);
    /** How far u reaches beyond half the width, as {@code glass.glsl} has it. */
    private static final double TAPERED = 1.4;
    /** Nearer than that a lens may be anywhere, mm. */
    private static final double NEAR = 30;
    /** For the softness of edges and the bend of a lens between corners, pixels. */
    private static final double SPARE = 3;

    static GlassBounds of(List<Lens> lenses, CameraModel camera) {
        return lenses.stream().map(lens -> of(lens, camera)).reduce(NOWHERE, GlassBounds::with);
    }

    /** About the ball that the lens lies in. */
    private static GlassBounds of(Lens lens, CameraModel camera) {
        Lens.Outline form = lens.outline();
        double radius = Math.hypot(TAPERED * form.width(), form.height() + form.lift());
        double[] c = new double[3];
        camera.toCamera(lens.center()[0], lens.center()[1], lens.center()[2], c);
        if (c[2] - radius < NEAR) {
            return EVERYWHERE;
        }
        GlassBounds found = NOWHERE;
        for (int corner = 0; corner < 8; corner++) {
            double[] pixel = camera.pixel(new double[] {
                c[0] + ((corner & 1) == 0 ? -radius : radius),
                c[1] + ((corner & 2) == 0 ? -radius : radius),
                c[2] + ((corner & 4) == 0 ? -radius : radius)
            });
            found = found.with(new GlassBounds(pixel[0] - SPARE, pixel[1] - SPARE, pixel[0] + SPARE, pixel[1] + SPARE));
        }
        return found;
    }

    /** Whether a ray through the block of samples of pixel (x, y) may meet a lens; {@code classify.comp} asks the same. */
    boolean mayHold(int x, int y) {
        return x >= left && y >= top && x <= right && y <= bottom;
    }

    private GlassBounds with(GlassBounds other) {
        if (right < left) {
            return other;
        }
        return new GlassBounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
