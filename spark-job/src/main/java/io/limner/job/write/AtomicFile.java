package io.limner.job.write;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that appears under its name whole, when it is committed, or not at all. An object store completes an upload under the
 * final name; a file system gets a hidden file that is renamed.
 */
public final class AtomicFile implements Closeable {
    private static final String HIDDEN = ".";
    private static final String UNFINISHED = ".tmp";

    private final FileSystem fileSystem;
    private final Path path;
    private final Path written;
    private final FSDataOutputStream stream;
    private boolean streamClosed;
    private boolean committed;

    private AtomicFile(FileSystem fileSystem, Path path, Path written) throws IOException {
        this.fileSystem = fileSystem;
        this.path = path;
        this.written = written;
        this.stream = fileSystem.create(written, true);
    }

    /** Begins a file. What is under its name stays until the commit, and is then replaced. */
    public static AtomicFile create(FileSystem fileSystem, Path path) throws IOException {
        // Only a stream that can be aborted leaves nothing behind when an upload is given up.
        boolean upload = fileSystem.hasPathCapability(path, CommonPathCapabilities.ABORTABLE_STREAM);
        Path hidden = new Path(path.getParent(), HIDDEN + path.getName() + "." + UUID.randomUUID() + UNFINISHED);
        return new AtomicFile(fileSystem, path, upload ? path : hidden);
    }

    /** Whether a file of this name is one that was begun and never committed. */
    static boolean isUnfinished(String name) {
        return name.startsWith(HIDDEN) && name.endsWith(UNFINISHED);
    }

    /** Where the content goes. Do not close it: {@link #commit} does. */
    public FSDataOutputStream stream() {
        return stream;
    }

    /** Makes the file appear. */
    public void commit() throws IOException {
        streamClosed = true;
        stream.close();
        if (!written.equals(path)) {
            rename();
        }
        committed = true;
    }

    private void rename() throws IOException {
        if (fileSystem.rename(written, path)) {
            return;
        }
        // Some file systems do not replace. What is there is of the same name, so of the same content or older.
        fileSystem.delete(path, false);
        if (!fileSystem.rename(written, path)) {
            throw new FileNotFoundException(
                    "cannot rename " + written + " to " + path
                            + ": the store refused without a reason; look whether the folder is still there and may be written");
        }
    }

    /** Without a commit before it, leaves nothing behind. */
    @Override
    public void close() throws IOException {
        if (committed) {
            return;
        }
        if (written.equals(path)) {
            if (!streamClosed) {
                stream.abort();
            }
            return;
        }
        try {
            if (!streamClosed) {
                stream.close();
            }
        } finally {
            fileSystem.delete(written, false);
        }
    }
}
