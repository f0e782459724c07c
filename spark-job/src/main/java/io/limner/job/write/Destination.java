package io.limner.job.write;

import io.limner.job.config.BadInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one dataset: a folder, or a prefix in a store. */
public final class Destination {
    /** The folder of the shards, below the dataset's own. */
    public static final String DATA = "data";

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/.*");
    /** Hadoop reads from there, and only finds out when it writes that it cannot. */
    private static final Pattern WEB = Pattern.compile("^(?i:https?|ftp):.*");

    private static final Pattern WITH_USER = Pattern.compile("^([a-zA-Z0-9+.-]+://)[^/]*@");
    /** Azure names a container there, which is no secret. */
    private static final Pattern WITH_CONTAINER = Pattern.compile("^abfss?://[^/:@]+@[^/@]+/.*");

    private static final String PURGE = "fs.s3a.multipart.purge";
    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);

    private final Path root;
    private final FileSystem fileSystem;

    /** A file that is there. */
    public record Stored(String name, long bytes) {}

    /** Hears of files. */
    @FunctionalInterface
    public interface Listing {
        /** A file. */
        void file(Stored file) throws IOException;
    }

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        /** Writes it; the stream stays open. */
        void write(OutputStream out) throws IOException;
    }

    private Destination(Path root, FileSystem fileSystem) {
        this.root = root;
        this.fileSystem = fileSystem;
    }

    /**
     * The place that {@code out} names: a folder of this machine, or a URI. Nothing is created.
     *
     * @throws BadInputException if it names no place that a dataset can have
     */
    public static Destination open(String out, Configuration configuration) throws IOException {
        Path path = rootOf(out);
        PlaceRules.check(out, path, configuration);
        FileSystem fileSystem;
        try {
            fileSystem = fileSystem(path, configuration);
        } catch (UnsupportedFileSystemException unknown) {
            throw new BadInputException(
                    out + ": nothing here can write to '" + path.toUri().getScheme()
                            + ":'; use a folder, hdfs:// or s3a://",
                    unknown);
        } catch (IOException | RuntimeException e) {
            if (hasCause(e, ClassNotFoundException.class)) {
                throw new BadInputException(
                        out + ": the connector for '" + path.toUri().getScheme()
                                + ":' is not on the class path; ./limner fetches that of s3a: by itself, spark-submit takes it with "
                                + "--packages org.apache.hadoop:hadoop-aws:3.4.2; for other stores see RUNBOOK.md",
                        e);
            }
            throw e;
        }
        // The checksummed view of the local disk would put a .crc file beside every file.
        return new Destination(
                path, fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem);
    }

    /** A store that cannot list uploads can do all else: what is unfinished there is not looked for when it is opened. */
    private static FileSystem fileSystem(Path path, Configuration configuration) throws IOException {
        try {
            return path.getFileSystem(configuration);
        } catch (IOException e) {
            String ofBucket = PURGE.replace("s3a.", "s3a.bucket." + path.toUri().getAuthority() + ".");
            if (!FinishedShards.isUnsupported(e)
                    || !configuration.getBoolean(ofBucket, configuration.getBoolean(PURGE, false))) {
                throw e;
            }
            LOG.warn(
                    "{} is not done, as this store cannot list uploads; a lifecycle rule of the bucket removes unfinished ones: {}",
                    PURGE,
                    e.toString());
            configuration.setBoolean(PURGE, false);
            configuration.setBoolean(ofBucket, false);
            return path.getFileSystem(configuration);
        }
    }

    private static Path rootOf(String out) {
        if (out.isBlank()) {
            throw new BadInputException("the place is empty; name a folder or a URI such as s3a://bucket/faces");
        }
        if (!SCHEME.matcher(out).matches()) {
            try {
                return new Path(
                        java.nio.file.Path.of(out).toAbsolutePath().normalize().toUri());
            } catch (InvalidPathException e) {
                throw new BadInputException(out + " is not a folder's name: " + e.getReason(), e);
            }
        }
        if (WITH_USER.matcher(out).find() && !WITH_CONTAINER.matcher(out).matches()) {
            throw new BadInputException(WITH_USER.matcher(out).replaceFirst("$1***@")
                    + ": keys do not belong in a URL, where logs would show them; put them into the environment "
                    + "(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) and leave them out here");
        }
        if (out.startsWith("s3:") || out.startsWith("s3n:")) {
            throw new BadInputException(out + ": Hadoop calls S3 s3a; write s3a" + out.substring(out.indexOf(':')));
        }
        if (WEB.matcher(out).matches()) {
            throw new BadInputException(
                    out + ": nothing here can write to a web address; use a folder, hdfs:// or s3a://");
        }
        Path path;
        try {
            path = new Path(out);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(out + " is not a URI: " + e.getMessage(), e);
        }
        if (path.isRoot()) {
            throw new BadInputException(out + " is the root of a store; name a place below it, such as " + out
                    + (out.endsWith("/") ? "" : "/") + "faces");
        }
        return path;
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** The place as {@link #open} takes it, on any machine. */
    public String address() {
        // Not a URI's text: its percent signs would be taken for part of a name.
        return root.toString();
    }

    /** How people would write this place: a folder's path, or the URI. */
    public String describe() {
        return isLocal() ? java.nio.file.Path.of(root.toUri().getPath()).toString() : root.toString();
    }

    /** Whether it is a folder of this machine. */
    public boolean isLocal() {
        return "file".equals(fileSystem.getUri().getScheme());
    }

    /** What stores it. */
    public FileSystem fileSystem() {
        return fileSystem;
    }

    /** The path of a file of the dataset, such as {@code data/part-...}. */
    public Path path(String name, String... below) {
        Path path = new Path(root, name);
        for (String part : below) {
            path = new Path(path, part);
        }
        return path;
    }

    /** The text of a small file; empty if there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        try (InputStream in = fileSystem.open(path(name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    /** Writes a small file, whole or not at all; replaces what was there. */
    public void publish(String name, byte[] content) throws IOException {
        publish(name, out -> out.write(content));
    }

    /** The same of any size. */
    void publish(String name, Content content) throws IOException {
        try (AtomicFile file = AtomicFile.create(fileSystem, path(name))) {
            content.write(file.stream());
            file.commit();
        }
    }

    /** Writes a small file that is not there yet; whether it was not. Of all that try at once, one succeeds: {@link NewFile}. */
    boolean create(String name, byte[] content) throws IOException {
        return NewFile.create(fileSystem, path(name), content);
    }

    /** How long ago a file was written, by the store's clock and ours; zero if there is none. */
    Duration age(String name) throws IOException {
        try {
            return Duration.ofMillis(System.currentTimeMillis()
                    - fileSystem.getFileStatus(path(name)).getModificationTime());
        } catch (FileNotFoundException none) {
            return Duration.ZERO;
        }
    }

    /** Removes a file if it is there. */
    public void remove(String name) throws IOException {
        fileSystem.delete(path(name), false);
    }

    /**
     * What lies here, not below: names end with / for folders.
     *
     * @throws BadInputException if the place is a file
     */
    public List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            if (fileSystem.getFileStatus(root).isFile()) {
                throw new BadInputException(
                        "--out " + describe() + " is a file; name a folder that is empty or not there yet");
            }
            RemoteIterator<FileStatus> all = fileSystem.listStatusIterator(root);
            while (all.hasNext()) {
                FileStatus entry = all.next();
                names.add(entry.getPath().getName() + (entry.isDirectory() ? "/" : ""));
            }
        } catch (FileNotFoundException none) {
            return List.of();
        }
        return names;
    }

    /** Tells of the files in the folder of shards, finished or not, in no order, as they are listed. */
    public void dataFiles(Listing listing) throws IOException {
        RemoteIterator<FileStatus> all;
        try {
            all = fileSystem.listStatusIterator(path(DATA));
        } catch (FileNotFoundException none) {
            return;
        }
        while (all.hasNext()) {
            FileStatus entry = all.next();
            if (entry.isFile()) {
                listing.file(new Stored(entry.getPath().getName(), entry.getLen()));
            }
        }
    }
}
