package io.limner.renderer.egl;

import java.util.OptionalInt;

/**
 * A device that EGL enumerates. Enumerated devices can still fail to open.
 *
 * @param index place in EGL's order, which is not CUDA's; -1 for Mesa's surfaceless platform, which has no device
 * @param handle EGLDeviceEXT, or 0 for the surfaceless platform
 * @param cudaIndex CUDA index of an NVIDIA GPU
 * @param software whether the CPU draws
 */
public record EglDevice(int index, long handle, OptionalInt cudaIndex, boolean software) {

    /** For logs and messages. */
    public String describe() {
        if (index < 0) {
            return "Mesa surfaceless platform (CPU)";
        }
        String kind = software ? "CPU" : cudaIndex.isPresent() ? "GPU, CUDA index " + cudaIndex.getAsInt() : "GPU";
        return "EGL device " + index + " (" + kind + ")";
    }
}
