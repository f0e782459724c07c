package io.limner.job.verify;

import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.Destination;
import io.limner.job.write.Lease;
import io.limner.job.write.Manifest;
import io.limner.job.write.RecordedPlan;
import io.limner.job.write.StoredDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.Daemon;

/** Checks a whole dataset on this machine, as many shards at once as it has processors. */
public final class Verification {
    private static final String RENDER = "run the same render command again";
    private static final String OTHER_BUILD = "use the version of Limner that drew the dataset";

    private final Destination destination;
    private final StoredDataset dataset;
    private final Plan plan;
    private final Configuration hadoop;
    private final boolean drawable;

    /**
     * What was checked.
     *
     * @param samples rows that were read or should have been
     * @param findings what is wrong; empty if nothing is
     */
    public record Result(long samples, List<Finding> findings) {}

    /**
     * The dataset at a place.
     *
     * @throws BadInputException if there is none
     */
    public Verification(Destination destination, Configuration hadoop) throws IOException {
        this.destination = destination;
        this.hadoop = hadoop;
        this.dataset = StoredDataset.at(destination);
        this.plan = dataset.plan();
        this.drawable = dataset.spec().hash().equals(plan.specHash());
    }

    /**
     * Checks everything.
     *
     * @param progress gets the number of samples of each shard that was checked; on one thread
     */
    public Result run(LongConsumer progress) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Manifest.Entry> listed = new HashMap<>();
        Optional<Manifest> manifest = Manifest.at(destination, entry -> listed.put(entry.file(), entry));
        if (manifest.isEmpty()) {
            listed.clear();
            findings.add(new Finding(
                    Manifest.FILE,
                    -1,
                    "is missing or damaged, so the dataset is not complete"
                            + (drawable
                                    ? ""
                                    : ", and of files without a seal nothing proves that they are as they were published"),
                    drawable ? RENDER : OTHER_BUILD));
        }
        Set<String> present = checkFiles(manifest, listed, findings);
        checkShards(present, listed, progress, findings);
        return new Result(plan.samples(), findings);
    }

    /**
     * Removes the files of this dataset's shards that something is wrong with, and the manifest, so that the same render command draws
     * them again. Files that belong to no shard stay: nobody knows whose they are.
     *
     * @return what was removed but for the manifest, ascending; empty if nothing had to be
     * @throws BadInputException if this version plans the spec otherwise than the one that drew the dataset, so that no shard could be
     *     drawn again; nothing is removed
     * @throws io.limner.job.write.LeaseHeldException if a run is at work here
     */
    public List<String> repair(Result result) throws IOException {
        String below = Destination.DATA + "/";
        Set<String> damaged = new TreeSet<>();
        for (Finding finding : result.findings()) {
            if (finding.file().startsWith(below)
                    && plan.shardOf(finding.file().substring(below.length())).isPresent()) {
                damaged.add(finding.file());
            }
        }
        if (damaged.isEmpty()) {
            return List.of();
        }
        if (!drawable) {
            throw new BadInputException("nothing was removed: " + destination.describe()
                    + " was drawn by a version of Limner that gave its spec another hash, so this version could not draw "
                    + damaged.size()
                    + " shards with faults again; repair it with the version that drew it, or render the spec "
                    + "to a new place");
        }
        try (Lease lease = Lease.take(destination)) {
            destination.remove(Manifest.FILE);
            for (String file : damaged) {
                lease.check();
                destination.remove(file);
            }
        }
        return List.copyOf(damaged);
    }

    private Set<String> checkFiles(
            Optional<Manifest> manifest, Map<String, Manifest.Entry> listed, List<Finding> findings)
            throws IOException {
        Set<String> present = new HashSet<>();
        destination.dataFiles(file -> {
            present.add(file.name());
            String name = Destination.DATA + "/" + file.name();
            Manifest.Entry entry = listed.get(file.name());
            if (plan.shardOf(file.name()).isEmpty()) {
                findings.add(new Finding(name, -1, "belongs to no shard of this dataset", "remove it"));
            } else if (entry != null && entry.bytes() != file.bytes()) {
                findings.add(new Finding(
                        name, -1, "has " + file.bytes() + " bytes, the manifest says " + entry.bytes(), again()));
            } else if (entry == null && manifest.isPresent()) {
                findings.add(new Finding(name, -1, "is not in the manifest", again()));
            }
        });
        manifest.ifPresent(there -> {
            if (there.totals().samples() != plan.samples()
                    || there.totals().shards() != plan.shards()
                    || !there.identity().specHash().equals(plan.specHash())) {
                findings.add(new Finding(Manifest.FILE, -1, "disagrees with " + RecordedPlan.FILE, again()));
            }
        });
        return present;
    }

    /** The remedy for a file that is not the one that belongs there. */
    private String again() {
        return drawable ? "remove it and " + RENDER : OTHER_BUILD;
    }

    private void checkShards(
            Set<String> present, Map<String, Manifest.Entry> listed, LongConsumer progress, List<Finding> findings)
            throws IOException {
        ShardCheck check = new ShardCheck(destination, plan, new RowCheck(dataset), drawable, hadoop);
        int readers = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(readers, new Daemon.DaemonFactory());
        try {
            // In groups, so that a plan of millions of shards does not wait in memory.
            List<Future<List<Finding>>> group = new ArrayList<>();
            List<Shard> shards = new ArrayList<>();
            for (long index = 0; index < plan.shards(); index++) {
                Shard shard = plan.shard(index);
                String name = plan.fileName(shard);
                if (!present.contains(name)) {
                    findings.add(new Finding(
                            Destination.DATA + "/" + name, -1, "is missing", drawable ? RENDER : OTHER_BUILD));
                    continue;
                }
                shards.add(shard);
                group.add(workers.submit(() -> check.check(shard, Optional.ofNullable(listed.get(name)))));
                if (group.size() >= 8 * readers) {
                    take(group, shards, progress, findings);
                }
            }
            take(group, shards, progress, findings);
        } finally {
            workers.shutdownNow();
        }
    }

    private static void take(
            List<Future<List<Finding>>> group, List<Shard> shards, LongConsumer progress, List<Finding> findings)
            throws IOException {
        for (int i = 0; i < group.size(); i++) {
            try {
                findings.addAll(group.get(i).get());
            } catch (ExecutionException e) {
                throw new IOException("cannot check shard " + shards.get(i).index() + ": " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while checking", e);
            }
            progress.accept(shards.get(i).count());
        }
        group.clear();
        shards.clear();
    }
}
