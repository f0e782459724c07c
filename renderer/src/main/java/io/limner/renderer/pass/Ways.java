package io.limner.renderer.pass;

import io.limner.renderer.egl.EglContext;

/**
 * Which of several ways a picture is made: each is the faster one on some devices, and all draw the same but for rounding.
 *
 * @param trianglesOnProcessor whether triangles are drawn here and not by the device
 * @param pixelsOnProcessor whether samples become pixels here, unless they are blurred
 * @param mappedReadback whether the device brings what it drew into memory that stays mapped
 */
record Ways(boolean trianglesOnProcessor, boolean pixelsOnProcessor, boolean mappedReadback) {
    /** Those that are best on the device of a context. */
    static Ways of(EglContext context) {
        return new Ways(context.trianglesOnProcessor(), context.pixelsOnProcessor(), context.mappedReadback());
    }
}
