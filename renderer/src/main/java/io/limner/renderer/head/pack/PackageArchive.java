package io.limner.renderer.head.pack;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** The wanted files of an npm archive (a gzipped ustar file), in memory. */
public final class PackageArchive {
    private static final int BLOCK = 512;

    private final Map<String, byte[]> files;

    private PackageArchive(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads those files of {@code archive} whose names {@code wanted} accepts; nothing is written to disk.
     *
     * @throws PackException if the archive is damaged
     */
    public static PackageArchive read(Path archive, Predicate<String> wanted) {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream raw = Files.newInputStream(archive);
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16))) {
            byte[] header = new byte[BLOCK];
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                String name = name(header);
                long size = octal(header, 124, 12);
                long padding = (BLOCK - size % BLOCK) % BLOCK;
                boolean plain = header[156] == '0' || header[156] == 0;
                if (plain && wanted.test(name)) {
                    byte[] bytes = new byte[Math.toIntExact(size)];
                    in.readFully(bytes);
                    files.put(name, bytes);
                    in.skipNBytes(padding);
                } else {
                    in.skipNBytes(size + padding);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new PackException("Cannot read the archive " + archive + ": " + e.getMessage(), e);
        }
        return new PackageArchive(files);
    }

    /** Names of the files that were read. */
    public Set<String> names() {
        return files.keySet();
    }

    /**
     * The bytes of one file.
     *
     * @throws PackException if there is none
     */
    public byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new PackException("The package holds no " + name);
        }
        return bytes;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).trim(), 8);
    }
}
