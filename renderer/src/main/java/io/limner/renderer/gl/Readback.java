package io.limner.renderer.gl;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL45C;

/**
 * Memory of this process that a device writes by itself and that stays mapped: what was drawn comes over as soon as it is there, with one
 * wait for all of it.
 */
public final class Readback implements AutoCloseable {
    private static final int ACCESS = GL45C.GL_MAP_READ_BIT | GL45C.GL_MAP_PERSISTENT_BIT | GL45C.GL_MAP_COHERENT_BIT;
    /** After so long a wait goes on with another. */
    private static final long NANOSECONDS = 1_000_000_000;

    private final int handle = GL45C.glCreateBuffers();
    private final ByteBuffer mapped;
    private boolean fetching;

    /** Room for {@code bytes} bytes. */
    public Readback(long bytes) {
        GL45C.glNamedBufferStorage(handle, bytes, ACCESS | GL45C.GL_CLIENT_STORAGE_BIT);
        mapped = GL45C.glMapNamedBufferRange(handle, 0, bytes, ACCESS);
        if (mapped == null) {
            GL45C.glDeleteBuffers(handle);
            throw new IllegalStateException("the device gave no " + bytes + " bytes to read back into");
        }
    }

    /** Has the device bring the first {@code bytes} bytes of {@code from} to byte {@code at}, when it has done what it was told before. */
    public void fetch(Buffer from, long bytes, long at) {
        GL45C.glCopyNamedBufferSubData(from.handle(), handle, 0, at, bytes);
        fetching = true;
    }

    /** Waits for what was fetched, if that is not known to be there. The bytes hold until the next fetch. */
    public ByteBuffer await() {
        if (fetching) {
            fetching = false;
            if (!arrived()) {
                throw new IllegalStateException("the device did not bring over what it drew");
            }
        }
        return mapped.clear();
    }

    private static boolean arrived() {
        long fence = GL45C.glFenceSync(GL45C.GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
        if (fence == 0) {
            return false;
        }
        int state;
        do {
            state = GL45C.glClientWaitSync(fence, GL45C.GL_SYNC_FLUSH_COMMANDS_BIT, NANOSECONDS);
        } while (state == GL45C.GL_TIMEOUT_EXPIRED);
        GL45C.glDeleteSync(fence);
        return state != GL45C.GL_WAIT_FAILED;
    }

    @Override
    public void close() {
        GL45C.glDeleteBuffers(handle);
    }
}
