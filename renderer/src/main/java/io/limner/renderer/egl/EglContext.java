package io.limner.renderer.egl;

import static org.lwjgl.system.MemoryStack.stackPush;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OpenGL core context without a surface. It belongs to the thread that opened it: that thread alone draws with it and closes
 * it.
 */
public final class EglContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EglContext.class);
    private static final int[][] VERSIONS = {{4, 6}, {4, 5}};

    private final EglDevice device;
    private final long display;
    private final long context;
    private final Driver driver;
    private boolean closed;

    /**
     * What draws.
     *
     * @param renderer GL_RENDERER
     * @param version GL_VERSION
     * @param vendor GL_VENDOR
     */
    public record Driver(String renderer, String version, String vendor) {}

    private EglContext(EglDevice device, long display, long context) {
        this.device = device;
        this.display = display;
        this.context = context;
        this.driver = new Driver(
                GL11C.glGetString(GL11C.GL_RENDERER),
                GL11C.glGetString(GL11C.GL_VERSION),
                GL11C.glGetString(GL11C.GL_VENDOR));
    }

    /**
     * Opens a context on the first fitting device that works, and makes it current on the calling thread.
     *
     * @throws EglException if none works; the message lists each device that was tried and why it failed
     */
    public static EglContext open(DeviceChoice choice) {
        List<String> failures = new ArrayList<>();
        for (EglDevice device : candidates(choice)) {
            try {
                EglContext opened = open(device);
                LOG.info("drawing on {}: {}, {}", device.describe(), opened.driver.renderer, opened.driver.version);
                return opened;
            } catch (EglException e) {
                LOG.debug("{} cannot be used: {}", device.describe(), e.getMessage());
                failures.add(device.describe() + ": " + e.getMessage());
            }
        }
        throw new EglException("no OpenGL 4.5 context on " + choice + "; tried "
                + (failures.isEmpty() ? "nothing, as EGL lists no such device" : String.join("; ", failures))
                + ". For a GPU: is the driver there, with NVIDIA_DRIVER_CAPABILITIES=graphics in a container? For the CPU: "
                + "apt-get install libegl-mesa0 libgl1-mesa-dri");
    }

    private static List<EglDevice> candidates(DeviceChoice choice) {
        List<EglDevice> all = Egl.devices();
        List<EglDevice> gpus = all.stream().filter(d -> !d.software()).toList();
        List<EglDevice> cpus = all.stream().filter(EglDevice::software).toList();
        if (choice instanceof DeviceChoice.Cpu) {
            return cpus;
        } else if (choice instanceof DeviceChoice.AnyGpu) {
            return gpus;
        } else if (choice instanceof DeviceChoice.CudaGpu wanted) {
            return gpus.stream()
                    .filter(d -> d.cudaIndex().isPresent() && d.cudaIndex().getAsInt() == wanted.cudaIndex())
                    .toList();
        }
        List<EglDevice> either = new ArrayList<>(gpus);
        either.addAll(cpus);
        return either;
    }

    /**
     * Opens a context on {@code device} and makes it current on the calling thread.
     *
     * @throws EglException with the EGL call that failed
     */
    public static EglContext open(EglDevice device) {
        Egl.load();
        long display = Displays.process().next(device);
        try {
            return open(device, display);
        } catch (EglException e) {
            Displays.process().release(display);
            throw e;
        }
    }

    private static EglContext open(EglDevice device, long display) {
        try (MemoryStack stack = stackPush()) {
            // Bound per thread, and by default OpenGL ES.
            check(EGL12.eglBindAPI(EGL14.EGL_OPENGL_API), "eglBindAPI(OpenGL)");
            PointerBuffer config = stack.mallocPointer(1);
            IntBuffer count = stack.mallocInt(1);
            IntBuffer wanted = stack.ints(
                    EGL10.EGL_SURFACE_TYPE, 0, EGL12.EGL_RENDERABLE_TYPE, EGL14.EGL_OPENGL_BIT, EGL10.EGL_NONE);
            check(
                    EGL10.eglChooseConfig(display, wanted, config, count) && count.get(0) > 0,
                    "eglChooseConfig(OpenGL, no surface)");
            long context = create(display, config.get(0));
            try {
                check(
                        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context),
                        "eglMakeCurrent");
                GL.createCapabilities(true);
                return new EglContext(device, display, context);
            } catch (EglException e) {
                destroy(display, context);
                throw e;
            } catch (RuntimeException e) {
                destroy(display, context);
                throw new EglException("its driver gives no OpenGL functions: " + e.getMessage(), e);
            }
        }
    }

    private static long create(long display, long config) {
        String error = "";
        for (int[] version : VERSIONS) {
            // With notice of resets where the driver knows them, and else without.
            for (int strategy : new int[] {EGL15.EGL_LOSE_CONTEXT_ON_RESET, EGL15.EGL_NO_RESET_NOTIFICATION}) {
                int[] attributes = {
                    EGL15.EGL_CONTEXT_MAJOR_VERSION,
                    version[0],
                    EGL15.EGL_CONTEXT_MINOR_VERSION,
                    version[1],
                    EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK,
                    EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                    strategy == EGL15.EGL_NO_RESET_NOTIFICATION
                            ? EGL10.EGL_NONE
                            : EGL15.EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY,
                    strategy,
                    EGL10.EGL_NONE
                };
                long context = EGL10.eglCreateContext(display, config, EGL10.EGL_NO_CONTEXT, attributes);
                if (context != MemoryUtil.NULL) {
                    return context;
                }
                error = error("eglCreateContext(" + version[0] + "." + version[1] + " core)");
            }
        }
        throw new EglException(error);
    }

    private static void check(boolean worked, String call) {
        if (!worked) {
            throw new EglException(error(call));
        }
    }

    static String error(String call) {
        return String.format(Locale.ROOT, "%s failed with EGL error 0x%04X", call, EGL10.eglGetError());
    }

    /** The device that the context is on. */
    public EglDevice device() {
        return device;
    }

    /**
     * Whether triangles are better not given to the device.
     *
     * <p>Quirk <b>triangles-on-processor</b>: a device in software pays half a microsecond for setting up a triangle, which of a head
     * covers a few samples; a loop of our own takes a fifth of that. Off with {@code -Dlimner.egl.triangles-on-processor=false}.
     */
    public boolean trianglesOnProcessor() {
        return quirk("triangles-on-processor", device.software());
    }

    /**
     * Whether samples are better not made pixels by the device, but for pictures that are blurred.
     *
     * <p>Quirk <b>pixels-on-processor</b>: a device in software takes 49 ns for a pixel (256 x 256), with a copy of all colours; loops of our
     * own, which read the samples where the device left them, take 30. Off with {@code -Dlimner.egl.pixels-on-processor=false}.
     */
    public boolean pixelsOnProcessor() {
        return quirk("pixels-on-processor", device.software());
    }

    /**
     * Whether the device had better bring over what it drew.
     *
     * <p>Quirk <b>mapped-readback</b>: a device that is not software brings colours, labels and depths into memory of this process that stays
     * mapped, and is waited for once; one in software has them there already. Off with {@code -Dlimner.egl.mapped-readback=false}.
     */
    public boolean mappedReadback() {
        return quirk("mapped-readback", !device.software());
    }

    private boolean quirk(String quirk, boolean applies) {
        boolean here = applies && Boolean.parseBoolean(System.getProperty("limner.egl." + quirk, "true"));
        LOG.debug("quirk {}: {} on {}", quirk, here ? "in use" : "not in use", device.describe());
        return here;
    }

    /** What draws. */
    public Driver driver() {
        return driver;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            destroy(display, context);
            Displays.process().release(display);
        }
    }

    private static void destroy(long display, long context) {
        GL.setCapabilities(null);
        EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
        EGL10.eglDestroyContext(display, context);
        EGL12.eglReleaseThread();
    }
}
