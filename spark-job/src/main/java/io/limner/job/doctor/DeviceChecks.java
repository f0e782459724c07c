package io.limner.job.doctor;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.Egl;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglDevice;
import io.limner.renderer.egl.EglException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What this machine can draw on. */
final class DeviceChecks {
    private static final Path NVIDIA = Path.of("/dev/nvidiactl");

    private DeviceChecks() {}

    static List<Check> examine(String device) {
        List<Check> checks = new ArrayList<>();
        List<EglDevice> devices;
        try {
            devices = Egl.devices();
        } catch (EglException e) {
            checks.add(Check.fault("EGL", e.getMessage(), "apt-get install libegl1 libegl-mesa0 libgl1-mesa-dri"));
            return checks;
        }
        devices.forEach(found -> checks.add(open(found)));
        checks.add(gpu(devices, Files.exists(NVIDIA)));
        checks.add(chosen(device));
        return checks;
    }

    private static Check open(EglDevice device) {
        try (EglContext context = EglContext.open(device)) {
            return Check.ok(
                    device.describe(),
                    context.driver().renderer() + ", " + context.driver().version());
        } catch (EglException e) {
            return Check.weak(device.describe(), e.getMessage(), "another device is used if one works");
        }
    }

    static Check gpu(List<EglDevice> devices, boolean driverLoaded) {
        boolean seen = devices.stream().anyMatch(device -> !device.software());
        if (seen) {
            return Check.ok("GPU", "EGL offers one");
        }
        return driverLoaded
                ? Check.weak(
                        "GPU",
                        "NVIDIA's driver is loaded, but EGL shows no GPU",
                        "in a container set NVIDIA_DRIVER_CAPABILITIES=graphics,utility,compute; a MIG slice has no graphics")
                : Check.ok("GPU", "none here; the processor draws");
    }

    private static Check chosen(String device) {
        try (EglContext context = EglContext.open(DeviceChoice.parse(device))) {
            return Check.ok("--device " + device, "draws on " + context.device().describe());
        } catch (EglException | IllegalArgumentException e) {
            return Check.fault(
                    "--device " + device, e.getMessage(), "use --device cpu, or mend what the lines above say");
        }
    }
}
