package io.limner.job.verify;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.Destination;
import io.limner.job.write.FinishedShards;
import io.limner.job.write.Manifest;
import io.limner.job.write.RowDigest;
import io.limner.job.write.Seal;
import io.limner.job.write.ShardRows;
import io.limner.job.write.StoredRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** What must hold for one shard's file. Thread-safe. */
final class ShardCheck {
    private static final int MOST_FINDINGS = 20;

    private final Destination destination;
    private final Plan plan;
    private final RowCheck rowCheck;
    private final boolean drawable;
    private final String remedy;
    private final Configuration hadoop;

    /**
     * A check of one dataset.
     *
     * @param drawable whether this version can draw its shards again; if not, an earlier one wrote it, which knew no seals perhaps
     */
    ShardCheck(Destination destination, Plan plan, RowCheck rowCheck, boolean drawable, Configuration hadoop) {
        this.destination = destination;
        this.plan = plan;
        this.rowCheck = rowCheck;
        this.drawable = drawable;
        this.remedy = drawable
                ? "'limner verify --repair' removes it; the same render command then draws it anew"
                : "use the version of Limner that drew the dataset";
        this.hadoop = hadoop;
    }

    /**
     * What is wrong with a shard's file, at most 20 things.
     *
     * @throws IOException if the store does not answer, which is no damage
     */
    List<Finding> check(Shard shard, Optional<Manifest.Entry> listed) throws IOException {
        String file = Destination.DATA + "/" + plan.fileName(shard);
        List<Finding> findings = new ArrayList<>();
        RowDigest digest = new RowDigest();
        long row = 0;
        Optional<String> broken = checkSeal(shard, listed);
        if (broken.isPresent()) {
            return List.of(new Finding(file, -1, broken.get(), remedy));
        }
        try (ShardRows rows = ShardRows.all(destination.path(Destination.DATA, plan.fileName(shard)), hadoop)) {
            for (Optional<StoredRow> next = rows.next(); next.isPresent(); next = rows.next(), row++) {
                if (findings.size() < MOST_FINDINGS) {
                    checkRow(next.get(), shard.firstSampleId() + row, digest, findings, file, row);
                }
            }
        } catch (IOException | RuntimeException damaged) {
            if (!FinishedShards.isDamage(damaged)) {
                throw damaged;
            }
            findings.add(new Finding(file, row, "cannot be read: " + reason(damaged), remedy));
            return findings;
        }
        if (row != shard.count()) {
            findings.add(new Finding(file, -1, "has " + row + " rows, not " + shard.count(), remedy));
        }
        if (findings.isEmpty()
                && listed.isPresent()
                && !listed.get().digest().equals(digest.contents().digest())) {
            findings.add(new Finding(file, -1, "holds other rows than the manifest says", remedy));
        }
        return findings;
    }

    /** What is wrong with the file as a whole. Files of a manifest without seals have none, and cannot be proven whole. */
    private Optional<String> checkSeal(Shard shard, Optional<Manifest.Entry> listed) throws IOException {
        if (listed.isPresent() && listed.get().sha256() == null) {
            return Optional.empty();
        }
        try {
            String sha256 =
                    Seal.check(destination.fileSystem(), destination.path(Destination.DATA, plan.fileName(shard)));
            return listed.isEmpty() || listed.get().sha256().equals(sha256)
                    ? Optional.empty()
                    : Optional.of("is whole, but not the file that the manifest lists");
        } catch (Seal.AbsentException unproven) {
            return listed.isEmpty() && !drawable
                    ? Optional.empty()
                    : Optional.of("is damaged: " + unproven.getMessage());
        } catch (Seal.BrokenException damaged) {
            return Optional.of("is damaged: " + damaged.getMessage());
        }
    }

    private void checkRow(
            StoredRow row, long sampleId, RowDigest digest, List<Finding> findings, String file, long index) {
        try {
            RowCheck.Checked checked = rowCheck.check(row, sampleId);
            digest.add(checked.sample());
            checked.problems().forEach(problem -> findings.add(new Finding(file, index, problem, remedy)));
        } catch (RuntimeException damaged) {
            findings.add(new Finding(file, index, "is damaged: " + reason(damaged), remedy));
        }
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return message.lines().findFirst().orElse(root.toString());
    }
}
