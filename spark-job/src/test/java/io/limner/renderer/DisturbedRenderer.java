package io.limner.renderer;

import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.pass.ContextSignals;
import io.limner.renderer.pass.ContextSlot;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;

/** The renderer on a context that says of itself what a test wants. */
public final class DisturbedRenderer {
    private DisturbedRenderer() {}

    /** Opens it on the processor. */
    public static FaceSampler open(SceneDesign design, ContextSignals signals) {
        FaceModel faces = FaceModel.shared();
        return new FaceSampler(
                design,
                faces,
                AssetSource.NONE,
                StageListener.NONE,
                new ContextSlot(new DeviceChoice.Cpu(), faces.surface(), StageListener.NONE, signals));
    }
}
