package io.limner.job.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps two runs at one place apart: a small file with an owner and a time, renewed while the owner lives. */
public final class Lease implements AutoCloseable {
    static final String FILE = "_limner/lease.json";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int READS = 10;
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Destination destination;
    private final String id;
    private final Supplier<Moment> clock;
    private final ScheduledExecutorService renewing;
    private final ScheduledFuture<?> renewal;
    /** By our clocks: the lease's life counts from before it was written, so nobody can find it dead earlier. */
    private volatile Moment began;

    private volatile boolean lost;

    /** Nanoseconds by the clock that is never set, but stands still while the machine sleeps, and by the clock on the wall. */
    record Moment(long steady, long wall) {
        private static Moment now() {
            return new Moment(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
        }

        /** Whether a lease of this moment has run out by another, by either clock. */
        private boolean isOver(Moment at) {
            return at.steady - steady > LIFE.toNanos() || at.wall - wall > LIFE.toNanos();
        }
    }

    /** Who holds a lease, as the file says it. */
    record Holder(String id, String host, long process, String expires) {
        private Instant end() {
            return Instant.parse(expires);
        }

        private boolean isAlive() {
            return !isDead() && end().isAfter(Instant.now());
        }

        /** A dead process of this machine can be told from a slow one; of another machine, only the time can tell. */
        private boolean isDead() {
            return host.equals(hostName())
                    && process != ProcessHandle.current().pid()
                    && ProcessHandle.of(process).isEmpty();
        }
    }

