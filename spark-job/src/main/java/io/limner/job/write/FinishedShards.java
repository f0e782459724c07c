package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.Destination.Stored;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.Daemon;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which shards of a plan are there: by listing, and by the receipt in each file's footer. */
public final class FinishedShards {
    private static final Logger LOG = LoggerFactory.getLogger(FinishedShards.class);
    /** The folder of what Limner notes for itself. */
    private static final String NOTES = "_limner";

    private static final int READERS = 16;
    /** Files that are asked about before the first answer is taken. */
    private static final int WAITING = 16 * READERS;

    private final Destination destination;
    private final Plan plan;
    private final Configuration hadoop;

    /** The shards of {@code plan} at {@code destination}. */
    public FinishedShards(Destination destination, Plan plan, Configuration hadoop) {
        this.destination = destination;
        this.plan = plan;
        this.hadoop = hadoop;
    }

    /** The manifest, if exactly the files that it lists are there, in their full length. Opens none of them. */
    public Optional<Manifest> complete() throws IOException {
        Lengths lengths = new Lengths(plan);
        Optional<Manifest> manifest = Manifest.at(destination, shard -> lengths.listed(shard.file(), shard.bytes()));
        if (manifest.isEmpty() || !manifest.get().identity().planHash().equals(plan.hash())) {
            return Optional.empty();
        }
        destination.dataFiles(file -> {
            if (!AtomicFile.isUnfinished(file.name())) {
                lengths.found(file.name(), file.bytes());
            }
        });
        return lengths.agree() ? manifest : Optional.empty();
    }

    /** Receipts of the shards that are there and whole, in no order. A file that is not whole counts as missing. */
    public void receipts(Consumer<ShardReceipt> found) throws IOException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS, new Daemon.DaemonFactory());
        Deque<Future<Optional<ShardReceipt>>> asked = new ArrayDeque<>();
        try {
            destination.dataFiles(file -> {
                OptionalLong index = plan.shardOf(file.name());
                if (index.isPresent()) {
                    asked.add(readers.submit(() -> receipt(plan.shard(index.getAsLong()), file)));
                }
                if (asked.size() == WAITING) {
                    answer(asked).ifPresent(found);
                }
            });
            while (!asked.isEmpty()) {
                answer(asked).ifPresent(found);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private Optional<ShardReceipt> answer(Deque<Future<Optional<ShardReceipt>>> asked) throws IOException {
        try {
            return asked.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException store) {
                throw store;
            }
            throw new IOException(
                    "cannot look into " + destination.describe() + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for finished shards", e);
        }
    }

    /** Removes what dead runs and dead executors began and never finished. Only for the holder of the lease. */
    public void removeUnfinished() throws IOException {
        destination.dataFiles(file -> {
            if (AtomicFile.isUnfinished(file.name())) {
                destination.remove(Destination.DATA + "/" + file.name());
            }
        });
        removeUnfinishedNotes();
        giveUpUploads(destination.path(Destination.DATA));
        giveUpUploads(destination.path(NOTES));
    }

    /** A manifest that was not finished may be gigabytes. The lease is being renewed meanwhile: what is begun of it stays. */
    private void removeUnfinishedNotes() throws IOException {
        String lease = "." + destination.path(Lease.FILE).getName();
        try {
            for (FileStatus file : destination.fileSystem().listStatus(destination.path(NOTES))) {
                String name = file.getPath().getName();
                if (file.isFile() && AtomicFile.isUnfinished(name) && !name.startsWith(lease)) {
                    destination.remove(NOTES + "/" + name);
                }
            }
        } catch (FileNotFoundException none) {
            LOG.debug("there are no notes yet", none);
        }
    }

    /** Parts that a killed process sent to a store are no file, cost money, and stay until somebody gives their upload up. */
    private void giveUpUploads(Path folder) throws IOException {
        FileSystem store = destination.fileSystem();
        if (!store.hasPathCapability(folder, CommonPathCapabilities.FS_MULTIPART_UPLOADER)
                || !store.hasPathCapability(folder, CommonPathCapabilities.ABORTABLE_STREAM)) {
            return;
        }
        try (MultipartUploader uploads = store.createMultipartUploader(folder).build()) {
            int count = FutureIO.awaitFuture(uploads.abortUploadsUnderPath(folder));
            LOG.debug("{} uploads to {} were given up", count, folder);
        } catch (AccessDeniedException refused) {
            LOG.warn(
                    "unfinished uploads to {} stay until they are purged: this needs s3:ListBucketMultipartUploads: {}",
                    folder,
                    refused.toString());
        } catch (IOException unsupported) {
            if (!isUnsupported(unsupported)) {
                throw unsupported;
            }
            LOG.warn(
                    "unfinished uploads to {} stay until a lifecycle rule of the bucket removes them: this store cannot list them: {}",
                    folder,
                    unsupported.toString());
        }
    }

    /** The S3 connector's word, which is not on every class path, for a store that answers 405 or 501. */
    static boolean isUnsupported(IOException e) {
        return e.getClass().getSimpleName().equals("AWSUnsupportedFeatureException");
    }

    /** A footer that cannot be understood is damage; a store that does not answer is a fault of the store. */
    private Optional<ShardReceipt> receipt(Shard shard, Stored file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(destination.path(Destination.DATA, file.name()), hadoop))) {
            Map<String, String> keys = reader.getFileMetaData().getKeyValueMetaData();
            ShardReceipt.Contents contents = Footer.contents(keys, plan, shard);
            return Optional.of(new ShardReceipt(
                    shard,
                    contents,
                    new ShardReceipt.Published(file.name(), file.bytes(), keys.get(Seal.KEY)),
                    ShardReceipt.Work.EARLIER,
                    Footer.failures(keys, contents)));
        } catch (IOException | RuntimeException e) {
            if (!isDamage(e)) {
                throw e;
            }
            LOG.warn("{} is damaged and will be drawn again: {}", file.name(), e.toString());
            return Optional.empty();
        }
    }

    /** Parquet throws RuntimeException for what is no footer; a footer that breaks off or cannot be decoded is an IOException. */
    public static boolean isDamage(Exception e) {
        if (e instanceof UncheckedIOException unchecked) {
            return isDamage(unchecked.getCause());
        }
        return !(e instanceof IOException)
                || e instanceof EOFException
                || (e.getCause() != null && e.getCause().getClass().getName().contains(".thrift."));
    }
}
