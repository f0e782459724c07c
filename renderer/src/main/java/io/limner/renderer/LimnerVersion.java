package io.limner.renderer;

/** Which version of Limner this is. */
public final class LimnerVersion {
    private LimnerVersion() {}

    /** The version that the jar says; {@code development} where there is no jar. */
    public static String current() {
        String version = LimnerVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
