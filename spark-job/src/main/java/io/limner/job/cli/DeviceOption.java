package io.limner.job.cli;

import picocli.CommandLine.Option;

/** The device, as all commands that draw take it. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description =
                    "auto, cpu, gpu, or gpu:N with N a CUDA index (default: auto). Asked for a GPU, Limner never falls back "
                            + "to the processor.")
    private String device;

    String name() {
        return device;
    }
}
