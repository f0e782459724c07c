package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.image.ImageDecoder;
import io.limner.renderer.pass.ContextSlot;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.Slot;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a sample id to a row, without Spark. */
@NeedsEgl
@Timeout(120)
class FaceSamplerGLTest {
    private static final SceneDesign ALL = Designs.of(
            "image: { width: 96, height: 80, format: png }", "labels: [landmarks, segmentation, depth, normals]");
    private static final List<Long> IDS = List.of(0L, 1L, 2L, 997L);

    private static FaceSampler sampler;

    @BeforeAll
    static void open() {
        sampler = FaceSampler.open(ALL, "cpu");
    }

    @AfterAll
    static void close() {
        sampler.close();
    }

    /** Sample id to pixel and label hash. */
    private static Map<Long, List<String>> hashes(FaceSampler sampler, List<Long> ids) {
        Map<Long, List<String>> hashes = new TreeMap<>();
        for (long id : ids) {
            Drawing drawing = drawn(sampler.sample(id));
            hashes.put(id, List.of(drawing.pixelHash(), drawing.labelHash()));
        }
        return hashes;
    }

    private static Drawing drawn(FaceSample row) {
        assertThat(row.failure()).as("sample %s", row.sampleId()).isNull();
        return row.drawing();
    }

    @Test
    void aRowIsAFunctionOfSpecAndSampleId() throws Exception {
        Map<Long, List<String>> expected = hashes(sampler, IDS);
        assertThat(expected.values()).as("samples differ").doesNotHaveDuplicates();
        assertThat(hashes(sampler, List.of(997L, 2L, 1L, 0L)))
                .as("in another order")
                .isEqualTo(expected);
        CompletableFuture<Map<Long, List<String>>> first = CompletableFuture.supplyAsync(() -> apart(IDS));
        CompletableFuture<Map<Long, List<String>>> second =
                CompletableFuture.supplyAsync(() -> apart(List.of(2L, 0L, 1L, 997L)));
        assertThat(first.get(60, TimeUnit.SECONDS)).as("by a sampler beside it").isEqualTo(expected);
        assertThat(second.get(60, TimeUnit.SECONDS)).as("by a third one").isEqualTo(expected);
    }

    private static Map<Long, List<String>> apart(List<Long> ids) {
        try (FaceSampler other = FaceSampler.open(ALL, "cpu")) {
            return hashes(other, ids);
        }
    }

    @Test
    void aRowSaysWhatItIsAndWhatDrewIt() {
        FaceSample row = sampler.sample(7);
        assertThat(row.sampleId()).isEqualTo(7);
        assertThat(row.scene()).isEqualTo(ALL.scene(7));
        assertThat(row.provenance().specHash()).isEqualTo(ALL.spec().hash());
        assertThat(row.provenance().sampleHash()).isEqualTo(Hashes.sample(ALL.scene(7), ALL.spec()));
        assertThat(row.provenance().renderer()).contains("llvmpipe");
        assertThat(row.provenance().driver()).contains("4.");
        assertThat(row.provenance().assets()).contains("CC0");
    }

    @Test
    void filesDecodeToWhatTheHashesAreOf() {
        Drawing drawing = drawn(sampler.sample(2));
        assertThat(drawing.image().format()).isEqualTo(ImageFormat.PNG);
        assertThat(Hashes.pixels(96, 80, ImageDecoder.rgb(drawing.image()))).isEqualTo(drawing.pixelHash());
        RawLayers layers = new RawLayers(
                ImageDecoder.grey(drawing.layers().segmentation()),
                ImageDecoder.grey16(drawing.layers().depth()),
                ImageDecoder.rgb(drawing.layers().normals()));
        assertThat(Hashes.labels(ALL.spec().output(), drawing.labels(), layers)).isEqualTo(drawing.labelHash());
    }

    @Test
    void aStoredJpegShowsInEveryFormatAndInNoLabel() {
        Drawing plain = drawn(sampler.sample(2));
        double last = 0;
        for (int quality : List.of(90, 40, 10)) {
            SceneDesign stored = Designs.of(
                    "image: { width: 96, height: 80, format: png }",
                    "labels: [landmarks, segmentation, depth, normals]",
                    "parameters: { capture.jpeg_quality: " + quality + " }");
            try (FaceSampler camera = FaceSampler.open(stored, "cpu")) {
                Drawing drawing = drawn(camera.sample(2));
                byte[] pixels = ImageDecoder.rgb(drawing.image());
                assertThat(drawing.pixelHash()).isEqualTo(Hashes.pixels(96, 80, pixels));
                assertThat(drawing.labelHash()).isEqualTo(plain.labelHash());
                double off = difference(pixels, ImageDecoder.rgb(plain.image()));
                assertThat(off).as("loss at quality %d", quality).isGreaterThan(1.3 * last);
                last = off;
                assertThat(drawn(camera.sample(2)).pixelHash()).as("once more").isEqualTo(drawing.pixelHash());
            }
        }
        assertThat(last).as("loss at the lowest quality").isBetween(3.0, 30.0);
    }

