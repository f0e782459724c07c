package io.limner.renderer;

import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadModel;
import io.limner.renderer.head.HeadPack;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.UserHead;
import io.limner.renderer.head.Worn;
import io.limner.renderer.head.strand.StrandModel;
import io.limner.renderer.head.wear.WearModel;
import io.limner.renderer.look.Setting;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;

/** Scene to face: the head's shape with its hair and what it wears. Immutable; one serves all threads of a JVM. */
public final class FaceModel {
    private final HeadModel head;
    private final StrandModel strands;
    private final WearModel wear;

    /** A model of the given head. */
    public FaceModel(HeadModel head) {
        this.head = head;
        this.strands = new StrandModel(head.surface());
        this.wear = new WearModel(head.topology());
    }

    /** The model of the head pack in the jar, loaded when first asked for. */
    public static FaceModel shared() {
        return Shared.MODEL;
    }

    /** What a drawing device must know. */
    public HeadSurface surface() {
        return head.surface();
    }

    /** The face of {@code scene}, with strands that are turned to {@code camera}. */
    public Face face(Scene scene, CameraModel camera) {
        return face(scene, Setting.PROCEDURAL, camera);
    }

    /** The same with what of the user's surrounds it. */
    public Face face(Scene scene, Setting setting, CameraModel camera) {
        Deformed deformed = head.deform(scene);
        Worn worn = wear.make(scene, deformed);
        Strands hair = strands.grow(scene, deformed.head(), deformed.anchors(), worn.cover(), camera);
        return new Face(scene, setting, deformed, hair, worn);
    }

    /** The face of {@code scene} on a head of the user's, which has neither hair nor anything worn. */
    public Face face(Scene scene, Setting setting, UserHead own) {
        return new Face(scene, setting, own.deform(scene), Strands.none(Worn.NOTHING.mesh()), Worn.NOTHING);
    }

    private static final class Shared {
        static final FaceModel MODEL = new FaceModel(new HeadModel(HeadPack.get()));
    }
}
