package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a spec says about the user's files. */
final class AssetsParser {
    static final String KEY = "assets";
    static final List<String> KINDS =
            Arrays.stream(AssetKind.values()).map(AssetKind::key).toList();

    private final Problems problems;
    private final Scalars scalars;

    AssetsParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The files; whatever is wrong is a problem. */
    Assets assets(Optional<SpecNode> said) {
        if (said.isEmpty()) {
            return Assets.NONE;
        }
        Fields fields = Fields.of(said.get(), KEY, KINDS, problems);
        Map<AssetKind, List<Asset>> files = new EnumMap<>(AssetKind.class);
        for (AssetKind kind : AssetKind.values()) {
            fields.get(kind.key()).ifPresent(node -> files.put(kind, list(kind, node)));
        }
        return new Assets(files);
    }

    private List<Asset> list(AssetKind kind, SpecNode node) {
        String key = KEY + "." + kind.key();
        List<SpecNode> items = node instanceof Sequence list ? list.items() : List.of(node);
        if (items.isEmpty() || items.size() > Assets.MOST) {
            problems.add(node, key, "must name 1 to " + Assets.MOST + " files or folders", "write a folder's name");
        }
        List<Asset> assets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SpecNode item : items) {
            Optional<Asset> asset = item instanceof Mapping ? pinned(item, key) : named(item, key, "");
            asset.ifPresent(one -> {
                if (!names.add(one.file())) {
                    problems.add(item, key, "is named twice", "remove one of the two");
                }
                if (kind == AssetKind.HEADS
                        && one.pinned()
                        && !kind.named(one.file())
                        && !AssetKind.isBeside(one.file())) {
                    problems.add(
                            item,
                            key,
                            "must end with " + String.join(", ", kind.endings()) + " or " + AssetKind.SIDECAR,
                            "export the head as .glb");
                }
                assets.add(one);
            });
        }
        if (!assets.isEmpty() && assets.stream().allMatch(one -> AssetKind.isBeside(one.file()))) {
            problems.add(
                    node,
                    key,
                    "names only what lies beside a head",
                    "name the head itself, " + String.join(" or ", kind.endings()));
        }
        return assets;
    }

    private Optional<Asset> pinned(SpecNode item, String key) {
        Fields fields = Fields.of(item, key, List.of("file", "sha256"), problems);
        fields.requireAll();
        Optional<String> hash = fields.get("sha256").flatMap(said -> scalars.word(said, key + ".sha256"));
        if (hash.isPresent() && !hash.get().matches("[0-9a-f]{64}")) {
            problems.add(
                    fields.get("sha256").get(),
                    key + ".sha256",
                    "must be 64 hexadecimal digits, lower case",
                    "write what sha256sum says of the file");
            return Optional.empty();
        }
        return hash.isEmpty() ? Optional.empty() : fields.get("file").flatMap(said -> named(said, key, hash.get()));
    }

    private Optional<Asset> named(SpecNode item, String key, String hash) {
        Optional<String> file = scalars.word(item, key);
        Optional<String> fault = file.flatMap(Asset::fault);
        if (fault.isPresent()) {
            problems.add(
                    item, key, fault.get(), "write a path from the folder that --assets names, as photos/wall.jpg");
            return Optional.empty();
        }
        return file.map(name -> new Asset(name, hash));
    }
}
