package io.limner.renderer.egl;

import static org.lwjgl.system.MemoryStack.stackPush;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EXTDeviceBase;
import org.lwjgl.egl.NVDeviceCUDA;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;

/** The EGL library of this process. */
public final class Egl {
    private static boolean loaded;

    private Egl() {}

    /**
     * Loads {@code libEGL.so.1}, once.
     *
     * @throws EglException if it is not installed
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        // Must be set before anything touches LWJGL's GL class; then only libEGL is loaded, and no libGL or X11.
        Configuration.OPENGL_CONTEXT_API.set("EGL");
        try {
            EGL.getCapabilities();
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new EglException(
                    "libEGL.so.1 cannot be loaded (" + e.getMessage()
                            + "); install it: apt-get install libegl1 libegl-mesa0 "
                            + "libgl1-mesa-dri, or use an image with the NVIDIA driver and NVIDIA_DRIVER_CAPABILITIES=graphics",
                    e);
        }
        loaded = true;
    }

    /**
     * The devices of this machine in EGL's order, followed by Mesa's surfaceless platform.
     *
     * @throws EglException if EGL is not installed
     */
    public static List<EglDevice> devices() {
        load();
        List<EglDevice> devices = new ArrayList<>();
        if (EGL.getCapabilities().eglQueryDevicesEXT != 0) {
            try (MemoryStack stack = stackPush()) {
                IntBuffer count = stack.mallocInt(1);
                if (EXTDeviceBase.eglQueryDevicesEXT(null, count) && count.get(0) > 0) {
                    PointerBuffer handles = stack.mallocPointer(count.get(0));
                    EXTDeviceBase.eglQueryDevicesEXT(handles, count);
                    for (int i = 0; i < count.get(0); i++) {
                        devices.add(device(stack, i, handles.get(i)));
                    }
                }
            }
        }
        devices.add(new EglDevice(-1, 0, OptionalInt.empty(), true));
        return List.copyOf(devices);
    }

    private static EglDevice device(MemoryStack stack, int index, long handle) {
        String extensions = EXTDeviceBase.eglQueryDeviceStringEXT(handle, EGL10.EGL_EXTENSIONS);
        boolean software = extensions != null && extensions.contains("EGL_MESA_device_software");
        OptionalInt cudaIndex = OptionalInt.empty();
        if (extensions != null && extensions.contains("EGL_NV_device_cuda")) {
            PointerBuffer value = stack.mallocPointer(1);
            if (EXTDeviceBase.eglQueryDeviceAttribEXT(handle, NVDeviceCUDA.EGL_CUDA_DEVICE_NV, value)) {
                cudaIndex = OptionalInt.of((int) value.get(0));
            }
        }
        return new EglDevice(index, handle, cudaIndex, software);
    }
}
