package io.limner.job.bench;

import io.limner.renderer.pass.StageListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wall time of what different threads of a slot do where samples overlap, taken where they do not. Nothing waits for the device but reading back. */
final class CoarseStages implements StageListener {
    /** What was done before the first stage. */
    static final String BEFORE = "before";

    private static final String WRITE = "write";

    private static final Map<String, String> OF = Map.of(
            "scene",
            "make the face",
            "face",
            "make the face",
            "hand over",
            "draw and read back",
            "labels",
            "encode",
            "image file",
            "encode",
            "layer files",
            "encode",
            "hashes",
            "encode",
            WRITE,
            WRITE);

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long last;

    @Override
    public synchronized void done(String stage) {
        long now = System.nanoTime();
        if (!stage.equals(BEFORE)) {
            nanos.merge(OF.get(stage), now - last, Long::sum);
        }
        last = now;
    }

    @Override
    public boolean ofPasses() {
        return false;
    }

    /** Forgets what was measured. */
    synchronized void reset() {
        nanos.clear();
    }

    /** In the order of the work. */
    synchronized List<BenchReport.Alone> of(int samples) {
        List<BenchReport.Alone> stages = new ArrayList<>();
        nanos.forEach((name, sum) -> stages.add(new BenchReport.Alone(name, sum / 1e6 / samples)));
        return stages;
    }
}
