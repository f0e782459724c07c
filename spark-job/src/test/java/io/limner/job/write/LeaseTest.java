package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for a renewal by a clock that stands have no end of their own. */
@Timeout(300)
class LeaseTest {
    @TempDir
    private Path folder;

    private Destination destination;

    @BeforeEach
    void open() throws IOException {
        destination = Destination.open(folder.toString(), new Configuration());
    }

    private void held(String host, long process, Instant until) throws IOException {
        destination.publish(Lease.FILE, JsonFile.write(new Lease.Holder("other", host, process, until.toString())));
    }

    @Test
    void theSecondIsRefusedAndToldByWhom() throws IOException {
        try (Lease first = Lease.take(destination)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> Lease.take(destination))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isGivenBack() throws IOException {
        Lease.take(destination).close();
        assertThat(folder.resolve(Lease.FILE)).doesNotExist();
        Lease.take(destination).close();
    }

    @Test
    void theLeaseOfADeadProcessOfThisMachineIsTakenOver() throws IOException {
        // No system has a process of this number.
        held(Lease.hostName(), Long.MAX_VALUE, Instant.now().plusSeconds(50));
        Lease.take(destination).close();
    }

    @Test
    void theLeaseOfAnotherMachineLastsUntilItExpires() throws IOException {
        held("elsewhere", 1, Instant.now().plusSeconds(50));
        assertThatThrownBy(() -> Lease.take(destination)).hasMessageContaining("elsewhere");
        held("elsewhere", 1, Instant.now().minusSeconds(1));
        Lease.take(destination).close();
    }

    @Test
    void onlyADeadLeaseIsTidiedAway() throws IOException {
        held("elsewhere", 1, Instant.now().plusSeconds(50));
        Lease.removeDead(destination);
        assertThat(folder.resolve(Lease.FILE)).exists();
        held("elsewhere", 1, Instant.now().minusSeconds(1));
        Lease.removeDead(destination);
        assertThat(folder.resolve(Lease.FILE)).doesNotExist();
    }

    @Test
    void aDamagedLeaseHoldsNobodyUp() throws IOException {
        Files.createDirectories(folder.resolve("_limner"));
        Files.writeString(folder.resolve(Lease.FILE), "{ half a fil");
        Lease.take(destination).close();
    }

    /** How many of two that try at once get the lease, and keep it until both have tried. */
    private int winners() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Optional<Lease>> runner = () -> {
            Destination own = Destination.open(folder.toString(), new Configuration());
            start.await();
            try {
                return Optional.of(Lease.take(own));
            } catch (LeaseHeldException refused) {
                return Optional.empty();
            }
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            int winners = 0;
            for (Future<Optional<Lease>> each : two.invokeAll(List.of(runner, runner))) {
                Optional<Lease> lease = each.get();
                if (lease.isPresent()) {
                    winners++;
                    lease.get().close();
                }
            }
            return winners;
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void ofTwoAtOnceOneGetsIt() throws Exception {
        for (int race = 0; race < 50; race++) {
            // Closing comes after both have tried: invokeAll waits for them.
            assertThat(winners()).as("race %d", race).isEqualTo(1);
        }
    }

    @Test
    void ofTwoThatFindADeadLeaseOneTakesItOver() throws Exception {
        for (int race = 0; race < 50; race++) {
            held("elsewhere", 1, Instant.now().minusSeconds(1));
            assertThat(winners()).as("race %d", race).isEqualTo(1);
            assertThat(folder.resolve("_limner")).isEmptyDirectory();
        }
    }

    @Test
    void aLeaseThatAnotherTookIsNeitherRenewedNorGivenBack() throws IOException {
        Lease ours = Lease.take(destination);
        ours.check();
        held("elsewhere", 1, Instant.now().plusSeconds(50));
        ours.renew();
        assertThatThrownBy(ours::check)
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("lost its lease at " + folder);
        ours.close();
        assertThat(folder.resolve(Lease.FILE)).content().contains("elsewhere");
    }

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicLong asleep = new AtomicLong();

    /** A lease by clocks that stand unless they are moved; or each look at which takes {@code look} seconds, so that nobody waits for long. */
    private Lease takeByOurClock(int look) throws IOException {
        return Lease.take(destination, () -> {
            long awake = seconds.addAndGet(look);
            return new Lease.Moment(TimeUnit.SECONDS.toNanos(awake), TimeUnit.SECONDS.toNanos(awake + asleep.get()));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatRanOutIsTakenAgainIfNobodyHasIt(boolean slept) throws IOException {
        try (Lease ours = takeByOurClock(0)) {
            held(ours);
            (slept ? asleep : seconds).addAndGet(100);
            ours.check();
            assertThat(folder.resolve(Lease.FILE)).content().doesNotContain("2020-");
            assertThat(folder.resolve("_limner").toFile().list()).containsExactly("lease.json");
        }
    }

    /** As the file of one that has run out. */
    private void held(Lease ours) throws IOException {
        Lease.Holder holder = JsonFile.read(Files.readAllBytes(folder.resolve(Lease.FILE)), Lease.Holder.class);
        assertThat(ours).isNotNull();
        destination.publish(
                Lease.FILE,
                JsonFile.write(new Lease.Holder(holder.id(), holder.host(), holder.process(), "2020-01-01T00:00:00Z")));
    }

    @Test
    void oneThatRanOutIsNotTakenFromWhoIsJustTakingItOver() throws IOException {
        Lease ours = takeByOurClock(0);
        held(ours);
        String id = JsonFile.read(Files.readAllBytes(folder.resolve(Lease.FILE)), Lease.Holder.class)
                .id();
        destination.publish(
                Lease.FILE + "." + id,
                JsonFile.write(new Lease.Holder("other", "elsewhere", 1, "2100-01-01T00:00:00Z")));
        seconds.addAndGet(100);
        assertThatThrownBy(ours::check).isInstanceOf(LeaseHeldException.class).hasMessageContaining("lost its lease");
        ours.close();
    }

    /** Lets nobody write, or remove a marker. */
    public static final class StalledStore extends RawLocalFileSystem {
        static volatile CountDownLatch stall = new CountDownLatch(0);
        static volatile boolean keepsMarkers;

        @Override
        public URI getUri() {
            return URI.create("stalled:///");
        }

        @Override
        public FSDataOutputStream create(org.apache.hadoop.fs.Path path, boolean overwrite) throws IOException {
            try {
                stall.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return super.create(path, overwrite);
        }

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
            if (keepsMarkers && path.getName().startsWith("lease.json.")) {
                throw new IOException("it was planted");
            }
            return super.delete(path, recursive);
        }
    }

    private void openStalled() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.stalled.impl", StalledStore.class.getName());
        hadoop.setBoolean("fs.stalled.impl.disable.cache", true);
        destination = Destination.open("stalled://" + folder, hadoop);
    }

    @Test
    void theMarkerThatCouldNotBeRemovedGoesWithTheLease() throws IOException {
        openStalled();
        Lease ours = takeByOurClock(0);
        StalledStore.keepsMarkers = true;
        try {
            seconds.addAndGet(100);
            ours.check();
            assertThat(folder.resolve("_limner").toFile().list()).hasSize(2);
        } finally {
            StalledStore.keepsMarkers = false;
            ours.close();
        }
        assertThat(folder.resolve("_limner")).isEmptyDirectory();
    }

    @Test
    void anInterruptIsNotTakenForALeaseThatRanOut() throws IOException {
        openStalled();
        Lease ours = takeByOurClock(0);
        StalledStore.stall = new CountDownLatch(1);
        try {
            seconds.addAndGet(100);
            Thread.currentThread().interrupt();
            assertThatThrownBy(ours::check)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            StalledStore.stall.countDown();
            ours.close();
        }
    }

    @Test
    void anOwnerWhoseRenewalIsStuckKnowsItByItsOwnClock() throws IOException {
        openStalled();
        Lease ours = takeByOurClock(1);
        StalledStore.stall = new CountDownLatch(1);
        try {
            ours.check();
            seconds.addAndGet(100);
            assertThatThrownBy(ours::check)
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("has run out")
                    .hasMessageContaining("finished shards stay");
        } finally {
            StalledStore.stall.countDown();
            ours.close();
        }
    }
}
