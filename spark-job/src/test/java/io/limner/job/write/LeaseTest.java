package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
