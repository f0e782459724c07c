package io.limner.job.execute;

import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetFolder;
import io.limner.renderer.asset.AssetSource;
import io.limner.schema.spec.Asset;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The user's files in a store that Hadoop reaches. */
final class AssetStore implements AssetSource {
    private final Path root;
    private final Configuration hadoop;

    AssetStore(String address, Configuration hadoop) {
        this.root = new Path(address);
        this.hadoop = hadoop;
    }

    @Override
    public byte[] read(String file, long most) throws IOException {
        try (InputStream in = root.getFileSystem(hadoop).open(below(file))) {
            return AssetFolder.checked(file, in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1)), most);
        } catch (FileNotFoundException absent) {
            throw missing(file);
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        Path at = below(path);
        List<String> names = new ArrayList<>();
        try {
            FileStatus status = files.getFileStatus(at);
            if (status.isFile()) {
                return List.of(path);
            }
            String folder = status.getPath().toUri().getPath();
            RemoteIterator<LocatedFileStatus> all = files.listFiles(at, true);
            while (all.hasNext()) {
                String name = path + all.next().getPath().toUri().getPath().substring(folder.length());
                if (!name.contains("/.")) {
                    names.add(name);
                }
            }
        } catch (FileNotFoundException absent) {
            throw missing(path);
        }
        return names.stream().sorted().toList();
    }

    private Path below(String name) {
        Asset.fault(name).ifPresent(fault -> {
            throw new AssetException(AssetException.MISSING, name + " " + fault);
        });
        return new Path(root, name);
    }

    private AssetException missing(String name) {
        return new AssetException(AssetException.MISSING, name + " is not there, below the assets' root");
    }
}
