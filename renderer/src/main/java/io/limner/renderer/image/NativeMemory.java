package io.limner.renderer.image;

import static org.lwjgl.system.MemoryUtil.nmemAllocChecked;
import static org.lwjgl.system.MemoryUtil.nmemFree;

/** A block of native memory that only grows. */
final class NativeMemory {
    private long address;
    private long capacity;

    /** Makes room; what it held is lost if it had less. */
    void reserve(long bytes) {
        if (bytes > capacity) {
            free();
            address = nmemAllocChecked(bytes);
            capacity = bytes;
        }
    }

    long address() {
        return address;
    }

    void free() {
        nmemFree(address);
        address = 0;
        capacity = 0;
    }
}
