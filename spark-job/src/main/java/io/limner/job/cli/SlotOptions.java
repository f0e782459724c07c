package io.limner.job.cli;

import io.limner.job.config.RenderSettings;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.SamplerFactory;
import io.limner.job.execute.SamplerPool;
import io.limner.job.execute.SparkStart;
import io.limner.job.execute.child.ChildLimits;
import io.limner.job.execute.child.ChildSamplers;
import io.limner.renderer.FaceModel;
import io.limner.renderer.Overlap;
import io.limner.schema.spec.DatasetSpec;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What draws for a task, and what that may take. */
final class SlotOptions {
    /** What a slot is. */
    enum Kind {
        THREAD,
        PROCESS
    }

    @Option(
            names = "--slot",
            paramLabel = "KIND",
            description =
                    "What draws: thread, in the executor itself; or process, a child of the executor for each slot, so that a crash "
                            + "of the driver, a sample without end or a leak costs one sample (default: thread on this machine, "
                            + "process on a cluster).")
    private Kind kind;

    @Option(
            names = "--sample-seconds",
            paramLabel = "S",
            description =
                    "With --slot process: a sample that takes longer is ended (default: 120; the first of a process may take three times that).")
    private int seconds = ChildLimits.SECONDS;

    @Option(
            names = "--recycle-samples",
            paramLabel = "N",
            description = "With --slot process: a process is replaced after so many samples (default: 10000).")
    private long samples = ChildLimits.SAMPLES;

    @Option(
            names = "--recycle-megabytes",
            paramLabel = "MB",
            description =
                    "With --slot process: a process that holds more memory is replaced, and ended at once with half as much again (default: 1024, and above 512 x 512 another 256 for each million pixels).")
    private Integer megabytes;

    @Option(
            names = "--overlap",
            paramLabel = "WHEN",
            description =
                    "Whether a slot draws the next sample and makes the face of the one after it while it encodes and writes the last: on; off; "
                            + "or auto, on a GPU (default: auto). On processors it is worth while where cores have no slot of their own.")
    private Overlap overlap = Overlap.AUTO;

    /**
     * The samplers of the kind that was asked for.
     *
     * @param spec what is drawn
     * @param here whether this process draws, where a start in no time is worth more than surviving it
     */
    SamplerFactory around(FaceSamplers renderer, DatasetSpec spec, boolean here) {
        ChildLimits limits =
                new ChildLimits(seconds, samples, megabytes == null ? ChildLimits.megabytes(spec) : megabytes);
        SamplerFactory within = renderer.overlapping(overlap);
        boolean child = kind == null ? !here : kind == Kind.PROCESS;
        return child ? new ChildSamplers(within, limits) : within;
    }

    /**
     * If this process is to draw a dataset of which nothing is there, opens a slot and draws the first sample, while the command goes on to start
     * Spark. A GPU that is asked for by name is first looked for.
     */
    void openAhead(FaceSamplers renderer, DatasetSpec spec, RenderSettings.Drawing drawing, Optional<String> farm) {
        if (kind != Kind.PROCESS
                && SparkStart.isLocal(farm)
                && !drawing.device().startsWith("gpu")) {
            SamplerPool.process()
                    .openAhead(
                            new SamplerPool.Kind(spec.canonical(), drawing.device(), renderer.overlapping(overlap)),
                            OptionalLong.of(0));
        }
    }

    /** If this process is to draw, loads the head in the background, while the command goes on to find out what to draw. */
    void loadAhead(Optional<String> farm) {
        if (kind == Kind.PROCESS || !SparkStart.isLocal(farm)) {
            return;
        }
        Thread loader = new Thread(
                () -> {
                    try {
                        FaceModel.shared();
                    } catch (RuntimeException | LinkageError e) { // Of which whoever draws will tell.
                        LoggerFactory.getLogger(SlotOptions.class).debug("the head could not be loaded ahead", e);
                    }
                },
                "limner-load-ahead");
        loader.setDaemon(true);
        loader.start();
    }
}
