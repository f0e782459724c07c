package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
        held(
                InetAddress.getLocalHost().getHostName(),
                Long.MAX_VALUE,
                Instant.now().plusSeconds(50));
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
    void aDamagedLeaseHoldsNobodyUp() throws IOException {
        Files.createDirectories(folder.resolve("_limner"));
        Files.writeString(folder.resolve(Lease.FILE), "{ half a fil");
        Lease.take(destination).close();
    }
}
