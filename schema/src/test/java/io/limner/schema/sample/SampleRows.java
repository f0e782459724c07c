package io.limner.schema.sample;

import io.limner.schema.design.Place;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.SpecReader;
import java.util.Arrays;
import java.util.Locale;

/** Rows made by hand. */
final class SampleRows {
    static final DatasetSpec SPEC =
            SpecReader.parse("limner: 1\nname: rows\nseed: 7\nsamples: 10\nlabels: [" + every() + "]", "rows");

    private SampleRows() {}

    private static String every() {
        return String.join(
                ", ",
                Arrays.stream(LabelKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    static Labels labels() {
        return new Labels(
                new Labels.Landmarks(points(68, 0.25f, -0.125f), points(17, 0.5f, -0.25f), points(520, 0.125f, -0.5f)),
                new Labels.Boxes(new Labels.Box(1, 2, 3, 4.5f), new Labels.Box(0, 0, 5, 6)),
                new CameraModel(2, 1, new CameraModel.Intrinsics(700, 700, 1, 0.5), wide(16, 1)),
                new Labels.HeadLabel(wide(16, 2), 0, 0, 0, wide(52, 0.0078125)),
                new Labels.EyeLabel(
                        new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {-0.0, 0, 1}, new double[] {0, 1, 0
                        }));
    }

    static RawLayers layers() {
        return new RawLayers(
                new byte[] {0, 13},
                new short[] {0, (short) 0xffff},
                new byte[] {0, 0, 0, (byte) 128, (byte) 128, 0},
                new RawLayers.OnRequest(
                        new byte[] {0, 5},
                        new byte[] {0, (byte) 255},
                        new short[] {0, 0, 0, (short) 32768, (short) 32770, -1},
                        new byte[] {0, 0, 0, 90, 60, 50}));
    }

    static FaceSample drawn() {
        EncodedImage colour = new EncodedImage(new byte[] {1}, ImageFormat.JPEG, 2, 1);
        FaceSample.Layers layers =
                new FaceSample.Layers(png(2), png(3), png(4), new FaceSample.OnRequest(png(5), png(6), png(7), png(8)));
        return sample(new FaceSample.Drawing(colour, labels(), layers, "pixels", "labels"), null);
    }

    static FaceSample failed() {
        return sample(null, new FaceSample.Failure("OUT_OF_MEMORY", "no memory"));
    }

    private static FaceSample sample(FaceSample.Drawing drawing, FaceSample.Failure failure) {
        FaceSample.Provenance provenance = new FaceSample.Provenance("spec", "sample", "renderer", "driver", "assets");
        return new FaceSample(
                new Place(5, 5, "core", "train"), new SceneDesign(SPEC).scene(5), provenance, drawing, failure);
    }

    private static EncodedImage png(int content) {
        return new EncodedImage(new byte[] {(byte) content}, ImageFormat.PNG, 2, 1);
    }

    private static float[] ramp(int length, float step) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i * step;
        }
        return values;
    }

    private static double[] wide(int length, double step) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = i * step;
        }
        return values;
    }

    private static Labels.Points points(int count, float flat, float space) {
        return new Labels.Points(ramp(2 * count, flat), ramp(3 * count, space), codes(count, 3), codes(count, 6));
    }

    private static byte[] codes(int length, int count) {
        byte[] values = new byte[length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % count);
        }
        return values;
    }
}
