package io.limner.job.cli;

import io.limner.job.bench.BenchReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a bench found, for people. */
final class BenchText {
    private BenchText() {}

    static void print(BenchReport report, PrintWriter says) {
        BenchReport.Machine machine = report.machine();
        says.println("Limner " + report.limner() + ", " + report.date());
        says.println(machine.processor() + ", " + machine.processors() + " processors, "
                + Quantity.bytes(machine.memoryBytes()) + "; " + machine.system() + "; Java " + machine.java());
        for (BenchReport.Case one : report.cases()) {
            says.println();
            says.println(one.width() + " x " + one.height() + ", " + one.format() + ", "
                    + String.join(", ", one.labels()) + ", on " + one.stages().renderer() + ", "
                    + one.stages().driver());
            double first =
                    one.runs().get(0).imagesPerSecond() / one.runs().get(0).slots();
            says.println("  slots   images/s   to one slot   CPU ms a sample   bytes a row");
            one.runs()
                    .forEach(run -> says.println(String.format(
                            Locale.ROOT,
                            "  %5d   %8.2f   %11.2f   %15.1f   %11d",
                            run.slots(),
                            run.imagesPerSecond(),
                            run.imagesPerSecond() / first,
                            run.cpuMillis(),
                            run.bytesPerRow())));
            double wall = one.stages().stages().stream()
                    .mapToDouble(stage -> stage.wallMillis())
                    .sum();
            says.println("  stage of one slot    CPU ms   wall ms   share");
            one.stages()
                    .stages()
                    .forEach(stage -> says.println(String.format(
                            Locale.ROOT,
                            "  %-18s %8.2f  %8.2f   %4.1f%%",
                            stage.name(),
                            stage.cpuMillis(),
                            stage.wallMillis(),
                            100 * stage.wallMillis() / wall)));
            print(one.overlap(), says);
            if (one.peer() != null) {
                one.peer()
                        .engines()
                        .forEach(engine -> says.println("  " + one.peer().name() + ", " + engine.name() + ": "
                                + (engine.fault() != null
                                        ? "drew nothing: " + engine.fault()
                                        : String.format(
                                                Locale.ROOT,
                                                "%.2f s an image, %.1f times what one slot takes",
                                                engine.secondsPerImage(),
                                                engine.ratio()))));
            }
        }
    }

    private static void print(BenchReport.Overlapped overlap, PrintWriter says) {
        says.println("  one slot: "
                + overlap.alone().stream()
                        .map(stage -> String.format(Locale.ROOT, "%s %.1f ms", stage.name(), stage.wallMillis()))
                        .collect(Collectors.joining(", ")));
        says.println(String.format(
                Locale.ROOT,
                "  one after the other %.2f images/s, overlapping %.2f images/s: %.2f times the slowest of these stages alone",
                overlap.serialImagesPerSecond(),
                overlap.imagesPerSecond(),
                overlap.ratio()));
    }

    static void printSoakHead(PrintWriter says) {
        says.println("   samples   images/s   CPU ms a sample   MB resident   MB of live objects   MB of heap");
    }

    /** Said at once: a long run may be ended before its end. */
    static void print(BenchReport.Part part, PrintWriter says) {
        says.println(String.format(
                Locale.ROOT,
                "  %8d   %8.2f   %15.1f   %11.0f   %18.1f   %10.0f",
                part.until(),
                part.imagesPerSecond(),
                part.cpuMillis(),
                part.residentMegabytes(),
                part.heapMegabytes(),
                part.committedMegabytes()));
    }
}
