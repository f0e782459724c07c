package io.limner.renderer.asset;

import io.limner.renderer.gltf.GltfHead;
import io.limner.renderer.head.UserHead;
import io.limner.renderer.look.Panorama;
import io.limner.renderer.look.Photograph;
import io.limner.renderer.look.Setting;
import io.limner.renderer.look.Vista;
import io.limner.renderer.pass.DrawingException;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.scene.Background;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.Assets;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The user's files as drawing takes them. Each is read from the source when it is first shown, and again when it was out of use for long;
 * every time its content must be the one that the spec is pinned to. One a sampler, whose threads read one file at a time.
 */
public final class AssetLibrary {
    /** Most bytes of a file. */
    static final long MOST_BYTES = 256L << 20;
    /** Files of a kind that are kept decoded. */
    private static final int KEPT = 16;
    /** Vistas are large. */
    private static final int KEPT_VISTAS = 2;

    private final Assets assets;
    private final AssetSource source;
    private final int detail;
    private final Map<String, UserHead> heads = new Recent<>(KEPT);
    private final Map<String, Panorama> panoramas = new Recent<>(KEPT);
    private final Map<String, Photograph> photographs = new Recent<>(KEPT);
    private final Map<String, Vista> vistas = new Recent<>(KEPT_VISTAS);

    /**
     * A library.
     *
     * @param assets of the spec
     * @param source where they are
     * @param detail pixels that the longer side of a background shows at most
     */
    public AssetLibrary(Assets assets, AssetSource source, int detail) {
        this.assets = assets;
        this.source = source;
        this.detail = detail;
    }

    /**
     * What of the user's surrounds the subject of {@code scene}.
     *
     * @throws AssetException if a file is missing, was changed, or is faulty
     * @throws DrawingException if one cannot be read now
     */
    public Setting setting(Scene scene) {
        boolean seen = scene.background().style() == Background.Style.ENVIRONMENT;
        return new Setting(
                assets.environment(scene)
                        .map(asset -> loaded(asset, panoramas, RadianceReader::read))
                        .orElse(null),
                assets.background(scene)
                        .map(asset -> loaded(
                                asset, photographs, (file, bytes) -> new PictureReader(file, bytes).read(detail)))
                        .orElse(null),
                assets.environment(scene)
                        .filter(asset -> seen)
                        .map(asset -> loaded(asset, vistas, RadianceReader::vista))
                        .orElse(null));
    }

    /**
     * The head of {@code scene}, if it is the user's.
     *
     * @param labels that are wanted of it
     * @throws AssetException if a file is missing, was changed or is faulty, or the scene asks for what such a head does not have
     * @throws DrawingException if a file cannot be read now
     */
    public Optional<UserHead> head(Scene scene, Set<LabelKind> labels) {
        return assets.head(scene).map(asset -> {
            UserHead head =
                    loaded(asset, heads, (file, bytes) -> GltfHead.read(file, bytes, bytes(assets.beside(asset))));
            HeadLimits.check(head, scene, labels);
            return head;
        });
    }

    private synchronized <T> T loaded(Asset asset, Map<String, T> kept, BiFunction<String, byte[], T> reader) {
        String key = asset.file() + asset.sha256();
        T there = kept.get(key);
        if (there != null) {
            return there;
        }
        T read = reader.apply(asset.file(), bytes(asset));
        kept.put(key, read);
        return read;
    }

    private byte[] bytes(Asset asset) {
        byte[] bytes;
        try {
            bytes = source.read(asset.file(), MOST_BYTES);
        } catch (IOException e) {
            throw new DrawingException(asset.file() + " cannot be read: " + e.getMessage(), e);
        }
        String hash = Sha256.hex(Sha256.digest().digest(bytes));
        if (!asset.pinned() || !hash.equals(asset.sha256())) {
            throw new AssetException(
                    AssetException.CHANGED,
                    asset.file() + ": its sha256 is " + hash + ", and the run began with "
                            + (asset.pinned() ? asset.sha256() : "none; draw it by a command that takes --assets"));
        }
        return bytes;
    }

    /**
     * Checks what can be told of a file without decoding all of it.
     *
     * @throws AssetException if it is not of its kind
     */
    static void check(AssetKind kind, String file, byte[] bytes) {
        switch (kind) {
            case BACKGROUNDS -> new PictureReader(file, bytes).check();
            case ENVIRONMENTS -> RadianceReader.read(file, bytes);
            case HEADS -> {} // with the file beside it: AssetListing
        }
    }

    /** The last few that were asked for. */
    private static final class Recent<T> extends LinkedHashMap<String, T> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(KEPT, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
        }
    }
}
