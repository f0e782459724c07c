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

    private static final Displays PROCESS = new Displays(Displays::initialise);

    private final Source source;
    private final Map<Long, Long> open = new HashMap<>();
    private final Map<Long, Integer> users = new HashMap<>();

    Displays(Source source) {
        this.source = source;
    }

    /** Where displays come from. */
    interface Source {
        /**
         * An initialised display.
         *
         * @param variant 0 and 1 on the device, 2 and 3 on the surfaceless platform
         * @throws EglException if there is none
         */
        long display(EglDevice device, int variant);
    }

    /** Those of this process. */
    static Displays process() {
        return PROCESS;
    }

    /**
     * An initialised display on {@code device}; on a software device the one of four with the fewest contexts.
     *
     * @throws EglException if none of them works
     */
    synchronized long next(EglDevice device) {
        boolean apart = device.software()
                && Boolean.parseBoolean(System.getProperty("limner.egl.one-display-per-context", "true"));
        int first = device.index() < 0 ? SURFACELESS : 0;
        int last = apart ? VARIANTS - 1 : first;
        long best = MemoryUtil.NULL;
        EglException failure = null;
        for (int variant = first; variant <= last && (best == MemoryUtil.NULL || users(best) > 0); variant++) {
            try {
                long display = initialised(device, variant);
                if (best == MemoryUtil.NULL || users(display) < users(best)) {
                    LOG.debug("quirk one-display-per-context: display {} of {}", variant, device.describe());
                    best = display;
                }
            } catch (EglException e) {
                LOG.debug("display {} of {} cannot be had: {}", variant, device.describe(), e.getMessage());
                failure = failure == null ? e : failure;
            }
        }
        if (best == MemoryUtil.NULL) {
            throw failure;
        }
        users.merge(best, 1, Integer::sum);
        return best;
    }

    /** The context on {@code display} is gone. Displays stay initialised: terminating one would break its other users. */
    synchronized void release(long display) {
        users.merge(display, -1, Integer::sum);
    }

    private int users(long display) {
        return users.getOrDefault(display, 0);
    }

    private long initialised(EglDevice device, int variant) {
        Long key = variant >= SURFACELESS ? (long) variant : device.handle() + variant;
        return open.computeIfAbsent(key, k -> source.display(device, variant));
    }

    private static long initialise(EglDevice device, int variant) {
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
