package io.limner.renderer.head;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The head data that travels inside the jar, with its mesh assembled. Immutable; one a JVM. */
public final class HeadPack {
    private static final String RESOURCE = "hm08.pack";

    private final PackData data;
    private final HeadAssembly assembly;
    private final Topology topology;

    /** Assembles the mesh of {@code data}; what was baked need not be there yet. */
    public HeadPack(PackData data) {
        this.data = data;
        this.assembly = new HeadAssembly(data);
        double[] rest = new HeadGeometry(data, assembly).rest();
        float[] narrow = new float[rest.length];
        for (int i = 0; i < rest.length; i++) {
            narrow[i] = (float) rest[i];
        }
        this.topology = assembly.topology(narrow, data.baked().occlusion());
    }

    /**
     * The pack of this build, loaded on first use.
     *
     * @throws IllegalStateException if the build left it out
     */
    public static HeadPack get() {
        return Holder.PACK;
    }

    /**
     * What stays the same in every head mesh. Its rest positions are the neutral young adult between all archetypes, upright, mouth
     * shut, in mm from the midpoint between the eyeballs' centres (x to the subject's left, y up, z forward): a vertex keeps its rest
     * position in every person and pose, so regions are selected by it. Eyeballs hold unit directions instead, z along the gaze.
     */
    public Topology topology() {
        return topology;
    }

    /** Low-frequency colour of skin. */
    public SkinMap skinMap() {
        return data.baked().skin();
    }

    /**
     * The assembled mesh of the neutral young adult, upright, eyeballs in place, mm, while it does what {@code morphs} (weights of
     * morph targets by name) say.
     */
    public double[] neutral(Map<String, Double> morphs) {
        Morphs weights = new Morphs(data.targets());
        morphs.forEach(weights::add);
        return new HeadGeometry(data, assembly).neutralWith(weights);
    }

    /** The coarse vertices of the neutral young adult, in the frame of the assembled mesh, mm, 3 a vertex. */
    public double[] neutralCoarse() {
        HeadGeometry geometry = new HeadGeometry(data, assembly);
        return geometry.person(geometry.neutralCoarse()).coarse();
    }

    PackData data() {
        return data;
    }

    HeadAssembly assembly() {
        return assembly;
    }

    private static HeadPack load() {
        try (InputStream in = HeadPack.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The head pack " + RESOURCE
                        + " is not on the class path; build the renderer " + "with Maven, which makes it");
            }
            return new HeadPack(PackFormat.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the head pack " + RESOURCE + ": " + e.getMessage(), e);
        }
    }

    private static final class Holder {
        private static final HeadPack PACK = load();
    }
}
