package io.limner.renderer;

import io.limner.schema.canonical.Sha256;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Which version of Limner this is, and which build of it. */
public final class LimnerVersion {
    /** What decides how a scene looks. */
    private static final Set<String> DRAWING = Set.of("io/limner/renderer/", "io/limner/schema/");

    private static final int DIGITS = 12;

    private LimnerVersion() {}

    /**
     * The version that the jar says, {@code development} where there is no jar; then {@code +} and 12 hex digits that follow from the
     * content of all classes and resources of the schema and the renderer, {@code unknown} where they cannot be read. So two builds that
     * may draw differently have different names.
     */
    public static String current() {
        return Holder.CURRENT;
    }

    private static String version() {
        String version = LimnerVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String build() {
        try {
            Set<String> content = new TreeSet<>();
            for (Class<?> room : Set.of(LimnerVersion.class, DatasetSpec.class)) {
                CodeSource source = room.getProtectionDomain().getCodeSource();
                if (source == null) {
                    return "unknown";
                }
                content.addAll(content(Path.of(source.getLocation().toURI())));
            }
            return content.isEmpty()
                    ? "unknown"
                    : Sha256.hex(String.join("\n", content)).substring(0, DIGITS);
        } catch (IOException | URISyntaxException | IllegalArgumentException | SecurityException unreadable) {
            return "unknown";
        }
    }

    /** Name, size and checksum of each file that decides what is drawn. Times and order in a jar do not count. */
    static Set<String> content(Path place) throws IOException {
        Set<String> content = new TreeSet<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    byte[] bytes = Files.readAllBytes(file);
                    CRC32 sum = new CRC32();
                    sum.update(bytes);
                    add(content, place.relativize(file).toString(), bytes.length, sum.getValue());
                }
            }
            return content;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> add(content, entry.getName(), entry.getSize(), entry.getCrc()));
        }
        return content;
    }

    private static void add(Set<String> content, String name, long bytes, long sum) {
        if (DRAWING.stream().anyMatch(name::startsWith)) {
            content.add(name + " " + bytes + " " + sum);
        }
    }

    private static final class Holder {
        private static final String CURRENT = version() + "+" + build();
    }
}
