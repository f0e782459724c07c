package io.limner.job.write;

import io.limner.job.write.ShardReceipt.Contents;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.sample.FaceSample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Counts and fingerprints rows as they pass. */
public final class RowDigest {
    private final MessageDigest digest = Sha256.digest();
    private long rows;
    private long failed;
    private String drawnBy = "";

    /** The next row, in the order of the sample ids. */
    public void add(FaceSample row) {
        boolean drawn = row.drawing() != null;
        add(
                row.sampleId(),
                drawn ? row.drawing().pixelHash() : null,
                drawn ? row.drawing().labelHash() : null,
                row.provenance().renderer() == null
                        ? drawnBy
                        : row.provenance().renderer() + ", " + row.provenance().driver());
    }

    /** The next row by its columns; the hashes of a row that could not be drawn are null. */
    public void add(long sampleId, String pixelHash, String labelHash, String drawnBy) {
        String line =
                sampleId + " " + (pixelHash == null ? "-" : pixelHash) + " " + (labelHash == null ? "-" : labelHash);
        digest.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
        rows++;
        if (pixelHash == null) {
            failed++;
        }
        this.drawnBy = drawnBy;
    }

    /** What has passed. Ends the digest: no row can follow. */
    public Contents contents() {
        return new Contents(rows, failed, Sha256.hex(digest.digest()), drawnBy);
    }
}
