package io.limner.renderer.pass;

/** Told which stage of a sample is over, on the thread that worked on it; stages come one after the other. For measuring. */
@FunctionalInterface
public interface StageListener {
    /** Nobody listens, and nothing waits for the device to have finished a stage. */
    StageListener NONE = stage -> {};

    /** {@code stage} has been done since the last call. */
    void done(String stage);

    /** Whether it hears of every pass of drawing, after each of which the device is waited for; else drawing is one stage. */
    default boolean ofPasses() {
        return true;
    }
}
