package io.limner.job.doctor;

import io.limner.job.config.BadInputException;
import io.limner.job.write.Destination;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * Does at a destination what a run does there, with a few bytes: lists, writes, reads, uploads in parts, gives an upload up, removes. Each is
 * a right of its own in a store, and each that fails is told with the right that is missing. What was written is removed, if it may be.
 */
final class StoreProbe {
    private static final byte[] CONTENT = "limner".getBytes(StandardCharsets.US_ASCII);

    private final Destination destination;
    private final String name = ".limner-probe-" + UUID.randomUUID();
    private final List<Check> checks = new ArrayList<>();
    private Exception failure;

    private StoreProbe(Destination destination) {
        this.destination = destination;
    }

    /** Something that is tried. */
    private interface Attempt {
        /** What was seen. */
        String run() throws IOException;
    }

    /** Tries a destination. */
    static List<Check> examine(String place, Configuration hadoop) {
        try {
            return new StoreProbe(Destination.open(place, impatient(hadoop))).examine();
        } catch (BadInputException e) {
            return List.of(Check.fault("Store", e.getMessage(), "name another with --store"));
        } catch (IOException | RuntimeException e) {
            return List.of(Check.fault("Store", StoreFault.message(e), StoreFault.remedy(e, "")));
        }
    }

    /** Somebody waits for the answer. */
    private static Configuration impatient(Configuration hadoop) {
        Configuration quick = new Configuration(hadoop);
        Map.of(
                        "fs.s3a.attempts.maximum", "1",
                        "fs.s3a.retry.limit", "1",
                        "fs.s3a.retry.interval", "100ms",
                        "fs.s3a.retry.throttle.limit", "1",
                        "fs.s3a.connection.establish.timeout", "10s",
                        // Else it would write a folder's marker where the last file was removed.
                        "fs.s3a.performance.flags", "delete")
                .forEach(quick::set);
        return quick;
    }

    private List<Check> examine() {
        boolean reached = attempt("list", StoreFault.LIST, this::list);
        if (!reached && StoreFault.isHopeless(failure)) {
            return checks;
        }
        boolean written = attempt("write", "s3:PutObject", () -> {
            destination.publish(name, CONTENT);
            return "a file was written";
        });
        if (written) {
            attempt("read", "s3:GetObject", this::read);
        }
        multipart();
        if (written) {
            attempt("delete", "s3:DeleteObject", this::remove);
        }
        return checks;
    }

    /** Asks for a listing and for nothing before it: to that a store answers with the reason of a refusal. */
    private String list() throws IOException {
        try {
            boolean any = destination
                    .fileSystem()
                    .listStatusIterator(new Path(destination.address()))
                    .hasNext();
            return destination.describe() + (any ? " holds files" : " is empty");
        } catch (FileNotFoundException none) {
            return destination.describe() + " is not there yet";
        }
    }

    private String read() throws IOException {
        byte[] there =
                destination.read(name).orElseThrow(() -> new IOException(name + " was written and is not there"));
        if (!Arrays.equals(there, CONTENT)) {
            throw new IOException(name + " holds other bytes than were written");
        }
        if (!destination.entries().contains(name)) {
            throw new IOException(name + " was written and is not listed");
        }
        return "it is listed, and holds what was written";
    }

    private String remove() throws IOException {
        destination.remove(name);
        if (destination.read(name).isPresent()) {
            throw new IOException(name + " was removed and is still there");
        }
        return "it was removed";
    }

    /** Only stores upload in parts; a file system writes beside and renames, which the first file did. */
    private void multipart() {
        Path path = destination.path(name + "-parts");
        FileSystem store = destination.fileSystem();
        try {
            if (!store.hasPathCapability(path, CommonPathCapabilities.FS_MULTIPART_UPLOADER)
                    || destination.isLocal()
                    || "hdfs".equals(store.getUri().getScheme())) {
                return;
            }
        } catch (IOException e) {
            return; // Told by what was tried before.
        }
        boolean completed = attempt("upload in parts", "s3:PutObject", () -> {
            try (MultipartUploader uploader =
                    store.createMultipartUploader(path.getParent()).build()) {
                UploadHandle upload = wait(uploader.startUpload(path));
                try {
                    wait(uploader.complete(upload, path, Map.of(1, part(uploader, upload, path))));
                } catch (IOException | RuntimeException refused) {
                    abort(uploader, upload, path, refused);
                    throw refused;
                }
            }
            return "a file of one part was completed";
        });
        if (completed) {
            attempt("delete of what was uploaded", "s3:DeleteObject", () -> {
                store.delete(path, false);
                return "it was removed";
            });
        }
        attempt("giving an upload up", "s3:AbortMultipartUpload", () -> {
            try (MultipartUploader uploader =
                    store.createMultipartUploader(path.getParent()).build()) {
                UploadHandle upload = wait(uploader.startUpload(path));
                try {
                    part(uploader, upload, path);
                } catch (IOException | RuntimeException refused) {
                    abort(uploader, upload, path, refused);
                    throw refused;
                }
                wait(uploader.abort(upload, path));
            }
            return "its parts are gone";
        });
    }

    /** Leaves no upload behind that costs money and that no listing shows. */
    private static void abort(MultipartUploader uploader, UploadHandle upload, Path path, Exception refused) {
        try {
            wait(uploader.abort(upload, path));
        } catch (IOException | RuntimeException again) {
            refused.addSuppressed(again);
        }
    }

    private static PartHandle part(MultipartUploader uploader, UploadHandle upload, Path path) throws IOException {
        return wait(uploader.putPart(upload, 1, true, path, new ByteArrayInputStream(CONTENT), CONTENT.length));
    }

    private static <T> T wait(CompletableFuture<T> future) throws IOException {
        return FutureIO.awaitFuture(future);
    }

    private boolean attempt(String what, String right, Attempt attempt) {
        try {
            checks.add(Check.ok("Store, " + what, attempt.run()));
            return true;
        } catch (IOException | RuntimeException e) {
            failure = e;
            checks.add(Check.fault("Store, " + what, StoreFault.message(e), StoreFault.remedy(e, right)));
            return false;
        }
    }
}
