package io.limner.renderer;

import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetLibrary;
import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.label.FaceLabels;
import io.limner.renderer.look.Setting;
import io.limner.renderer.pass.DrawingException;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec.Output;

/**
 * Sample id to the labels that are geometry, which are those that {@link FaceSampler} gives, without drawing: no device is opened. The box
 * of the head is left out, see {@link FaceLabels#undrawn}; so are the checks that a drawing has to pass. For one thread.
 */
public final class FaceGeometry {
    /** No picture is looked at. */
    private static final int NO_DETAIL = 1;

    private final SceneDesign design;
    private final AssetLibrary library;

    /**
     * The geometry of a design.
     *
     * @param assets where the user's heads are, if the spec names any
     */
    public FaceGeometry(SceneDesign design, AssetSource assets) {
        this.design = design;
        this.library = new AssetLibrary(design.spec().assets(), assets, NO_DETAIL);
    }

    /**
     * A row with labels and without image, layers and hashes, or a failure where there is no such face.
     *
     * @throws DrawingException if a user's file cannot be read now
     * @throws IllegalArgumentException if the spec has no such sample
     */
    public FaceSample sample(long sampleId) {
        Scene scene = design.scene(sampleId);
        Output output = design.spec().output();
        Drawing drawing = null;
        Failure failure = null;
        try {
            CameraModel camera = CameraModels.of(scene.camera(), output.image());
            Face face = library.head(scene, output.labels())
                    .map(own -> FaceModel.shared().face(scene, Setting.PROCEDURAL, own))
                    .orElseGet(() -> FaceModel.shared().face(scene, camera));
            drawing = new Drawing(
                    null, FaceLabels.undrawn(face, camera, output.labels()), new Layers(null, null, null), null, null);
        } catch (DrawingException e) {
            throw e; // The machine is at fault, not the sample.
        } catch (AssetException e) {
            failure = new Failure(e.code(), e.getMessage());
        } catch (RuntimeException e) {
            failure = new Failure("SCENE_FAULT", String.valueOf(e.getMessage()));
        }
        return new FaceSample(
                design.place(sampleId), scene, new Provenance(null, null, null, null, null), drawing, failure);
    }
}
