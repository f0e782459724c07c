package io.limner.renderer.asset;

import java.io.IOException;
import java.util.List;

/** A root below which the user's files lie, here or in a store. Names are those that {@link io.limner.schema.spec.Asset} allows. */
public interface AssetSource {

    /** No root was named: nothing is there. */
    AssetSource NONE = new AssetSource() {
        @Override
        public byte[] read(String file, long most) {
            throw new AssetException(AssetException.MISSING, file + ": no root was named; name one with --assets");
        }

        @Override
        public List<String> list(String path) {
            throw new AssetException(AssetException.MISSING, path + ": no root was named; name one with --assets");
        }
    };

    /**
     * The content of a file.
     *
     * @param most bytes; a larger file is refused
     * @throws AssetException if it is not there, lies outside the root, or is too large
     * @throws IOException if it cannot be read now, and another try may work
     */
    byte[] read(String file, long most) throws IOException;

    /**
     * The file of that name, or all files in the folder of that name and below, sorted by name; what is hidden is left out.
     *
     * @throws AssetException if there is neither, or it lies outside the root
     * @throws IOException if it cannot be read now, and another try may work
     */
    List<String> list(String path) throws IOException;
}