    /** Mean of the absolute differences, levels. */
    private static double difference(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 255) - (other[i] & 255));
        }
        return sum / one.length;
    }

    @Test
    void jpegHoldsThePictureAndLayersThatNobodyAskedForAreNull() {
        SceneDesign design =
                Designs.of("image: { width: 96, height: 80, format: jpeg, quality: 95 }", "labels: [landmarks, depth]");
        try (FaceSampler jpeg = FaceSampler.open(design, "cpu")) {
            Drawing drawing = drawn(jpeg.sample(2));
            Drawing lossless = drawn(sampler.sample(2));
            assertThat(drawing.image().format()).isEqualTo(ImageFormat.JPEG);
            assertThat(drawing.pixelHash())
                    .as("of the pixels before they are encoded")
                    .isEqualTo(lossless.pixelHash());
            byte[] expected = ImageDecoder.rgb(lossless.image());
            byte[] decoded = ImageDecoder.rgb(drawing.image());
            double sum = 0;
            for (int i = 0; i < expected.length; i++) {
                sum += Math.abs((expected[i] & 255) - (decoded[i] & 255));
            }
            assertThat(sum / expected.length).as("mean error of JPEG").isLessThan(4);
            assertThat(drawing.layers().segmentation()).isNull();
            assertThat(drawing.layers().normals()).isNull();
            assertThat(ImageDecoder.grey16(drawing.layers().depth()))
                    .isEqualTo(ImageDecoder.grey16(lossless.layers().depth()));
        }
    }

    @Test
    void withoutLabelGroupsThereAreNoLayersAtAll() {
        SceneDesign design = Designs.of("image: { width: 32, height: 32, format: png }", "labels: []");
        try (FaceSampler bare = FaceSampler.open(design, "cpu")) {
            Drawing drawing = drawn(bare.sample(0));
            assertThat(drawing.layers().segmentation()).isNull();
            assertThat(drawing.layers().depth()).isNull();
            assertThat(drawing.layers().normals()).isNull();
            assertThat(drawing.labels().boxes().head()).isNotNull();
        }
    }

    @Test
    void aFaultOfTheSceneCostsItsOwnRowOnly() {
        RuntimeException fault = new IllegalStateException("ears inside out");
        try (FaceSampler faulty = faulty(ALL.scene(1).hair().seed(), fault)) {
            FaceSample row = faulty.sample(1);
            assertThat(row.drawing()).isNull();
            assertThat(row.failure().code()).isEqualTo("SCENE_FAULT");
            assertThat(row.failure().message()).isEqualTo("ears inside out");
            assertThat(row.scene()).isEqualTo(ALL.scene(1));
            assertThat(row.provenance().sampleHash()).isEqualTo(Hashes.sample(ALL.scene(1), ALL.spec()));
            assertThat(hashes(faulty, List.of(2L))).isEqualTo(hashes(sampler, List.of(2L)));
        }
    }

    @Test
    void aFaultOfTheDeviceIsNoRow() {
        DrawingException fault = new DrawingException("context lost", null);
        try (FaceSampler faulty = faulty(ALL.scene(1).hair().seed(), fault)) {
            assertThatThrownBy(() -> faulty.sample(1)).isSameAs(fault);
            assertThat(faulty.sample(2).failure()).isNull();
        }
    }

    /** A sampler whose slot throws {@code fault} at the face with that hair. */
    private static FaceSampler faulty(long hair, RuntimeException fault) {
        FaceModel faces = FaceModel.shared();
        ContextSlot slot = new ContextSlot(new DeviceChoice.Cpu(), faces.surface());
        return new FaceSampler(ALL, faces, AssetSource.NONE, StageListener.NONE, new Slot() {
            @Override
            public Frame draw(Face face, CameraModel camera, Set<LabelKind> wanted) {
                if (face.scene().hair().seed() == hair) {
                    throw fault;
                }
                return slot.draw(face, camera, wanted);
            }

            @Override
            public Driver driver() {
                return slot.driver();
            }

            @Override
            public void close() {
                slot.close();
            }
        });
    }

    @Test
    void aClosedSamplerSaysSo() {
        FaceSampler closed = FaceSampler.open(ALL, "cpu");
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.sample(5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sample 5 of test")
                .hasMessageContaining("closed");
    }

    @Test
    void closingWhileDrawingGivesAnExceptionAndNoFailedRow() throws Exception {
        FaceSampler busy = FaceSampler.open(ALL, "cpu");
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(() -> {
            for (long id = 0; ; id++) {
                try {
                    assertThat(busy.sample(id % 100).failure()).isNull();
                } catch (DrawingException | IllegalStateException e) {
                    return e;
                }
                started.complete(null);
            }
        });
        started.get(30, TimeUnit.SECONDS);
        busy.close();
        assertThat(end.get(30, TimeUnit.SECONDS)).hasMessageContaining("closed");
    }

    @Test
    void aSampleThatTheSpecHasNotIsTheCallersFault() {
        assertThatThrownBy(() -> sampler.sample(1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
        assertThatThrownBy(() -> FaceSampler.open(ALL, "abacus")).hasMessageContaining("device = abacus");
    }
}
