package io.limner.job.write;

import io.limner.schema.canonical.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Lets Parquet write into an {@link AtomicFile}. Parquet closes its output also when it gives up, which must not make a file appear:
 * here closing only flushes. What comes after the last page is held back until {@link #seal}, because it holds the file's own hash.
 */
final class ShardOutput implements OutputFile {
    private final FSDataOutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
    private boolean holding;

    ShardOutput(AtomicFile file) {
        this.out = file.stream();
    }

    /** All pages are written: what follows is indexes and footer. */
    void holdBack() {
        holding = true;
    }

    /**
     * Puts the hash of the whole file into the footer, and writes what was held back.
     *
     * @return the hash
     */
    String seal() throws IOException {
        byte[] end = heldBack.toByteArray();
        int digits = Seal.digits(end)
                .orElseThrow(() -> new IllegalStateException("Parquet writes its footer otherwise than Seal expects"));
        digest.update(end);
        String hash = Sha256.hex(digest.digest());
        System.arraycopy(hash.getBytes(StandardCharsets.US_ASCII), 0, end, digits, hash.length());
        out.write(end);
        return hash;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Uncommitted();
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private final class Uncommitted extends PositionOutputStream {
        @Override
        public long getPos() {
            return out.getPos() + heldBack.size();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (holding) {
                heldBack.write(bytes, offset, length);
            } else {
                digest.update(bytes, offset, length);
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
