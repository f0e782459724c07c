package io.limner.renderer.head.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Converted packs of earlier builds, keyed by what they were made from and by what made them, so that a second build neither
 * downloads nor converts.
 */
public final class PackCache {
    private PackCache() {}

    /** {@code LIMNER_CACHE}, or {@code ~/.cache/limner}. */
    public static Path folder() {
        String override = System.getenv("LIMNER_CACHE");
        return override == null || override.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "limner")
                : Path.of(override);
    }

    /**
     * Copies the pack of {@code source} and converter version {@code version} to {@code target}, making it first if {@code
     * folder} does not hold it.
     */
    public static void copyOrMake(Path folder, LockedPackage source, int version, Path target, Supplier<byte[]> make) {
        CRC32 key = new CRC32();
        key.update(source.sha512().getBytes(StandardCharsets.UTF_8));
        Path cached = folder.resolve(String.format(Locale.ROOT, "hm08-%08x-v%d.pack", key.getValue(), version));
        try {
            if (!Files.exists(cached)) {
                write(cached, make.get());
            }
            write(target, Files.readAllBytes(cached));
        } catch (IOException e) {
            throw new PackException(
                    "Cannot write the head pack: " + e + ". Check that " + folder + " and " + target.getParent()
                            + " are writable; LIMNER_CACHE names another cache folder.",
                    e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.write(part, bytes);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
