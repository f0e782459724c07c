package io.limner.renderer.head;

/** What lies on the hair of a head: hair under it is pressed down and not seen. */
@FunctionalInterface
public interface Cover {
    /** Nothing does. */
    Cover NONE = (points, at) -> false;

    /**
     * Moves the point {@code points[at..at+2]} (head frame, mm) to where what is worn leaves room for hair.
     *
     * @return whether it is hidden there
     */
    boolean press(double[] points, int at);

    /** This and another, one after the other. */
    default Cover and(Cover other) {
        return (points, at) -> {
            boolean here = press(points, at);
            return other.press(points, at) || here;
        };
    }
}