    private Lease(Destination destination, String id, Supplier<Moment> clock, Moment began) {
        this.destination = destination;
        this.id = id;
        this.clock = clock;
        this.began = began;
        this.renewing = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "limner-lease");
            thread.setDaemon(true);
            return thread;
        });
        long third = LIFE.toSeconds() / 3;
        renewal = renewing.scheduleAtFixedRate(this::renew, third, third, TimeUnit.SECONDS);
    }

    /**
     * Takes the lease of a place. Of several that try at once, one gets it; on a store without conditional writes that is only as
     * sure as reading back makes it.
     *
     * @throws LeaseHeldException if another run has it
     */
    public static Lease take(Destination destination) throws IOException {
        return take(destination, Moment::now);
    }

    /** As the other, with clocks. */
    static Lease take(Destination destination, Supplier<Moment> clock) throws IOException {
        String id = UUID.randomUUID().toString();
        Moment began = clock.get();
        if (!created(destination, FILE, id)) {
            takeOver(destination, id);
        }
        // Where a store let two create at once, the one whose file stayed has it.
        Optional<Holder> now = holder(destination);
        if (now.isEmpty() || !now.get().id().equals(id)) {
            throw held(destination, now);
        }
        return new Lease(destination, id, clock, began);
    }

    /** Removes the lease of an owner that is gone, as one is that was killed after its last write; any other stays. */
    public static void removeDead(Destination destination) throws IOException {
        if (holder(destination).filter(holder -> !holder.isAlive()).isEmpty()) {
            return;
        }
        try (Lease taken = take(destination)) {
            taken.check();
        } catch (LeaseHeldException other) {
            LOG.debug("somebody else took the dead lease", other);
        }
    }

    /** Replaces a lease whose owner is gone. A marker with the old lease's name keeps others from replacing ours for the old one. */
    private static void takeOver(Destination destination, String id) throws IOException {
        Optional<Holder> old = holder(destination);
        if (old.isEmpty() && destination.read(FILE).isEmpty()) {
            // It was given back just now, or somebody else is replacing it.
            if (!created(destination, FILE, id)) {
                throw held(destination, holder(destination));
            }
            return;
        }
        if (old.isPresent() && old.get().isAlive()) {
            throw held(destination, old);
        }
        String marker = marker(old.map(Holder::id).orElse("damaged"));
        if (destination.age(marker).compareTo(LIFE) > 0) {
            destination.remove(marker);
        }
        if (!created(destination, marker, id)) {
            throw held(destination, holder(destination));
        }
        try {
            if (!holder(destination).map(Holder::id).equals(old.map(Holder::id))) {
                throw held(destination, holder(destination));
            }
            destination.remove(FILE);
            if (!created(destination, FILE, id)) {
                throw held(destination, holder(destination));
            }
        } finally {
            destination.remove(marker);
        }
    }

    /** Whoever holds this may replace the lease of that owner. */
    private static String marker(String owner) {
        return FILE + "." + owner.replaceAll("[^0-9A-Za-z-]", "_");
    }

    /** Whether the file is ours now. A store that wrote it may be asked again, if its answer was lost, and says that there is one. */
    private static boolean created(Destination destination, String file, String id) throws IOException {
        return destination.create(file, content(id)) || isOf(id, destination, file);
    }

    private static LeaseHeldException held(Destination destination, Optional<Holder> holder) {
        String who = holder.map(h -> "process " + h.process() + " on " + h.host() + ", whose lease lasts until "
                        + h.expires() + " unless it is renewed")
                .orElse("it has only just begun or ended");
        return new LeaseHeldException("another run works at " + destination.describe() + ": " + who
                + ". Wait for it to end, then run the same command again");
    }

    /** Whoever has the lease; empty if it says nothing that can be read, even after a moment in which it may have been written. */
    private static Optional<Holder> holder(Destination destination) throws IOException {
        return holder(destination, FILE);
    }

    private static Optional<Holder> holder(Destination destination, String file) throws IOException {
        for (int tries = 0; ; tries++) {
            Optional<byte[]> content = destination.read(file);
            Optional<Holder> holder = content.flatMap(Lease::parse);
            if (content.isEmpty() || holder.isPresent() || tries == READS) {
                return holder;
            }
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }

    private static Optional<Holder> parse(byte[] content) {
        try {
            Holder holder = JsonFile.read(content, Holder.class);
            holder.end();
            return holder.id() == null || holder.host() == null ? Optional.empty() : Optional.of(holder);
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private boolean isOurs() throws IOException {
        return isOf(id, destination, FILE);
    }

    private static boolean isOf(String id, Destination destination, String file) throws IOException {
        return holder(destination, file)
                .filter(holder -> holder.id().equals(id))
                .isPresent();
    }

    /** Makes the lease last longer, if it is still ours. */
    void renew() {
        try {
            if (hasRunOut()) {
                takeAgain();
            } else {
                extend();
            }
        } catch (IOException | RuntimeException | FSError e) { // Hadoop's local file system throws errors.
            LOG.warn("the lease at {} could not be renewed: {}", destination.describe(), e.toString());
        }
    }

    private void extend() throws IOException {
        Moment now = clock.get();
        if (isOurs()) {
            destination.publish(FILE, content(id));
            began = now;
        } else {
            lost = true;
        }
    }

    /** After its end anybody may be replacing it: we do as they do, and keep them out meanwhile. */
    private void takeAgain() throws IOException {
        if (!created(destination, marker(id), id)) {
            lost = true;
            return;
        }
        try {
            extend();
        } finally {
            destination.remove(marker(id));
        }
        if (!lost) {
            LOG.warn("the lease at {} had run out and was taken again: the store was slow", destination.describe());
        }
    }

    private boolean hasRunOut() {
        return began.isOver(clock.get());
    }

    /** Gives a store that is slow to renew the lease as long again. */
    private void awaitRenewal() {
        Future<?> renewed = renewing.submit(this::renew);
        Moment asked = clock.get();
        while (!renewed.isDone() && !asked.isOver(clock.get())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the run was interrupted while it waited for its lease at "
                        + destination.describe() + " to be renewed");
            }
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }

    /**
     * Stops a run whose lease is no longer its own, by the file or by our clocks. One that has run out is taken again if nobody else has it,
     * for which the store gets a minute.
     *
     * @throws LeaseHeldException if another run has taken it over, somebody has removed it, or it has run out and the store does not take
     *     it again
     * @throws CancellationException if this thread is interrupted meanwhile, and it stays so
     */
    public void check() {
        if (!lost && hasRunOut()) {
            awaitRenewal();
        }
        if (!lost && hasRunOut()) {
            throw new LeaseHeldException(
                    "this run's lease has run out at " + destination.describe()
                            + ", since the store has not let it be renewed for " + LIFE.toSeconds()
                            + " s and more, and another run may begin. Run the same command again when the store answers: finished shards stay");
        }
        if (lost) {
            throw new LeaseHeldException("this run lost its lease at " + destination.describe()
                    + ": it was not renewed in time and another run took over, or somebody removed " + FILE
                    + ". Let the other run end, then run the same command again: finished shards stay");
        }
    }

    private static byte[] content(String id) {
        return JsonFile.write(new Holder(
                id,
                hostName(),
                ProcessHandle.current().pid(),
                Instant.now().plus(LIFE).toString()));
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Gives the lease back. */
    @Override
    public void close() throws IOException {
        renewal.cancel(false);
        renewing.shutdown();
        try {
            if (!renewing.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the lease at {} is still being renewed", destination.describe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isOurs()) {
            destination.remove(FILE);
        }
        // It stayed if the store failed while the lease was taken again.
        if (isOf(id, destination, marker(id))) {
            destination.remove(marker(id));
        }
    }
}
