package io.limner.job.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps two runs at one place apart: a small file with an owner and a time, renewed while the owner lives. */
public final class Lease implements AutoCloseable {
    static final String FILE = "_limner/lease.json";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Destination destination;
    private final String id;
    private final ScheduledExecutorService renewing;
    private final ScheduledFuture<?> renewal;

    /** Who holds a lease, as the file says it. */
    record Holder(String id, String host, long process, String expires) {
        private Instant end() {
            return Instant.parse(expires);
        }

        /** A dead process of this machine can be told from a slow one; of another machine, only the time can tell. */
        private boolean isDead() {
            return host.equals(hostName())
                    && process != ProcessHandle.current().pid()
                    && ProcessHandle.of(process).isEmpty();
        }
    }

    private Lease(Destination destination, String id) {
        this.destination = destination;
        this.id = id;
        this.renewing = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "limner-lease");
            thread.setDaemon(true);
            return thread;
        });
        long third = LIFE.toSeconds() / 3;
        renewal = renewing.scheduleAtFixedRate(this::renew, third, third, TimeUnit.SECONDS);
    }

    /**
     * Takes the lease of a place.
     *
     * @throws LeaseHeldException if another run has it
     */
    public static Lease take(Destination destination) throws IOException {
        Optional<Holder> there = holder(destination);
        if (there.isPresent() && !there.get().isDead() && there.get().end().isAfter(Instant.now())) {
            throw held(destination, there.get());
        }
        String id = UUID.randomUUID().toString();
        destination.publish(FILE, content(id));
        // Of two that wrote at once, the one whose file stayed has it.
        Optional<Holder> now = holder(destination);
        if (now.isPresent() && !now.get().id().equals(id)) {
            throw held(destination, now.get());
        }
        return new Lease(destination, id);
    }

    private static LeaseHeldException held(Destination destination, Holder holder) {
        return new LeaseHeldException("another run works at " + destination.describe() + ": process " + holder.process()
                + " on " + holder.host() + ", whose lease lasts until " + holder.expires()
                + " unless it is renewed. Wait for it to end, then run the same command again");
    }

    private static Optional<Holder> holder(Destination destination) throws IOException {
        Optional<byte[]> content = destination.read(FILE);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Holder holder = JsonFile.read(content.get(), Holder.class);
            holder.end();
            return holder.id() == null || holder.host() == null ? Optional.empty() : Optional.of(holder);
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("the lease at {} cannot be read and is taken over", destination.describe());
            return Optional.empty();
        }
    }

    private void renew() {
        try {
            destination.publish(FILE, content(id));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the lease at {} could not be renewed: {}", destination.describe(), e.toString());
        }
    }

    private static byte[] content(String id) {
        return JsonFile.write(new Holder(
                id,
                hostName(),
                ProcessHandle.current().pid(),
                Instant.now().plus(LIFE).toString()));
    }

    private static String hostName() {
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
        destination.remove(FILE);
    }
}
