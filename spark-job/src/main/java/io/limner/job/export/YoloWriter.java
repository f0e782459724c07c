package io.limner.job.export;

import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * YOLO pose: {@code images/SPLIT}, {@code labels/SPLIT} and {@code data.yaml}. Everything is relative to the picture's width and height,
 * from its corner. Samples of no split are in {@code train}.
 */
final class YoloWriter implements SampleWriter {
    private final Path folder;
    private final TreeSet<String> splits = new TreeSet<>();

    YoloWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        String split = sample.place().split() == null ? "train" : sample.place().split();
        Path images = folder.resolve("images").resolve(split);
        Path labels = folder.resolve("labels").resolve(split);
        if (splits.add(split)) {
            Files.createDirectories(images);
            Files.createDirectories(labels);
        }
        EncodedImage image = sample.drawing().image();
        Files.write(images.resolve(SampleWriter.picture(sample)), image.bytes());
        Labels.Box box = sample.drawing().labels().boxes().face();
        Files.writeString(
                labels.resolve(SampleWriter.stem(sample) + ".txt"),
                box == null ? "" : line(box, sample.drawing().labels().landmarks(), image));
    }

    private static String line(Labels.Box box, Labels.Landmarks landmarks, EncodedImage image) {
        double w = image.width();
        double h = image.height();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "0 %.6f %.6f %.6f %.6f",
                (box.x() + box.width() / 2) / w,
                (box.y() + box.height() / 2) / h,
                box.width() / w,
                box.height() / h));
        for (int i = 0; i < Ibug68.COUNT; i++) {
            boolean there = landmarks.visibility()[i] > 0;
            text.append(String.format(
                    Locale.ROOT,
                    " %.6f %.6f %d",
                    there ? landmarks.points2d()[2 * i] / w : 0,
                    there ? landmarks.points2d()[2 * i + 1] / h : 0,
                    landmarks.visibility()[i]));
        }
        return text.append('\n').toString();
    }

    @Override
    public void close() throws IOException {
        // No "path": trainers resolve it against the folder they are started in, and without it against this file's.
        StringBuilder yaml = new StringBuilder("train: ./images/train\n");
        yaml.append("val: ./images/")
                .append(Stream.of("val", "validation")
                        .filter(splits::contains)
                        .findFirst()
                        .orElse("train"))
                .append('\n');
        if (splits.contains("test")) {
            yaml.append("test: ./images/test\n");
        }
        yaml.append("names: { 0: face }\nkpt_shape: [68, 3]\nflip_idx: ")
                .append(IntStream.range(0, Ibug68.COUNT)
                        .mapToObj(i -> String.valueOf(Ibug68.mirrored(i)))
                        .collect(Collectors.joining(", ", "[", "]\n")));
        Files.writeString(folder.resolve("data.yaml"), yaml);
    }
}
