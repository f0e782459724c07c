package io.limner.renderer.head.pack;

import io.limner.schema.scene.Blendshape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The movements of the face that ARKit names, sculpted for the base mesh: the files of MakeHuman's asset pack "Face units 01" as
 * they are, one a movement, a line a vertex that moves: its number, then its displacement in decimetres.
 */
final class FaceUnits {
    private static final String RESOURCE = "/io/limner/renderer/head/faceunits.zip";
    /** The upper teeth are fixed to the skull, and where the eyes look is not a matter of expression. */
    private static final List<String> FIXED = List.of("helper-upper-teeth", "helper-l-eye", "helper-r-eye");

    private final BaseHead base;
    private final Map<Blendshape, double[]> deltas = new EnumMap<>(Blendshape.class);

    FaceUnits(BaseHead base) {
        this.base = base;
        Map<Blendshape, double[]> sculpted = read();
        int[] mirror = mirror();
        for (Blendshape movement : Blendshape.values()) {
            double[] delta = sculpted.get(movement);
            double[] other = sculpted.get(mirrored(movement));
            deltas.put(movement, symmetric(delta, other, mirror));
        }
    }

    /** The displacement of every vertex of the base mesh, mm; movements of the left and the right mirror each other. */
    double[] dense(Blendshape movement) {
        return deltas.get(movement);
    }

    /** The movement of the other side, or the same one if it has none. */
    static Blendshape mirrored(Blendshape movement) {
        String name = movement.name();
        String other = name.endsWith("LEFT") ? name.replace("LEFT", "RIGHT") : name.replace("RIGHT", "LEFT");
        return Blendshape.valueOf(other);
    }

    private Map<Blendshape, double[]> read() {
        Map<String, double[]> files = new HashMap<>();
        try (InputStream in = FaceUnits.class.getResourceAsStream(RESOURCE);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), parse(new String(zip.readAllBytes(), StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            throw new PackException("Cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        Map<Blendshape, double[]> out = new EnumMap<>(Blendshape.class);
        for (Blendshape movement : Blendshape.values()) {
            double[] delta = files.get(movement.arkitName() + ".target");
            if (delta == null) {
                throw new PackException(RESOURCE + " holds no " + movement.arkitName() + ".target");
            }
            for (String group : FIXED) {
                for (int v : base.group(group)) {
                    delta[3 * v] = 0;
                    delta[3 * v + 1] = 0;
                    delta[3 * v + 2] = 0;
                }
            }
            out.put(movement, delta);
        }
        return out;
    }

    private double[] parse(String text) {
        double[] out = new double[base.neutral().length];
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 4 && !words[0].startsWith("#")) {
                int at = 3 * Integer.parseInt(words[0]);
                for (int i = 0; i < 3; i++) {
                    out[at + i] = 100 * Double.parseDouble(words[1 + i]);
                }
            }
        }
        return out;
    }

    /** For each vertex of the base mesh the one that lies where its mirror image does; itself if there is none. */
    private int[] mirror() {
        double[] p = base.mesh().positions();
        Map<List<Long>, Integer> at = new HashMap<>();
        for (int v = 0; v < p.length / 3; v++) {
            at.put(place(p[3 * v], p[3 * v + 1], p[3 * v + 2]), v);
        }
        int[] out = new int[p.length / 3];
        for (int v = 0; v < out.length; v++) {
            out[v] = at.getOrDefault(place(-p[3 * v], p[3 * v + 1], p[3 * v + 2]), v);
        }
        return out;
    }

    private static List<Long> place(double x, double y, double z) {
        return List.of(Math.round(1e4 * x), Math.round(1e4 * y), Math.round(1e4 * z));
    }

    private static double[] symmetric(double[] delta, double[] other, int[] mirror) {
        double[] out = new double[delta.length];
        for (int v = 0; v < mirror.length; v++) {
            int m = 3 * mirror[v];
            out[3 * v] = (delta[3 * v] - other[m]) / 2;
            out[3 * v + 1] = (delta[3 * v + 1] + other[m + 1]) / 2;
            out[3 * v + 2] = (delta[3 * v + 2] + other[m + 2]) / 2;
        }
        return out;
    }
}
