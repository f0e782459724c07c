package io.limner.job.execute;

import io.limner.job.config.BadInputException;
import io.limner.job.write.PlaceRules;
import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetFolder;
import io.limner.renderer.asset.AssetLibrary;
import io.limner.renderer.asset.AssetListing;
import io.limner.renderer.asset.AssetSource;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * Where the user's files lie that a spec names: a folder that every machine has under the same path, or a store. Travels to executors with
 * what they need to open it.
 *
 * @param address the folder's absolute path, or a URI; empty if none was named
 * @param store settings of the store and of Hadoop's security by their full names, keys included; empty for a folder
 */
public record AssetRoot(String address, Map<String, String> store) implements Serializable {
    /** No root was named. */
    public static final AssetRoot NONE = new AssetRoot("", Map.of());

    private static final int PROBES = 300;
    /** What opening a store may need: its own settings, and where its keys are kept or who may log in. */
    private static final List<String> SETTINGS = List.of("fs.", "hadoop.security.");

    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
    private static final Pattern STORE =
            Pattern.compile("((s3a|hdfs|gs|o3fs|ofs)://[^/@]+|abfss?://[^/:@]+@[^/@]+)/.+");

    /**
     * The root that a command or an option names.
     *
     * @param named a folder or the URI of a store; null for none
     * @throws BadInputException if it is neither
     */
    public static AssetRoot of(String named, Configuration hadoop) {
        if (named == null) {
            return NONE;
        }
        if (STORE.matcher(named).matches()) {
            PlaceRules.check("--assets " + named, new org.apache.hadoop.fs.Path(named), hadoop);
            return new AssetRoot(named, settings(hadoop));
        }
        if (URI.matcher(named).matches()) {
            throw new BadInputException("--assets " + named.replaceAll("//[^/]*@", "//***@")
                    + " must be a folder's path, or a place below a store's bucket such as s3a://bucket/assets; "
                    + "files are never fetched from file: or http: addresses");
        }
        try {
            Path folder = Path.of(named).toAbsolutePath().normalize();
            new AssetFolder(folder);
            return new AssetRoot(folder.toString(), Map.of());
        } catch (InvalidPathException | AssetException wrong) {
            throw new BadInputException("--assets " + named + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Map<String, String> settings(Configuration hadoop) {
        Map<String, String> settings = new TreeMap<>();
        for (String prefix : SETTINGS) {
            hadoop.getPropsWithPrefix(prefix).forEach((key, value) -> settings.put(prefix + key, value));
        }
        return settings;
    }

    /** The files below it, as this machine reaches them. */
    public AssetSource open() {
        if (address.isEmpty()) {
            return AssetSource.NONE;
        }
        if (!STORE.matcher(address).matches()) {
            return new AssetFolder(Path.of(address));
        }
        Configuration hadoop = new Configuration();
        store.forEach(hadoop::set);
        return new AssetStore(address, hadoop);
    }

    /**
     * The spec with the files that it names pinned to their content.
     *
     * @throws BadInputException if one is missing or cannot be used
     * @throws IOException if the store fails
     */
    public DatasetSpec pinned(DatasetSpec spec) throws IOException {
        if (spec.assets().isEmpty()) {
            return spec;
        }
        if (address.isEmpty()) {
            throw new BadInputException(
                    "The spec " + spec.name() + " names files of your own under assets: and no root "
                            + "was named below which they lie; give --assets FOLDER (the option assets of a table)");
        }
        try {
            AssetSource source = open();
            DatasetSpec found = spec.with(AssetListing.found(spec.assets(), source));
            probeHeads(found, source);
            return found;
        } catch (AssetException faults) {
            throw new BadInputException("--assets " + address + ":\n" + faults.getMessage(), faults);
        }
    }

    /** Some samples, spread over all, must not ask a head for what it does not have. */
    private static void probeHeads(DatasetSpec spec, AssetSource source) {
        if (spec.assets().of(AssetKind.HEADS).isEmpty()) {
            return;
        }
        AssetLibrary library = new AssetLibrary(spec.assets(), source, 1);
        SceneDesign design = new SceneDesign(spec);
        long probes = Math.min(PROBES, spec.samples());
        for (long i = 0; i < probes; i++) {
            library.head(
                    design.scene((long) ((double) i * spec.samples() / probes)),
                    spec.output().labels());
        }
    }

    /** The address; settings may hold keys. */
    @Override
    public String toString() {
        return "AssetRoot[" + address + "]";
    }
}
