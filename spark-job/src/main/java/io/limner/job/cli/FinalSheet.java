package io.limner.job.cli;

import io.limner.job.execute.RenderRun;
import io.limner.job.write.SampleChoice;
import io.limner.renderer.image.ContactSheet;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.ImageFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The contact sheet beside a dataset's shards, made of rows that were read back. */
final class FinalSheet implements RenderRun.Finishing {
    static final String FILE = "contact-sheet.jpg";

    private static final int MOST_SAMPLES = 32;
    private static final int PANEL_WIDTH = 256;

    private final Configuration hadoop;
    private String problem;
    private int shown;

    FinalSheet(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** A sheet is a courtesy: without one the dataset is whole, so what keeps it from being made is told and no more. */
    @Override
    public void write(RenderRun run) {
        List<Long> chosen = SampleChoice.spread(run.plan().samples(), MOST_SAMPLES);
        try {
            List<FaceSample> samples =
                    SampleChoice.read(run.destination(), run.settings().spec(), run.plan(), chosen, hadoop);
            EncodedImage sheet = new ContactSheet(new ContactSheet.Layout(0, PANEL_WIDTH, false, false))
                    .encode(samples, ImageFormat.JPEG);
            run.destination().publish(FILE, sheet.bytes());
            shown = samples.size();
        } catch (IOException | RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            problem = message.lines().findFirst().orElse(message)
                    + "; 'limner verify' tells whether the shards are sound";
        }
    }

    /** How many samples are on it. */
    int shown() {
        return shown;
    }

    /** Why there is none. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
