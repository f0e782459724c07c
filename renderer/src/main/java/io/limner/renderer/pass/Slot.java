package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.schema.label.CameraModel;
import io.limner.schema.spec.LabelKind;
import java.util.Set;

/** A place where frames are drawn, one at a time. */
public interface Slot extends AutoCloseable {

    /**
     * Draws {@code face} as {@code camera} sees it, and waits for it.
     *
     * @param wanted groups of labels; of the layers that cost extra, those among them are drawn
     * @throws DrawingException if the device fails
     */
    Frame draw(Face face, CameraModel camera, Set<LabelKind> wanted);

    /** Draws without any layer on request. */
    default Frame draw(Face face, CameraModel camera) {
        return draw(face, camera, Set.of());
    }

    /** Name and version of what draws, as recorded in every row. */
    Driver driver();

    @Override
    void close();

    /**
     * What draws.
     *
     * @param renderer GL_RENDERER
     * @param version GL_VERSION
     */
    record Driver(String renderer, String version) {}
}
