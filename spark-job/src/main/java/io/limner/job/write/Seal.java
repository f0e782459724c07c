package io.limner.job.write;

import io.limner.schema.canonical.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hash of a shard's whole file, which its own footer holds: SHA-256 of the file with the 64 digits of the hash themselves read as
 * zeros. So a file that was published is proven by nothing but itself, and no other object has to appear with it.
 */
public final class Seal {
    /** The footer's key. */
    public static final String KEY = "limner.file_sha256";

    /** What stands for the hash until it is known. */
    static final String BLANK = "0".repeat(64);

    /** How Thrift's compact protocol goes on from a key to its value: field 2, binary, of 64 bytes. */
    private static final byte[] BEFORE = (KEY + "\u0018@").getBytes(StandardCharsets.US_ASCII);

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int AFTER_FOOTER = Integer.BYTES + MAGIC.length;
    private static final int CHUNK = 1 << 16;

    private Seal() {}

    /** Where the digits of the hash begin in some bytes that hold a footer; empty if they are not in there just once. */
    static OptionalInt digits(byte[] bytes) {
        int found = -1;
        for (int at = 0; at + BEFORE.length + BLANK.length() <= bytes.length; at++) {
            if (bytes[at] == BEFORE[0] && Arrays.equals(bytes, at, at + BEFORE.length, BEFORE, 0, BEFORE.length)) {
                if (found >= 0) {
                    return OptionalInt.empty();
                }
                found = at + BEFORE.length;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /**
     * Reads a whole file and compares it with the hash that it holds.
     *
     * @return the hash
     * @throws AbsentException if it holds none
     * @throws BrokenException if a bit of it is not as it was published
     */
    public static String check(FileSystem fileSystem, Path path) throws IOException {
        long length = fileSystem.getFileStatus(path).getLen();
        try (FSDataInputStream in = fileSystem.open(path)) {
            byte[] footer = footer(in, length);
            int digits = digits(footer).orElseThrow(AbsentException::new);
            long from = length - AFTER_FOOTER - footer.length + digits;
            String held = new String(footer, digits, BLANK.length(), StandardCharsets.US_ASCII);
            String found = hash(in, length, from);
            if (!found.equals(held)) {
                throw new BrokenException("its bytes do not have the hash that its footer names");
            }
            return held;
        }
    }

    private static byte[] footer(FSDataInputStream in, long length) throws IOException {
        if (length < MAGIC.length + AFTER_FOOTER) {
            throw new BrokenException("its " + length + " bytes are no Parquet file");
        }
        byte[] end = new byte[AFTER_FOOTER];
        in.readFully(length - AFTER_FOOTER, end);
        int size = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (!Arrays.equals(end, Integer.BYTES, end.length, MAGIC, 0, MAGIC.length)
                || size < 0
                || size > length - AFTER_FOOTER - MAGIC.length) {
            throw new BrokenException("it does not end as a Parquet file does");
        }
        byte[] footer = new byte[size];
        in.readFully(length - AFTER_FOOTER - size, footer);
        return footer;
    }

    /** Of all bytes, those of the hash's own digits taken for zeros. */
    private static String hash(FSDataInputStream in, long length, long digits) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        in.seek(0);
        for (long at = 0; at < length; ) {
            int read = (int) Math.min(CHUNK, length - at);
            in.readFully(chunk, 0, read);
            int from = (int) Math.max(0, Math.min(read, digits - at));
            int to = (int) Math.max(0, Math.min(read, digits + BLANK.length() - at));
            Arrays.fill(chunk, from, to, (byte) '0');
            digest.update(chunk, 0, read);
            at += read;
        }
        return Sha256.hex(digest.digest());
    }

    /** A file that is not as it was published. */
    public static class BrokenException extends IOException {
        private static final long serialVersionUID = 1;

        BrokenException(String message) {
            super(message);
        }
    }

    /** A file that holds no hash of itself, as those of early versions. */
    public static final class AbsentException extends BrokenException {
        private static final long serialVersionUID = 1;

        AbsentException() {
            super("its footer holds no hash of the file");
        }
    }
}
