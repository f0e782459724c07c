package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.renderer.asset.AssetCheck;
import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limner assets}. */
@Command(
        name = "assets",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Looks at files of your own, before a spec names them.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  limner assets check heads/ada.glb", "  limner assets check photos/wall.jpg"})
final class AssetsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "Says what a file is and what of it will be used, or what is wrong with it, a line each, with exit code 2.",
                "A head (.glb, .gltf) is looked at together with the .head.json beside it."
            })
    int check(
            @Parameters(paramLabel = "FILE", description = "A head, an environment (.hdr) or a picture (.jpg, .png).")
                    Path file)
            throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || file.getFileName() == null) {
            throw new BadInputException(file + " is no file");
        }
        try {
            AssetCheck.of(file.getFileName().toString(), new AssetFolder(folder))
                    .forEach(command.commandLine().getOut()::println);
        } catch (AssetException faults) {
            throw new BadInputException(faults.getMessage(), faults);
        }
        return ExitCode.DONE;
    }
}
