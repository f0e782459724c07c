package io.limner.schema.spec;

import io.limner.schema.scene.Background;
import io.limner.schema.scene.Light;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the user's that a spec names, by kind. A spec as it is written names files and folders; before anything is drawn, folders
 * are replaced by what lies in them, sorted by name, and every file gets the hash of its content.
 *
 * @param files by kind; none for what is not used
 */
public record Assets(Map<AssetKind, List<Asset>> files) {
    /** Most files of a kind: all of them travel with the spec. */
    public static final int MOST = 4096;

    /** No files. */
    public static final Assets NONE = new Assets(Map.of());

    public Assets {
        Map<AssetKind, List<Asset>> copy = new EnumMap<>(AssetKind.class);
        files.forEach((kind, list) -> {
            if (!list.isEmpty()) {
                copy.put(kind, List.copyOf(list));
            }
        });
        files = Collections.unmodifiableMap(copy);
    }

    /** The files of a kind; empty if there are none. */
    public List<Asset> of(AssetKind kind) {
        return files.getOrDefault(kind, List.of());
    }

    /** Whether a spec that names nothing of the user's has these. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** The picture behind the subject of {@code scene}: number (background.seed modulo count) of the list. Empty if it shows none. */
    public Optional<Asset> background(Scene scene) {
        return scene.background().style() == Background.Style.USER
                ? picked(AssetKind.BACKGROUNDS, scene.background().seed())
                : Optional.empty();
    }

    /** The surroundings that light {@code scene}: number (light.environment_seed modulo count) of the list. Empty if none does. */
    public Optional<Asset> environment(Scene scene) {
        Light.Surroundings around = scene.light().surroundings();
        return around.environment() == Light.Environment.USER
                ? picked(AssetKind.ENVIRONMENTS, around.seed())
                : Optional.empty();
    }

    /** The head of {@code scene}: number (subject.identity_seed modulo count) of the list. Empty if it is not of the user's. */
    public Optional<Asset> head(Scene scene) {
        return scene.subject().identity().head() == Subject.Head.USER
                ? picked(AssetKind.HEADS, scene.subject().identity().seed())
                : Optional.empty();
    }

    /** The file beside a head. */
    public Asset beside(Asset head) {
        String name = AssetKind.beside(head.file());
        return of(AssetKind.HEADS).stream()
                .filter(asset -> asset.file().equals(name))
                .findFirst()
                .orElse(new Asset(name, ""));
    }

    /** Whether the content of every file is known, and folders are replaced by files. */
    public boolean pinned() {
        return files.values().stream().flatMap(List::stream).allMatch(Asset::pinned);
    }

    /** All files that {@code scene} shows; of assets that are pinned. */
    public List<Asset> usedBy(Scene scene) {
        List<Asset> used = new ArrayList<>();
        head(scene).ifPresent(head -> {
            used.add(head);
            used.add(beside(head));
        });
        environment(scene).ifPresent(used::add);
        background(scene).ifPresent(used::add);
        return used;
    }

    private Optional<Asset> picked(AssetKind kind, long seed) {
        List<Asset> all = of(kind).stream()
                .filter(asset -> !AssetKind.isBeside(asset.file()))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    kind.parameter() + " = " + AssetKind.USER + ", and the spec's assets name no " + kind.key());
        }
        return Optional.of(all.get((int) (seed % all.size())));
    }

    /** As canonical JSON takes them, keyed as in a spec. */
    Map<String, Object> json() {
        Map<String, Object> said = new TreeMap<>();
        files.forEach((kind, list) ->
                said.put(kind.key(), list.stream().map(Asset::json).toList()));
        return said;
    }
}
