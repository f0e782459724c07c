package io.limner.job.doctor;

import io.limner.renderer.image.LibDeflate;
import io.limner.renderer.image.TurboJpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Examines this machine. */
public final class Doctor {
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 22;
    private static final long LEAST_SPACE = 1L << 30;

    private Doctor() {}

    /**
     * Everything that can be looked at.
     *
     * @param device the device that drawing is to use, as {@code render} takes it
     * @param store a destination to try, if any
     */
    public static List<Check> examine(String device, Optional<String> store, Configuration hadoop) {
        List<Check> checks = new ArrayList<>();
        checks.add(java(Runtime.version().feature(), System.getProperty("java.home")));
        checks.addAll(DeviceChecks.examine(device));
        checks.add(jpeg(TurboJpeg.system().problem()));
        checks.add(png(LibDeflate.system()));
        checks.add(softwareThreads(System.getenv("LP_NUM_THREADS")));
        checks.add(scratch(Path.of(System.getProperty("java.io.tmpdir"))));
        store.ifPresent(place -> checks.addAll(StoreProbe.examine(place, hadoop)));
        return checks;
    }

    static Check java(int version, String home) {
        String finding = version + ", " + home;
        return version >= OLDEST_JAVA && version <= NEWEST_JAVA
                ? Check.ok("Java", finding)
                : Check.fault(
                        "Java",
                        finding,
                        "Spark needs a Java from " + OLDEST_JAVA + " to " + NEWEST_JAVA
                                + ": apt-get install openjdk-17-jdk-headless, and set JAVA_HOME to it");
    }

    static Check jpeg(Optional<String> problem) {
        return problem.map(text -> Check.fault("JPEG encoder", text, "apt-get install libturbojpeg0"))
                .orElseGet(() -> Check.ok("JPEG encoder", TurboJpeg.LIBRARY));
    }

    static Check png(LibDeflate library) {
        return library.problem()
                .map(text -> Check.weak(
                        "PNG compression",
                        text,
                        "apt-get install libdeflate0, the same version on all machines, or on none"))
                .orElseGet(() -> Check.ok("PNG compression", library.describe()));
    }

    static Check softwareThreads(String setting) {
        return "0".equals(setting)
                ? Check.ok("Mesa's threads", "LP_NUM_THREADS=0, a slot draws on one processor")
                : Check.weak(
                        "Mesa's threads",
                        "LP_NUM_THREADS is " + (setting == null ? "not set" : setting),
                        "export LP_NUM_THREADS=0, else each slot of the software renderer competes for all processors");
    }

    private static Check scratch(Path folder) {
        try {
            Path probe = Files.createTempFile(folder, "limner", ".probe");
            Files.delete(probe);
            long space = Files.getFileStore(folder).getUsableSpace();
            String finding = folder + ", " + (space >> 20) + " MiB free";
            return space >= LEAST_SPACE
                    ? Check.ok("Scratch space", finding)
                    : Check.weak("Scratch space", finding, "free some, or name another folder with -Djava.io.tmpdir");
        } catch (IOException e) {
            return Check.fault(
                    "Scratch space",
                    folder + " cannot be written: " + e.getMessage(),
                    "name another with -Djava.io.tmpdir");
        }
    }
}
