package io.limner.schema.sample;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.DatasetSpec.Output;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fingerprints of a row, 64 hexadecimal digits. FORMAT.md gives the byte layouts under "Hashes". */
public final class Hashes {
    private Hashes() {}

    /**
     * What was to be drawn: scene, image settings, label groups, and the content of the user's files that it shows. Equal hashes mean equal
     * rows but for the machine.
     *
     * @param spec that {@code scene} is of
     */
    public static String sample(Scene scene, DatasetSpec spec) {
        return sample(SceneJson.tree(scene), scene, spec);
    }

    /** As {@link #sample(Scene, DatasetSpec)} of a version that knew only the parameters that are named. */
    public static String sample(Scene scene, DatasetSpec spec, Set<String> parameters) {
        return sample(SceneJson.tree(scene, parameters), scene, spec);
    }

    private static String sample(Map<String, Object> said, Scene scene, DatasetSpec spec) {
        Map<String, Object> tree = new TreeMap<>(spec.output().json());
        tree.put("scene", said);
        List<String> shown =
                spec.assets().usedBy(scene).stream().map(Asset::sha256).toList();
        if (!shown.isEmpty()) {
            tree.put("assets", shown);
        }
        return Sha256.hex(CanonicalJson.write(tree));
    }

    /**
     * The pixels before they were encoded.
     *
     * @param width pixels
     * @param height pixels
     * @param rgb 3 bytes a pixel, row by row from the top left
     */
    public static String pixels(int width, int height, byte[] rgb) {
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("An image of " + width + " x " + height + " has " + 3L * width * height
                    + " bytes, not " + rgb.length);
        }
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(8).putInt(width).putInt(height).array());
        return Sha256.hex(digest.digest(rgb));
    }

    /**
     * The labels before they were encoded.
     *
     * @param output which groups of labels count
     * @param labels geometry
     * @param layers the layers; those that {@code output} does not ask for are not looked at
     */
    public static String labels(Output output, Labels labels, RawLayers layers) {
        return new LabelHash(output.labels()).of(labels, layers);
    }
}
