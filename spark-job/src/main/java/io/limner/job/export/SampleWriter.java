package io.limner.job.export;

import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;

/** Writes samples in one format. Complete once it is closed without an exception. */
interface SampleWriter extends Closeable {

    /** Writes one sample, which was drawn. */
    void write(FaceSample sample) throws IOException;

    /** The name of a sample's files without an ending: nine digits, so that names sort as samples do. */
    static String stem(FaceSample sample) {
        return String.format(Locale.ROOT, "%09d", sample.sampleId());
    }

    /** The name of a sample's picture. */
    static String picture(FaceSample sample) {
        return stem(sample) + ending(sample.drawing().image());
    }

    /** The ending of an image file's name. */
    static String ending(EncodedImage image) {
        return switch (image.format()) {
            case JPEG -> ".jpg";
            case PNG -> ".png";
        };
    }
}
