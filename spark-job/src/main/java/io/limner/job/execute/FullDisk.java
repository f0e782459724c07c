package io.limner.job.execute;

import io.limner.job.write.Destination;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.DiskChecker.DiskErrorException;
import org.apache.spark.SparkEnv;
import org.apache.spark.util.Utils;

/** Says which folder is full, which neither the kernel nor Hadoop does. */
final class FullDisk {
    private static final String KERNELS = "No space left on device";
    /** A store's connector wants room for a whole part before it writes the first byte. */
    private static final long LITTLE = 64L << 20;

    private FullDisk() {}

    /**
     * Throws the exception on; or, if it is about a disk of this machine that is full, one that names the folder and the machine.
     * Hadoop's local file system throws errors, Parquet packs what it meets at a close into exceptions that nobody checks.
     */
    static <T> T unlessFull(Work<T> work, Destination destination, Configuration hadoop) throws IOException {
        try {
            return work.run();
        } catch (IOException | RuntimeException | FSError e) {
            if (isFull(e, destination, hadoop)) {
                throw new IOException(KERNELS + ": " + folders(destination, hadoop), e);
            }
            throw e;
        }
    }

    private static boolean isFull(Throwable e, Destination destination, Configuration hadoop) {
        List<Throwable> chain =
                Stream.iterate(e, at -> at != null, Throwable::getCause).toList();
        // A task has named it, whose words Spark repeats amid its own.
        if (chain.stream().anyMatch(at -> message(at).contains(KERNELS + ": "))) {
            return false;
        }
        return chain.stream().anyMatch(at -> message(at).contains(KERNELS))
                // Of a folder that is missing or shut, too.
                || (chain.stream().anyMatch(DiskErrorException.class::isInstance)
                        && written(destination, hadoop).stream().anyMatch(FullDisk::hasLittle));
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }

    private static boolean hasLittle(File folder) {
        return folder.getUsableSpace() < LITTLE;
    }

    private static List<File> written(Destination destination, Configuration hadoop) {
        return Stream.of(
                        Stream.of(destination)
                                .filter(Destination::isLocal)
                                .map(Destination::describe)
                                .map(FullDisk::existing),
                        Stream.of(hadoop.getTrimmedStrings("fs.s3a.buffer.dir"))
                                .map(folder -> new File(new Path(folder).toUri().getPath())),
                        Stream.of(SparkEnv.get())
                                .filter(spark -> spark != null)
                                .flatMap(spark -> Stream.of(Utils.getConfiguredLocalDirs(spark.conf())))
                                .map(File::new),
                        Stream.of(new File(System.getProperty("java.io.tmpdir"))))
                .flatMap(folders -> folders)
                .distinct()
                .toList();
    }

    /** Folders that are written to and have little room; all of them if none has. */
    private static String folders(Destination destination, Configuration hadoop) {
        List<File> written = written(destination, hadoop);
        List<File> full = written.stream().filter(FullDisk::hasLittle).toList();
        return (full.isEmpty() ? written : full)
                .stream()
                        .map(folder -> folder + " on " + Utils.localHostName() + " has "
                                + (folder.getUsableSpace() >> 10) + " kB")
                        .collect(Collectors.joining(", "));
    }

    /** The folder, or the first one above it that is there. */
    private static File existing(String path) {
        File folder = new File(path);
        while (!folder.exists() && folder.getParentFile() != null) {
            folder = folder.getParentFile();
        }
        return folder;
    }

    /** What writes. */
    @FunctionalInterface
    interface Work<T> {
        /** Writes, and says what came of it. */
        T run() throws IOException;
    }
}
