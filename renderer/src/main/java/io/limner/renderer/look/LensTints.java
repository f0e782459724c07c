package io.limner.renderer.look;

/** What lenses of glasses let through. */
public final class LensTints {
    private LensTints() {}

    /** Share of the light that passes a lens; a tint takes blue first, as brown and grey glass do. 0 is clear, 1 black. */
    public static Rgb passed(double tint) {
        double clear = 0.96 * (1 - tint);
        return new Rgb(clear, clear * (1 - 0.06 * tint), clear * (1 - 0.16 * tint));
    }
}
