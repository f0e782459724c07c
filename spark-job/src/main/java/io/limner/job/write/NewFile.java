package io.limner.job.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Creates a small file of which nobody else may be the creator. Local folders and HDFS decide that themselves. An S3 store does
 * where it knows conditional writes; where it does not, two that create within the same instant may both succeed, so whoever
 * creates must read back whose file stayed.
 */
final class NewFile {
    /** What Hadoop calls a write that only succeeds where nothing is. */
    private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";

    private NewFile() {}

    /** Whether the file was created; if not, one was there. */
    static boolean create(FileSystem fileSystem, Path path, byte[] content) throws IOException {
        try {
            if ("file".equals(fileSystem.getUri().getScheme())) {
                // Hadoop's own create looks first and opens then, between which another may come.
                java.nio.file.Path file = java.nio.file.Path.of(path.toUri().getPath());
                Files.createDirectories(file.getParent());
                Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } else if (fileSystem.hasPathCapability(path, CONDITIONAL)) {
                conditional(fileSystem, path, content);
            } else {
                write(fileSystem.create(path, false), content);
            }
            return true;
        } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException there) {
            return false;
        } catch (IOException e) {
            // Stores have their own words for "there is one already".
            if (fileSystem.exists(path)) {
                return false;
            }
            throw e;
        }
    }

    private static void conditional(FileSystem fileSystem, Path path, byte[] content) throws IOException {
        try {
            write(
                    (FSDataOutputStream) fileSystem
                            .createFile(path)
                            .recursive()
                            .overwrite(true)
                            .must(CONDITIONAL, true)
                            .build(),
                    content);
        } catch (IOException e) {
            if (fileSystem.exists(path)) {
                throw e;
            }
            // The connector knows conditional writes, the store does not.
            write(fileSystem.create(path, false), content);
        }
    }

    private static void write(FSDataOutputStream opened, byte[] content) throws IOException {
        try (FSDataOutputStream stream = opened) {
            stream.write(content);
        }
    }
}
