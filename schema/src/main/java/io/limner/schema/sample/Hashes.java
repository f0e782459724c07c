package io.limner.schema.sample;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec.Output;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fingerprints of a row, 64 hexadecimal digits. FORMAT.md gives the byte layouts under "Hashes". */
public final class Hashes {
    private Hashes() {}

    /** What was to be drawn: scene, image settings and label groups. Equal hashes mean equal rows but for the machine. */
    public static String sample(Scene scene, Output output) {
        return sample(SceneJson.tree(scene), output);
    }

    /** As {@link #sample(Scene, Output)} of a version that knew only the parameters that are named. */
    public static String sample(Scene scene, Output output, Set<String> parameters) {
        return sample(SceneJson.tree(scene, parameters), output);
    }

    private static String sample(Map<String, Object> scene, Output output) {
        Map<String, Object> tree = new TreeMap<>(output.json());
        tree.put("scene", scene);
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
