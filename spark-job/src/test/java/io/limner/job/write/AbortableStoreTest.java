package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.execute.Sampler;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store does that completes an upload when its stream is closed, as S3 does. */
class AbortableStoreTest {
    @TempDir
    private Path folder;

    private Destination destination;

    /** A store in memory that remembers what was asked of it. */
    public static final class UploadStore extends RawLocalFileSystem {
        static final List<String> EVENTS = new ArrayList<>();

        @Override
        public URI getUri() {
            return URI.create("upload:///");
        }

        @Override
        public String getScheme() {
            return "upload";
        }

        @Override
        public boolean hasPathCapability(org.apache.hadoop.fs.Path path, String capability) throws IOException {
            return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM)
                    || super.hasPathCapability(path, capability);
        }

        @Override
        public FSDataOutputStream create(org.apache.hadoop.fs.Path path, boolean overwrite) throws IOException {
            EVENTS.add("begin " + path.getName());
            return new FSDataOutputStream(new Upload(path.getName()), null);
        }
    }

    private static final class Upload extends ByteArrayOutputStream implements Abortable {
        private final String name;
        private boolean aborted;

        Upload(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            if (!aborted) {
                UploadStore.EVENTS.add("complete " + name);
            }
        }

        @Override
        public AbortableResult abort() {
            aborted = true;
            UploadStore.EVENTS.add("abort " + name);
            return new AbortableResult() {
                @Override
                public boolean alreadyClosed() {
                    return false;
                }

                @Override
                public IOException anyCleanupException() {
                    return null;
                }
            };
        }
    }

    @BeforeEach
    void open() throws IOException {
        UploadStore.EVENTS.clear();
        Configuration hadoop = new Configuration();
        hadoop.set("fs.upload.impl", UploadStore.class.getName());
        hadoop.setBoolean("fs.upload.impl.disable.cache", true);
        destination = Destination.open("upload://" + folder.resolve("set"), hadoop);
    }

    private ShardReceipt write(boolean commit) throws IOException {
        DatasetSpec spec = Specs.of(4);
        Plan plan = Plan.of(spec, 4);
        try (Sampler sampler = FlatSamplers.sound().open(new SceneDesign(spec), "auto");
                ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(0))) {
            for (int id = 0; id < 4; id++) {
                writer.write(sampler.sample(id));
            }
            return commit ? writer.commit() : null;
        }
    }

    @Test
    void aCommittedShardIsOneCompletedUploadUnderItsName() throws IOException {
        String name = write(true).file().name();
        assertThat(UploadStore.EVENTS).containsExactly("begin " + name, "complete " + name);
    }

    @Test
    void aShardThatIsGivenUpIsAborted() throws IOException {
        write(false);
        assertThat(UploadStore.EVENTS).hasSize(2);
        assertThat(UploadStore.EVENTS.get(1)).startsWith("abort ");
    }
}
