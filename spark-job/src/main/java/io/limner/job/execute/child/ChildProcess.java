package io.limner.job.execute.child;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JVM with the classes of this one that runs {@link ChildMain}. It has a folder of its own, which goes with it. */
final class ChildProcess implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("org.lwjgl.librarypath", "log4j2.configurationFile");
    private static final String OURS = "limner.";
    /** Options for any JVM; one that finds some writes them to its log, secrets and all. */
    private static final Set<String> OPTIONS_OF_ALL = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final int PAGE = 4096;
    /** Seconds that one which was killed may take to end. */
    static final int PATIENCE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    private final Process process;
    private final Path folder;
    private final LogTail log;
    private final Wire wire;
    /** Empty for the end. */
    private final BlockingQueue<Optional<Record>> answers = new LinkedBlockingQueue<>();

    ChildProcess(ChildLimits limits, ClassLoader classes) {
        try {
            folder = Files.createTempDirectory("limner-child-");
        } catch (IOException e) {
            throw new UncheckedIOException("a child process has no folder: " + e.getMessage(), e);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command(limits, folder));
            clean(builder.environment());
            builder.environment().put("CLASSPATH", String.join(File.pathSeparator, classPath(classes)));
            process = builder.start();
        } catch (IOException e) {
            delete(folder);
            throw new UncheckedIOException("no child process can be started: " + e.getMessage(), e);
        }
        log = new LogTail(process.pid(), process.getErrorStream());
        wire = new Wire(process.getInputStream(), process.getOutputStream());
        Thread listener = new Thread(this::listen, "limner-child-answers");
        listener.setDaemon(true);
        listener.start();
    }

    /** Who reads a pipe cannot be called off it: that is this thread, and nobody waits for it. */
    private void listen() {
        try {
            while (true) {
                answers.add(Optional.of(wire.receive()));
            }
        } catch (IOException | RuntimeException gone) {
            LOG.debug("child {} says no more: {}", process.pid(), gone.toString());
            answers.add(Optional.empty());
        }
    }

    /** Messages leave by descriptor 3: native libraries and a JVM that crashes write to standard output as they like, which goes to the log. */
    static List<String> command(ChildLimits limits, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "exec \"$0\" \"$@\" 3>&1 1>&2",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.io.tmpdir=" + folder,
                // JVMs that start together would unpack native code to one place.
                "-Dorg.lwjgl.system.SharedLibraryExtractPath=" + folder));
        Properties properties = System.getProperties();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(OURS) || PASSED_ON.contains(name)) {
                command.add("-D" + name + "=" + properties.getProperty(name));
            }
        }
        command.add(ChildMain.class.getName());
        command.add(folder.toString());
        return command;
    }

    /** Takes from a child's environment what is meant for other JVMs. */
    static void clean(Map<String, String> environment) {
        environment.keySet().removeAll(OPTIONS_OF_ALL);
    }

    /** Spark's executors have the user's jars in a class loader of their own, which no system property names. */
    private static Set<String> classPath(ClassLoader classes) {
        Set<String> path = new LinkedHashSet<>();
        for (ClassLoader loader = classes; loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader open) {
                for (URL url : open.getURLs()) {
                    if (url.getProtocol().equals("file")) {
                        path.add(file(url));
                    }
                }
            }
        }
        path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return path;
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class loader names no file: " + url, e);
        }
    }

    /**
     * Asks, and waits for the answer. An interrupt has {@code watch} end the child, and stays.
     *
     * @throws IOException if it ends first, or is given up
     */
    Record ask(Record asked, Watch watch) throws IOException {
        wire.send(asked);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answers.take().orElseThrow(() -> new EOFException("there is no answer"));
                } catch (InterruptedException e) {
                    interrupted = true;
                    watch.unwanted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Bytes that it holds in memory; 0 if it has ended. */
    long residentBytes() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "statm"))
                            .split(" ")[1])
                    * PAGE;
        } catch (IOException | ArrayIndexOutOfBoundsException ended) {
            return 0;
        }
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits no longer for one that was killed: the kernel may hold it, in a driver or a disk, or another process its pipe. */
    void giveUp() {
        LOG.warn(
                "child {} was killed {} s ago and {}; it is given up and left to itself. 'ps -o pid,stat,wchan:32 -p {}' says what it waits for",
                process.pid(),
                PATIENCE,
                process.isAlive() ? "has not ended" : "has ended, but what it started holds its pipe",
                process.pid());
        answers.add(Optional.empty());
    }

    /** How it ended, which it has or is about to: a signal's name, and the library that it came from where that is known, or the exit code. */
    String end() {
        int code = exitCode();
        String crash = log.crash();
        // A JVM that crashes ends by itself once it has said so.
        return crash.isEmpty() ? end(code) : crash;
    }

    private static String end(int code) {
        return switch (code) {
            case 128 + 4 -> "SIGILL";
            case 128 + 6 -> "SIGABRT";
            case 128 + 7 -> "SIGBUS";
            case 128 + 8 -> "SIGFPE";
            case 128 + 9 -> "SIGKILL";
            case 128 + 11 -> "SIGSEGV";
            default -> "exit code " + code;
        };
    }

    /** As {@link Process#exitValue}. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** The last lines of its log. */
    String logTail() {
        return log.last();
    }

    /** Closes the pipe, at which it ends by itself; a second later it is ended. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended.
        }
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    /** Deletes a child's folder: the child, whose parent may be gone, and the parent, whose child may have crashed, as far as it is there. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // The other one deletes it just now.
        }
    }
}
