package io.limner.renderer.head.strand;

import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Cover;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;

/** Grows all strands of a face. Immutable. */
public final class StrandModel {
    private final ScalpHair scalp;
    private final HairCap cap;
    private final Brows brows;
    private final FacialHair beard;

    private final Occlusion.Skin skin;

    /** For heads of that surface. */
    public StrandModel(HeadSurface surface) {
        Topology topology = surface.topology();
        SkinRegions regions = surface.regions();
        this.skin = new Occlusion.Skin(surface.casters());
        this.scalp = new ScalpHair(topology, regions);
        this.cap = new HairCap(topology, regions);
        this.brows = new Brows(topology, regions);
        this.beard = new FacialHair(topology, regions);
    }

    /**
     * The strands of {@code scene} on a posed head.
     *
     * @param cover what lies on the hair
     * @param camera ribbons turn to it, and are the fewer the less of the picture the face takes
     */
    public Strands grow(Scene scene, Mesh head, Anchors anchors, Cover cover, CameraModel camera) {
        double[] eye = camera.position();
        HeadFrame frame = new HeadFrame(anchors.headToWorld());
        double[] eyeInHead = new double[3];
        frame.toHead(eye, 0, eyeInHead);
        Detail detail = Detail.of(StrictMath.sqrt(Vectors.dot(eyeInHead, eyeInHead))
                / camera.intrinsics().fx());
        Ribbons out = new Ribbons(frame, cover, eyeInHead, detail);
        Hair hair = scene.hair();
        boolean bald = hair.scalp().style() == Hair.Style.BALD;
        Lock lock = bald ? null : Lock.of(hair, out, head, frame);
        if (!bald) {
            scalp.grow(hair, lock, head, frame, out);
        }
        beard.grow(hair, scene.wear().mask() != Wear.Mask.NONE, head, frame, out);
        double fine = fineness(scene.subject());
        brows.grow(hair, fine, head, frame, out);
        Lashes.grow(hair.seed(), 0.8 + 0.25 * fine, anchors, frame, out);
        out.beginCasters();
        if (!bald) {
            cap.add(lock, head, frame, out);
        }
        return new Occlusion(camera).sort(out.strands(), head, skin);
    }

    /** How narrow brows and how long lashes are: 0 as a man's, 1 as a woman's; those of children lie near women's. */
    private static double fineness(Subject subject) {
        double grown = SkinRegions.smooth(9, 19, subject.age());
        double dimorphism = subject.identity().dimorphism();
        double own = 0.5 * (subject.sex() == Subject.Sex.FEMALE ? 1 + dimorphism : 1 - dimorphism);
        return 0.8 + grown * (own - 0.8);
    }
}
