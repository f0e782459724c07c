package io.limner.schema.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 fingerprints (FIPS 180-4). */
public final class Sha256 {
    private Sha256() {}

    /** A fresh digest, to be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(
                    "This Java has no SHA-256, which every Java must have; use another JDK", missing);
        }
    }

    /** The 32 bytes of the fingerprint of {@code text} in UTF-8. */
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint of {@code text} in UTF-8 as 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return hex(of(text));
    }

    /** The bytes as lower-case hexadecimal digits. */
    public static String hex(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint);
    }
}
