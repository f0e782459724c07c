package io.limner.job.execute;

import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.FaceSample.OnRequest;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.HeadLabel;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.spec.DatasetSpec.Output;
import io.limner.schema.spec.LabelKind;
import java.util.function.Function;

/**
 * Two drawings of one picture as one: all labels of the first, and of the second those that the first lacks.
 *
 * @param had what the first holds
 * @param wanted what comes of it
 */
record LabelUnion(Output had, Output wanted) {

    Drawing of(Drawing before, Drawing now) {
        Labels labels = labels(before.labels(), now.labels());
        Layers layers = layers(before.layers(), now.layers());
        return new Drawing(
                before.image(), labels, layers, before.pixelHash(), Hashes.labels(wanted, labels, raw(layers)));
    }

    private Labels labels(Labels before, Labels now) {
        boolean points = had.labels().contains(LabelKind.LANDMARKS);
        boolean dense = had.labels().contains(LabelKind.DENSE_LANDMARKS);
        // The first datasets of version 1 lack some, which every later one has.
        boolean old = before.landmarks().jawContour() == null;
        return new Labels(
                new Landmarks(
                        points && !old
                                ? before.landmarks().fixed()
                                : now.landmarks().fixed(),
                        points && !old
                                ? before.landmarks().jawContour()
                                : now.landmarks().jawContour(),
                        dense ? before.landmarks().dense() : now.landmarks().dense()),
                before.boxes(),
                before.camera(),
                head(before.head(), now.head()),
                before.eyes());
    }

    private static HeadLabel head(HeadLabel before, HeadLabel now) {
        return before.movements() == null
                ? new HeadLabel(before.headToWorld(), before.yaw(), before.pitch(), before.roll(), now.movements())
                : before;
    }

    private static Layers layers(Layers before, Layers now) {
        return new Layers(
                first(before.segmentation(), now.segmentation()),
                first(before.depth(), now.depth()),
                first(before.normals(), now.normals()),
                new OnRequest(
                        first(before.onRequest().amodal(), now.onRequest().amodal()),
                        first(before.onRequest().alpha(), now.onRequest().alpha()),
                        first(before.onRequest().canonical(), now.onRequest().canonical()),
                        first(before.onRequest().albedo(), now.onRequest().albedo())));
    }

    private static EncodedImage first(EncodedImage before, EncodedImage now) {
        return before == null ? now : before;
    }

    private static RawLayers raw(Layers layers) {
        return new RawLayers(
                decoded(layers.segmentation(), ImageDecoder::grey),
                decoded(layers.depth(), ImageDecoder::grey16),
                decoded(layers.normals(), ImageDecoder::rgb),
                new RawLayers.OnRequest(
                        decoded(layers.onRequest().amodal(), ImageDecoder::grey),
                        decoded(layers.onRequest().alpha(), ImageDecoder::grey),
                        decoded(layers.onRequest().canonical(), ImageDecoder::rgb16),
                        decoded(layers.onRequest().albedo(), ImageDecoder::rgb)));
    }

    private static <T> T decoded(EncodedImage layer, Function<EncodedImage, T> decoder) {
        return layer == null ? null : decoder.apply(layer);
    }
}
