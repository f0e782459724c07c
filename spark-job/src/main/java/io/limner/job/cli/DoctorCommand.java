package io.limner.job.cli;

import io.limner.job.config.RenderSettings;
import io.limner.job.doctor.Check;
import io.limner.job.doctor.Doctor;
import io.limner.job.execute.SparkStart;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limner doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Looks whether Limner can draw and write on this machine, and says what to do where it cannot.",
        footerHeading = "%nExamples:%n",
        footer = {"  limner doctor", "  limner doctor --device gpu", "  limner doctor --store s3a://bucket/faces"})
final class DoctorCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description =
                    "A destination to try, a folder or s3a://bucket/prefix: whether files can be listed, written, read, uploaded in parts and removed there.")
    private String store;

    @Override
    public Integer call() {
        PrintWriter says = command.commandLine().getOut();
        RenderSettings.Drawing drawing = new RenderSettings.Drawing(device.name(), 0);
        List<Check> checks = Doctor.examine(drawing.device(), Optional.ofNullable(store), SparkStart.hadoop());
        for (Check check : checks) {
            says.println(String.format(Locale.ROOT, "%-5s %s: %s", check.state(), check.subject(), check.finding()));
            if (!check.remedy().isEmpty()) {
                says.println("      -> " + check.remedy());
            }
        }
        boolean fault = checks.stream().anyMatch(check -> check.state() == Check.State.FAULT);
        says.println(fault ? "Limner cannot work here yet" : "Limner can work here");
        return fault ? ExitCode.FAILED : ExitCode.DONE;
    }
}
