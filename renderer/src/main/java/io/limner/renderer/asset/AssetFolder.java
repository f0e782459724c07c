package io.limner.renderer.asset;

import io.limner.schema.spec.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A root in this machine's file system. Links may lead anywhere below it, and nowhere else. */
public final class AssetFolder implements AssetSource {
    private static final int DEEPEST = 16;

    private final Path root;

    /**
     * A root.
     *
     * @throws AssetException if it is no folder
     */
    public AssetFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AssetException(
                    AssetException.MISSING, folder + " is no folder; name the one that holds the assets");
        }
        try {
            this.root = folder.toRealPath();
        } catch (IOException e) {
            throw new AssetException(AssetException.MISSING, folder + " cannot be opened: " + e.getMessage());
        }
    }

    @Override
    public byte[] read(String file, long most) throws IOException {
        Path path = below(file);
        if (!Files.isRegularFile(path)) {
            throw new AssetException(AssetException.MISSING, file + " is no file below the assets' root");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1));
        }
        return checked(file, bytes, most);
    }

    /** The bytes, if they are no more than {@code most}. */
    public static byte[] checked(String file, byte[] bytes, long most) {
        if (bytes.length > most) {
            throw AssetException.faulty(file, "is larger than " + (most >> 20) + " MB; make it smaller");
        }
        return bytes;
    }

    @Override
    public List<String> list(String path) throws IOException {
        Path at = below(path);
        if (!Files.isDirectory(at)) {
            return List.of(path);
        }
        List<String> names = new ArrayList<>();
        Files.walkFileTree(at, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            private String name(Path found) {
                return path + "/" + at.relativize(found).toString().replace('\\', '/');
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (name(folder).contains("/.")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                checkBelow(name(folder), folder.toRealPath());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !name(found).contains("/.")) {
                    names.add(name(found));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path found, IOException why) throws IOException {
                if (name(found).contains("/.")) {
                    return FileVisitResult.CONTINUE;
                }
                if (why instanceof FileSystemLoopException) {
                    throw AssetException.faulty(name(found), "is a link to a folder that holds it; remove it");
                }
                throw why;
            }
        });
        return names.stream().sorted().toList();
    }

    private void checkBelow(String name, Path real) {
        if (!real.startsWith(root)) {
            throw new AssetException(
                    AssetException.MISSING, name + " leads out of the assets' root by a link; copy the file there");
        }
    }

    private Path below(String name) throws IOException {
        Asset.fault(name).ifPresent(fault -> {
            throw new AssetException(AssetException.MISSING, name + " " + fault);
        });
        try {
            Path named = root.resolve(name);
            if (!Files.exists(named)) {
                throw new AssetException(AssetException.MISSING, name + " is not there, below the assets' root");
            }
            Path real = named.toRealPath();
            checkBelow(name, real);
            return real;
        } catch (InvalidPathException unnamable) {
            throw new AssetException(AssetException.MISSING, name + " is no name of a file here");
        }
    }
}
