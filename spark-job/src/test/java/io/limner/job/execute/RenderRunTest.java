package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.write.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderRunTest {
    @TempDir
    private Path folder;

    @Test
    void drawsEveryShardOnce() throws IOException {
        Quiet progress = new Quiet();
        Manifest manifest = Farm.draw(Specs.settings(10, 4, folder.resolve("out")), 2, FlatSamplers.sound(), progress);
        assertThat(progress.receipts()).hasSize(3);
        assertThat(manifest.totals().samples()).isEqualTo(10);
    }
}
