package io.limner.job.export;

import io.limner.schema.sample.Columns;
import java.io.IOException;
import java.nio.file.Path;

/** The formats of other tools. */
public enum ExportFormat {
    /** dlib's training.xml beside a folder of images. */
    DLIB(true) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new DlibWriter(folder);
        }
    },
    /** The 300-W challenge's .pts file beside each image. */
    PTS(true) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new PtsWriter(folder);
        }
    },
    /** COCO keypoints. */
    COCO(true) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new CocoWriter(folder);
        }
    },
    /** YOLO pose. */
    YOLO(true) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new YoloWriter(folder);
        }
    },
    /** Tar archives of 1,000 samples. */
    WEBDATASET(false) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new WebDatasetWriter(folder, new RowJson(columns));
        }
    },
    /** Loose files. */
    FILES(false) {
        @Override
        SampleWriter open(Path folder, Columns columns) throws IOException {
            return new FilesWriter(folder, new RowJson(columns));
        }
    };

    private final boolean landmarks;

    ExportFormat(boolean landmarks) {
        this.landmarks = landmarks;
    }

    /** Whether it is nothing without the 68 landmarks. */
    boolean needsLandmarks() {
        return landmarks;
    }

    abstract SampleWriter open(Path folder, Columns columns) throws IOException;
}
