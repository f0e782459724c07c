package io.limner.renderer.gltf;

import io.limner.renderer.asset.AssetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong with a head, a line each. */
final class Faults {
    private static final int MOST = 50;

    private final String file;
    private final List<String> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(String where, String rule) {
        if (found.size() < MOST) {
            found.add(file + "  " + where + "  " + rule);
        }
    }

    /** A fault after which nothing more can be read. */
    AssetException fatal(String where, String rule) {
        add(where, rule);
        return all();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw all();
        }
    }

    private AssetException all() {
        return new AssetException(AssetException.FAULTY, String.join("\n", found));
    }

    /** Millimetres as people write them. */
    static String mm(double value) {
        return String.format(Locale.ROOT, "%.1f mm", value);
    }
}
