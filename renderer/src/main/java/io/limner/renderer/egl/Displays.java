package io.limner.renderer.egl;

import static org.lwjgl.system.MemoryStack.stackPush;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL15;
import org.lwjgl.egl.EXTPlatformDevice;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which EGLDisplay a new context gets.
 *
 * <p>Quirk <b>one-display-per-context</b>: Mesa runs all contexts of an EGLDisplay on one llvmpipe screen, so that two contexts
 * draw no faster than one. EGL hands out the same display for the same attributes, so software contexts ask in four different ways.
 * Off with {@code -Dlimner.egl.one-display-per-context=false}.
 */
final class Displays {
    private static final Logger LOG = LoggerFactory.getLogger(Displays.class);
    private static final int PLATFORM_SURFACELESS_MESA = 0x31DD;
    // Mesa takes a missing and an empty attribute list for two displays: two on the device, two on the surfaceless
    // platform.
    private static final int SURFACELESS = 2;
    private static final int VARIANTS = 4;

    private static final Map<Long, Long> OPEN = new HashMap<>();
    private static final Map<Long, Integer> USERS = new HashMap<>();

    private Displays() {}

    /** An initialised display on {@code device}; on a software device the one of four with the fewest contexts. */
    static synchronized long next(EglDevice device) {
        boolean apart = device.software()
                && Boolean.parseBoolean(System.getProperty("limner.egl.one-display-per-context", "true"));
        int first = device.index() < 0 ? SURFACELESS : 0;
        int last = apart ? VARIANTS - 1 : first;
        long best = initialised(device, first);
        for (int variant = first + 1; variant <= last && users(best) > 0; variant++) {
            long display = initialised(device, variant);
            if (users(display) < users(best)) {
                LOG.debug("quirk one-display-per-context: display {} of {}", variant, device.describe());
                best = display;
            }
        }
        USERS.merge(best, 1, Integer::sum);
        return best;
    }

    /** The context on {@code display} is gone. Displays stay initialised: terminating one would break its other users. */
    static synchronized void release(long display) {
        USERS.merge(display, -1, Integer::sum);
    }

    private static int users(long display) {
        return USERS.getOrDefault(display, 0);
    }

    private static long initialised(EglDevice device, int variant) {
        Long key = variant >= SURFACELESS ? (long) variant : device.handle() + variant;
        Long open = OPEN.get(key);
        if (open != null) {
            return open;
        }
        long display;
        try (MemoryStack stack = stackPush()) {
            PointerBuffer attributes = variant % 2 == 0 ? null : stack.pointers(EGL10.EGL_NONE);
            display = variant >= SURFACELESS ? surfaceless(attributes) : onDevice(device.handle(), attributes);
        }
        if (display == MemoryUtil.NULL) {
            throw new EglException(EglContext.error("eglGetPlatformDisplay"));
        }
        try (MemoryStack stack = stackPush()) {
            IntBuffer major = stack.mallocInt(1);
            IntBuffer minor = stack.mallocInt(1);
            if (!EGL10.eglInitialize(display, major, minor)) {
                throw new EglException(EglContext.error("eglInitialize"));
            }
            EGL.createDisplayCapabilities(display, major.get(0), minor.get(0));
        }
        OPEN.put(key, display);
        return display;
    }

    private static long onDevice(long handle, PointerBuffer attributes) {
        return EGL15.eglGetPlatformDisplay(EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT, handle, attributes);
    }

    private static long surfaceless(PointerBuffer attributes) {
        // LWJGL's binding refuses the null native display that this platform asks for.
        long list = attributes == null ? MemoryUtil.NULL : MemoryUtil.memAddress(attributes);
        return JNI.callPPP(
                PLATFORM_SURFACELESS_MESA, MemoryUtil.NULL, list, EGL.getCapabilities().eglGetPlatformDisplay);
    }
}
