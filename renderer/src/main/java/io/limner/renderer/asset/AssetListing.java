package io.limner.renderer.asset;

import io.limner.renderer.gltf.GltfHead;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the files that a spec names, and pins each to its content. */
public final class AssetListing {
    private static final int MOST_FAULTS = 20;

    private final AssetSource source;
    private final List<String> faults = new ArrayList<>();

    private AssetListing(AssetSource source) {
        this.source = source;
    }

    /**
     * The same assets with folders replaced by the files of their kind in them, sorted by name, and every file with its hash. What of a file
     * can be checked without decoding it, is.
     *
     * @throws AssetException if any file is missing, another than its hash says, or not of its kind; names all of them
     * @throws IOException if one cannot be read now
     */
    public static Assets found(Assets named, AssetSource source) throws IOException {
        AssetListing listing = new AssetListing(source);
        Map<AssetKind, List<Asset>> files = new EnumMap<>(AssetKind.class);
        for (AssetKind kind : AssetKind.values()) {
            files.put(kind, listing.files(kind, named.of(kind)));
        }
        files.computeIfPresent(
                AssetKind.HEADS, (kind, heads) -> listing.faults.isEmpty() ? listing.pairs(heads) : heads);
        if (!listing.faults.isEmpty()) {
            List<String> shown = listing.faults.subList(0, Math.min(MOST_FAULTS, listing.faults.size()));
            int more = listing.faults.size() - shown.size();
            throw new AssetException(
                    AssetException.FAULTY, String.join("\n", shown) + (more > 0 ? "\nand " + more + " more" : ""));
        }
        return new Assets(files);
    }

    private List<Asset> files(AssetKind kind, List<Asset> named) throws IOException {
        Map<String, Asset> files = new TreeMap<>();
        for (Asset asset : named) {
            try {
                List<String> found = source.list(asset.file());
                boolean folder = !found.equals(List.of(asset.file()));
                if (folder && asset.pinned()) {
                    faults.add(asset.file() + ": a folder cannot be pinned by a sha256; pin its files");
                }
                for (String file : found) {
                    if (folder && !kind.named(file)) {
                        continue;
                    }
                    Optional<String> fault = Asset.fault(file);
                    if (fault.isPresent()) {
                        faults.add(file + ": its name " + fault.get() + "; rename it");
                    } else if (kind == AssetKind.HEADS && !kind.named(file) && !AssetKind.isBeside(file)) {
                        faults.add(file + ": a head's name must end with " + String.join(" or ", kind.endings())
                                + "; export it as .glb");
                    } else {
                        files.put(file, pinned(kind, file, folder ? "" : asset.sha256()));
                    }
                }
                if (folder && files.isEmpty()) {
                    faults.add(asset.file() + ": this folder holds none of " + String.join(", ", kind.endings()));
                }
            } catch (AssetException fault) {
                faults.add(fault.getMessage());
            }
            if (files.size() > Assets.MOST) {
                faults.add(asset.file() + ": more than " + Assets.MOST
                        + " files; keep as many, and make several datasets");
                return List.of();
            }
        }
        return List.copyOf(files.values());
    }

    /** Heads with the files beside them, both read as drawing reads them. */
    private List<Asset> pairs(List<Asset> heads) {
        Map<String, Asset> all = new TreeMap<>();
        heads.forEach(head -> all.put(head.file(), head));
        for (Asset head : heads) {
            if (!AssetKind.HEADS.named(head.file())) {
                continue;
            }
            String beside = AssetKind.beside(head.file());
            try {
                if (!all.containsKey(beside)) {
                    all.put(beside, pinned(AssetKind.HEADS, beside, ""));
                }
                GltfHead.read(
                        head.file(),
                        source.read(head.file(), AssetLibrary.MOST_BYTES),
                        source.read(beside, AssetLibrary.MOST_BYTES));
            } catch (AssetException fault) {
                faults.add(fault.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(all.values());
    }

    private Asset pinned(AssetKind kind, String file, String said) throws IOException {
        byte[] bytes = source.read(file, AssetLibrary.MOST_BYTES);
        String hash = Sha256.hex(Sha256.digest().digest(bytes));
        if (!said.isEmpty() && !said.equals(hash)) {
            faults.add(file + ": its sha256 is " + hash + ", and the spec asks for " + said);
        }
        try {
            AssetLibrary.check(kind, file, bytes);
        } catch (AssetException fault) {
            faults.add(fault.getMessage());
        }
        return new Asset(file, hash);
    }
}
