package io.limner.renderer.head.wear;

import io.limner.renderer.head.Cover;
import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Topology;
import io.limner.renderer.head.Worn;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.scene.Accessories;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Wear;
import java.util.List;

/** Makes what a face wears. Immutable. */
public final class WearModel {
    private final Parts parts;

    /** For heads of that topology. */
    public WearModel(Topology topology) {
        this.parts = Parts.of(topology);
    }

    /** What is worn in {@code scene} on the head that was deformed for it. */
    public Worn make(Scene scene, Deformed face) {
        Wear wear = scene.wear();
        boolean glassed = wear.glasses().frame() != Wear.Frame.NONE;
        boolean masked = wear.mask() != Wear.Mask.NONE;
        boolean occluded = wear.occluder().thing() != Wear.Thing.NONE;
        if (!glassed && !masked && !occluded && !dressed(wear.accessories())) {
            return Worn.NOTHING;
        }
        HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
        Solids out = new Solids();
        Fitting fitting = new Fitting(face, frame, parts);
        if (masked) {
            new SurgicalMask(fitting).build(out);
        }
        if (occluded) {
            new Occluder(wear.occluder(), fitting).build(out);
        }
        Cover cover = new Outfit(scene, fitting).build(out);
        List<Lens> lenses = List.of();
        int shown = out.triangleCount();
        if (glassed) {
            Glasses glasses = new Glasses(wear.glasses(), fitting, masked ? 4 : 0);
            glasses.build(out);
            shown = out.triangleCount();
            if (wear.glasses().labelled()) {
                glasses.shade(out);
            }
            lenses = glasses.lenses();
        }
        Solids.Built built = out.build(frame);
        return new Worn(built.mesh(), built.finishes(), shown, lenses, cover);
    }

    private static boolean dressed(Accessories accessories) {
        return accessories.headwear().hat() != Accessories.Hat.NONE
                || accessories.headphones().cups() != Accessories.Cups.NONE
                || accessories.scarf().wrap() != Accessories.Wrap.NONE;
    }
}
